internal import CPROJ
import Geometry

extension Object {
  /// Sends all points through the operation in one call, in place.
  ///
  /// - Throws: `PROJError` for the first point that has no finite result; the points are then of no use.
  func transform(_ points: inout [Point], inverse: Bool) throws(PROJError) {
    if let index = points.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    let count = points.count
    if count == 0 { return }
    proj_errno_reset(pointer)
    let done = points.withUnsafeMutableBytes { bytes -> Int in
      guard let x = bytes.baseAddress else { return 0 }
      let stride = MemoryLayout<Point>.stride
      let y = x + 8  // The test that pins the layout of Point stands in PROJTests.
      return proj_trans_generic(
        pointer, inverse ? PJ_INV : PJ_FWD,
        x.assumingMemoryBound(to: Double.self), stride, count,
        y.assumingMemoryBound(to: Double.self), stride, count,
        nil, 0, 0, nil, 0, 0)
    }
    let status = proj_errno(pointer)
    // PROJ marks a failed point with infinity, and not every failure sets the error number.
    if let index = points.firstIndex(where: { !$0.isFinite }) {
      let reason = status == 0 ? "it has no image" : context.reason(status)
      throw .notTransformed(index: index, reason: reason)
    }
    guard done == count, status == 0 else {
      throw .failed(function: "proj_trans_generic", reason: context.reason(status))
    }
  }
}
