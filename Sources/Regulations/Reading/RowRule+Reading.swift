internal import JSON

extension RowRule {
  static func read(_ member: ReadMember) -> RowRule? {
    guard let object = ReadObject(member, shape: .row) else { return nil }
    if let units = object["maximum_units"] {
      guard let number = units.number(in: 1...100_000) else { return nil }
      guard let count = Int(exactly: number) else {
        units.report("\(number) units cannot be", remedy: "write a whole number")
        return nil
      }
      return .maximumUnits(count)
    }
    if let length = object["maximum_length_m"] {
      guard let metres = length.number() else { return nil }
      if metres == 0 { length.report("a row of 0 m cannot be", remedy: "write the length in metres") }
      return .maximumLength(metres: metres)
    }
    if let gap = object.number("gap_after_full_row_m") { return .gapAfterFullRow(metres: gap) }
    return object.number("gap_beside_shorter_row_m").map { .gapBesideShorterRow(metres: $0) }
  }
}
