/// A name out of the closed list: an authority that we know and a code of at most six digits.
///
/// Text goes no further than this parser. PROJ is handed the authority and the code, never what a file or a person
/// wrote: it takes gigabytes for nested descriptions and guesses at parts of names (measured on PROJ 9.1.1).
struct SystemName: Hashable, Sendable {
  var authority: String
  var code: String

  var text: String { "\(authority):\(code)" }

  static let wgs84 = SystemName(authority: "EPSG", code: "4326")

  private init(authority: String, code: String) {
    self.authority = authority
    self.code = code
  }

  init(_ text: String) throws(PROJError) {
    // The longest name that is taken has some forty bytes; a longer text is not even looked at.
    guard text.utf8.prefix(65).count <= 64, let name = Self.parsed(Array(text.utf8)) else {
      throw .nameNotTaken(Self.excerpt(of: text))
    }
    self = name
  }

  private static func parsed(_ bytes: [UInt8]) -> SystemName? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    switch parts.count {
    case 2: return listed(authority: parts[0], code: parts[1])
    case 7:
      guard parts[0].lowercased() == "urn", parts[1].lowercased() == "ogc", parts[2].lowercased() == "def",
        parts[3].lowercased() == "crs", isVersion(parts[5])
      else { return nil }
      return listed(authority: parts[4], code: parts[6])
    default: return nil
    }
  }

  private static func listed(authority: String, code: String) -> SystemName? {
    switch authority.uppercased() {
    case "EPSG" where isCode(code): SystemName(authority: "EPSG", code: code)
    case "OGC" where code.uppercased() == "CRS84": SystemName(authority: "OGC", code: "CRS84")
    default: nil
    }
  }

  private static func isCode(_ text: String) -> Bool {
    (1...6).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "0")
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The version part of an OGC name, such as `9.8.2` or `1.3`; it may be empty and is not looked at.
  private static func isVersion(_ text: String) -> Bool {
    text.utf8.count <= 12
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
      }
  }

  /// The beginning of a refused name, fit for a message: printable ASCII, at most forty letters.
  private static func excerpt(of text: String) -> String {
    let printable = text.unicodeScalars.prefix(40).map { scalar in
      (0x20...0x7E).contains(scalar.value) ? Character(scalar) : "?"
    }
    return String(printable) + (text.unicodeScalars.dropFirst(40).isEmpty ? "" : "...")
  }
}
