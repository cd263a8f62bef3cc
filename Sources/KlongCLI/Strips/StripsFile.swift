internal import Compliance
internal import GEOS
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Regulations
internal import Settlement

/// The strips in which nothing may be built, as a file for a map or for handing out.
///
/// For each canal two features: `kind` = `setback`, the line at which building may begin, and `kind` = `strip`, the ground
/// before it.
enum StripsFile {
  /// - Throws: exit 2 where no canal has a strip.
  static func write(
    _ path: String, of intake: Intake, book: RuleBook, bookName: String, strict: [String], console: Console
  ) throws {
    let strips = try SetbackStrip.all(of: intake.settlement, checker: Checker(book: book))
    guard !strips.isEmpty else {
      throw Refusal(
        problem: "there is no canal of which \(book.id) asks a distance",
        remedy: "state the widths of the canals (width_m, or --canal-width), or take another rule book")
    }
    let shapes = strips.flatMap { [$0.line.straightened, $0.area.rightHanded] }
    let geometries = try intake.geometries(shapes)
    var bytes: [UInt8] = []
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    for (number, strip) in strips.enumerated() {
      for (kind, place) in [("setback", 2 * number), ("strip", 2 * number + 1)] {
        try writer.write(
          made: MadeFeature(
            id: .string("\(kind)-\(number + 1)"), properties: strip.properties(kind: kind),
            geometry: geometries[place]))
      }
    }
    let header: JSONObject = [
      "version": .string(KlongTool.version), "command": "check --strips",
      "rules": .object(book.header(strict: strict, name: bookName)),
      "inputs": .array(intake.sources.map(\.json)), "crs": intake.plane?.json ?? .null,
    ]
    try writer.finish(members: ["klong": .object(header)])
    try OutputFile.write(path, console: console, protecting: intake.sources.map(\.identity)) { sink in
      try sink.write(bytes)
    }
    console.note("strips of \(counted(strips.count, "canal")) written to \(path)")
  }
}

extension SetbackStrip {
  fileprivate func properties(kind: String) -> JSONObject {
    [
      "kind": .string(kind), "canal": .text(name), "canal_id": .text(canal.id),
      "required_m": .metres(requiredMetres), "clause": .string(rule.clause), "rule": .string(rule.id),
      "verified": .bool(rule.isVerified),
    ]
  }
}

extension Shape {
  /// Lines alone: a boundary may also hold points where an overlay touches.
  fileprivate var straightened: Shape { Shape(lineStrings) }
}
