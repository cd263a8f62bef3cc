internal import CommandLineKit
internal import Cooperative
internal import Geometry
internal import JSON
internal import Settlement

/// The first version of the records of a plan whose plots have households.
struct MadeRecords {
  let records: TenureRecords
  let inputs: [FileIdentity?]

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    guard !arguments.positionals.isEmpty else {
      throw UsageError(
        "there is no plan", remedy: "write klong records PLAN --households FILE --date DATE -o FILE")
    }
    let date = try RecordsCommand.date(arguments)
    let options = try IntakeOptions(arguments)
    let intake = try Intake.read(paths: arguments.positionals, options: options, console: console)
    let file = try arguments.string("households").map { path in
      let file = try RosterFile(path, options: options)
      try file.requireSound()
      return file
    }
    let plots = intake.plan.plots.filter { $0.household != nil && !$0.area.isEmpty }
    guard !plots.isEmpty else {
      throw Refusal(
        file: arguments.positionals.first, problem: "no plot in it has a household",
        remedy: "seat people first: klong allocate")
    }
    let people = Dictionary(
      file?.roster.households.map { ($0.id, $0) } ?? [], uniquingKeysWith: { first, _ in first })
    let clauses = Set(intake.plan.setbacks.map(\.clause)).sorted()
    let dwellings = try plots.enumerated().map { index, plot in
      let household = plot.household ?? ""
      return TenureRecords.Dwelling(
        plot: plot.number.map(String.init) ?? plot.id ?? "\(index + 1)", household: household,
        name: arguments.has("names") ? people[household]?.name : nil,
        squareMetres: fixed(plot.areaInSquareMetres, decimals: 2), geometry: try intake.text(of: plot.area),
        setbacks: clauses)
    }
    let seated = Set(dwellings.map(\.household))
    let waiting = (file?.roster.households ?? []).filter { $0.needsPlot && !seated.contains($0.id) }.map(\.id)
    var sources = intake.sources.map { ("plan", $0.digest) }
    if let file { sources.append(("roster", file.digest)) }
    if let record = intake.klong?["allocation"]?["record_sha256"]?.string {
      sources.append(("allocation", record))
    }
    records = TenureRecords(dwellings: dwellings, waiting: waiting.sorted(), sources: sources, date: date)
    inputs = intake.sources.map(\.identity) + [file?.identity]
  }
}

extension Intake {
  /// An area as GeoJSON in degrees, on one line.
  fileprivate func text(of area: [Polygon]) throws -> String {
    let polygons = try area.map { polygon in
      JSONValue.array(
        try polygon.rightHanded.rings.map { ring in
          .array(
            try geographicPoints(ring.points).map { place in
              .array([place.longitude, place.latitude].map { .number(JSONNumber($0, decimals: 9)) })
            })
        })
    }
    let geometry: JSONValue =
      polygons.count == 1
      ? ["type": "Polygon", "coordinates": polygons[0]]
      : ["type": "MultiPolygon", "coordinates": .array(polygons)]
    return String(decoding: geometry.serialized(), as: UTF8.self)
  }
}
