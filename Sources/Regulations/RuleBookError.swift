/// Why a rule book cannot be used: everything found wrong, not only the first thing.
public struct RuleBookError: Error, Hashable, Sendable {
  /// The file, or the book's id.
  public let name: String
  public let problems: [Problem]

  /// One thing that is wrong, where it stands and what to do about it.
  public struct Problem: Hashable, Sendable {
    /// Line and column from 1; nil where the problem is not in a file.
    public var line: Int?
    public var column: Int?
    /// The way to the member, such as `rules[2].setback.steps[0].metres`; empty for the whole book.
    public var member: String
    public var problem: String
    /// Empty where the problem says it itself.
    public var remedy: String

    public init(line: Int? = nil, column: Int? = nil, member: String, problem: String, remedy: String) {
      self.line = line
      self.column = column
      self.member = member
      self.problem = problem
      self.remedy = remedy
    }
  }

  public init(name: String, problems: [Problem]) {
    self.name = name
    self.problems = problems
  }
}

extension RuleBookError: CustomStringConvertible {
  /// One line for each problem: `file:line:column: member: what is wrong; what to do`.
  public var description: String {
    problems.map { problem in
      let place = [problem.line, problem.column].compactMap { $0.map(String.init) }
      let start = ([name] + place).joined(separator: ":")
      let member = problem.member.isEmpty ? "" : "\(problem.member): "
      let remedy = problem.remedy.isEmpty ? "" : "; \(problem.remedy)"
      return "\(start): \(member)\(problem.problem)\(remedy)"
    }.joined(separator: "\n")
  }
}
