internal import Geometry
internal import Planning
internal import Settlement

/// The parcels that are asked about: as surveyed, or a proxy for each house where there are none.
struct ReblockGround {
  let parcels: [[Polygon]]
  /// The parcel's feature, or the house's that a proxy stands for.
  let references: [FeatureReference]
  let areProxies: Bool

  init(_ intake: Intake) throws {
    let settlement = intake.settlement
    if !settlement.parcels.isEmpty {
      parcels = settlement.parcels.map(\.area)
      references = settlement.parcels.map(\.reference)
      areProxies = false
      return
    }
    guard !settlement.houses.isEmpty else {
      throw Refusal(
        file: intake.sources.first?.path, problem: "there is no parcel",
        remedy: "give areas with kind = parcel, or name them with --kind KEY=VALUE:parcel")
    }
    guard !settlement.site.isEmpty else {
      throw Refusal(
        file: intake.sources.first?.path, problem: "there are houses, but neither parcels nor a block",
        remedy: "give parcels, or the block's outline as kind = site: its ground is shared out between houses"
      )
    }
    let proxies = try ProxyParcels(houses: settlement.houses.map(\.shape), block: settlement.site)
    let inside = proxies.parcels.indices.filter { !proxies.parcels[$0].isEmpty }
    guard !inside.isEmpty else {
      throw Refusal(
        file: intake.sources.first?.path, problem: "no house stands on the site",
        remedy: "look at the file with klong inspect")
    }
    parcels = inside.map { proxies.parcels[$0] }
    references = inside.map { settlement.houses[$0].reference }
    areProxies = true
  }
}
