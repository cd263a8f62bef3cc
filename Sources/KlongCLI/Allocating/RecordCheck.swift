internal import CommandLineKit
internal import Cooperative
internal import JSON

/// Repeats what a record says, and tells everything that is not as it says.
struct RecordCheck {
  private let path: String
  private let bytes: [UInt8]
  private let root: JSONObject
  private let arguments: ParsedArguments
  private let console: Console

  init(_ path: String, _ arguments: ParsedArguments, _ console: Console) throws {
    (self.path, self.arguments, self.console) = (path, arguments, console)
    let file = try InputFile.read(path)
    bytes = file.bytes
    do throws(JSONError) {
      root = try JSONDocument(parsing: file.bytes).value.object ?? [:]
    } catch {
      throw Refusal(error, in: path)
    }
    guard root["klong_record"]?.int == 1 else {
      throw Refusal(
        file: path, problem: "this is no record of klong allocate",
        remedy: "give the file that --record wrote")
    }
  }

  func run() throws -> ExitCode {
    var faults = sealFaults() + drawFaults()
    if !arguments.positionals.isEmpty {
      let again = AllocationRecord(try AllocationRun(arguments, console, recorded: recorded)).bytes
      if again != bytes { faults.append("plan, roster and options do not give this record") }
    }
    for fault in faults { console.warn("\(path): \(fault)") }
    guard faults.isEmpty else { return .findings }
    let households = root["seats"]?.object?.count ?? 0
    let words =
      !arguments.positionals.isEmpty
      ? "everything was repeated from plan and roster"
      : hasDraw
        ? "the draw was repeated from the record"
        : "only its seal was looked at: name PLAN and --households to repeat it"
    try console.write("\(printable(path)): right; \(counted(households, "seat")), \(words)\n")
    return .done
  }

  /// What was asked and drawn, as the record says; nil where it does not say it well.
  private var recorded: RecordedRequest? { RecordedRequest(root) }

  /// Whether anything in it was decided by lots.
  private var hasDraw: Bool {
    root["groups"]?.array?.isEmpty == false || root["left_out_draw"]?.isNull == false
  }

  private func sealFaults() -> [String] {
    var content = root
    content["sha256"] = nil
    let record = AllocationRecord(content: content)
    var faults: [String] = []
    if root["sha256"]?.string != record.seal {
      faults.append("its content was changed: the seal does not fit")
    }
    if record.bytes != bytes { faults.append("its text was changed: klong writes it otherwise") }
    return faults
  }

  private func drawFaults() -> [String] {
    let (number, secret, commitment) = (text("number"), text("secret"), text("commitment"))
    let draw = Draw(
      number: number ?? "", secret: secret, commitment: commitment, digest: SHA256.hexadecimal(ofText:))
    var faults: [String] = []
    if text("key") != draw.key { faults.append("the key does not come from number, secret and commitment") }
    if let commitment {
      let found = Draw.commitment(
        roster: root["roster_sha256"]?.string ?? "", plan: root["plan_sha256"]?.string ?? "",
        method: root["method"]?.string ?? "", secret: secret ?? "", digest: SHA256.hexadecimal(ofText:))
      if found != commitment {
        faults.append("the commitment does not come from roster, plan, method and secret")
      }
    }
    if root["arithmetic"]?.array?.compactMap(\.string) != AllocationRecord.arithmetic {
      faults.append("the arithmetic it prints is not klong's")
    }
    return faults + leftOutFaults(draw) + groupFaults(draw)
  }

  private func leftOutFaults(_ draw: Draw) -> [String] {
    guard let lots = root["left_out_draw"]?.object else { return [] }
    let households = lots["households"]?.array?.compactMap(\.string) ?? []
    let losers = draw.order(households, salt: Draw.leftOutSalt).dropFirst(max(0, lots["plots"]?.int ?? 0))
    let told = Set(root["without_plot"]?.array?.compactMap(\.string) ?? [])
    return losers.allSatisfy(told.contains) ? [] : ["others were left out than the lots say"]
  }

  private func groupFaults(_ draw: Draw) -> [String] {
    var forbidden: [String: [String]] = [:]
    for member in root["forbidden"]?.object ?? [:] {
      forbidden[member.name] = member.value.array?.compactMap(\.string) ?? []
    }
    let seats = Dictionary(
      (root["seats"]?.object ?? [:]).map { ($0.name, $0.value.string) },
      uniquingKeysWith: { first, _ in first })
    return (root["groups"]?.array ?? []).compactMap { group in
      let households = group["households"]?.array?.compactMap(\.string) ?? []
      let plots = group["plots"]?.array?.compactMap(\.string) ?? []
      let given = draw.seat(households, on: plots, forbidding: forbidden)
      let told = households.compactMap { household in (seats[household] ?? nil).map { (household, $0) } }
      let isRight =
        given.allSatisfy { seats[$0.household] == .some(.some($0.plot)) } && told.count == given.count
      return isRight ? nil : "group \(group["group"]?.string ?? "?") was not seated as the lots say"
    }
  }

  private func text(_ name: String) -> String? { root["draw"]?[name]?.string }
}
