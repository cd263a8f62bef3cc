import GeoJSON
import Geometry
import Glibc
import JSON
import KlongCLI
import PROJ
import SyntheticSettlements

/// `klong programme` on a made programme of a national size: 874 projects, 91,805 families.
///
/// Its budgets come to 147 million US dollars, 168,192 a project. The average printed with these totals, 185,392, does
/// not follow from them (874 times it is 162 million) and is not used. The totals are given figures, not verified.
struct ProgrammeReport: Benchmark {
  static let name = "programme-report"

  static let projects = 874
  static let families = 91_805
  static let dollars = 147_000_000

  /// Plans that are checked again. `KLONG_PLANS=874` makes as many as there are projects.
  var plans = getenv("KLONG_PLANS").flatMap { Int(String(cString: $0)) } ?? 60

  func run() throws -> [Row] {
    let folder = SmallFile.temporaryFolder()
    defer { SmallFile.remove(folder) }
    return try [figures(in: folder), files(in: folder)]
  }

  /// A list with figures alone.
  private func figures(in folder: String) throws -> Row {
    var draw = SeededDraw(seed: 1)
    let families = draw.parts(of: Self.families, among: Self.projects, least: 5)
    let dollars = draw.parts(of: Self.dollars, among: Self.projects, least: 10_000)
    let rows = zip(families, dollars).enumerated().map { number, figures in
      "Project \(number),done,City \(number % 226),Network \(number % 5),\(figures.0),\(figures.1),USD\n"
    }
    let list = "\(folder)/projects.csv"
    try SmallFile.write(
      Array(("project,status,city,network,families,budget,currency\n" + rows.joined()).utf8), to: list)
    let (together, seconds) = try Self.report(on: list, "--by", "city")
    try expect(together["projects"]?.int, toBe: Self.projects, of: "projects")
    try expect(together["families"]?.int, toBe: Self.families, of: "families")
    try expect(together["budget"]?.string, toBe: "\(Self.dollars).00", of: "budgets")
    try expect(Self.dollars / Self.projects, toBe: 168_192, of: "dollars a project")
    return Row(
      name: "\(Self.name), figures", amount: "\(Self.projects) projects, \(Self.families) families",
      seconds: seconds, rate: "147 M USD, 168,192 a project")
  }

  /// Plans of about 105 plots, each checked again.
  private func files(in folder: String) throws -> Row {
    let site = "\(folder)/site.geojson"
    let first = "\(folder)/plan.geojson"
    let made = "\(folder)/plans"
    mkdir(made, 0o700)
    var draw = SeededDraw(seed: 2)
    for number in 0..<plans {
      // As many kinds of site as a short run can plan; each file is read and checked by itself.
      if number < Self.sites {
        try SmallFile.write(Self.site(lengthMetres: draw.number(from: 140, to: 165)), to: site)
        _ = runKlong(arguments: ["plan", site, "--quiet", "-o", first])
      }
      SmallFile.copy(
        number < Self.sites ? first : "\(made)/\(number % Self.sites).geojson",
        to: "\(made)/\(number).geojson")
    }
    PeakMemory.reset()
    let (together, seconds) = try Self.report(on: made)
    let plots = together["plots"]?.int ?? 0
    try expect(together["projects"]?.int, toBe: plans, of: "plans read")
    try expect(together["not_read"]?.int, toBe: 0, of: "plans not read")
    try expect(together["breaches"]?.int, toBe: 0, of: "breaches of plans that klong made")
    try expect(
      (90...120).contains(plots / max(1, plans)), toBe: true, of: "plots a plan, \(plots / max(1, plans))")
    let all = Table.rounded(seconds * Double(Self.projects) / Double(max(1, plans)), to: 0)
    return Row(
      name: "\(Self.name), files", amount: "\(plans) plans, \(plots) plots", seconds: seconds,
      rate: plans < Self.projects ? "\(all) s for \(Self.projects), extrapolated" : "all cores")
  }

  private static let sites = 8

  private static func report(
    on path: String, _ words: String...
  ) throws -> (together: JSONValue, seconds: Double) {
    let output = path + ".json"
    let (code, seconds) = Stopwatch.time {
      runKlong(arguments: ["programme", path, "--format", "json", "--quiet", "-o", output] + words)
    }
    try expect(code, toBe: 0, of: "exit code of klong programme")
    let report = try JSONDocument(parsing: try InputFile.read(output).bytes).value
    guard let together = report["together"] else { throw WrongAnswer(description: "no sum in the report") }
    return (together, seconds)
  }

  /// A strip beside a canal of 8 m, 30 m deep, with a road along its end.
  private static func site(lengthMetres length: Double) throws -> [UInt8] {
    let projection = try Projection(CoordinateReferenceSystem("EPSG:32647"))
    func positions(_ points: [(Double, Double)]) throws -> [Position] {
      try projection.geographicPoints(from: points.map { Point(x: 671_000 + $0.0, y: 1_531_000 + $0.1) })
        .map { Position(x: $0.longitude, y: $0.latitude) }
    }
    let features: [(JSONObject, FeatureGeometry)] = [
      (
        ["kind": "site"],
        .polygon([try positions([(0, 0), (length, 0), (length, 30), (0, 30), (0, 0)])])
      ),
      (
        ["kind": "canal", "width_m": 8],
        .multiLineString([try positions([(-30, -5), (length + 30, -5)])])
      ),
      (
        ["kind": "road", "width_m": 6], .multiLineString([try positions([(-3, 0), (-3, 90)])])
      ),
    ]
    var bytes: [UInt8] = []
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    for (number, feature) in features.enumerated() {
      try writer.write(
        made: MadeFeature(
          id: .number(JSONNumber(number)), properties: feature.0, geometry: feature.1))
    }
    try writer.finish()
    return bytes
  }
}

extension SeededDraw {
  /// Whole parts of at least `least` that add up to the whole.
  fileprivate mutating func parts(of whole: Int, among count: Int, least: Int) -> [Int] {
    let weights = (0..<count).map { _ in number(from: 0.2, to: 1.8) }
    let sum = weights.reduce(0, +)
    let free = Double(whole - least * count)
    var parts = weights.map { least + Int(free * $0 / sum) }
    let rest = whole - parts.reduce(0, +)
    for index in parts.indices.prefix(max(0, rest)) { parts[index] += 1 }
    return parts
  }
}
