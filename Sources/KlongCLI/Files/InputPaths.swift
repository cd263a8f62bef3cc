internal import Glibc

/// The files that words of the command line stand for: a folder for what it holds, a pattern for what it fits.
enum InputPaths {
  static func isGeoJSON(_ name: String) -> Bool { endings.contains { name.lowercased().hasSuffix($0) } }

  private static let endings = [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"]

  /// The files, each word's own in the order of their names; a word that is neither folder nor pattern stays.
  ///
  /// - Throws: `Refusal` for a folder or a pattern without any file.
  static func expanded(_ words: [String]) throws(Refusal) -> [String] {
    var paths: [String] = []
    for word in words { paths += try expanded(word) }
    return paths
  }

  private static func expanded(_ word: String) throws(Refusal) -> [String] {
    var status = stat()
    if word == "-" { return [word] }
    if stat(word, &status) == 0 {
      guard status.isFolder else { return [word] }
      let inside = (names(in: word) ?? []).filter { name in
        !name.hasPrefix(".") && isGeoJSON(name)
      }
      guard !inside.isEmpty else {
        throw Refusal(
          file: word, problem: "no GeoJSON lies in this folder",
          remedy: "name a folder with files that end in .geojson, .json, .geojsonl or .ndjson")
      }
      return inside.sorted().map { word.hasSuffix("/") ? word + $0 : "\(word)/\($0)" }
    }
    guard word.contains(where: { "*?[".contains($0) }) else { return [word] }
    let found = matches(word)
    guard !found.isEmpty else {
      throw Refusal(file: word, problem: "no file fits this pattern", remedy: "look at it with ls")
    }
    return found
  }

  /// Nil where the folder cannot be opened.
  static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }

  /// As a shell would have it; folders among them are left out.
  private static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_MARK, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { number in
      found.gl_pathv[number].map { String(cString: $0) }
    }
    .filter { !$0.hasSuffix("/") }
  }
}
