internal import CommandLineKit
internal import Cooperative
internal import JSON

/// A cost book as text: one inside klong, or a file.
struct CostBookFile {
  let name: String
  let bytes: [UInt8]
  let identity: FileIdentity?

  init(_ name: String) throws(Refusal) {
    self.name = name
    if let text = CostBook.builtInText(name) {
      (bytes, identity) = (text, nil)
      return
    }
    let looksLikeFile = name.contains("/") || name.contains(".") || name == "-"
    guard looksLikeFile else {
      throw Refusal(
        problem: "there is no cost book of this name inside klong: \(printable(name))",
        remedy: "take \(CostBook.builtInIdentifiers.joined(separator: " or ")), or name a file")
    }
    let file = try InputFile.read(name)
    (bytes, identity) = (file.bytes, file.identity)
  }

  func book() throws -> CostBook {
    let value: JSONValue
    do throws(JSONError) { value = try JSONDocument(parsing: bytes).value } catch {
      var refusal = Refusal(error, in: name)
      refusal.remedy += ", or give a cost book such as klong budget --show writes"
      throw refusal
    }
    do throws(CostBookError) {
      return try CostBook(value)
    } catch {
      throw RefusalList(
        refusals: error.problems.map {
          Refusal(file: name, member: $0.member, problem: $0.problem, remedy: $0.remedy)
        })
    }
  }
}
