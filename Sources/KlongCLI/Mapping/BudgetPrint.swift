internal import Cartography
internal import Cooperative
internal import JSON

/// What klong budget wrote, as far as sheets print it.
struct BudgetPrint {
  let identity: FileIdentity?
  let figures: BudgetFigures
  /// Instalment and all of a month, by code of household; empty without `--money`.
  let payments: [String: (instalment: String, monthly: String)]

  init(_ path: String, writesMoney: Bool) throws {
    let file = try InputFile.read(path, maximumBytes: 64 << 20, option: "--budget")
    identity = file.identity
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONDocument(parsing: file.bytes).value
    } catch {
      throw Refusal(error, in: path)
    }
    guard root["klong"]?["command"]?.string == "budget" else {
      throw Refusal(
        file: path, problem: "this is no budget", remedy: "give what klong budget --format json wrote")
    }
    guard let sums = root["sums"], let means = root["households"], let count = means["count"]?.int,
      writesMoney || count >= SmallCount.least
    else {
      throw Refusal(
        file: path, problem: "sums over fewer than \(SmallCount.least) households would tell of each",
        remedy: "make the budget and the sheets with --money, for the households alone")
    }
    figures = try Self.figures(root, sums, means, count, path)
    guard writesMoney else {
      payments = [:]
      return
    }
    guard let each = root["each"]?.array else {
      throw Refusal(
        file: path, problem: "no household's own figures are in it",
        remedy: "make it with klong budget --money --format json")
    }
    var payments: [String: (instalment: String, monthly: String)] = [:]
    for line in each {
      guard let household = line["household"]?.string else { continue }
      payments[household] = (
        try Self.amount("instalment", of: line, path), try Self.amount("monthly", of: line, path)
      )
    }
    self.payments = payments
  }

  private static func figures(
    _ root: JSONValue, _ sums: JSONValue, _ means: JSONValue, _ count: Int, _ path: String
  ) throws(Refusal) -> BudgetFigures {
    func items(_ kinds: [(BudgetFigures.Item.Kind, String)]) throws(Refusal) -> [BudgetFigures.Item] {
      var items: [BudgetFigures.Item] = []
      for (kind, name) in kinds { items.append(.init(kind: kind, amount: try amount(name, of: sums, path))) }
      return items
    }
    let failing = means["cannot_pay"]
    return BudgetFigures(
      costs: try items([(.works, "works"), (.houses, "houses")]),
      payers: try items([
        (.worksSubsidy, "works_subsidy"), (.houseSubsidy, "house_subsidy"), (.savings, "savings"),
        (.loans, "loans"),
      ]),
      total: try amount("cost", of: sums, path), households: count,
      loan: try amount("mean_loan", of: means, path),
      instalment: try amount("mean_instalment", of: means, path),
      rent: try amount("mean_rent", of: means, path), monthly: try amount("mean_monthly", of: means, path),
      months: max(0, min(root["terms"]?["months"]?.int ?? 0, 1200)),
      ratePercent: try amount("member_rate_percent", of: root["terms"] ?? .null, path),
      cannotPay: failing.flatMap(Self.told),
      currency: root["currency"]?.string ?? "", isInvented: root["book"]?["invented"]?.bool ?? false)
  }

  /// A count, or that it stays unsaid; nil where no income is known.
  private static func told(_ value: JSONValue) -> BudgetFigures.Told? {
    value.int.map(BudgetFigures.Told.count) ?? value.string.map { _ in .unsaid(least: SmallCount.least) }
  }

  /// An exact decimal number in text.
  private static func amount(_ name: String, of value: JSONValue, _ path: String) throws(Refusal) -> String {
    guard let text = value[name]?.string, (1...24).contains(text.utf8.count), Double(text)?.isFinite == true,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
    else {
      throw Refusal(
        file: path, member: name, problem: "this is no amount",
        remedy: "give the file as klong budget --format json wrote it")
    }
    return text
  }
}
