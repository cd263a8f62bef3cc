internal import JSON

extension Limit {
  static func read(_ member: ReadMember) -> Limit? {
    guard let object = ReadObject(member, shape: .limit) else { return nil }
    let quantity = object["quantity"]?.word(Quantity.self)
    let unit = object["unit"]?.word(Unit.self)
    let minimum = object["minimum"]?.number(in: 0...most)
    let maximum = object["maximum"]?.number(in: 0...most)
    let houseTypes = object["house_types"]?.list()?.compactMap { $0.word(HouseType.self) }
    if object["minimum"] == nil, object["maximum"] == nil {
      object.report("the limit has no number", remedy: "give it \"minimum\", \"maximum\" or both")
    }
    if let minimum, let maximum, minimum > maximum {
      object["minimum"]?.report(
        "\(minimum.short) is more than the maximum, \(maximum.short)", remedy: "swap or correct them")
    }
    guard let quantity, let unit else { return nil }
    if unit != quantity.unit {
      object["unit"]?.report(
        "\(quantity.rawValue) is not given in \"\(unit.rawValue)\"",
        remedy: "convert the number to \"\(quantity.unit.rawValue)\"")
    }
    return Limit(quantity: quantity, minimum: minimum, maximum: maximum, houseTypes: houseTypes)
  }

  /// An assumption: beyond every plot, road and row, in square metres or metres.
  private static let most = 1_000_000.0
}
