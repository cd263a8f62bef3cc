import Settlement
import Testing

@testable import KlongCLI

@Suite("Intake: roles")
struct IntakeRoleTests {
  @Test(
    "what a feature is",
    arguments: [
      (#""kind":"house""#, Role?.some(.house), FoundRole.Origin.kind),
      (#""kind":" House ""#, .house, .kind),
      (#""kind":"house","building":"yes""#, .house, .kind),
      (#""building":"yes""#, .house, .tag("building")),
      (#""kind":"slum","building":"yes""#, .house, .tag("building")),
      (#""kind":"slum""#, nil, .unknownKind("slum")),
      (#""kind":null,"parcel":0"#, .parcel, .mapping("parcel=*:parcel")),
      (#""kind":"house","building":"temple""#, .keep, .mapping("building=temple:keep")),
      (#""building":null"#, nil, .nothing),
      ("", nil, .nothing),
    ])
  func role(properties: String, role: Role?, origin: FoundRole.Origin) throws {
    let file = try IntakeFile(features: [feature(properties, square)])
    let mappings = try ["building=temple:keep", "parcel=*:parcel"].map { try KindMapping($0) }
    let intake = try file.read { $0.mappings = mappings }
    #expect(intake.sources[0].features[0].found == FoundRole(role: role, origin: origin))
  }

  @Test(
    "a mapping that is none is refused",
    arguments: ["", "building", "building=yes", "=yes:house", "building:house", "building=yes:slum"])
  func mapping(text: String) { #expect(throws: (any Error).self) { try KindMapping(text) } }

  @Test("a mapping may hold colons and blanks")
  func colons() throws {
    let mapping = try KindMapping("addr:city=Bang Khen: north: Keep")
    #expect(mapping == KindMapping(key: "addr:city", value: "Bang Khen: north", role: .keep))
  }

  @Test(
    "widths of a canal drawn as a line, in metres",
    arguments: [
      (#""width_m":12"#, Double?.some(12)), (#""width_m":"12 m""#, 12), (#""width":"10'""#, 3.048),
      (#""width_m":null,"width":"3""#, 3), (#""est_width":"8""#, 8), (#""width_m":0"#, 7),
      (#""width_m":-3"#, 7), (#""width":"wide""#, 7), ("", 7), (#""width_m":[3]"#, 7),
    ])
  func width(properties: String, width: Double?) throws {
    let extra = properties.isEmpty ? "" : "," + properties
    let file = try IntakeFile(features: [feature(#""kind":"canal"\#(extra)"#, canalLine)])
    let intake = try file.read { $0.canalWidthMetres = 7 }
    #expect(intake.settlement.canals[0].widthMetres == width)
  }

  @Test("the width for lines is not given to areas")
  func areaWidth() throws {
    let file = try IntakeFile(features: [feature(#""natural":"water""#, square)])
    let canal = try file.read { $0.canalWidthMetres = 7 }.settlement.canals[0]
    #expect(canal.widthMetres == nil)
    #expect(canal.isStanding)
  }

  @Test("every role becomes a thing, and what a plan carries stands in the plan")
  func things() throws {
    let file = try IntakeFile(features: [
      feature(#""kind":"site""#, square), feature(#""kind":"canal""#, canalLine),
      feature(#""kind":"bank","date":2560"#, canalLine), feature(#""kind":"road","access":"no""#, canalLine),
      feature(#""kind":"access""#, point("100.588,13.85")), feature(#""kind":"house","storeys":"2""#, square),
      feature(#""kind":"keep","clearance_m":"2 m""#, point("100.588,13.85")),
      feature(#""kind":"parcel""#, square), feature(#""kind":"lane","locked":"yes""#, canalLine),
      feature(#""kind":"walkway""#, square), feature(#""kind":"plot","number":"7","locked":true"#, square),
      feature(#""kind":"shared""#, square), feature(#""kind":"building","plot":"p7""#, square),
      feature(#""kind":"setback","required_m":6"#, canalLine), feature(#""kind":"finding""#, canalLine),
    ])
    let intake = try file.read()
    let settlement = intake.settlement
    #expect(settlement.site.count == 1)
    #expect(settlement.banks.map(\.date) == ["2560"])
    #expect(settlement.roads.map(\.givesAccess) == [false])
    #expect(settlement.accessPoints.count == 1)
    #expect(settlement.houses.map(\.storeys) == [2])
    #expect(settlement.keeps.map(\.clearanceMetres) == [2])
    #expect(settlement.parcels.count == 1)
    #expect(settlement.lanes.map(\.use) == [.lane, .walkway])
    #expect(settlement.lanes.map(\.isLocked) == [true, false])
    #expect(settlement.plots == intake.plan.plots)
    #expect(intake.plan.plots.map(\.number) == [7])
    #expect(intake.plan.buildings.map(\.plot) == ["p7"])
    #expect(intake.plan.setbacks.map(\.requiredMetres) == [6])
    #expect(settlement.sharedPlaces == intake.plan.sharedPlaces)
  }

  @Test(
    "a shape that a stated role cannot have is refused, one that a tag suggests is passed over",
    arguments: [
      (feature(#""kind":"site""#, canalLine), true), (feature(#""kind":"bank""#, square), true),
      (feature(#""kind":"canal""#, point("100.588,13.85")), true),
      (feature(#""kind":"access""#, square), true), (feature(#""building":"yes""#, canalLine), false),
      (feature(#""waterway":"canal""#, point("100.588,13.85")), false),
      (feature(#""kind":"house""#, "null"), false),
    ])
  func fit(text: String, isRefused: Bool) throws {
    let file = try IntakeFile(features: [feature(#""kind":"house""#, square), text])
    let refusal = try file.refusal()
    #expect((refusal != nil) == isRefused)
    if let refusal { #expect(refusal.feature == 1 && refusal.code == .invalidInput) }
  }

  @Test("an area that crosses itself is refused with its place, never mended in silence")
  func invalid() throws {
    let file = try IntakeFile(features: [
      feature(#""kind":"house""#, square), feature(#""kind":"house""#, bowTie),
    ])
    let refusal = try #require(try file.refusal())
    #expect(refusal.feature == 1)
    #expect(refusal.problem.contains("100.588050 E 13.850050 N"))
    #expect(refusal.remedy.contains("--repair"))
  }

  @Test("repeated corners and unknown features do no harm")
  func harmless() throws {
    let repeated = polygon(
      "[100.588,13.85],[100.588,13.85],[100.5881,13.85],[100.5881,13.8501],[100.5881,13.8501],[100.588,13.85]"
    )
    let file = try IntakeFile(features: [
      feature(#""kind":"house""#, repeated), feature(#""kind":"moon""#, bowTie), feature("", "null"),
    ])
    #expect(try file.read().settlement.houses.count == 1)
  }
}
