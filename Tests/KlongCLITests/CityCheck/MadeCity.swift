import TestSupport

/// Canals and buildings as people and programs write them, from a seed.
struct MadeCity {
  private var random: SplitMix64
  private(set) var canals: [String] = []
  private(set) var buildings: [String] = []

  init(seed: UInt64, buildings count: Int) {
    random = SplitMix64(seed: seed)
    for number in 0..<12 { canals.append(canal(number)) }
    for number in 0..<count { buildings.append(building(number)) }
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }

  /// Metres from a corner at 100.5 E 13.8 N, with as many decimals as files have.
  private mutating func position(_ x: Double, _ y: Double) -> String {
    let (longitude, latitude) = (100.5 + x / 108_100, 13.8 + y / 110_630)
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: "[\(longitude),\(latitude)]"
    case 1: "[ \(longitude) , \(latitude) ]"
    default: "[\((longitude * 1e8).rounded() / 1e8), \((latitude * 1e8).rounded() / 1e8)]"
    }
  }

  private mutating func ring(_ corners: [(Double, Double)]) -> String {
    var texts: [String] = []
    for corner in corners { texts.append(position(corner.0, corner.1)) }
    return "[" + (texts + texts.prefix(1)).joined(separator: ", ") + "]"
  }

  private mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ depth: Double) -> String {
    ring([(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)])
  }

  private mutating func canal(_ number: Int) -> String {
    let (x, y) = (self.number(0...900), self.number(0...900))
    let width = ["4", "9.5", "\"12 m\"", "\"12'\"", "null", "25"].randomElement(using: &random) ?? "8"
    let tag = number % 3 == 0 ? #""waterway":"canal""# : #""kind":"canal""#
    let culvert = number == 7 ? #","tunnel":"culvert""# : ""
    let properties = #"{\#(tag),"name":"คลอง \#(number)","width_m":\#(width)\#(culvert)}"#
    let geometry: String
    switch number % 4 {
    case 0:
      let island = rectangle(x + 60, y + 10, 30, 8)
      geometry = #"{"type":"Polygon","coordinates":[\#(rectangle(x, y, 300, 30)), \#(island)]}"#
    case 1:
      let parts = "[\(rectangle(x, y, 8, 200))],[\(rectangle(x + 40, y, 20, 150))]"
      geometry = #"{"type":"MultiPolygon","coordinates":[\#(parts)]}"#
    default:
      var points: [String] = []
      for step in 0..<6 { points.append(position(x + Double(step) * 50, y + self.number(-20...20))) }
      geometry = #"{"type":"LineString","coordinates":[\#(points.joined(separator: ","))]}"#
    }
    return #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
  }

  private mutating func building(_ number: Int) -> String {
    let (x, y) = (self.number(0...1200), self.number(0...1000))
    let (width, depth) = (self.number(3...12), self.number(3...12))
    let properties = Self.properties[number % Self.properties.count]
    let geometry: String
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      let corners = [(x, y), (x + 9, y), (x + 9, y + 4), (x + 4, y + 4), (x + 4, y + 9), (x, y + 9)]
      geometry = #"{"type":"Polygon","coordinates":[\#(ring(corners))]}"#
    case 1:
      let court = rectangle(x + 4, y + 4, 6, 6)
      geometry = #"{"type":"Polygon","coordinates":[\#(rectangle(x, y, 20, 20)),\#(court)]}"#
    case 2:
      let parts = "[\(rectangle(x, y, width, depth))],[\(rectangle(x + 30, y, width, depth))]"
      geometry = #"{"coordinates":[\#(parts)],"type":"MultiPolygon"}"#
    case 3: geometry = #"{"type":"Point","coordinates":\#(position(x, y))}"#
    case 4: geometry = number % 5 == 0 ? "null" : #"{"type":"Point","coordinates":[]}"#
    case 5: geometry = #"{"type":"LineString","coordinates":[\#(position(x, y)),\#(position(x + 5, y))]}"#
    case 6: geometry = #"{"type":"Polygon","coordinates":[\#(rectangle(x, y, 250, 60))]}"#
    default: geometry = #"{"type":"Polygon","coordinates":[\#(rectangle(x, y, width, depth))]}"#
    }
    let isStated = properties.contains("\"kind\"")
    // A stated house must have the shape of one.
    let own = geometry.contains("LineString") && isStated ? #"{"highway":"residential"}"# : properties
    return #"{"type":"Feature","id":\#(number),"properties":\#(own),"geometry":\#(geometry)}"#
  }

  /// As they are found: with and without a role, with strange letters, numbers and places, and none at all.
  private static let properties = [
    #"{"kind":"house","house_no":"1/1","storeys":2}"#, #"{"building":"yes"}"#, "{}", "null",
    #"{ "kind" : "house" , "name" : "บ้านริมคลอง" }"#, #"{"kind":"house","note":"a \"quoted\" } word"}"#,
    #"{"kind":"House","klong_setback":"ok","klong_old":1}"#, #"{"building":"no","x":1e3}"#,
    #"{"building":"house","structure":"pier","tags":{"a":[1,2]}}"#, #"{"amenity":"place_of_worship"}"#,
    #"{"building":true,"height":-0.5E+1}"#, #"{"house_no":"","empty":null,"yes":false}"#,
  ]
}
