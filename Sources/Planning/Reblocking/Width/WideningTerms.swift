public import Geometry

/// How wide lanes are to be, and what they may take.
public struct WideningTerms: Sendable {
  public var widthMetres: Double
  /// Where the full width would cut what must stay whole, lanes may be as narrow as this.
  public var leastWidthMetres: Double
  /// Houses as they stand; a lane that cuts one is the last resort.
  public var houses: [[Polygon]] = []
  /// Whether a lane may cut no house at all.
  public var keepsHouses = false
  /// What no lane may cut, in any case.
  public var kept: [Shape] = []
  /// For each parcel, what a square metre of it counts for; infinite where it gives nothing.
  public var weights: [Double]
  /// A parcel that keeps less is named, and another side is asked first, in square metres.
  public var smallestSquareMetres = 0.0
  /// Asked every now and then; from then on lanes are the least width where the full one does not do.
  public var isOver: @Sendable () -> Bool = { false }

  public init(widthMetres: Double, parcels: Int) {
    self.widthMetres = widthMetres
    leastWidthMetres = widthMetres
    weights = Array(repeating: 1, count: parcels)
  }

  /// Whether a lane can be refused at all.
  public var canRefuse: Bool {
    (keepsHouses && !houses.isEmpty) || !kept.isEmpty || weights.contains(.infinity)
  }
}

/// Which ground one lane takes.
public struct LaneStretch: Sendable {
  /// In metres; less than asked for where something must stay whole.
  public var widthMetres: Double
  /// For each piece of its boundary, how far to the left of it the middle runs, in metres.
  public var offsets: [Double]
  /// The houses that it cuts, in ascending order.
  public var housesCut: [Int]
  /// It would cut what must stay whole, or take from who gives nothing, whatever its side and width.
  public var isRefused = false
  /// The boundary that it follows.
  var boundary: LineString
  /// Its ground before the parcels' boundaries part it.
  var ground: Shape
}
