internal import Compliance
internal import JSON
internal import Regulations
internal import Settlement

/// What changes for the houses when one bank line takes the place of another: `--bank OLD --bank NEW`.
struct BankMove {
  struct Change {
    var feature: FeatureReference
    var name: String?
    var before: SetbackJudgement
    var after: SetbackJudgement

    /// By how much nearer the line came, in metres; nil where one of them is out of reach.
    var nearerMetres: Double? {
      before.distanceMetres.flatMap { old in after.distanceMetres.map { old - $0 } }
    }
  }

  let old: [BankLine]
  let new: [BankLine]
  /// Kept the setback by the old line and breaks it by the new one, the most first.
  private(set) var newlyIn: [Change] = []
  /// Broke it by the old line and keeps it by the new one.
  private(set) var newlyOut: [Change] = []
  private(set) var stayIn = 0

  /// The moves from each file of lines to the next.
  static func all(_ intake: Intake, banks: LaterBanks, book: RuleBook) throws -> [BankMove] {
    guard banks.paths.count > 1 else { return [] }
    let judged = try banks.paths.map { path in
      var settlement = intake.settlement
      settlement.banks.removeAll {
        $0.reference.file != path && banks.paths.contains($0.reference.file ?? "")
      }
      let judge = try SetbackJudge(settlement, checker: Checker(book: book))
      return intake.settlement.houses.map { judge.judgement(of: $0) }
    }
    return zip(banks.paths.indices, banks.paths.indices.dropFirst()).map { old, new in
      BankMove(intake, from: banks.paths[old], to: banks.paths[new], judged[old], judged[new])
    }
  }

  private init(
    _ intake: Intake, from old: String, to new: String, _ before: [SetbackJudgement?],
    _ after: [SetbackJudgement?]
  ) {
    self.old = intake.settlement.banks.filter { $0.reference.file == old }
    self.new = intake.settlement.banks.filter { $0.reference.file == new }
    for (house, (was, isNow)) in zip(intake.settlement.houses, zip(before, after)) {
      guard let was, let isNow else { continue }
      let change = Change(feature: house.reference, name: house.houseNumber, before: was, after: isNow)
      switch (was.verdict == .breach, isNow.verdict == .breach) {
      case (false, true): newlyIn.append(change)
      case (true, false): newlyOut.append(change)
      case (true, true): stayIn += 1
      case (false, false): break
      }
    }
    newlyIn.sort { $0.after.shortMetres > $1.after.shortMetres }
    newlyOut.sort { $0.before.shortMetres > $1.before.shortMetres }
  }
}

extension BankMove {
  func write(to page: inout Page) {
    let (from, to) = (
      old.map(\.words).joined(separator: " and "), new.map(\.words).joined(separator: " and ")
    )
    page.title("From \(from) to \(to)")
    page.line(
      "\(counted(newlyIn.count, "house")) newly too near, \(newlyOut.count) no longer, \(stayIn) by both")
    for change in newlyIn.prefix(Page.mostEntries) {
      page.line(
        "\(change.title): newly in, \(fixed(change.after.shortMetres, decimals: 2)) m short\(change.by)")
    }
    for change in newlyOut.prefix(Page.mostEntries) {
      page.line(
        "\(change.title): newly out, was \(fixed(change.before.shortMetres, decimals: 2)) m short\(change.by)"
      )
    }
  }

  var json: JSONValue {
    .object([
      "from": .array(old.map { .object($0.json) }), "to": .array(new.map { .object($0.json) }),
      "newly_in": .array(newlyIn.map(\.json)), "newly_out": .array(newlyOut.map(\.json)),
      "in_by_both": .count(stayIn),
    ])
  }
}

extension BankMove.Change {
  fileprivate var title: String { name.map { "house \($0)" } ?? "house, \(feature)" }

  fileprivate var by: String {
    nearerMetres.map {
      $0 < 0
        ? ", the line is \(fixed(-$0, decimals: 2)) m farther"
        : ", the line is \(fixed($0, decimals: 2)) m nearer"
    } ?? ""
  }

  fileprivate var json: JSONValue {
    .object([
      "feature": .count(feature.index), "id": .text(feature.id), "name": .text(name),
      "distance_before_m": before.distanceMetres.map(JSONValue.metres) ?? .null,
      "distance_after_m": after.distanceMetres.map(JSONValue.metres) ?? .null,
      "required_m": (after.requiredMetres ?? before.requiredMetres).map(JSONValue.metres) ?? .null,
      "short_before_m": .metres(before.verdict == .breach ? before.shortMetres : 0),
      "short_after_m": .metres(after.verdict == .breach ? after.shortMetres : 0),
    ])
  }
}
