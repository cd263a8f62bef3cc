/// Why something was not done: which file, which feature, what is wrong, and what to do.
///
/// Texts may hold words from data: they are made safe when they are shown. Name a property, never its value.
public struct Refusal: Error, Sendable, Hashable {
  /// The file as it was named on the command line.
  public var file: String?
  /// The feature's place in its file, from 0, as in `features[3]`.
  public var feature: Int?
  /// The feature's `id`.
  public var id: String?
  /// From 1.
  public var line: Int?
  /// From 1.
  public var column: Int?
  /// The way to the member, such as `features[3].geometry.coordinates[0]`.
  public var member: String?
  /// What is wrong, as a sentence without a full stop.
  public var problem: String
  /// What to do, as a sentence without a full stop.
  public var remedy: String
  public var code: ExitCode

  public init(
    file: String? = nil, feature: Int? = nil, id: String? = nil, line: Int? = nil, column: Int? = nil,
    member: String? = nil, problem: String, remedy: String, code: ExitCode = .invalidInput
  ) {
    self.file = file
    self.feature = feature
    self.id = id
    self.line = line
    self.column = column
    self.member = member
    self.problem = problem
    self.remedy = remedy
    self.code = code
  }
}
