/// A limit and the rule that sets it.
public struct StatedLimit: Hashable, Sendable {
  public let rule: Rule
  public let limit: Limit
}

extension RuleBook {
  /// All measurable limits, in the order of the book.
  public var limits: [StatedLimit] {
    rules.compactMap { rule in
      guard case .limit(let limit) = rule.content else { return nil }
      return StatedLimit(rule: rule, limit: limit)
    }
  }

  /// The limits on one quantity for one type of house; those that name no type always count.
  public func limits(on quantity: Limit.Quantity, for houseType: Limit.HouseType? = nil) -> [StatedLimit] {
    limits.filter { stated in
      guard stated.limit.quantity == quantity else { return false }
      guard let houseType, let types = stated.limit.houseTypes else { return true }
      return types.contains(houseType)
    }
  }

  /// The smallest plots that the law of subdivision allows.
  public var plotMinima: [StatedLimit] {
    limits.filter { $0.rule.binds == .plot && $0.limit.minimum != nil }
  }
}
