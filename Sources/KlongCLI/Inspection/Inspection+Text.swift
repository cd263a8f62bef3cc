internal import CommandLineKit
internal import GeoJSON
internal import Settlement

extension Inspection {
  /// The report for people.
  func text(repairs: [Repair], isRepaired: Bool, width: Int) -> String {
    var report = Page(width: width)
    for source in intake.sources { describe(source, in: &report) }
    describePlane(in: &report)
    describeRoles(in: &report)
    describeFaults(in: &report, repairs: repairs, isRepaired: isRepaired)
    describeDoubles(in: &report)
    if !needs.isEmpty {
      report.title("What a plan would still need")
      for need in needs { report.line("- " + need) }
    }
    let mended = isRepaired ? Set(repairs.filter { $0.geometry != nil }.map(\.feature)) : []
    describeVerdict(refusal(mended: mended), isRepaired: isRepaired, in: &report)
    return report.text
  }

  private func describe(_ source: SourceFile, in report: inout Page) {
    report.title(source.path == "-" ? "standard input" : source.path)
    report.line(
      "\(source.collection.form.text), \(counted(source.features.count, "feature")), "
        + "\(counted(source.byteCount, "byte")), SHA-256 \(source.digest.prefix(12))")
    report.line("coordinates: \(source.system.text)")
    if let text = source.restoredText { report.line(text) }
    if let problem = source.problem {
      let feature = problem.feature.map { "feature \($0): " } ?? ""
      report.line("cannot be used: \(feature)\(problem.text)")
      report.line("what to do: \(problem.remedy)", indent: 4)
    }
  }

  private func describePlane(in report: inout Page) {
    guard let plane = intake.plane else { return }
    report.title("Working plane: \(plane.system.name), \(plane.system.title)")
    switch plane.origin {
    case .option: report.line("named by --crs")
    case .plan: report.line("the plan in the file was made on it")
    case .zone: report.line("the zone of the settlement's middle, \(plane.centre.text)")
    }
    report.line("operation: \(plane.projection.operation), \(accuracyText(plane.projection.accuracyMetres))")
    if let distortion = try? plane.distortion(at: plane.centre) {
      report.line("a hundred metres there are drawn \(fixed(distortion * 10_000, decimals: 1)) cm off")
    }
  }

  private func describeRoles(in report: inout Page) {
    guard !roles.isEmpty else { return }
    report.title("Roles")
    for role in roles {
      let types = role.types.map { "\(grouped(Double($0.count))) \($0.name)" }.joined(separator: ", ")
      report.line("\(role.role?.rawValue ?? "no role"): \(grouped(Double(role.count))) (\(types))")
      for origin in role.origins.prefix(Page.mostEntries) {
        report.line("by \(origin.name): \(grouped(Double(origin.count)))", indent: 4)
      }
      if role.areaSquareMetres > 0 {
        let area = grouped(role.areaSquareMetres, decimals: 1)
        report.line(
          "area \(area) m², \(ThaiArea(squareMetres: role.areaSquareMetres)) rai-ngan-wah", indent: 4)
      }
      if role.lengthMetres > 0 {
        report.line("length \(grouped(role.lengthMetres, decimals: 1)) m", indent: 4)
      }
    }
    if roles.allSatisfy({ $0.role == nil }) {
      report.line("no feature has a role yet: give it by kind, or with --kind KEY=VALUE:ROLE")
    }
  }

  private func describeVerdict(_ refusal: Refusal?, isRepaired: Bool, in report: inout Page) {
    let what = intake.sources.count == 1 ? "The file" : "The files"
    guard let refusal else {
      report.title("\(what) can be used\(isRepaired ? " as repaired" : "").")
      return
    }
    guard intake.sources.allSatisfy({ $0.problem == nil }) else {
      report.title("\(what) cannot be used, for the reason given above.")
      return
    }
    let feature = refusal.feature.map { "feature \($0): " } ?? ""
    report.title("\(what) cannot be used: \(feature)\(refusal.problem)")
    report.line("what to do: \(refusal.remedy)")
  }
}

/// How exact an operation is, in words.
func accuracyText(_ metres: Double?) -> String {
  switch metres {
  case nil: "of unknown accuracy"
  case 0: "exact"
  case let metres?: "good to \(fixed(metres, decimals: 2)) m"
  }
}

extension SourceSystem {
  /// The system, how it was found and how the way to WGS 84 goes.
  var text: String {
    guard origin == .member else { return "WGS 84 longitude and latitude (RFC 7946; the file has no crs)" }
    guard let system else { return "unknown" }
    let name = "\(system.name), \(system.title) (named by crs)"
    return operation.map { "\(name); to WGS 84 by \($0), \(accuracyText(accuracyMetres))" } ?? name
  }
}

extension FeatureCollection.Form {
  /// What the file is, for people.
  var text: String {
    switch self {
    case .collection: "GeoJSON FeatureCollection"
    case .feature: "one GeoJSON Feature"
    case .geometry: "one GeoJSON geometry"
    case .textSequence: "GeoJSON text sequence (RFC 8142)"
    case .lines: "GeoJSON, a feature a line"
    }
  }

  /// What the file is, for programs.
  var name: String {
    switch self {
    case .collection: "FeatureCollection"
    case .feature: "Feature"
    case .geometry: "geometry"
    case .textSequence: "text sequence"
    case .lines: "lines"
    }
  }
}
