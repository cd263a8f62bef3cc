public import Foundation

/// The founders' shared folder beside the checkout, where there is one.
///
/// Tests read other people's answers there and say that they were skipped on a machine without it.
public enum SharedData {
  /// `KLONG_SHARED`, or `../shared` beside the package; nil when neither is there.
  public static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment["KLONG_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = environment ?? packageFolder.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The root of this package.
  public static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the shared folder, or nil where it is missing.
  public static func file(_ path: String) -> URL? {
    guard let url = folder?.appendingPathComponent(path) else { return nil }
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
