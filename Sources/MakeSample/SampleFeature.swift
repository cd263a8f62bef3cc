import Geometry
import JSON

/// A feature of a sample, still in metres.
struct SampleFeature {
  var id: String?
  /// In the order in which they are written.
  var properties: JSONObject
  var shape: Shape

  /// Leaves out what nobody said.
  init(_ kind: String, id: String?, _ shape: Shape, _ properties: [(String, JSONValue?)] = []) {
    self.id = id
    self.shape = shape
    let known = properties.compactMap { name, value in value.map { (name, $0) } }
    self.properties = JSONObject([("kind", .string(kind))] + known)
  }
}

extension JSONValue {
  static func text(ifAny text: String?) -> Self? { text.map(Self.string) }
  static func flag(ifAny flag: Bool?) -> Self? { flag.map(Self.bool) }
  static func number(ifAny number: Double?) -> Self? { number.map { .number(JSONNumber($0)) } }
  static func count(ifAny count: Int?) -> Self? { count.map { .number(JSONNumber($0)) } }
}
