import GEOS
import Geometry
import Testing

/// Inputs on which plain GEOS 3.11.1 was measured to crash, hang or mislead.
@Suite struct HostileInputTests {
  @Test func noSharedCaseEndsInASignal() throws {
    guard let cases = try ConformanceFile.read()?.mustNotCrash else {
      print("GEOS must_not_crash: skipped, there is no ../shared/data/conformance/geos_cases.json")
      return
    }
    var answered = 0
    var refused = 0
    var notOffered = 0
    for row in cases {
      do {
        switch try row.expanded.run(limit: .seconds(5)) {
        case .some: answered += 1
        // GEOS's GeoJSON reader and writer are never called: the GeoJSON module does that work.
        case nil: notOffered += 1
        }
      } catch {
        refused += 1
      }
    }
    print(
      """
      GEOS must_not_crash: \(cases.count) of \(cases.count) ended: \(answered) answered, \(refused) refused, \
      \(notOffered) not offered (GeoJSON is not read or written by GEOS)
      """)
    #expect(answered + refused + notOffered == cases.count)
    #expect(notOffered == 5)
  }
}

extension ConformanceCase {
  /// The row with words such as "LINESTRING with coordinates (0 0, NaN 1, 2 2)" turned into text.
  var expanded: ConformanceCase {
    var text = a.replacing(" with coordinates", with: "").replacing("Infinity", with: "inf")
    if a.hasPrefix("100,000 nested") { text = String(repeating: "GEOMETRYCOLLECTION (", count: 100_000) }
    return ConformanceCase(
      op: op, a: text, b: b, args: args, expected: expected, compare: compare, tolerance: tolerance,
      areaRelativeTolerance: areaRelativeTolerance, hausdorffTolerance: hausdorffTolerance, desc: desc)
  }
}
