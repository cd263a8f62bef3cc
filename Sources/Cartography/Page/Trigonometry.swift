internal import Glibc

/// Angles in radians, by libm.
enum Trigonometry {
  static func sine(_ radians: Double) -> Double { Glibc.sin(radians) }
  static func cosine(_ radians: Double) -> Double { Glibc.cos(radians) }
  static func angle(dx: Double, dy: Double) -> Double { Glibc.atan2(dy, dx) }
}
