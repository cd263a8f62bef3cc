internal import JSON

/// The geometry that takes the place of a feature's own.
struct NewGeometry {
  var geometry: FeatureGeometry?
  var decimals: Int
}

extension [UInt8] {
  /// Appends a made feature, keys in a fixed order.
  mutating func append(_ feature: MadeFeature) {
    append(contentsOf: "{\"type\":\"Feature\",".utf8)
    if let id = feature.id {
      append(contentsOf: "\"id\":".utf8)
      append(id.value)
      append(.comma)
    }
    append(contentsOf: "\"properties\":".utf8)
    append(.object(feature.properties))
    append(contentsOf: ",\"geometry\":".utf8)
    append(feature.geometry, decimals: feature.decimals)
    append(.rightBrace)
  }

  private mutating func append(_ geometry: FeatureGeometry?, decimals: Int) {
    if let geometry { append(geometry, decimals: decimals) } else { append(contentsOf: "null".utf8) }
  }

  /// Appends a feature that was read, with only what is asked for changed.
  mutating func append(passing feature: Feature, adding: [(String, JSONValue)], geometry: NewGeometry?) {
    feature.source.withUnsafeBufferPointer { source in
      guard !feature.isBareGeometry else {
        append(contentsOf: "{\"type\":\"Feature\",\"properties\":".utf8)
        append(.object(JSONObject(adding)))
        append(contentsOf: ",\"geometry\":".utf8)
        append(geometryOf: feature, replacedBy: geometry, in: source)
        append(.rightBrace)
        return
      }
      let edits = Self.edits(of: feature, adding: adding, geometry: geometry, in: source)
      var position = feature.text.start
      for edit in edits {
        append(source, from: position, to: edit.text.start)
        append(contentsOf: edit.bytes)
        position = edit.text.end
      }
      append(source, from: position, to: feature.text.end)
    }
  }

  private mutating func append(_ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard start < end, end <= source.count else { return }
    append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
  }
}
