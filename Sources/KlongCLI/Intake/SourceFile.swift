internal import GeoJSON
internal import JSON
internal import Settlement

/// One file as it was read: all its features, whether they were understood or not.
struct SourceFile {
  /// As it was named on the command line.
  let path: String
  let bytes: [UInt8]
  let identity: FileIdentity?
  let collection: FeatureCollection
  var system: SourceSystem
  /// Why none of its features could be placed; nil where that is not so.
  var problem: FileProblem?
  /// In the order of the file: `features[n]` is `collection.features[n]`.
  var features: [SourceFeature] = []
  /// By their places in the file, the features that a tool had rounded, with the corners that klong gave them.
  var restored: [Int: FeatureGeometry] = [:]
  /// Whether its features are to have roles; not where they only say something of others.
  var hasRoles = true
  /// Where only some of its features were read; nil where all were.
  var whole: WholeFile?

  /// SHA-256 of its bytes, in hexadecimal digits.
  var digest: String { whole?.digest ?? SHA256.hexadecimal(of: bytes) }
  var byteCount: Int { whole?.byteCount ?? bytes.count }
  var featureCount: Int { whole?.featureCount ?? features.count }

  /// What a plan file says of itself: its foreign member `klong`.
  var klong: JSONObject? { collection.members["klong"]?.object }
}

extension SourceFile {
  /// Reads a file and its reference system; nothing is placed yet.
  init(path: String, options: IntakeOptions) throws(Refusal) {
    try self.init(
      InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes"),
      options: options)
  }

  /// The same for bytes that are in memory already.
  init(_ file: InputFile, options: IntakeOptions) throws(Refusal) {
    path = file.path
    do throws(GeoJSONError) {
      collection = try FeatureCollection(reading: file.bytes, limits: options.limits)
    } catch {
      guard !file.path.lowercased().hasSuffix(".csv") else {
        throw Refusal(
          file: file.path, problem: "this is a table, and no GeoJSON",
          remedy: "give a settlement or a plan here; a roster goes with --households")
      }
      throw Refusal(error, in: file.path)
    }
    bytes = file.bytes
    identity = file.identity
    do throws(FileProblem) {
      system = try .named(by: collection.members["crs"])
    } catch {
      system = SourceSystem(origin: .member)
      problem = error
    }
    features = collection.features.map { feature in
      var found = FoundRole(PropertyReader(feature.properties.object), mappings: options.mappings)
      found.role = found.role ?? options.unmarkedRole
      return SourceFeature(
        reference: FeatureReference(file: file.path, index: feature.index, id: feature.id?.text),
        found: found, placement: .nowhere)
    }
  }
}

extension Refusal {
  init(_ error: GeoJSONError, in path: String) {
    self.init(
      file: path, feature: error.featureIndex, id: error.featureID?.text, line: error.line,
      column: error.column, member: error.member.isEmpty ? nil : error.member, problem: error.message,
      remedy: Self.remedy(for: error.limit), code: error.limit == nil ? .invalidInput : .limit)
  }

  private static func remedy(for limit: ReadingLimit?) -> String {
    switch limit {
    case .fileBytes: "raise it with --max-megabytes, or split the file"
    case .positions: "raise it with --max-positions, or split the file"
    case .nesting: "raise it with --max-nesting if the file is sound"
    case .collectionNesting: "raise it with --max-collections, or take the collections apart"
    case .numberLength: "raise it with --max-digits, or write the number shorter"
    case .coordinate: "raise it with --max-coordinate if the coordinate is meant so"
    case .memory: "free memory, or split the file"
    case nil: "mend the file at this place, or export it anew from the program that made it"
    }
  }

  init(_ problem: FileProblem, in file: SourceFile) {
    let feature = problem.feature.flatMap { place in
      file.features.indices.contains(place) ? file.features[place] : nil
    }
    self.init(
      file: file.path, feature: feature?.reference.index, id: feature?.reference.id, member: problem.member,
      problem: problem.text, remedy: problem.remedy)
  }
}
