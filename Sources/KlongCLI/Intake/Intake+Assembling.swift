internal import GeoJSON
internal import Geometry
internal import Settlement

extension Intake {
  /// Makes the settlement and the plan out of all features that have a role and a usable shape.
  mutating func assemble() {
    var taken = TakenFeatures(canalWidthMetres: options.canalWidthMetres)
    for source in sources {
      for feature in source.features {
        guard let role = feature.role, let shape = feature.shape, !shape.isEmpty,
          source.collection.features.indices.contains(feature.reference.index)
        else { continue }
        let properties = PropertyReader(
          source.collection.features[feature.reference.index].properties.object)
        taken.take(feature.reference, as: role, shape, properties)
      }
    }
    taken.joinLaneAreas()
    settlement = taken.settlement
    plan = taken.plan
  }
}

/// The domain's things, made feature by feature.
struct TakenFeatures {
  var settlement = Settlement()
  var plan = Plan()
  let canalWidthMetres: Double?
  /// Grounds of lanes, each with the name of its lane.
  private var laneAreas: [(lane: String?, ground: Lane)] = []

  init(canalWidthMetres: Double?) { self.canalWidthMetres = canalWidthMetres }

  mutating func take(
    _ reference: FeatureReference, as role: Role, _ shape: Shape, _ properties: PropertyReader
  ) {
    switch role {
    case .site: settlement.site += shape.polygons
    case .canal: settlement.canals.append(canal(reference, shape, properties))
    case .bank: settlement.banks += banks(reference, shape, properties)
    case .road: settlement.roads.append(Road(reference, shape, properties))
    case .access:
      settlement.accessPoints += shape.points.map { AccessPoint(reference: reference, point: $0) }
    case .house: settlement.houses.append(House(reference, shape, properties))
    case .keep: settlement.keeps.append(Keep(reference, shape, properties))
    case .parcel: settlement.parcels.append(Parcel(reference: reference, area: shape.polygons))
    case .lane, .walkway: take(Lane(reference, as: role, shape, properties))
    case .laneArea:
      laneAreas.append((properties.text("lane"), Lane(reference, as: .lane, shape, properties)))
    case .plot: take(Plot(reference, shape, properties))
    case .shared: take(SharedPlace(reference, shape, properties))
    case .building:
      plan.buildings.append(
        BuildingEnvelope(reference: reference, plot: properties.text("plot"), area: shape.polygons))
    case .setback: plan.setbacks += setbacks(reference, shape, properties)
    case .finding: break
    }
  }

  /// A lane whose ground is drawn keeps its line, and has that ground instead of a strip along it.
  mutating func joinLaneAreas() {
    let places = Dictionary(
      settlement.lanes.enumerated().compactMap { place, lane in
        lane.reference.id.map { (LaneName(file: lane.reference.file, name: $0), place) }
      }, uniquingKeysWith: { first, _ in first })
    for (name, ground) in laneAreas {
      let place = name.flatMap { places[LaneName(file: ground.reference.file, name: $0)] }
      guard let place, settlement.lanes[place].area.isEmpty else {
        take(ground)
        continue
      }
      settlement.lanes[place].area = ground.area
      settlement.lanes[place].widthMetres = ground.widthMetres ?? settlement.lanes[place].widthMetres
      plan.lanes[place] = settlement.lanes[place]
    }
    laneAreas = []
  }

  private struct LaneName: Hashable {
    let file: String?
    let name: String
  }

  private mutating func take(_ lane: Lane) {
    settlement.lanes.append(lane)
    plan.lanes.append(lane)
  }

  private mutating func take(_ plot: Plot) {
    settlement.plots.append(plot)
    plan.plots.append(plot)
  }

  private mutating func take(_ place: SharedPlace) {
    settlement.sharedPlaces.append(place)
    plan.sharedPlaces.append(place)
  }
}
