internal import Geometry
internal import Settlement

extension Road {
  init(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) {
    let area = shape.polygons
    self.init(
      reference: reference, name: properties.name, area: area,
      centreline: area.isEmpty ? shape.lineStrings : [], widthMetres: properties.widthMetres,
      // A private road is none by which the public may come in.
      givesAccess: !["no", "private"].contains(properties.text("access")?.lowercased()))
  }
}

extension Lane {
  init(_ reference: FeatureReference, as role: Role, _ shape: Shape, _ properties: PropertyReader) {
    let area = shape.polygons
    let isSpine = properties.text("role")?.lowercased() == "spine"
    let isCourt = properties.text("use")?.lowercased() == "court"
    self.init(
      reference: reference, use: role == .walkway ? .walkway : isSpine ? .spine : isCourt ? .court : .lane,
      area: area,
      centreline: area.isEmpty ? shape.lineStrings : [], widthMetres: properties.widthMetres,
      isLocked: properties.isLocked)
  }
}

extension House {
  init(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) {
    let footprint = shape.polygons
    self.init(
      reference: reference, footprint: footprint, point: footprint.isEmpty ? shape.points.first : nil,
      houseNumber: properties.text("house_no", "addr:housenumber"),
      storeys: properties.whole("storeys", "building:levels"),
      structure: properties.text("structure", "building:material"),
      isLocked: properties.isLocked || properties.isSacred)
  }
}

extension Keep {
  init(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) {
    self.init(
      reference: reference, name: properties.name, shape: shape,
      clearanceMetres: properties.metres("clearance_m", "clearance") ?? 0)
  }
}

extension Plot {
  init(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) {
    self.init(
      reference: reference, id: properties.text("id") ?? reference.id, number: properties.whole("number"),
      area: shape.polygons, frontageMetres: properties.metres("frontage_m"),
      depthMetres: properties.metres("depth_m"), setbackMetres: properties.metres("setback_m"),
      row: properties.text("row"), group: properties.text("group"),
      household: properties.text("household"), isLocked: properties.isLocked)
  }
}

extension SharedPlace {
  init(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) {
    self.init(
      reference: reference, use: properties.text("use"), area: shape.polygons,
      isLocked: properties.isLocked)
  }
}

extension PropertyReader {
  /// Whether OpenStreetMap tags make a building a temple or another place of worship: it stays where it stands.
  fileprivate var isSacred: Bool {
    text("amenity") == "place_of_worship" || text("building").map(Self.sacred.contains) ?? false
  }

  /// Values of `building` in the OpenStreetMap wiki, section "religious".
  private static let sacred: Set = [
    "cathedral", "chapel", "church", "monastery", "mosque", "religious", "shrine", "synagogue", "temple",
  ]
}
