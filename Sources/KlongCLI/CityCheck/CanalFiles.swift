internal import Settlement

/// Files named with `--canals`.
enum CanalFiles {
  /// Their texts; a feature that says nothing of itself is a canal.
  static func read(_ paths: [String], options: IntakeOptions) throws(Refusal) -> [SourceFile] {
    var options = options
    options.unmarkedRole = .canal
    return try Intake.files(paths: paths, options: options)
  }
}
