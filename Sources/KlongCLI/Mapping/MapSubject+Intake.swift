internal import Cartography
internal import Compliance
internal import Geometry
internal import Settlement

extension MapSubject {
  /// What of some files may be printed: shapes and numbers, and by the level of privacy houses and households.
  ///
  /// An allow-list: a property that is not copied here stands on no sheet.
  init(_ intake: Intake, terms: MapTerms) throws {
    guard let plane = intake.plane else {
      throw Refusal(problem: "no feature has a place", remedy: "give a plan or a settlement as GeoJSON")
    }
    let layout = try CheckedFiles(intake).layout
    let scale = try plane.projection.scale(at: plane.centre)
    let digests = intake.sources.map(\.digest)
    self.init(
      settlement: Self.allowed(layout.settlement, terms.privacy),
      plan: Self.allowed(layout.plan, terms.privacy),
      title: terms.title ?? layout.settlement.canals.lazy.compactMap(\.name).first ?? "",
      digest: digests.count == 1 ? digests[0] : SHA256.hexadecimal(of: Array(digests.joined().utf8)),
      systemName: plane.system.title, gridScale: (scale.meridional * scale.parallel).squareRoot(),
      convergence: -scale.convergenceInDegrees / 180 * .pi, version: terms.version, isAgreed: terms.isAgreed,
      date: terms.date)
    isReblocking = intake.klong?["command"]?.string == "reblock"
    guard terms.privacy != .public else { return }
    seats = Self.seats(intake, layout)
    addResidents(intake, layout, terms)
  }

  /// Who moves where, as plans with phases or relocation say it: `plot` on houses.
  private static func seats(_ intake: Intake, _ layout: CheckedLayout) -> [String: Seat] {
    var keys: [String: String] = [:]
    for plot in layout.plan.plots {
      if let id = plot.id { keys[id] = key(plot) }
    }
    var seats: [String: Seat] = [:]
    for house in layout.settlement.houses {
      let properties = PropertyReader(intake.feature(house.reference)?.properties.object ?? [:])
      guard let key = properties.text("plot").flatMap({ keys[$0] }) else { continue }
      let area = house.footprint.reduce(0) { $0 + $1.areaInSquareMetres }
      seats[key] = Seat(houseNumber: house.houseNumber, squareMetres: area > 0 ? area : nil)
    }
    return seats
  }

  private static func allowed(_ given: Settlement, _ privacy: MapTerms.Privacy) -> Settlement {
    var shown = Settlement()
    shown.site = given.site
    shown.parcels = given.parcels.map {
      Parcel(reference: .init(id: privacy == .public ? nil : $0.reference.id), area: $0.area)
    }
    shown.canals = given.canals
    shown.banks = given.banks.map { BankLine(reference: .init(), line: $0.line, canal: $0.canal) }
    shown.roads = given.roads
    shown.accessPoints = given.accessPoints
    shown.lanes = given.lanes
    shown.keeps = given.keeps
    shown.houses = given.houses.map { house in
      House(
        reference: .init(), footprint: house.footprint, point: house.point,
        houseNumber: privacy == .public ? nil : house.houseNumber, isLocked: house.isLocked)
    }
    return shown
  }

  private static func allowed(_ given: Plan, _ privacy: MapTerms.Privacy) -> Plan {
    var shown = given
    for index in shown.plots.indices {
      shown.plots[index].reference = .init()
      shown.plots[index].group = nil
      // Who lives where is told by residents alone.
      shown.plots[index].household = nil
    }
    return shown
  }
}
