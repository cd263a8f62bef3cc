import Geometry
import JSON
import PROJ

extension SampleFile {
  /// UTM zone 47N, in which the samples are drawn.
  static let system = "EPSG:32647"

  /// The file as text: a feature a line, so that a change shows in a diff.
  func text() throws -> [UInt8] {
    let projection = try Projection(CoordinateReferenceSystem(Self.system))
    let head: [(String, String)] = [
      ("type", "FeatureCollection"), ("attribution", Self.attribution), ("license", Self.license),
      ("note", note),
    ]
    var lines = head.map { name, text in
      JSONValue.string(name).serialized() + Array(": ".utf8) + JSONValue.string(text).serialized()
    }
    var features: [[UInt8]] = []
    for feature in self.features { features.append(try object(feature, projection).serialized()) }
    let rows = Array(features.joined(separator: Array(",\n".utf8)))
    lines.append(Array("\"features\": [\n".utf8) + rows + Array("\n]".utf8))
    return Array("{\n".utf8) + Array(lines.joined(separator: Array(",\n".utf8))) + Array("\n}\n".utf8)
  }

  private func object(_ feature: SampleFeature, _ projection: Projection) throws -> JSONObject {
    var object: JSONObject = ["type": "Feature"]
    object["id"] = feature.id.map(JSONValue.string)
    object["properties"] = .object(feature.properties)
    object["geometry"] = try geometry(feature.shape, projection)
    return object
  }

  private func geometry(_ shape: Shape, _ projection: Projection) throws -> JSONValue {
    switch shape {
    case .point(let point):
      return ["type": "Point", "coordinates": try positions([point], projection).first ?? nil]
    case .lineString(let line):
      return ["type": "LineString", "coordinates": .array(try positions(line.points, projection))]
    case .polygon(let polygon):
      let written = try polygon.rightHanded.rings.map {
        JSONValue.array(try positions($0.points, projection))
      }
      return ["type": "Polygon", "coordinates": .array(written)]
    default:
      throw SampleProblem(description: "\(path): a sample has only points, lines and polygons of one part")
    }
  }

  private func positions(_ points: [Point], _ projection: Projection) throws -> [JSONValue] {
    try projection.geographicPoints(from: points).map { place in
      .array(
        [place.longitude, place.latitude].map { .number(JSONNumber($0, decimals: decimals)) })
    }
  }
}

/// What stops a sample from being made.
struct SampleProblem: Error, CustomStringConvertible {
  var description: String
}
