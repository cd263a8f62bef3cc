internal import CPROJ
import Geometry

/// One operation of PROJ between two systems: chosen once, named, and used for every point.
///
/// PROJ would choose anew for each point and so mix operations in one drawing; here the choice is made for one place
/// and kept.
final class Transformation {
  /// What PROJ calls the operation, such as `Inverse of UTM zone 47N + Indian 1975 to WGS 84 (4)`.
  let operation: String
  /// How far a result may be from the truth, in metres, as the authority states it: 0 where only formulas are
  /// applied, nil where nothing is stated.
  let accuracyMetres: Double?
  /// Where the operation is meant to be used; nil when it only applies formulas, which hold everywhere.
  let area: AreaOfUse?

  let object: Object

  /// The operation from one system to another that is best at a place.
  ///
  /// - Throws: `PROJError` when there is none without ballpark steps.
  init(
    from source: Definition, to target: Definition, at place: Place?, in context: Context
  ) throws(PROJError) {
    let candidates = try OperationCandidates(
      from: context.system(source), to: context.system(target), in: context)
    guard let chosen = try candidates.best(at: place) else {
      throw .noOperation(from: source.text, to: target.text)
    }
    operation = chosen.name
    accuracyMetres = chosen.accuracyMetres
    area = chosen.appliesFormulasOnly ? nil : chosen.area
    object = try candidates.normalized(chosen.index)
  }

  /// Where an operation is to be the best.
  enum Place {
    case geographic(GeographicPoint)
    /// In the source system's own coordinates; the target must be geographic.
    case source(Point)
  }
}

extension Transformation {
  /// What a system is made from.
  enum Definition {
    case listed(SystemName)
    /// A PROJ string. Only the conformance tests make this one: text of a file or a person never gets here.
    case projString(String)

    var text: String {
      switch self {
      case .listed(let name): name.text
      case .projString(let string): string
      }
    }
  }
}

extension Context {
  func system(_ definition: Transformation.Definition) throws(PROJError) -> Object {
    switch definition {
    case .listed(let name): try system(name)
    case .projString(let string): try object(proj_create(handle, string), "proj_create")
    }
  }
}
