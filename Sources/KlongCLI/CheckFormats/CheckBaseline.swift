internal import Compliance
internal import JSON

/// An earlier check, beside which only what is new or worse counts.
struct CheckBaseline {
  /// By identity, what was found then.
  private let known: [String: JSONObject]
  private let order: [String]

  /// - Throws: `Refusal` for anything but what `klong check --format json` writes.
  init(_ path: String, options: IntakeOptions) throws {
    let file = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
    guard let root = try? JSONDocument(parsing: file.bytes).value, let list = root["findings"]?.array else {
      throw Refusal(
        file: path, problem: "no result of a check",
        remedy: "make one with klong check ... --format json -o FILE")
    }
    let findings = list.compactMap(\.object)
    guard findings.count == list.count, findings.allSatisfy({ $0["identity"]?.string != nil }) else {
      throw Refusal(
        file: path, problem: "its findings have no identity, so an older klong wrote it",
        remedy: "make it anew with klong check ... --format json -o FILE")
    }
    order = findings.compactMap { $0["identity"]?.string }
    known = Dictionary(zip(order, findings)) { first, _ in first }
  }

  func state(of finding: Finding, identity: String) -> FindingState {
    guard let old = known[identity], let verdict = old["verdict"]?.string.flatMap(Verdict.init(rawValue:))
    else {
      return .new
    }
    if finding.verdict != verdict { return finding.verdict.severity > verdict.severity ? .worse : .known }
    // Judged by the building alone: a book that asks for more than before makes nobody's house worse built.
    guard let was = old["measured"]?.double, let now = finding.measured, let required = finding.required
    else {
      return .known
    }
    let isWorse = required >= was ? now < was - Self.same : now > was + Self.same
    return isWorse ? .worse : .known
  }

  /// Drawn anew, a distance differs by rounding; a millimetre is what the checker tells apart.
  private static let same = 0.001

  /// What was found then and is not found any more, in the order of the earlier report.
  func ended(now: [String]) -> [JSONObject] {
    let now = Set(now)
    return order.filter { !now.contains($0) }.compactMap { known[$0] }
  }
}

/// How a finding stands to an earlier check.
enum FindingState: String {
  case new, worse, known
}
