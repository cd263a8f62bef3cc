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
    var intake = try survey(paths: paths, options: options, console: console)
    try intake.findInvalidShapes()
    try intake.requireUsable()
    intake.noteWhatIsLeftOut(to: console)
    intake.assemble()
    return intake
  }

  /// Reads files for a look: whatever is wrong with a feature or a reference system is noted in its place.
  ///
  /// Shapes are not yet judged and no settlement is made.
  /// - Throws: `Refusal` where a file cannot be read at all.
  static func survey(paths: [String], options: IntakeOptions, console: Console) throws(Refusal) -> Intake {
    try requireDifferent(paths)
    var sources: [SourceFile] = []
    var degrees: [FileDegrees] = []
    for path in paths {
      var source = try SourceFile(path: path, options: options)
      degrees.append(source.readDegrees(toleranceMetres: options.toleranceMetres))
      sources.append(source)
    }
    findSwappedFiles(&sources, degrees)
    let centre = centre(of: sources, degrees)
    let plane = try centre.map { centre throws(Refusal) in
      try WorkingPlane(around: centre, named: options.systemName)
    }
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
      return try FileDegrees(collection, system: &system, toleranceMetres: toleranceMetres)
    } catch {
      problem = error
      return FileDegrees()
    }
  }
}
