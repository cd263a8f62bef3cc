internal import JSON

extension [UInt8] {
  /// Appends a geometry with fixed decimals.
  mutating func append(_ geometry: FeatureGeometry, decimals: Int) {
    append(contentsOf: "{\"type\":\"".utf8)
    append(contentsOf: geometry.typeName.utf8)
    if case .collection(let members) = geometry {
      append(contentsOf: "\",\"geometries\":".utf8)
      append(list: members) { $0.append($1, decimals: decimals) }
    } else {
      append(contentsOf: "\",\"coordinates\":".utf8)
      append(coordinatesOf: geometry, decimals: decimals)
    }
    append(.rightBrace)
  }

  private mutating func append(coordinatesOf geometry: FeatureGeometry, decimals: Int) {
    switch geometry {
    case .point(let position): append(position, decimals: decimals)
    case .multiPoint(let positions), .lineString(let positions): append(positions, decimals: decimals)
    case .multiLineString(let parts), .polygon(let parts): append(parts, decimals: decimals)
    case .multiPolygon(let polygons): append(list: polygons) { $0.append($1, decimals: decimals) }
    case .collection: break
    }
  }

  private mutating func append(_ parts: [[Position]], decimals: Int) {
    append(list: parts) { $0.append($1, decimals: decimals) }
  }

  private mutating func append(_ positions: [Position], decimals: Int) {
    append(list: positions) { $0.append($1, decimals: decimals) }
  }

  private mutating func append(_ position: Position, decimals: Int) {
    append(.leftBracket)
    append(position.x, decimals: decimals)
    append(.comma)
    append(position.y, decimals: decimals)
    if let altitude = position.altitude {
      append(.comma)
      append(altitude, decimals: decimals)
    }
    append(.rightBracket)
  }

  @inline(__always)
  private mutating func append<Item>(list: [Item], _ write: (inout [UInt8], Item) -> Void) {
    append(.leftBracket)
    var isFirst = true
    for item in list {
      if !isFirst { append(.comma) }
      isFirst = false
      write(&self, item)
    }
    append(.rightBracket)
  }
}
