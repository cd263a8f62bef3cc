internal import CommandLineKit
internal import Compliance

extension CheckCommand {
  static let pipelineOptions: [OptionSpec] = [
    OptionSpec(
      "fail-on", value: "VERDICTS", default: "breach",
      help: "verdicts that end with exit code 1: breach, too_close, unknown, exempt, norm; commas between"),
    OptionSpec(
      "by", value: "PROPERTY",
      help: "also sum up by a property of the buildings, such as a district, in text and json"),
    OptionSpec(
      "baseline", value: "FILE",
      help: "an earlier check as json: what it found already is listed, and only what is new or worse fails"),
  ]

  static func failing(_ arguments: ParsedArguments) throws -> Set<Verdict> {
    let text = arguments.string("fail-on", default: "breach")
    let verdicts = try text.split(separator: ",").map { word in
      guard let verdict = Verdict(rawValue: String(word)), verdict != .ok else {
        throw arguments.error(
          in: "fail-on", value: text, "no verdict is called \(quoted(word))",
          remedy: "take some of breach, too_close, unknown, exempt, norm, with commas between")
      }
      return verdict
    }
    guard !verdicts.isEmpty else {
      throw arguments.error(in: "fail-on", value: text, "no verdict", remedy: "name one, such as breach")
    }
    return Set(verdicts)
  }

  static func baseline(_ arguments: ParsedArguments) throws -> CheckBaseline? {
    try arguments.string("baseline").map { try CheckBaseline($0, options: IntakeOptions(arguments)) }
  }
}
