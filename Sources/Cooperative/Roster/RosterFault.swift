/// One thing that is wrong with a roster, and what to do. Values are never repeated: they may be personal.
public struct RosterFault: Hashable, Sendable {
  /// Whether the roster cannot be used, or somebody only has to be asked.
  public enum Kind: Hashable, Sendable { case wrong, missing }

  public var kind: Kind
  /// As a spreadsheet counts; nil for the file as a whole.
  public var row: Int?
  /// The heading of the column.
  public var column: String?
  public var problem: String
  public var remedy: String

  public init(kind: Kind = .wrong, row: Int?, column: String?, problem: String, remedy: String) {
    self.kind = kind
    self.row = row
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }
}
