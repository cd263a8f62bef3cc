import Testing

/// Rows of our own, worked out by hand, for machines without the shared folder.
///
/// Same form and same comparison as the shared ones: operation, operands, arguments, answer.
enum OwnCases {
  private static let square = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"
  private static let shifted = "POLYGON ((2 0, 6 0, 6 4, 2 4, 2 0))"
  private static let bowtie = "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"
  private static let line = "LINESTRING (0 0, 10 0)"

  static let predicates: [ConformanceCase] = [
    .init("isValid", square, expected: .flag(true)),
    .init("isValid", bowtie, expected: .flag(false)),
    .init("isValid", "LINESTRING (0 0, NaN 1)", expected: .flag(false)),
    .init("isSimple", "LINESTRING (0 0, 2 2, 2 0, 0 2)", expected: .flag(false)),
    .init("intersects", square, shifted, expected: .flag(true)),
    .init("disjoint", square, "POINT (5 5)", expected: .flag(true)),
    .init("touches", square, "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))", expected: .flag(true)),
    .init("crosses", "LINESTRING (-1 2, 5 2)", square, expected: .flag(true)),
    .init("within", "POINT (1 1)", square, expected: .flag(true)),
    .init("within", "POINT (0 1)", square, expected: .flag(false)),
    .init("contains", square, "POINT (1 1)", expected: .flag(true)),
    .init("covers", square, "POINT (0 1)", expected: .flag(true)),
    .init("coveredBy", "POINT (0 1)", square, expected: .flag(true)),
    .init("overlaps", square, shifted, expected: .flag(true)),
    .init("equals", square, "POLYGON ((4 4, 0 4, 0 0, 4 0, 4 4))", expected: .flag(true)),
    .init("relatePattern", square, shifted, args: [.text("212111212")], expected: .flag(true)),
    .init("distanceWithin", line, "POINT (5 3)", args: [.number(3)], expected: .flag(true)),
    .init("distanceWithin", line, "POINT (5 3)", args: [.number(2.999)], expected: .flag(false)),
    .init("distanceWithin", line, "POINT EMPTY", args: [.number(1000)], expected: .flag(false)),
  ]

  static let measures: [ConformanceCase] = [
    .init("distance", line, "POINT (5 3)", expected: .number(3), tolerance: 1e-12),
    .init("distance", square, "POINT (1 1)", expected: .number(0), tolerance: 0),
    .init("distance", "POINT (10 10)", "MULTIPOINT ((10 0), EMPTY)", expected: .number(10), tolerance: 1e-12),
    .init("distance", line, "POLYGON EMPTY", expected: .number(.infinity), tolerance: 0),
    .init("hausdorffDistance", line, "LINESTRING (0 1, 10 2)", expected: .number(2), tolerance: 1e-12),
    .init("project", line, "POINT (4 9)", expected: .number(4), tolerance: 1e-12),
    .init("length", square, expected: .number(16), tolerance: 1e-12),
    .init("area", square, expected: .number(16), tolerance: 1e-12),
    .init("maximumInscribedCircle", square, args: [.number(0.001)], expected: .number(2), tolerance: 0.001),
  ]

  static let makers: [ConformanceCase] = [
    .init("intersection", square, shifted, expected: .text("POLYGON ((2 0, 4 0, 4 4, 2 4, 2 0))")),
    .init(
      "union", square, shifted, expected: .text("POLYGON ((0 0, 2 0, 4 0, 6 0, 6 4, 4 4, 2 4, 0 4, 0 0))")),
    .init("difference", square, shifted, expected: .text("POLYGON ((0 0, 2 0, 2 4, 0 4, 0 0))")),
    .init(
      "symDifference", square, shifted,
      expected: .text("MULTIPOLYGON (((0 0, 2 0, 2 4, 0 4, 0 0)), ((4 0, 6 0, 6 4, 4 4, 4 0)))")),
    .init(
      "unaryUnion", "MULTILINESTRING ((0 0, 2 2), (0 2, 2 0))",
      expected: .text("MULTILINESTRING ((0 0, 1 1), (1 1, 2 2), (0 2, 1 1), (1 1, 2 0))")),
    .init("simplify", "LINESTRING (0 0, 5 0.1, 10 0)", args: [.number(1)], expected: .text(line)),
    .init("simplifyPreserveTopology", square, args: [.number(100)], expected: .text(square)),
    .init("densify", line, args: [.number(5)], expected: .text("LINESTRING (0 0, 5 0, 10 0)")),
    .init("convexHull", "MULTIPOINT ((0 0), (4 0), (4 4), (0 4), (1 2))", expected: .text(square)),
    .init("centroid", square, expected: .text("POINT (2 2)")),
    .init("pointOnSurface", "MULTIPOINT ((0 0), EMPTY)", expected: .text("POINT (0 0)")),
    .init("boundary", line, expected: .text("MULTIPOINT ((0 0), (10 0))")),
    .init("buildArea", "LINESTRING (0 0, 4 0, 4 4, 0 4, 0 0)", expected: .text(square)),
    .init(
      "makeValid", bowtie, expected: .text("MULTIPOLYGON (((0 0, 1 1, 0 2, 0 0)), ((1 1, 2 0, 2 2, 1 1)))")),
    .init(
      "offsetCurve", line, args: [.number(3), .number(8), .text("round"), .number(5)],
      expected: .text("LINESTRING (0 3, 10 3)")),
    .init(
      "singleSidedBuffer", line, args: [.number(3), .number(8), .text("right")],
      expected: .text("LINESTRING (10 -3, 0 -3)")),
    .init(
      "buffer", square, args: [.number(-1), .number(8)],
      expected: .text("POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))")),
    .init(
      "bufferStyled", line, args: [.number(3), .number(8), .text("flat"), .text("mitre"), .number(5)],
      expected: .text("POLYGON ((0 3, 10 3, 10 -3, 0 -3, 0 3))")),
  ]

  /// What has to be refused before GEOS sees it.
  static let refusals: [ConformanceCase] = [
    .init("readWKT", "POINT (1e999 0)"),
    .init("readWKT", "LINESTRING (0 0, nan 1)"),
    .init("readWKT", "POLYGON ((0 0, 1 1, 0 1))"),
    .init("readWKT", "POINT (1 2) and more"),
    .init("readWKT", "POINT EMPTY and more"),
    .init("readWKT", "POINT (1 2)) POINT (3 4)"),
    .init("readWKT", "POINT (1 2"),
    .init("readWKT", ""),
    .init("readWKT", "POINT (1 2)\u{0}"),
    .init("readWKT", String(repeating: "GEOMETRYCOLLECTION (", count: 100_000)),
    .init("writeWKT", "POINT (1e200 0)"),
    .init("buffer", line, args: [.number(.nan), .number(8)]),
    .init("buffer", line, args: [.number(.infinity), .number(8)]),
    .init("buffer", line, args: [.number(1e308), .number(8)]),
    .init("buffer", line, args: [.number(1), .number(100_000_000)]),
    .init("buffer", line, args: [.number(1), .number(0)]),
    .init("offsetCurve", line, args: [.number(.nan), .number(8), .text("round"), .number(5)]),
    .init(
      "bufferStyled", line, args: [.number(1), .number(8), .text("flat"), .text("mitre"), .number(.nan)]),
    .init("densify", line, args: [.number(1e-9)]),
    .init("densify", line, args: [.number(0)]),
    .init("simplify", line, args: [.number(.nan)]),
    .init("maximumInscribedCircle", line, args: [.number(1)]),
    .init("maximumInscribedCircle", square, args: [.number(0)]),
    .init("hausdorffDistance", line, "MULTIPOINT (EMPTY)"),
    .init("project", line, "POINT EMPTY"),
    .init("relatePattern", line, line, args: [.text("T*F")]),
    .init("distanceWithin", line, line, args: [.number(.nan)]),
  ]
}

extension ConformanceCase {
  fileprivate init(
    _ op: String, _ a: String, _ b: String? = nil, args: [Argument]? = nil, expected: Argument = .text(""),
    tolerance: Double = 1e-9
  ) {
    let compare =
      switch expected {
      case .flag: "bool"
      case .number: "number"
      case .text: "normalized_exact"
      }
    self.init(
      op: op, a: a, b: b, args: args, expected: expected, compare: compare, tolerance: .number(tolerance),
      areaRelativeTolerance: nil, hausdorffTolerance: nil, desc: nil)
  }
}

extension ConformanceCase: CustomTestStringConvertible {
  var testDescription: String { "\(op) \(a.prefix(60)) \(b ?? "")" }
}
