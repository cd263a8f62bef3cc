/// By what a returned sheet is known again: form, project, round and sheet.
public struct SheetCode: Hashable, Sendable {
  /// The version of form and sheet file.
  public static let formVersion = 1

  /// From 0 to 5,328: two symbols of 73 values.
  public let number: Int
  /// Version, kind of sheet, sheet number, and twelve digits of the plan's digest: no name and no place.
  public let text: String

  init(kind: String, sheet: Int, number: Int, version: String, digest: String) {
    self.number = number % (73 * 73)
    let round = version.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(6)
    text = "K\(Self.formVersion)-\(kind)\(sheet)-\(round)-\(digest.prefix(10))".uppercased()
  }

  /// The eight numbers of tags: even positions carry one symbol, odd ones the other, so that any two neighbours
  /// name the sheet (facts/maps.md §7.5).
  public var tagNumbers: [Int] {
    (0..<8).map { 8 * ($0 % 2 == 0 ? number / 73 : number % 73) + $0 }
  }
}
