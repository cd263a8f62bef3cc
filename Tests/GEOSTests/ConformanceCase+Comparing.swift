import GEOS
import Geometry

extension ConformanceCase {
  /// What is wrong with the answer, by the rules in the file's `about`; nil when nothing is.
  func complaint(about answer: Answer) throws -> String? {
    switch (compare, answer) {
    case ("bool", .flag(let flag)): return flag == expected.flag ? nil : "\(flag)"
    case ("number", .number(let number)):
      guard let wanted = expected.number, let tolerance = tolerance?.number else {
        throw MalformedCase(op: op)
      }
      return number == wanted || abs(number - wanted) <= tolerance ? nil : "\(number), not \(wanted)"
    case ("empty", .shape(let shape)): return shape.isEmpty ? nil : "not empty"
    case (_, .shape(let shape)):
      let wanted = try Shape(wkt: expected.text ?? "")
      return try isMatch(shape, wanted)
        ? nil : "\(try shape.wkt.prefix(300)), not \(try wanted.wkt.prefix(300))"
    default: return "an answer of another kind"
    }
  }

  private func isMatch(_ shape: Shape, _ wanted: Shape) throws -> Bool {
    switch compare {
    case "normalized_exact":
      return try shape.normalized().equalsExactly(
        wanted.normalized(), toleranceMetres: tolerance?.number ?? 0)
    case "hausdorff":
      return try isNear(shape, wanted, tolerance?.number ?? 0)
    case "area_and_hausdorff":
      let (area, wantedArea) = (try shape.area(), try wanted.area())
      guard abs(area - wantedArea) <= (areaRelativeTolerance ?? 0) * max(wantedArea, 1e-300) else {
        return false
      }
      return try isNear(shape, wanted, hausdorffTolerance ?? 0)
    default: throw MalformedCase(op: op)
    }
  }

  private func isNear(_ shape: Shape, _ wanted: Shape, _ tolerance: Double) throws -> Bool {
    if shape.isEmpty || wanted.isEmpty { return shape.isEmpty && wanted.isEmpty }
    return try shape.hausdorffDistance(to: wanted) <= tolerance
  }
}
