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
    let start = file.bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.first
    guard path.hasSuffix(".json") || start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
      roster = Roster(csv: file.bytes)
      return
    }
    do throws(JSONError) {
      roster = Roster(json: try JSONDocument(parsing: file.bytes).value)
    } catch {
      throw Refusal(error, in: path)
    }
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
