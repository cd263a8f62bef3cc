/// One step from a value to a value in it.
public enum JSONPathComponent: Sendable, Hashable {
  case name(String)
  case index(Int)
}

extension JSONPathComponent: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral name: String) { self = .name(name) }
  public init(integerLiteral index: Int) { self = .index(index) }
}

/// The steps from the top to a value: `["rules", 3, "clause"]`.
public typealias JSONPath = [JSONPathComponent]

extension JSONPath {
  /// The path as people write it: `rules[3].clause`. A name that is no plain word stands in quotes: `["addr:city"]`.
  public var text: String {
    reduce(into: "") { text, component in
      switch component {
      case .index(let index): text += "[\(index)]"
      case .name(let name) where Self.isPlain(name): text += (text.isEmpty ? "" : ".") + name
      case .name(let name): text += "[" + Self.quoted(name) + "]"
      }
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 80
      && name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
  }

  /// Cut at 80 characters: a name may be a whole file.
  private static func quoted(_ name: String) -> String {
    let cut = name.unicodeScalars.count > 80 ? String(name.unicodeScalars.prefix(80)) + "…" : name
    return String(decoding: JSONValue.string(cut).serialized(), as: UTF8.self)
  }
}
