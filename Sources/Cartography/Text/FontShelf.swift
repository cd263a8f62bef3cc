internal import CPango

/// The faces that sheets are set in: only these, whatever else the machine has, so that the same input gives the
/// same bytes everywhere.
struct FontShelf {
  /// A looped Thai face, which older readers read best (facts/maps.md §5).
  static let standardFamily = "Garuda"

  let family: String
  let files: [String]

  /// - Throws: ``CartographyError/missingFont`` where the machine does not have the face.
  init(family: String = standardFamily) throws(CartographyError) {
    self.family = family
    var files: [String] = []
    for weight in [FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD] {
      guard let file = Self.file(of: family, weight: weight) else { throw .missingFont(family) }
      if !files.contains(file) { files.append(file) }
    }
    self.files = files
  }

  private static func file(of family: String, weight: Int32) -> String? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, family)
    FcPatternAddInteger(pattern, FC_WEIGHT, weight)
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    // Fontconfig always finds something: only the family that was asked for will do.
    guard let found = text(match, FC_FAMILY), found.lowercased() == family.lowercased() else { return nil }
    return text(match, FC_FILE)
  }

  private static func text(_ pattern: OpaquePointer, _ key: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else { return nil }
    return String(cString: value)
  }
}
