/// The tables of tenure records, called as the classes of ISO 19152 (LADM) that they are shaped after.
public enum TenureTable: String, CaseIterable, Hashable, Sendable {
  case party = "LA_Party"
  case groupMember = "LA_PartyMember"
  case unit = "LA_BAUnit"
  case right = "LA_RRR"
  case spatialUnit = "LA_SpatialUnit"
  case source = "LA_Source"
  case version = "Version"

  public var columns: [String] {
    switch self {
    case .party: ["party", "type", "name"]
    case .groupMember: ["group", "party", "share", "begin_version", "end_version"]
    case .unit: ["unit", "type", "label"]
    case .right: ["right", "class", "type", "party", "unit", "detail", "begin_version", "end_version"]
    case .spatialUnit: ["spatial_unit", "unit", "area_m2", "geometry"]
    case .source: ["source", "type", "sha256"]
    case .version: ["version", "event", "date", "unit", "from", "to"]
    }
  }
}
