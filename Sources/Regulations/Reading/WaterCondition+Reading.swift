internal import JSON

extension WaterCondition {
  static func read(_ member: ReadMember) -> WaterCondition? {
    guard let object = ReadObject(member, shape: .when) else { return nil }
    let condition = WaterCondition(
      form: object["form"]?.word(WaterBody.Form.self), landClasses: object["land"]?.texts(),
      channelClasses: object["class"]?.texts(), localities: object["locality"]?.texts(),
      isLined: object["lined"]?.truth(), isDiked: object["diked"]?.truth())
    if ObjectShape.when.members.allSatisfy({ object[$0] == nil }) {
      member.report("this condition asks for nothing", remedy: "give it a part, or take it out")
    }
    return condition
  }

  /// True when every water of which the other speaks is one of which this one speaks.
  func covers(_ other: WaterCondition) -> Bool {
    Self.covers(form.map { [$0] }, other.form.map { [$0] })
      && Self.covers(landClasses, other.landClasses) && Self.covers(channelClasses, other.channelClasses)
      && Self.covers(localities, other.localities)
      && Self.covers(isLined.map { [$0] }, other.isLined.map { [$0] })
      && Self.covers(isDiked.map { [$0] }, other.isDiked.map { [$0] })
  }

  private static func covers<Value: Hashable>(_ wide: [Value]?, _ narrow: [Value]?) -> Bool {
    guard let wide else { return true }
    return narrow.map { $0.allSatisfy(wide.contains) } ?? false
  }
}
