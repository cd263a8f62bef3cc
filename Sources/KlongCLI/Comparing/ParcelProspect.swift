internal import GEOS
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// What a re-blocking, or laying out anew, means for one of today's parcels.
struct ParcelProspect {
  let reference: FeatureReference
  /// Its ground as the file has it; none where a lane took all.
  let ground: [Polygon]
  var stays: Stay?
  var moves: Move?

  /// It stays, and lanes take of it.
  struct Stay: Equatable {
    /// `road`, a lane's name, or nil where it has no access.
    let servedBy: String?
    /// Metres to a road along boundaries, were they all open, and along lanes.
    let walkBefore: Double?
    let walk: Double?
    let givenSquareMetres: Double
    let givenShare: Double?
    let leftSquareMetres: Double?
    let isEmptied: Bool
  }

  /// It is laid out anew: the plot that is nearest to its middle.
  struct Move {
    let plot: Plot
    let metres: Double
  }

  var name: String { reference.id ?? "#\(reference.index)" }

  /// The parcels of a file, those that lanes took whole as well.
  static func all(in layout: ComparedFile.Layout) throws -> [ParcelProspect] {
    let plots = try PlotMiddles(layout.plan.plots)
    return try layout.intake.sources.flatMap { source in
      try source.features.filter { $0.role == .parcel }.map { feature in
        let ground = feature.shape?.polygons ?? []
        var prospect = ParcelProspect(reference: feature.reference, ground: ground)
        if layout.isReblocked {
          let object = layout.intake.feature(feature.reference)?.properties.object ?? [:]
          prospect.stays = Stay(object)
        } else {
          prospect.moves = try plots.nearest(to: ground)
        }
        return prospect
      }
    }
  }

  /// What laying out anew means for ground that its file does not know.
  func laidOut(by plots: PlotMiddles) throws -> ParcelProspect {
    var prospect = ParcelProspect(reference: reference, ground: ground)
    prospect.moves = try plots.nearest(to: ground)
    return prospect
  }
}

extension ParcelProspect.Stay {
  fileprivate init(_ properties: JSONObject) {
    servedBy = properties["served_by"]?.string
    walkBefore = properties["walk_before_m"]?.double
    walk = properties["walk_m"]?.double
    givenSquareMetres = properties["given_m2"]?.double ?? 0
    givenShare = properties["given_share"]?.double
    leftSquareMetres = properties["left_m2"]?.double
    isEmptied = properties["emptied"]?.bool ?? false
  }
}

/// Plots by their middles.
struct PlotMiddles {
  private let plots: [(plot: Plot, middle: Point)]

  init(_ plots: [Plot]) throws {
    self.plots = try plots.compactMap { plot in try Shape(plot.area).centroid().map { (plot, $0) } }
  }

  func nearest(to ground: [Polygon]) throws -> ParcelProspect.Move? {
    guard let place = try Shape(ground).centroid() else { return nil }
    return plots.map { ParcelProspect.Move(plot: $0.plot, metres: $0.middle.distance(to: place)) }
      .min { $0.metres < $1.metres }
  }
}
