extension CostBook {
  /// What the subsidies for a purpose come to for each household.
  public func granted(_ purpose: Purpose, on land: Land) -> Money {
    subsidies.filter { $0.purpose == purpose && ($0.land ?? land) == land }
      .reduce(.zero) { $0 + $1.perHousehold }
  }

  /// What the subsidies for so many families come to, with the management share; no geometry is asked.
  public func grants(families: Int, land: Land) -> Money {
    guard families > 0 else { return .zero }
    let works = granted(.works, on: land).times(Int128(families), over: 1)
    return works + granted(.house, on: land).times(Int128(families), over: 1)
      + (management?.share(of: works) ?? .zero)
  }
}

extension CostBook.Management {
  /// Its share of the subsidy for works.
  func share(of works: Money) -> Money { min(cap, max(floor, percent.of(works))) }
}
