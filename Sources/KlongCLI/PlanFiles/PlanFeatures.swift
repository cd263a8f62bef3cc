internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// The features that a plan adds to what was given.
struct PlanFeatures {
  /// One thing of the plan before it has a place in degrees.
  private struct Draft {
    var id: String
    var properties: [(String, JSONValue?)]
    var style: [(String, JSONValue?)]
    var shape: Shape
    var isSetback = false
  }

  /// A feature that a strategy adds.
  struct Addition {
    var id: String
    var shape: Shape
    var properties: [(String, JSONValue?)]
  }

  private let intake: Intake
  private let marks: [String: [(String, JSONValue?)]]
  /// Ids of features that are passed through.
  private var taken: Set<String>
  private var drafts: [Draft] = []

  init(
    _ plan: Plan, in intake: Intake, passing ids: Set<String>, marks: [String: [(String, JSONValue?)]] = [:],
    adding additions: [Addition] = [], given: String? = nil
  ) {
    self.intake = intake
    self.marks = marks
    taken = ids
    for plot in plan.plots { add(plot) }
    for building in plan.buildings { add(building) }
    for lane in plan.lanes { add(lane) }
    for place in plan.sharedPlaces { add(place) }
    for line in plan.setbacks { add(line) }
    for addition in additions {
      let id = taken.insert(addition.id).inserted ? addition.id : free(addition.id, from: 2)
      drafts.append(Draft(id: id, properties: addition.properties, style: [], shape: addition.shape))
    }
    // Nobody deletes a setback line; what was given stays untouched.
    let keeper = drafts.indices.first { drafts[$0].isSetback } ?? drafts.indices.first
    if let given, let keeper { drafts[keeper].properties.append((Self.givenName, .string(given))) }
  }

  /// All features in the order of the plan: plots, envelopes, lanes and walkways, shared places, setback lines.
  func made() throws -> [MadeFeature] {
    let shapes = drafts.map(\.shape.rightHanded)
    let geometries = try intake.geometries(shapes)
    let prints = try intake.prints(of: shapes)
    return zip(drafts, zip(geometries, prints)).map { draft, place in
      let print: [(String, JSONValue?)] = [
        (Self.printName, place.1.map { .string("\($0.text) \(CornerDigits.text(of: place.0))") })
      ]
      let properties = (draft.properties + print + draft.style).compactMap { name, value in
        value.map { (name, $0) }
      }
      return MadeFeature(id: .string(draft.id), properties: JSONObject(properties), geometry: place.0)
    }
  }

  /// The property by which a feature that klong made is known, and known to be as it was.
  static let printName = "klong_made"
  /// The property of one feature that klong made, in which it keeps the last digits of what was given.
  static let givenName = "klong_given"

  private mutating func free(_ prefix: String, from number: Int) -> String {
    var number = number
    while taken.contains("\(prefix)\(number)") { number += 1 }
    let id = "\(prefix)\(number)"
    taken.insert(id)
    return id
  }

  private mutating func add(_ plot: Plot) {
    let area = plot.areaInSquareMetres
    let isEven = (plot.row?.drop { !$0.isNumber }).flatMap { Int($0) }?.isMultiple(of: 2) ?? true
    let id = plot.id ?? free("P", from: plot.number ?? 1)
    drafts.append(
      Draft(
        id: id,
        properties: [
          ("kind", "plot"), ("id", .string(id)), ("number", plot.number.map { .count($0) }),
          ("area_m2", .squareMetres(area)),
          ("area_sqwah", .squareMetres(area / ThaiArea.squareMetresPerSquareWah)),
          ("frontage_m", plot.frontageMetres.map(JSONValue.metres)),
          ("depth_m", plot.depthMetres.map(JSONValue.metres)),
          ("setback_m", plot.setbackMetres.map(JSONValue.metres)), ("row", plot.row.map(JSONValue.string)),
        ] + (marks[id] ?? []),
        style: .area(isEven ? "#f6d186" : "#f2b880", 0.7, title: plot.number.map { "Plot \($0)" }),
        shape: Shape(plot.area)))
  }

  private mutating func add(_ building: BuildingEnvelope) {
    drafts.append(
      Draft(
        id: free("E", from: 1),
        properties: [("kind", "building"), ("plot", building.plot.map(JSONValue.string))],
        style: .area("#a0522d", 0.5, title: "May be built on"), shape: Shape(building.area)))
  }

  private mutating func add(_ lane: Lane) {
    let isWalkway = lane.use == .walkway
    drafts.append(
      Draft(
        id: isWalkway ? free("W", from: 1) : free("L", from: 1),
        properties: [
          ("kind", isWalkway ? "walkway" : "lane"), ("width_m", lane.widthMetres.map(JSONValue.metres)),
          // A court is a lane by its role: one walks on it, and plots front on it.
          ("role", isWalkway ? nil : .string(lane.use == .spine ? "spine" : "lane")),
          ("use", lane.use == .court ? "court" : nil),
        ],
        style: .area(
          isWalkway ? "#9ecae1" : "#bdbdbd", 0.8,
          title: isWalkway ? "Walkway" : lane.use == .court ? "Court" : "Lane"),
        shape: Shape(lane.area)))
  }

  private mutating func add(_ place: SharedPlace) {
    drafts.append(
      Draft(
        id: free("S", from: 1),
        properties: [
          ("kind", "shared"), ("use", place.use.map(JSONValue.string)),
          ("area_m2", .squareMetres(place.area.reduce(0) { $0 + $1.areaInSquareMetres })),
        ],
        style: .area("#a1d99b", 0.6, title: "Shared ground"), shape: Shape(place.area)))
  }

  private mutating func add(_ line: SetbackLine) {
    drafts.append(
      Draft(
        id: free("B", from: 1),
        properties: [
          ("kind", "setback"), ("required_m", .metres(line.requiredMetres)), ("clause", .string(line.clause)),
          ("canal", line.canal.map(JSONValue.string)),
        ],
        style: [("stroke", "#d7301f"), ("stroke-width", 3), ("title", "Setback line")],
        shape: .lineString(line.line), isSetback: true))
  }
}

extension [(String, JSONValue?)] {
  /// Colours as simplestyle 1.1.0 names them, so that a web viewer shows a map at once.
  fileprivate static func area(_ fill: String, _ opacity: Double, title: String?) -> Self {
    [
      ("fill", .string(fill)), ("fill-opacity", .number(JSONNumber(opacity))), ("stroke", "#5b4636"),
      ("stroke-width", 1), ("title", title.map(JSONValue.string)),
    ]
  }
}

extension Shape {
  /// The same shape with its rings in the directions that RFC 7946 asks for.
  var rightHanded: Shape {
    switch self {
    case .polygon(let polygon): .polygon(polygon.rightHanded)
    case .multiPolygon(let parts): .multiPolygon(parts.map(\.rightHanded))
    default: self
    }
  }
}
