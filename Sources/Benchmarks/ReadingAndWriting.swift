import GeoJSON
import JSON

/// GeoJSON of a made city, about 30 MB, read to values and written in the three ways there are.
struct ReadingAndWriting: Benchmark {
  static let name = "geojson"

  static let houses = 100_000

  func run() throws -> [Row] {
    let text = Self.city()
    let amount = "\(text.count / 1_000_000) MB, \(Self.houses) features"
    var rows: [Row] = []
    func time<Answer>(_ name: String, _ work: () throws -> Answer) rethrows -> Answer {
      let (answer, seconds) = try Stopwatch.time(work)
      let rate = Table.rounded(Double(text.count) / 1e6 / seconds, to: 0) + " MB/s"
      rows.append(Row(name: name, amount: amount, seconds: seconds, rate: rate))
      return answer
    }

    let city = try time("read GeoJSON") { try FeatureCollection(reading: text) }
    try expect(city.features.count, toBe: Self.houses, of: "features read")
    let copy = try time("write untouched") {
      try Self.written(text.count) { try $0.passing(city, adding: []) }
    }
    try expect(copy == text, toBe: true, of: "bytes come back as they were")
    let judged: [(String, JSONValue)] = [("klong_setback", "ok"), ("klong_distance_m", 12.5), ("storeys", 9)]
    let longer = try time("write, properties added") {
      try Self.written(2 * text.count) { try $0.passing(city, adding: judged) }
    }
    let made = try time("write made features") { try Self.written(text.count) { try $0.making(city) } }
    try Self.compare(try FeatureCollection(reading: longer), try FeatureCollection(reading: made), with: city)
    return rows
  }

  /// What was added is there, what was there is there still, and made coordinates are the same doubles.
  private static func compare(
    _ longer: FeatureCollection, _ made: FeatureCollection, with city: FeatureCollection
  ) throws {
    for (index, feature) in city.features.enumerated() {
      let (passed, copy) = (longer.features[index], made.features[index])
      try expect(passed.geometry, toBe: feature.geometry, of: "geometry of a feature passed on")
      try expect(passed.properties["klong_setback"], toBe: "ok", of: "property added")
      try expect(passed.properties["storeys"], toBe: 9, of: "property replaced")
      try expect(copy.id, toBe: feature.id, of: "id of a made feature")
      try expect(copy.geometry, toBe: feature.geometry, of: "geometry of a made feature")
    }
  }

  private static func written(
    _ size: Int, _ work: (FeatureCollectionWriter) throws -> Void
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + size / 8)
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    try work(writer)
    try writer.finish()
    return bytes
  }

  /// The same city every time: houses as four corners of scattered place, size and turn, with nine decimals.
  private static func city() -> [UInt8] {
    // Multiples of the golden ratio scatter evenly, with no generator to seed.
    var step = 0.0
    func metres(_ range: ClosedRange<Double>) -> Double {
      step += 0.618033988749895
      let share = step - step.rounded(.down)
      return (range.lowerBound + share * (range.upperBound - range.lowerBound)) * 9e-6
    }
    return
      (try? written(houses * 300) { writer in
        for index in 0..<houses {
          let (x, y) = (100.5 + metres(0...10_000), 13.7 + metres(0...20_000))
          let (a, b, turn) = (metres(3...8), metres(4...14), metres(-3...3))
          let corners = [(x, y), (x + a, y + turn), (x + a - turn, y + b), (x - turn, y + b - turn), (x, y)]
          let properties: JSONObject = [
            "kind": "building", "house_no": .string("\(1 + index % 999)/\(index / 999)"),
            "storeys": .number(JSONNumber(1 + index % 3)),
          ]
          try writer.write(
            made: MadeFeature(
              id: .number(JSONNumber(index)), properties: properties,
              geometry: .polygon([corners.map { Position(x: $0.0, y: $0.1) }])))
        }
      }) ?? []
  }
}

extension FeatureCollectionWriter {
  fileprivate func passing(_ city: FeatureCollection, adding: [(String, JSONValue)]) throws {
    for feature in city.features { try write(passing: feature, adding: adding) }
  }

  fileprivate func making(_ city: FeatureCollection) throws {
    for feature in city.features {
      try write(
        made: MadeFeature(
          id: feature.id, properties: ["kind": "building", "storeys": 2], geometry: feature.geometry))
    }
  }
}
