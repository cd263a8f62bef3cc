internal import Cooperative
internal import JSON
internal import Settlement

/// A roster as it was read, with everything that is wrong with it.
struct RosterFile {
  let path: String
  let identity: FileIdentity?
  var roster: Roster

  /// A text that begins with a bracket is JSON, any other a table.
  init(_ path: String, options: IntakeOptions) throws(Refusal) {
    let file = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
    self.path = path
    identity = file.identity
    try Self.requireText(file)
    let start = file.bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.first
    guard path.hasSuffix(".json") || start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
      roster = Roster(csv: file.bytes)
      return
    }
    var isGeoJSON = false
    do throws(JSONError) {
      let value = try JSONDocument(parsing: file.bytes).value
      isGeoJSON = value["type"]?.string?.hasPrefix("Feature") ?? false
      roster = Roster(json: value)
    } catch {
      throw Refusal(error, in: path)
    }
    if isGeoJSON {
      throw Refusal(
        file: path, problem: "this is GeoJSON and no roster",
        remedy: "name the roster, a table or JSON of households; klong roster new PLAN starts one")
    }
  }

  /// Spreadsheets save workbooks and UTF-16 too; a heading that cannot be read would be the least of their faults.
  private static func requireText(_ file: InputFile) throws(Refusal) {
    let kinds: [(start: [UInt8], what: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook or another packed file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook"), ([0xFF, 0xFE], "a text in UTF-16"),
      ([0xFE, 0xFF], "a text in UTF-16"),
    ]
    guard let kind = kinds.first(where: { file.bytes.starts(with: $0.start) }) else { return }
    throw Refusal(
      file: file.path, problem: "this is \(kind.what)", remedy: "save the table as \"CSV UTF-8\"")
  }

  /// SHA-256 of all that a draw may depend on: the same for every order of the rows.
  var digest: String { SHA256.hexadecimal(of: Array(roster.canonicalText.utf8)) }

  /// Every fault that keeps the roster from being used.
  var refusals: [Refusal] { roster.faults.filter { $0.kind == .wrong }.map { Refusal($0, in: path) } }

  /// Who may have been forgotten.
  var missing: [Refusal] { roster.faults.filter { $0.kind == .missing }.map { Refusal($0, in: path) } }

  func requireSound() throws(RefusalList) {
    if !roster.isSound { throw RefusalList(refusals: refusals) }
  }
}

extension Refusal {
  init(_ fault: RosterFault, in path: String) {
    self.init(
      file: path, line: fault.row, member: fault.column, problem: fault.problem, remedy: fault.remedy)
  }
}
