internal import CPROJ
import Geometry

/// The operations that PROJ offers between two systems, without ballpark ones and without those whose grids are
/// not installed.
struct OperationCandidates: ~Copyable {
  private let list: OpaquePointer
  private let context: Context
  private let count: Int32

  init(from source: borrowing Object, to target: borrowing Object, in context: Context) throws(PROJError) {
    guard let factory = proj_create_operation_factory_context(context.handle, nil) else {
      throw .failed(function: "proj_create_operation_factory_context", reason: "no memory")
    }
    defer { proj_operation_factory_context_destroy(factory) }
    let handle = context.handle
    // The same settings as proj_create_crs_to_crs, so that the same operations come up.
    proj_operation_factory_context_set_spatial_criterion(
      handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    proj_operation_factory_context_set_grid_availability_use(
      handle, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    proj_operation_factory_context_set_allow_ballpark_transformations(handle, factory, 0)
    guard let list = proj_create_operations(handle, source.pointer, target.pointer, factory) else {
      throw .failed(
        function: "proj_create_operations", reason: context.reason(proj_context_errno(handle)))
    }
    self.list = list
    self.context = context
    count = proj_list_get_count(list)
  }

  deinit { proj_list_destroy(list) }

  /// One of the operations, described.
  struct Candidate {
    var index: Int32
    var name: String
    var accuracyMetres: Double?
    var area: AreaOfUse?
    var appliesFormulasOnly: Bool
  }

  /// One operation that takes and gives x, y, whatever the order of the authorities.
  func normalized(_ index: Int32) throws(PROJError) -> Object {
    let operation = try context.object(proj_list_get(context.handle, list, index), "proj_list_get")
    return try context.object(
      proj_normalize_for_visualization(context.handle, operation.pointer), "proj_normalize_for_visualization")
  }

  /// All operations but ballpark ones, in PROJ's order.
  func described() throws(PROJError) -> [Candidate] {
    var candidates: [Candidate] = []
    for index in 0..<max(0, count) {
      let operation = try context.object(proj_list_get(context.handle, list, index), "proj_list_get")
      guard proj_coordoperation_has_ballpark_transformation(context.handle, operation.pointer) == 0 else {
        continue
      }
      let stated = proj_coordoperation_get_accuracy(context.handle, operation.pointer)
      let formulasOnly = operation.appliesFormulasOnly
      candidates.append(
        Candidate(
          index: index, name: operation.name,
          accuracyMetres: stated >= 0 ? stated : (formulasOnly ? 0 : nil),
          area: try? operation.areaOfUse(), appliesFormulasOnly: formulasOnly))
    }
    return candidates
  }
}

extension Object {
  /// Whether an operation converts within one datum: a map projection or its inverse, which is exact.
  var appliesFormulasOnly: Bool {
    switch proj_get_type(pointer) {
    case PJ_TYPE_CONVERSION: return true
    case PJ_TYPE_CONCATENATED_OPERATION:
      for index in 0..<max(0, proj_concatoperation_get_step_count(context.handle, pointer)) {
        guard let step = proj_concatoperation_get_step(context.handle, pointer, index) else { return false }
        defer { proj_destroy(step) }
        if proj_get_type(step) != PJ_TYPE_CONVERSION { return false }
      }
      return true
    default: return false
    }
  }
}
