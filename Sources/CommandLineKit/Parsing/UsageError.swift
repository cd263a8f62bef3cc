/// The command line cannot be followed: which word, and what to write instead.
public struct UsageError: Error, Sendable, Hashable {
  /// What is wrong, naming the option and the value.
  public let problem: String
  /// What to do.
  public let remedy: String

  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}
