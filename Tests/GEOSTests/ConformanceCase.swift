import Foundation
import GEOS
import Geometry
import TestSupport

/// One row of `geos_cases.json`: an operation, its operands as text, and what GEOS's own tests expect.
struct ConformanceCase: Decodable, Sendable {
  let op: String
  let a: String
  let b: String?
  let args: [Argument]?
  let expected: Argument
  let compare: String?
  let tolerance: Argument?
  let areaRelativeTolerance: Double?
  let hausdorffTolerance: Double?
  let desc: String?

  enum CodingKeys: String, CodingKey {
    case op, a, b, args, expected, compare, tolerance, desc
    case areaRelativeTolerance = "area_rel_tolerance"
    case hausdorffTolerance = "hausdorff_tolerance"
  }
}

/// A number, a word or a yes or no of a row. `"NaN"` and `"Infinity"` stand for those numbers.
enum Argument: Decodable, Sendable {
  case number(Double)
  case text(String)
  case flag(Bool)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      let text = try value.decode(String.self)
      self = ["NaN", "Infinity"].contains(text) ? .number(Double(text) ?? .nan) : .text(text)
    }
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}

/// The shared file, where there is one.
struct ConformanceFile: Decodable {
  let cases: [ConformanceCase]
  let mustNotCrash: [ConformanceCase]
  let mustEnd: [ConformanceCase]

  enum CodingKeys: String, CodingKey {
    case cases
    case mustNotCrash = "must_not_crash"
    case mustEnd = "must_end"
  }

  static let url = SharedData.file("data/conformance/geos_cases.json")

  static func read() throws -> ConformanceFile? {
    guard let url else { return nil }
    // The file was written by Python, which writes infinity as a bare word that no JSON reader takes.
    let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      .replacingOccurrences(of: ":Infinity", with: ":\"Infinity\"")
    return try JSONDecoder().decode(ConformanceFile.self, from: Data(text.utf8))
  }
}

extension ConformanceCase {
  enum Answer {
    case flag(Bool)
    case number(Double)
    case shape(Shape)
  }

  /// Runs the operation by the public interface; nil when it is not offered.
  func run(limit: Duration = .seconds(60)) throws -> Answer? {
    switch op {
    case "isValid": return .flag(try Validity(ofWKT: a, limit: limit).isValid)
    case "readWKT": return .shape(try Shape(wkt: a, limit: limit))
    case "readGeoJSON", "writeGeoJSON": return nil
    default: break
    }
    let a = try Shape(wkt: a, limit: limit)
    return try predicate(a, limit).map { .flag($0) } ?? measure(a, limit).map { .number($0) }
      ?? overlay(a, limit).map { .shape($0) } ?? curve(a, limit).map { .shape($0) }
      ?? derived(a, limit).map { .shape($0) }
  }

  private func other() throws -> Shape {
    try Shape(wkt: b ?? "")
  }

  private func number(_ index: Int) throws -> Double {
    guard let args, args.indices.contains(index), let number = args[index].number else {
      throw MalformedCase(op: op)
    }
    return number
  }

  private func text(_ index: Int) throws -> String {
    guard let args, args.indices.contains(index), let text = args[index].text else {
      throw MalformedCase(op: op)
    }
    return text
  }

  private func predicate(_ a: Shape, _ limit: Duration) throws -> Bool? {
    switch op {
    case "isSimple": try a.isSimple(limit: limit)
    case "intersects": try a.intersects(other(), limit: limit)
    case "touches": try a.touches(other(), limit: limit)
    case "overlaps": try a.overlaps(other(), limit: limit)
    case "contains": try a.contains(other(), limit: limit)
    case "disjoint": try a.disjoint(other(), limit: limit)
    case "covers": try a.covers(other(), limit: limit)
    case "coveredBy": try a.coveredBy(other(), limit: limit)
    case "within": try a.within(other(), limit: limit)
    case "crosses": try a.crosses(other(), limit: limit)
    case "equals": try a.equals(other(), limit: limit)
    case "relatePattern": try a.relate(other(), pattern: text(0), limit: limit)
    case "distanceWithin": try a.isWithin(metres: number(0), of: other(), limit: limit)
    default: nil
    }
  }

  private func measure(_ a: Shape, _ limit: Duration) throws -> Double? {
    switch op {
    case "distance": try a.distance(to: other(), limit: limit)
    case "hausdorffDistance": try a.hausdorffDistance(to: other(), limit: limit)
    case "project": try a.distanceAlong(to: other(), limit: limit)
    case "length": try a.lengthInMetres(limit: limit)
    case "area": try a.area(limit: limit)
    case "maximumInscribedCircle":
      try a.maximumInscribedCircle(toleranceMetres: number(0), limit: limit).radiusMetres
    case "writeWKT": try Double(a.wkt.utf8.count)
    default: nil
    }
  }

  private func overlay(_ a: Shape, _ limit: Duration) throws -> Shape? {
    switch op {
    case "intersection": try a.intersection(other(), limit: limit)
    case "union": try b == nil ? a.unaryUnion(limit: limit) : a.union(other(), limit: limit)
    case "difference": try a.difference(other(), limit: limit)
    case "symDifference": try a.symmetricDifference(other(), limit: limit)
    case "unaryUnion": try a.unaryUnion(limit: limit)
    default: nil
    }
  }

  private func curve(_ a: Shape, _ limit: Duration) throws -> Shape? {
    let segments = args.flatMap { $0.count > 1 ? $0[1].number.flatMap { Int(exactly: $0) } : nil } ?? 8
    switch op {
    case "buffer":
      return try a.buffered(byMetres: number(0), quadrantSegments: segments, limit: limit)
    case "bufferStyled":
      return try a.buffered(
        byMetres: number(0), quadrantSegments: segments, cap: .init(word: text(2)),
        join: .init(word: text(3)), mitreLimit: number(4), limit: limit)
    case "offsetCurve":
      return try a.offsetCurve(
        byMetres: number(0), quadrantSegments: segments, join: .init(word: text(2)), mitreLimit: number(3),
        limit: limit)
    case "singleSidedBuffer":
      return try a.singleSidedCurve(
        byMetres: number(0), side: text(2) == "left" ? .left : .right, quadrantSegments: segments,
        limit: limit)
    default: return nil
    }
  }

  private func derived(_ a: Shape, _ limit: Duration) throws -> Shape? {
    switch op {
    case "simplify": try a.simplified(toleranceMetres: number(0), limit: limit)
    case "simplifyPreserveTopology":
      try a.simplifiedPreservingTopology(toleranceMetres: number(0), limit: limit)
    case "densify": try a.densified(toMetres: number(0), limit: limit)
    case "convexHull": try a.convexHull(limit: limit)
    case "centroid": try a.centroid(limit: limit).map { .point($0) } ?? .empty(.point)
    case "pointOnSurface": try a.pointOnSurface(limit: limit).map { .point($0) } ?? .empty(.point)
    case "boundary": try a.boundary(limit: limit)
    case "buildArea": try a.builtArea(limit: limit)
    case "makeValid": try a.madeValid(limit: limit)
    default: nil
    }
  }
}

struct MalformedCase: Error { let op: String }

extension BufferCap {
  init(word: String) {
    self = word == "flat" ? .flat : word == "square" ? .square : .round
  }
}

extension BufferJoin {
  init(word: String) {
    self = word == "mitre" ? .mitre : word == "bevel" ? .bevel : .round
  }
}
