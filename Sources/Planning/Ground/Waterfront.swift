import GEOS
import Geometry
import Regulations
import Settlement

/// One water body with the rule that holds beside it.
struct Waterfront {
  let canal: Canal
  let water: Shape
  let banks: [BankLine]
  let widthMetres: Double
  let requiredMetres: Double
  let rule: Rule

  /// - Throws: ``PlanningError`` when the setback cannot be told.
  init(canal: Canal, banks: [BankLine], rules: RuleBook) throws {
    self.canal = canal
    self.banks = banks
    let body = try WaterBody(
      form: canal.isStanding ? .largeBody : .channel, widthMetres: canal.widthMetres,
      depthMetres: canal.depthMetres, areaHectares: canal.areaHectares,
      basinSquareKilometres: canal.basinSquareKilometres, landClass: canal.landClass,
      channelClass: canal.channelClass, isLined: canal.isLined, isDiked: canal.isDiked,
      locality: canal.locality)
    switch rules.setback(for: body) {
    case .required(let metres, let rule, _):
      requiredMetres = metres
      self.rule = rule
    case .unknown(let missing, _):
      throw PlanningError.unknownSetback(canal: canal.reference, missing: missing)
    case .exempt(let rule, _):
      requiredMetres = 0
      self.rule = rule
    case .noNumber(_, let reason):
      throw PlanningError.noSetbackNumber(canal: canal.reference, reason: reason)
    }
    let drawn = try Self.water(of: canal)
    water = drawn
    widthMetres = canal.widthMetres ?? Self.meanWidth(of: drawn)
  }

  /// The drawn area, or the centre line widened to the legal width.
  static func water(of canal: Canal) throws -> Shape {
    if !canal.area.isEmpty { return try Shape(canal.area).madeValid() }
    guard let width = canal.widthMetres, width > 0 else {
      throw PlanningError.unknownSetback(canal: canal.reference, missing: "width")
    }
    return try Shape(canal.centreline).buffered(
      byMetres: width / 2, quadrantSegments: quadrantSegments(radius: width / 2), cap: .flat)
  }

  /// Good enough to tell which side of the water a place lies on; never used for a rule.
  private static func meanWidth(of water: Shape) -> Double {
    let perimeter = water.polygons.reduce(0) { $0 + $1.perimeterInMetres }
    return perimeter > 0 ? 2 * water.areaInSquareMetres / perimeter : 0
  }

  /// A buffer whose round corners lie at most 0.3 mm inside the true distance; coarse ones 0.2 % of it.
  ///
  /// Fine corners have so many points that a way along them is smoothed until it seems narrower than it is.
  static func strip(_ line: Shape, byMetres metres: Double, isCoarse: Bool = false) throws -> Shape {
    try line.buffered(
      byMetres: metres, quadrantSegments: isCoarse ? 12 : quadrantSegments(radius: metres))
  }

  private static func quadrantSegments(radius metres: Double) -> Int {
    let half = metres > 0 ? 2 * (1 - min(0.5, SlabMap.tolerance / metres)).arccosine : 1
    let segments = (Double.pi / 2 / half).rounded(.up)
    return Int(min(max(segments, 8), 400))
  }
}

extension Double {
  /// For values a little below one, where the series is exact to 1e-6: arccos x ≈ √(2(1 − x)).
  fileprivate var arccosine: Double { (2 * (1 - self)).squareRoot() }
}
