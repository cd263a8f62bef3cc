internal import GeoJSON
internal import JSON
internal import Settlement

extension Inspection {
  /// Writes a copy of the only file with its invalid areas repaired and all else as it was.
  func write(_ repairs: [Repair], to path: String, console: Console) throws {
    guard let source = intake.sources.first else { return }
    if let problem = source.problem { throw Refusal(problem, in: source) }
    var geometries: [FeatureReference: FeatureGeometry] = [:]
    for repair in repairs { geometries[repair.feature] = repair.geometry }
    try OutputFile.write(path, console: console, protecting: [source.identity]) { sink in
      let writer = FeatureCollectionWriter { try sink.write($0) }
      try intake.write(passing: source, to: writer, replacing: geometries)
      try writer.finish(members: source.membersForWriting)
    }
  }
}
