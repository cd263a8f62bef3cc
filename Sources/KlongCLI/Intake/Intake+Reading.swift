internal import GEOS
internal import GeoJSON
internal import Geometry
internal import PROJ
internal import Settlement

extension Intake {
  /// Reads files for work: everything that has a role must be usable.
  ///
  /// - Throws: `Refusal` for the first thing that is not, with the way to find the others.
  static func read(
    paths: [String], options: IntakeOptions, console: Console
  ) throws -> Intake {
    try read(files(paths: paths, options: options), options: options, console: console)
  }

  /// Reads for work files whose text was read already.
  ///
  /// - Parameter plane: the working plane, where it is known already.
  static func read(
    _ files: [SourceFile], options: IntakeOptions, console: Console, on plane: WorkingPlane? = nil
  ) throws -> Intake {
    var intake = try survey(files, options: options, on: plane)
    try intake.makeUsable(console)
    return intake
  }

  /// Reads for work what is in memory already.
  static func read(_ file: InputFile, options: IntakeOptions) throws -> Intake {
    try read([SourceFile(file, options: options)], options: options, console: .silent())
  }

  /// Reads files in which areas of one role may be invalid: those are mended, and named.
  static func read(
    _ files: [SourceFile], mending role: Role, options: IntakeOptions, console: Console
  ) throws -> (intake: Intake, mended: [FeatureReference]) {
    var intake = try survey(files, options: options)
    try intake.findInvalidShapes()
    let mended = try intake.mend(role)
    try intake.requireUsable()
    intake.noteWhatIsLeftOut(to: console)
    intake.assemble()
    return (intake, mended)
  }

  /// Makes areas of a role valid, and names them.
  private mutating func mend(_ role: Role) throws -> [FeatureReference] {
    var mended: [FeatureReference] = []
    for source in sources.indices {
      for place in sources[source].features.indices {
        let feature = sources[source].features[place]
        guard feature.role == role, case .invalid(let shape, _) = feature.placement else { continue }
        let repaired = Shape(try shape.madeValid().polygons)
        guard !repaired.isEmpty else { continue }
        sources[source].features[place].placement = .shape(repaired)
        mended.append(feature.reference)
      }
    }
    return mended
  }

  private mutating func makeUsable(_ console: Console) throws {
    try findInvalidShapes()
    // Parcels as surveyed stand in a re-blocking's file as they were given.
    if klong?["command"]?.string == "reblock" { _ = try mend(.parcel) }
    takeAsDrawn()
    try requireUsable()
    noteWhatIsLeftOut(to: console)
    noteRestoredCorners(to: console)
    assemble()
  }

  private mutating func takeAsDrawn() {
    guard !options.measuredAsDrawn.isEmpty else { return }
    for source in sources.indices {
      for place in sources[source].features.indices {
        let feature = sources[source].features[place]
        guard let role = feature.role, options.measuredAsDrawn.contains(role),
          case .invalid(let shape, _) = feature.placement
        else { continue }
        sources[source].features[place].placement = .shape(shape)
        asDrawn.append(feature.reference)
      }
    }
  }

  /// Reads files for a look: whatever is wrong with a feature or a reference system is noted in its place.
  ///
  /// Shapes are not yet judged and no settlement is made.
  /// - Throws: `Refusal` where a file cannot be read at all.
  static func survey(paths: [String], options: IntakeOptions, console: Console) throws(Refusal) -> Intake {
    try survey(files(paths: paths, options: options), options: options)
  }

  /// The texts of files; nothing has a place yet.
  static func files(paths: [String], options: IntakeOptions) throws(Refusal) -> [SourceFile] {
    try requireDifferent(paths)
    return try paths.map { path throws(Refusal) in try SourceFile(path: path, options: options) }
  }

  private static func survey(
    _ files: [SourceFile], options: IntakeOptions, on given: WorkingPlane? = nil
  ) throws(Refusal) -> Intake {
    var sources = files
    var degrees: [FileDegrees] = []
    for index in sources.indices {
      degrees.append(sources[index].readDegrees(toleranceMetres: options.toleranceMetres))
    }
    findSwappedFiles(&sources, degrees)
    let centre = given == nil ? centre(of: sources, degrees) : nil
    // A plan is judged on the plane on which it was made: a millimetre must not hang on the choice.
    let own = sources.lazy.compactMap(\.klong).first.flatMap { $0["crs"]?["name"]?.string }
    let made = try centre.map { centre throws(Refusal) in
      try WorkingPlane(around: centre, named: options.systemName, ofPlan: own)
    }
    let plane = given ?? made
    for (index, places) in degrees.enumerated() where sources[index].problem == nil {
      if let plane { sources[index].place(places, on: plane) }
    }
    return Intake(sources: sources, plane: plane, options: options)
  }

  private init(sources: [SourceFile], plane: WorkingPlane?, options: IntakeOptions) {
    self.sources = sources
    self.plane = plane
    self.options = options
  }

  private static func requireDifferent(_ paths: [String]) throws(Refusal) {
    for (index, path) in paths.enumerated() where paths[..<index].contains(path) {
      throw Refusal(
        file: path, problem: "given twice", remedy: "name each file once", code: .usage)
    }
  }

  /// Marks every file that fits beside the others only with its coordinates exchanged.
  private static func findSwappedFiles(_ sources: inout [SourceFile], _ degrees: [FileDegrees]) {
    guard sources.count > 1 else { return }
    let middles = degrees.map(\.median)
    for index in sources.indices.dropFirst() where sources[index].problem == nil {
      for other in 0..<index where sources[other].problem == nil {
        guard let middle = middles[other] else { continue }
        do throws(FileProblem) {
          try degrees[index].requireOrder(of: middle)
        } catch {
          sources[index].problem = error
          break
        }
      }
    }
  }
}

extension SourceFile {
  /// The positions in degrees; none where the file's reference system cannot be trusted.
  fileprivate mutating func readDegrees(toleranceMetres: Double) -> FileDegrees {
    guard problem == nil else { return FileDegrees() }
    do throws(FileProblem) {
      var degrees = try FileDegrees(collection, system: &system, toleranceMetres: toleranceMetres)
      if system.isWGS84 { restoreCorners(&degrees) }
      return degrees
    } catch {
      problem = error
      return FileDegrees()
    }
  }
}
