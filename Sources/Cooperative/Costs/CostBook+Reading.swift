public import JSON

/// Everything that is wrong with a cost book.
public struct CostBookError: Error, Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    public var member: String
    public var problem: String
    public var remedy: String
  }

  public var problems: [Problem]
}

extension CostBook {
  /// - Throws: all faults at once.
  public init(_ value: JSONValue) throws(CostBookError) {
    var reader = CostBookReader()
    let book = reader.read(value)
    guard let book, reader.problems.isEmpty else { throw CostBookError(problems: reader.problems) }
    self = book
  }
}

private struct CostBookReader {
  var problems: [CostBookError.Problem] = []

  mutating func note(_ member: String, _ problem: String, _ remedy: String) {
    problems.append(.init(member: member, problem: problem, remedy: remedy))
  }

  mutating func read(_ value: JSONValue) -> CostBook? {
    guard value["klong_costs"]?.int == 1 else {
      note("klong_costs", "not 1: this is no cost book", "see klong budget --costs example-invented --show")
      return nil
    }
    let known: Set = [
      "klong_costs", "id", "title", "currency", "year", "invented", "note", "prices", "subsidies",
      "management",
      "rate_percent", "member_rate_percent", "years", "savings_percent", "rent_per_sqwah_month",
      "affordable_percent",
    ]
    for name in value.object?.names ?? [] where !known.contains(name) {
      note(name, "not known", "take it away")
    }
    let prices = items(value, "prices").enumerated().compactMap { price($0.element, "prices[\($0.offset)]") }
    let subsidies = items(value, "subsidies").enumerated().compactMap {
      subsidy($0.element, "subsidies[\($0.offset)]")
    }
    for (index, price) in prices.enumerated() where prices[..<index].contains(where: { $0.id == price.id }) {
      note("prices[\(index)].id", "given twice", "give each price an id of its own")
    }
    let book = CostBook(
      id: text(value, "id", ""), title: text(value, "title", ""), currency: text(value, "currency", ""),
      year: value["year"]?.int, isInvented: value["invented"]?.bool ?? false,
      note: value["note"]?.string ?? "",
      prices: prices, subsidies: subsidies,
      management: value["management"].flatMap { management($0, "management") },
      rate: term(value, "rate_percent", "a percentage", Percent.init(typed:)),
      memberRate: term(value, "member_rate_percent", "a percentage", Percent.init(typed:)),
      years: term(value, "years", "whole years from 1 to 50") { text in
        Int(text).flatMap { (1...50).contains($0) ? $0 : nil }
      },
      savings: term(value, "savings_percent", "a percentage", Percent.init(typed:)),
      rent: term(value, "rent_per_sqwah_month", "an amount", Self.amount),
      affordable: term(value, "affordable_percent", "a percentage", Percent.init(typed:)))
    return book
  }

  private static func amount(_ text: String) -> Money? {
    Money(typed: text).flatMap { $0 < .zero ? nil : $0 }
  }

  private mutating func items(_ value: JSONValue, _ name: String) -> [JSONValue] {
    guard let member = value[name] else { return [] }
    if member.array == nil { note(name, "not a list", "write a list") }
    return member.array ?? []
  }

  private mutating func text(_ value: JSONValue, _ name: String, _ place: String) -> String {
    if let text = value[name]?.string, !text.isEmpty { return text }
    note(place + name, "missing or no text", "write a text")
    return ""
  }

  private func written(_ value: JSONValue?) -> String? { value?.string ?? value?.number?.text }

  private mutating func citation(_ value: JSONValue, _ place: String) -> CostBook.Citation {
    let confidence = text(value, "confidence", place + ".")
    if !confidence.isEmpty, !["high", "medium", "low", "invented"].contains(confidence) {
      note(place + ".confidence", "not known", "write high, medium, low, or invented")
    }
    return CostBook.Citation(
      source: text(value, "source", place + "."), year: value["year"]?.int, confidence: confidence)
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ value: JSONValue, _ name: String, _ place: String, _ standard: Value
  ) -> Value {
    if let found = value[name]?.string.flatMap(Value.init(rawValue:)) { return found }
    note(
      "\(place).\(name)", "not known",
      "write one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    return standard
  }

  private mutating func money(_ value: JSONValue, _ name: String, _ place: String) -> Money {
    if let found = written(value[name]).flatMap(Self.amount) { return found }
    note("\(place).\(name)", "no amount", "write an amount as a text, such as \"25000.00\"")
    return .zero
  }

  private mutating func price(_ value: JSONValue, _ place: String) -> CostBook.Price? {
    let isOpen = value["price"]?.isNull ?? true
    return CostBook.Price(
      id: text(value, "id", place + "."), what: text(value, "what", place + "."),
      purpose: choice(value, "for", place, .works), quantity: choice(value, "quantity", place, .lane),
      price: isOpen ? nil : money(value, "price", place), citation: citation(value, place))
  }

  private mutating func subsidy(_ value: JSONValue, _ place: String) -> CostBook.Subsidy? {
    CostBook.Subsidy(
      id: text(value, "id", place + "."), what: text(value, "what", place + "."),
      purpose: choice(value, "for", place, .works),
      land: value["land"].map { _ in choice(value, "land", place, .same) },
      perHousehold: money(value, "per_household", place), citation: citation(value, place))
  }

  private mutating func management(_ value: JSONValue, _ place: String) -> CostBook.Management? {
    guard let percent = written(value["percent"]).flatMap(Percent.init(typed:)) else {
      note(place + ".percent", "no percentage", "write a percentage")
      return nil
    }
    let (floor, cap) = (money(value, "floor", place), money(value, "cap", place))
    if floor > cap { note(place + ".floor", "above the cap", "exchange them") }
    return CostBook.Management(percent: percent, floor: floor, cap: cap, citation: citation(value, place))
  }

  private mutating func term<Value: Hashable & Sendable>(
    _ value: JSONValue, _ name: String, _ wanted: String, _ read: (String) -> Value?
  ) -> CostBook.Term<Value>? {
    guard let member = value[name], !member.isNull else { return nil }
    guard let found = written(member["value"]).flatMap(read) else {
      note(name + ".value", "cannot be read", "write \(wanted)")
      return nil
    }
    return CostBook.Term(value: found, citation: citation(member, name))
  }
}
