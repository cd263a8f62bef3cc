internal import GEOS
internal import Settlement

/// What files hold, what is wrong with it, and what a plan would still need.
struct Inspection {
  /// The files as they were understood; shapes are judged, no settlement is made.
  let intake: Intake
  let roles: [RoleSummary]
  let canalsWithoutWidth: [FeatureReference]
  let duplicates: Duplicates
  let overlaps: Overlaps
  let slivers: [Sliver]
  let needs: [String]
  /// The last part of each path, or all of it where two files have the same; none where there is but one file.
  let shortNames: [String: String]

  init(paths: [String], options: IntakeOptions, console: Console) throws {
    var intake = try Intake.survey(paths: paths, options: options, console: console)
    try console.progress("judging shapes") { _ in try intake.findInvalidShapes(all: true) }
    self.intake = intake
    shortNames = Self.shortNames(paths)
    roles = RoleSummary.all(in: intake)
    canalsWithoutWidth = intake.canalsWithoutWidth
    duplicates = Duplicates(in: intake)
    overlaps = try console.progress("looking for overlaps") { _ in try Overlaps(in: intake) }
    slivers = Sliver.all(in: intake)
    needs = intake.needs(canalsWithoutWidth: canalsWithoutWidth.count)
  }

  private static func shortNames(_ paths: [String]) -> [String: String] {
    guard paths.count > 1 else { return [:] }
    let names = paths.map { String($0.split(separator: "/").last ?? $0[...]) }
    return Dictionary(zip(paths, Set(names).count == names.count ? names : paths)) { first, _ in first }
  }

  /// Every feature of every file.
  var features: [SourceFeature] { intake.sources.flatMap(\.features) }

  /// Why `plan` and `check` would refuse these files; nil when they would not.
  func refusal(mended: Set<FeatureReference> = []) -> Refusal? {
    var intake = intake
    for source in intake.sources.indices {
      for place in intake.sources[source].features.indices {
        let feature = intake.sources[source].features[place]
        guard mended.contains(feature.reference), case .invalid(let shape, _) = feature.placement else {
          continue
        }
        intake.sources[source].features[place].placement = .shape(shape)
      }
    }
    do throws(Refusal) {
      try intake.requireUsable()
      return nil
    } catch {
      return error
    }
  }
}

extension Intake {
  /// Canals drawn as lines for which neither the data nor `--canal-width` says how wide they are; pipes are left out.
  fileprivate var canalsWithoutWidth: [FeatureReference] {
    let makes = TakenFeatures(canalWidthMetres: options.canalWidthMetres)
    return sources.flatMap { source in
      source.features.compactMap { feature -> FeatureReference? in
        guard feature.role == .canal, let shape = feature.shape,
          source.collection.features.indices.contains(feature.reference.index)
        else { return nil }
        let properties = source.collection.features[feature.reference.index].properties
        let canal = makes.canal(feature.reference, shape, PropertyReader(properties.object))
        let isUnknown = canal.area.isEmpty && canal.widthMetres == nil && !canal.isCulvert
        return isUnknown ? feature.reference : nil
      }
    }
  }

  /// What a plan would still need, as requests.
  fileprivate func needs(canalsWithoutWidth: Int) -> [String] {
    var present: Set<Role> = []
    for source in sources {
      for feature in source.features { if let role = feature.role { present.insert(role) } }
    }
    var needs: [String] = []
    if !present.contains(.site) {
      needs.append("a site: the land that may be planned, as a Polygon with kind = site")
    }
    if !present.contains(.canal), !present.contains(.bank) {
      needs.append("a canal: a Polygon, or a LineString with width_m, with kind = canal")
    }
    if canalsWithoutWidth > 0 {
      needs.append(
        "the legal width of \(counted(canalsWithoutWidth, "canal")) drawn as a line: width_m, "
          + "or --canal-width for all")
    }
    if !present.contains(.road), !present.contains(.access) {
      needs.append("a way in: a public road (kind = road), or a Point with kind = access")
    }
    return needs
  }
}
