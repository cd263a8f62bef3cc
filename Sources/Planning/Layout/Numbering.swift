import GEOS
import Geometry

/// The order in which a resident meets the plots, walking in from the entrance.
///
/// Block by block along the walkway, away from the entrance; inside a block first the row on the walkway,
/// then the lanes from the bank inland; along every row away from the entrance.
struct Numbering {
  let ground: Ground

  /// The rows in walking order, their plots too.
  func ordered(_ rows: [DrawnLayout.Row]) throws -> [DrawnLayout.Row] {
    guard !rows.isEmpty, !ground.entrances.isEmpty else { return rows }
    let away = try rows.map { row in
      try row.plots.map { try Shape.polygon($0).distance(to: ground.entrances) }
    }
    let nearest = away.indices.min { (away[$0].min() ?? 0) < (away[$1].min() ?? 0) } ?? 0
    let start = rows[nearest].block
    let walked = rows.enumerated().map { index, row -> (key: (Int, Int, Int), row: DrawnLayout.Row) in
      var row = row
      let isBackwards = row.block < start || (row.block == start && isTowards(away[index]))
      let runsAlong = index == 0 || !isAcross(row, rows[0])
      if runsAlong && isBackwards { row.plots.reverse() }
      return ((row.block >= start ? 0 : 1, abs(row.block - start), index), row)
    }
    return walked.sorted { $0.key < $1.key }.map(\.row)
  }

  private func isTowards(_ away: [Double]) -> Bool { (away.first ?? 0) > (away.last ?? 0) }

  private func isAcross(_ row: DrawnLayout.Row, _ other: DrawnLayout.Row) -> Bool {
    abs(row.along.dot(other.along)) < 0.5
  }
}
