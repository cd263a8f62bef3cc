internal import CSimdJSON
internal import JSON

/// Reads plain features from their text, many into one list of positions.
///
/// A second reader beside `TokenReader`, as strict and some ten times as fast; what it does not know it leaves to that one.
public struct PlainFeatureScanner {
  /// The longitudes and latitudes of all features read so far, as they are written: x, y, x, y.
  public private(set) var positions: [Double] = []
  /// Names of properties that make a feature none of the plain ones, beside those that begin with `klong`.
  private let strange: [[UInt8]]
  private let wanted: [UInt8]?

  /// - Parameter wanted: a property whose place is told, if it is not a strange one.
  public init(strange names: [String], wanted: String? = nil) {
    strange = names.map { Array($0.utf8) }
    self.wanted = wanted.map { Array($0.utf8) }
  }

  /// Forgets all positions.
  public mutating func removeAll() { positions.removeAll(keepingCapacity: true) }

  /// The feature whose text this is; nil where it is not plain, and then no position is added.
  public mutating func scan(_ text: UnsafeBufferPointer<UInt8>) -> PlainFeature? {
    let start = positions.count
    var reader = PlainText(text)
    guard let feature = feature(&reader), reader.isAtEnd else {
      positions.removeLast(positions.count - start)
      return nil
    }
    return feature
  }

  private mutating func feature(_ reader: inout PlainText) -> PlainFeature? {
    var feature = PlainFeature(
      propertiesEnd: 0, hasProperties: false, isPoint: false, positions: positions.count..<positions.count)
    var (hasType, hasID, hasGeometry) = (false, false, false)
    guard reader.take(Sign.leftBrace) else { return nil }
    repeat {
      guard let name = reader.name() else { return nil }
      if !hasType, reader.isText(name, "type") {
        guard let value = reader.string(), reader.isText(value, "Feature") else { return nil }
        hasType = true
      } else if !hasID, reader.isText(name, "id") {
        guard let id = reader.id() else { return nil }
        (feature.id, hasID) = (id, true)
      } else if feature.propertiesEnd == 0, reader.isText(name, "properties") {
        guard properties(&reader, &feature) else { return nil }
      } else if !hasGeometry, reader.isText(name, "geometry") {
        guard geometry(&reader, &feature) else { return nil }
        hasGeometry = true
      } else {
        return nil
      }
    } while reader.take(Sign.comma)
    guard reader.take(Sign.rightBrace), hasType, hasGeometry, feature.propertiesEnd > 0 else { return nil }
    return feature
  }

  /// Names are few, so that looking for one written twice is cheap.
  private static let mostNames = 24

  private func properties(_ reader: inout PlainText, _ feature: inout PlainFeature) -> Bool {
    guard reader.take(Sign.leftBrace) else { return false }
    feature.propertiesEnd = reader.position
    if reader.take(Sign.rightBrace) { return true }
    return withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: Self.mostNames) { names in
      var count = 0
      repeat {
        guard count < names.count, let name = reader.name(), !isStrange(name, reader) else { return false }
        for earlier in 0..<count where reader.isSame(names[earlier], name) { return false }
        names.initializeElement(at: count, to: name)
        count += 1
        let start = reader.position
        if reader.isText(name, "kind") {
          guard let value = reader.string() else { return false }
          feature.kind = value
        } else if reader.isText(name, "building") {
          guard let value = reader.string() else { return false }
          feature.buildingTag = value
        } else {
          guard reader.skipScalar() else { return false }
        }
        feature.propertiesEnd = reader.position
        if let wanted, reader.isText(name, wanted) { feature.wanted = start..<reader.position }
      } while reader.take(Sign.comma)
      feature.hasProperties = true
      return reader.take(Sign.rightBrace)
    }
  }

  private func isStrange(_ name: Range<Int>, _ reader: PlainText) -> Bool {
    reader.begins(name, "klong") || strange.contains { reader.isText(name, $0) }
  }

  private mutating func geometry(_ reader: inout PlainText, _ feature: inout PlainFeature) -> Bool {
    var type: Range<Int>?
    var hasCoordinates = false
    let start = positions.count
    guard reader.take(Sign.leftBrace) else { return false }
    repeat {
      guard let name = reader.name() else { return false }
      if type == nil, reader.isText(name, "type") {
        type = reader.string()
      } else if let type, !hasCoordinates, reader.isText(name, "coordinates") {
        feature.isPoint = reader.isText(type, "Point")
        guard feature.isPoint || reader.isText(type, "Polygon") else { return false }
        guard feature.isPoint ? position(&reader) : ring(&reader) else { return false }
        hasCoordinates = true
      } else {
        return false
      }
    } while reader.take(Sign.comma)
    feature.positions = start..<positions.count
    return hasCoordinates && reader.take(Sign.rightBrace)
  }

  /// One ring of four positions or more that ends where it begins; that end is not kept.
  private mutating func ring(_ reader: inout PlainText) -> Bool {
    let start = positions.count
    guard reader.take(Sign.leftBracket), reader.take(Sign.leftBracket) else { return false }
    repeat { guard position(&reader) else { return false } } while reader.take(Sign.comma)
    guard reader.take(Sign.rightBracket), reader.take(Sign.rightBracket) else { return false }
    let end = positions.count
    guard end - start >= 8, positions[start] == positions[end - 2], positions[start + 1] == positions[end - 1]
    else { return false }
    positions.removeLast(2)
    return true
  }

  /// Longitude and latitude without a height.
  private mutating func position(_ reader: inout PlainText) -> Bool {
    guard reader.take(Sign.leftBracket), let x = reader.number(), reader.take(Sign.comma),
      let y = reader.number(),
      reader.take(Sign.rightBracket), abs(x) <= 180, abs(y) <= 90
    else { return false }
    positions.append(x)
    positions.append(y)
    return true
  }
}
