internal import CommandLineKit
internal import Regulations

/// The water, and the structure beside it, that `rules explain` is asked about.
struct WaterQuestion {
  let water: WaterBody
  let structure: String?

  static let table: [OptionSpec] = [
    OptionSpec("canal-width", value: "METRES", help: "explain: legal width of the water"),
    OptionSpec("depth", value: "METRES", help: "explain: depth of the water"),
    OptionSpec("area", value: "HECTARES", help: "explain: area of a lake"),
    OptionSpec("basin", value: "KM2", help: "explain: land drained above this place"),
    OptionSpec("class", value: "WORD", help: "explain: class of the channel in the words of the book"),
    OptionSpec("land-class", value: "WORD", help: "explain: class of the land beside it, such as urban"),
    OptionSpec("locality", value: "WORD", help: "explain: the local authority"),
    OptionSpec("lined", help: "explain: the channel is lined"),
    OptionSpec("unlined", help: "explain: the channel is not lined"),
    OptionSpec("diked", help: "explain: a dike or embankment stands along it"),
    OptionSpec("undiked", help: "explain: no dike or embankment stands along it"),
    OptionSpec(
      "form", value: "FORM", default: "channel", allowed: WaterBody.Form.allCases.map(\.rawValue),
      help: "explain: channel, or large_body for a swamp, lake, reservoir or the sea"),
    OptionSpec(
      "structure", value: "WORD", help: "explain: what stands there, such as pier; a building if left out"),
  ]

  init(_ arguments: ParsedArguments) throws {
    let most = 10_000_000.0
    water = try WaterBody(
      form: arguments.choice("form", default: WaterBody.Form.channel),
      widthMetres: arguments.metres("canal-width", in: 0...10_000),
      depthMetres: arguments.metres("depth", in: 0...10_000),
      areaHectares: arguments.number("area", in: 0...most, unit: "hectares"),
      basinSquareKilometres: arguments.number("basin", in: 0...most, unit: "square kilometres"),
      landClass: arguments.string("land-class"), channelClass: arguments.string("class"),
      isLined: Self.truth(arguments, "lined"), isDiked: Self.truth(arguments, "diked"),
      locality: arguments.string("locality"))
    structure = arguments.string("structure")
  }

  /// Nil where neither the word nor its contrary was given.
  private static func truth(_ arguments: ParsedArguments, _ name: String) throws(UsageError) -> Bool? {
    let (yes, no) = (arguments.has(name), arguments.has("un\(name)"))
    guard yes != no else {
      guard yes else { return nil }
      throw UsageError("--\(name) contradicts --un\(name)", remedy: "keep one of them")
    }
    return yes
  }

  /// `channel, 9.5 m wide, depth 2 m, land class urban, not diked`
  var words: String {
    let parts: [String?] = [
      water.form == .channel ? "channel" : "large water body",
      water.widthMetres.map { "\(plain($0)) m wide" }, water.depthMetres.map { "\(plain($0)) m deep" },
      water.areaHectares.map { "\(plain($0)) ha" },
      water.basinSquareKilometres.map { "basin of \(plain($0)) km2" },
      water.channelClass.map { "class \($0)" }, water.landClass.map { "land class \($0)" },
      water.locality.map { "in \($0)" }, water.isLined.map { $0 ? "lined" : "not lined" },
      water.isDiked.map { $0 ? "diked" : "not diked" }, structure.map { "structure \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

/// The shortest digits, without `.0`.
func plain(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? "\(number)"
}
