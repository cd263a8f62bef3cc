internal import Geometry
internal import PROJ

/// The plane in metres on which everything is measured.
struct WorkingPlane {
  let projection: Projection
  /// The middle of the settlement.
  let centre: GeographicPoint
  let origin: Origin

  enum Origin: String, Sendable {
    /// The UTM zone of the settlement's middle.
    case zone
    /// The option `--crs`.
    case option = "--crs"
    /// The plan in the file was made on it.
    case plan
  }

  var system: CoordinateReferenceSystem { projection.system }

  /// How much too long or short the plane may draw a length: twelve metres, the longest setback of MR 55 clause 42,
  /// by 36 mm. A UTM zone stays within 0.1 % in itself and within 0.25 % in its neighbours at Bangkok
  /// (measured with PROJ 9.1.1); Web Mercator is 3 % off there.
  static let scaleTolerance = 0.003

  /// - Parameters:
  ///   - name: what `--crs` names.
  ///   - own: the plane on which the plan in the file was made.
  init(around centre: GeographicPoint, named option: String?, ofPlan own: String? = nil) throws(Refusal) {
    let name = option ?? own
    do throws(PROJError) {
      let system = try name.map { name throws(PROJError) in try CoordinateReferenceSystem(name) }
      let chosen = if let system { system } else { try CoordinateReferenceSystem.utm(for: centre) }
      projection = try Projection(chosen, near: centre)
      self.centre = centre
      origin = option != nil ? .option : own != nil ? .plan : .zone
      if name != nil { try requireTrueLengths() }
    } catch {
      throw Refusal(
        problem: name.map { "\(option == nil ? "the plan's plane" : "--crs") \($0): \(error.description)" }
          ?? "no working plane at \(centre.text): \(error.description)",
        remedy: name == nil
          ? "name a plane that is good there with --crs EPSG:n"
          : "name the UTM zone of the place, or leave --crs out",
        code: option == nil ? .invalidInput : .usage)
    }
  }

  /// By how much lengths at a place are drawn too long or too short: 0.0004 is 4 cm in 100 m.
  func distortion(at place: GeographicPoint) throws(PROJError) -> Double {
    let scale = try projection.scale(at: place)
    return max(abs(scale.meridional - 1), abs(scale.parallel - 1))
  }

  private func requireTrueLengths() throws(PROJError) {
    let distortion = try distortion(at: centre)
    guard distortion <= Self.scaleTolerance else {
      throw .unsuitable(
        system.name, reason: "it draws lengths \(fixed(distortion * 100, decimals: 1)) % wrong at this place")
    }
  }
}
