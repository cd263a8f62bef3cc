internal import Geometry

/// The six lines beside a picture that lead from its dots to metres on the plane (the world file of Esri).
public enum WorldFile {
  /// For the first map of a page; nil for a page without one. Right inside the map's frame, and nowhere else.
  public static func text(_ page: SheetPage, dotsPerInch: Double) -> String? {
    guard let frame = page.frames.first, dotsPerInch > 0 else { return nil }
    let dot = 25.4 / dotsPerInch
    // The first line and so on speak of the middle of the upper left dot.
    let origin = frame.ground(PagePoint(dot / 2, dot / 2))
    let right = frame.ground(PagePoint(dot * 1.5, dot / 2)) - origin
    let down = frame.ground(PagePoint(dot / 2, dot * 1.5)) - origin
    return [right.dx, right.dy, down.dx, down.dy, origin.x, origin.y]
      .map { String.fixed($0, decimals: 9) + "\n" }.joined()
  }
}
