/// A table as spreadsheets write it (RFC 4180), read without losing a row whatever is wrong with it.
///
/// Commas, semicolons or tabs between cells: what parts the heading most often.
public struct CSVTable: Sendable {
  public struct Row: Sendable {
    /// As a spreadsheet counts: the heading is row 1.
    public var number: Int
    public var cells: [String]
    /// Cells, from 0, that are no UTF-8.
    public var unreadable: [Int] = []
  }

  public private(set) var heading: Row?
  /// All rows with anything in them.
  public private(set) var rows: [Row] = []
  /// The row in which a quotation begins that never ends.
  public private(set) var openQuotation: Int?

  /// - Parameter verbatim: whether blanks around a cell are kept.
  public init(_ bytes: [UInt8], verbatim: Bool = false) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = Reader(bytes: bytes[start...], delimiter: Self.delimiter(bytes[start...]))
    var number = 0
    while let record = reader.next() {
      number += 1
      var row = Row(number: number, cells: [])
      for (place, cell) in record.enumerated() {
        let text = String(validating: cell, as: UTF8.self)
        if text == nil { row.unreadable.append(place) }
        let plain = CSVText.withoutMark(text ?? "")
        row.cells.append(verbatim ? plain : plain.trimmed)
      }
      guard !row.cells.allSatisfy(\.isEmpty) || !row.unreadable.isEmpty else { continue }
      if heading == nil { heading = row } else { rows.append(row) }
    }
    if reader.hasOpenQuotation { openQuotation = number }
  }

  private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let marks: [UInt8] = [0x2C, 0x3B, 0x09]
    let counts = marks.map { mark in line.count { $0 == mark } }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return marks[best]
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    let delimiter: UInt8
    var place: Int
    var hasOpenQuotation = false

    init(bytes: ArraySlice<UInt8>, delimiter: UInt8) {
      self.bytes = bytes
      self.delimiter = delimiter
      place = bytes.startIndex
    }

    /// The cells of the next record; nil at the end.
    mutating func next() -> [[UInt8]]? {
      guard place < bytes.endIndex else { return nil }
      var record: [[UInt8]] = []
      var cell: [UInt8] = []
      var isQuoted = false
      while place < bytes.endIndex {
        let byte = bytes[place]
        place += 1
        if isQuoted {
          guard byte == 0x22 else {
            cell.append(byte)
            continue
          }
          if place < bytes.endIndex, bytes[place] == 0x22 {
            cell.append(0x22)
            place += 1
          } else {
            isQuoted = false
          }
        } else if byte == 0x22, cell.isEmpty {
          isQuoted = true
        } else if byte == delimiter {
          record.append(cell)
          cell = []
        } else if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, place < bytes.endIndex, bytes[place] == 0x0A { place += 1 }
          return record + [cell]
        } else {
          cell.append(byte)
        }
      }
      hasOpenQuotation = isQuoted
      return record + [cell]
    }
  }
}
