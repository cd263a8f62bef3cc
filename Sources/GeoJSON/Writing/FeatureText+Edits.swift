internal import JSON

/// A piece of a feature's text and what is written in its place.
struct TextEdit {
  var text: TextRange
  var bytes: [UInt8]
}

extension [UInt8] {
  /// What changes in a feature's text, in the order of the text.
  static func edits(
    of feature: Feature, adding: [(String, JSONValue)], geometry: NewGeometry?,
    in source: UnsafeBufferPointer<UInt8>
  ) -> [TextEdit] {
    var edits = adding.isEmpty ? [] : propertyEdits(of: feature, adding: JSONObject(adding), in: source)
    guard let geometry else { return edits }
    edits.append(TextEdit(text: feature.geometryText, bytes: geometry.bytes))
    if let edit = feature.boxEdit(geometry, in: source) { edits.append(edit) }
    return edits.sorted { $0.text.start < $1.text.start }
  }

  /// Own values are replaced where they stand; new members follow the last one.
  private static func propertyEdits(
    of feature: Feature, adding: JSONObject, in source: UnsafeBufferPointer<UInt8>
  ) -> [TextEdit] {
    var scanner = TextScanner(source, from: feature.propertiesText.start)
    guard scanner.peek() == .leftBrace else {
      var bytes: [UInt8] = []
      bytes.append(.object(adding))
      return [TextEdit(text: feature.propertiesText, bytes: bytes)]
    }
    var edits: [TextEdit] = []
    var missing = adding.members
    var isEmpty = true
    var lastEnd = scanner.position + 1
    while let name = scanner.nextMember() {
      isEmpty = false
      let start = scanner.position
      scanner.skipValue()
      lastEnd = scanner.position
      guard let place = missing.firstIndex(where: { scanner.isName(name, $0.name) }) else { continue }
      var bytes: [UInt8] = []
      bytes.append(missing.remove(at: place).value)
      edits.append(TextEdit(text: TextRange(start..<lastEnd), bytes: bytes))
    }
    if !missing.isEmpty {
      edits.append(TextEdit(text: TextRange(lastEnd..<lastEnd), bytes: members(missing, isFirst: isEmpty)))
    }
    return edits
  }

  private static func members(_ members: [JSONObject.Member], isFirst: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * members.count)
    for (index, member) in members.enumerated() {
      if index > 0 || !isFirst { bytes.append(.comma) }
      bytes.append(quoting: member.name)
      bytes.append(.colon)
      bytes.append(member.value)
    }
    return bytes
  }

  /// Appends the geometry of a bare geometry's feature: its text, or the new one.
  mutating func append(
    geometryOf feature: Feature, replacedBy geometry: NewGeometry?, in source: UnsafeBufferPointer<UInt8>
  ) {
    if let geometry { return append(contentsOf: geometry.bytes) }
    append(
      contentsOf: UnsafeBufferPointer(rebasing: source[feature.text.range.clamped(to: 0..<source.count)]))
  }
}

extension NewGeometry {
  var bytes: [UInt8] {
    guard let geometry else { return Array("null".utf8) }
    var bytes: [UInt8] = []
    bytes.append(geometry, decimals: decimals)
    return bytes
  }

  /// West, south, east, north of the new geometry; nil without a position, for then there is no box.
  var box: [UInt8]? {
    var bounds: (west: Double, south: Double, east: Double, north: Double)?
    geometry?.forEachPosition { position in
      let known = bounds ?? (position.x, position.y, position.x, position.y)
      bounds = (
        min(known.west, position.x), min(known.south, position.y), max(known.east, position.x),
        max(known.north, position.y)
      )
      return true
    }
    guard let bounds else { return nil }
    var bytes: [UInt8] = [.leftBracket]
    for (index, number) in [bounds.west, bounds.south, bounds.east, bounds.north].enumerated() {
      if index > 0 { bytes.append(.comma) }
      bytes.append(number, decimals: decimals)
    }
    return bytes + [.rightBracket]
  }
}

extension Feature {
  /// How the feature's own `bbox` changes with its geometry: made anew, or taken out where there is no place left.
  func boxEdit(_ geometry: NewGeometry, in source: UnsafeBufferPointer<UInt8>) -> TextEdit? {
    var scanner = TextScanner(source, from: text.start)
    var previousEnd = text.start + 1
    while let name = scanner.nextMember() {
      let start = scanner.position
      scanner.skipValue()
      if scanner.isName(name, "bbox") {
        if let box = geometry.box { return TextEdit(text: TextRange(start..<scanner.position), bytes: box) }
        // With the comma before it; as the first member, with the comma behind it. A Feature has other members.
        if previousEnd > text.start + 1 {
          return TextEdit(text: TextRange(previousEnd..<scanner.position), bytes: [])
        }
        let end = scanner.position
        scanner.skipSpace()
        let comma = scanner.peek() == .comma ? scanner.position + 1 : end
        return TextEdit(text: TextRange(previousEnd..<comma), bytes: [])
      }
      previousEnd = scanner.position
    }
    return nil
  }
}
