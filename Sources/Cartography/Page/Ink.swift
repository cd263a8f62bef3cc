/// What is printed: a grey, or a colour where the colour style was asked for. Never transparent.
public struct Ink: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double

  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// - Parameter percent: 0 is paper, 100 is black.
  public static func grey(_ percent: Double) -> Ink {
    Ink(red: 1 - percent / 100, green: 1 - percent / 100, blue: 1 - percent / 100)
  }

  public static let black = grey(100)
  public static let white = grey(0)
  /// The three greys of the base map (facts/maps.md §7.1): a fourth would not survive a photocopier.
  public static let light = grey(5)
  public static let middle = grey(15)
  public static let dark = grey(30)

  /// How bright it looks in a grey copy, 0 to 1: the weights of Rec. 601.
  public var brightness: Double { 0.299 * red + 0.587 * green + 0.114 * blue }
}

/// A line's width and dashes, in millimetres.
public struct Stroke: Hashable, Sendable {
  public var ink: Ink
  public var width: Double
  public var dashes: [Double]

  public init(_ width: Double, _ ink: Ink = .black, dashes: [Double] = []) {
    self.ink = ink
    self.width = width
    self.dashes = dashes
  }
}
