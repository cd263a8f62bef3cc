/// What a programme sheet tells of many projects; whoever makes it decides what may be told.
public struct ProgrammeFigures: Hashable, Sendable {
  /// A sum of money, as a decimal number in text, and its currency.
  public struct Amount: Hashable, Sendable {
    public var amount: String
    /// Empty where nobody stated it.
    public var currency: String

    public init(_ amount: String, _ currency: String) { (self.amount, self.currency) = (amount, currency) }
  }

  /// A project, or several that have something in common.
  public struct Row: Hashable, Sendable {
    public enum Standing: Hashable, Sendable {
      case told
      /// Too few families: no figure is told.
      case unsaid
      /// Its files could not be read.
      case unread
    }

    /// Nil where nobody stated it.
    public var name: String?
    public var standing: Standing
    /// Nil for a single project.
    public var projects: Int?
    /// Nil where it is not known; so are those below.
    public var families: Int?
    public var plots: Int?
    /// Families for whom the plan has no plot.
    public var without: Int?
    /// Findings that break a rule.
    public var findings: Int?
    /// Families of projects that have no plan yet; nil where that is not told, and no bar is drawn.
    public var unplanned: Int?
    /// As projects state them, one for each currency.
    public var budgets: [Amount]

    public init(
      name: String?, standing: Standing, projects: Int? = nil, families: Int? = nil, plots: Int? = nil,
      without: Int? = nil, findings: Int? = nil, unplanned: Int? = 0, budgets: [Amount] = []
    ) {
      (self.name, self.standing, self.projects) = (name, standing, projects)
      (self.families, self.plots, self.without) = (families, plots, without)
      (self.findings, self.unplanned, self.budgets) = (findings, unplanned, budgets)
    }
  }

  public enum Status: String, CaseIterable, Sendable {
    case surveyed, planned, agreed, financed, building, done, unread
  }

  /// Rows under one heading.
  public struct Part: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Its rows are named by ``Status``.
      case byStatus
      case byCity, byCanal, byLandowner
      /// The projects of one status.
      case projects(Status)
    }

    public var kind: Kind
    public var rows: [Row]

    public init(kind: Kind, rows: [Row]) { (self.kind, self.rows) = (kind, rows) }
  }

  public var together: Row
  /// Projects that break a rule, and those that could not be read whole.
  public var inBreach: Int
  public var unread: Int
  /// What subsidies come to; nil where nobody knows of any family.
  public var grants: Amount?
  /// The cost book that says so.
  public var grantsSource: String
  /// Whether that book is made up to show the tool.
  public var isInvented: Bool
  /// Projects that no sum of money is over, as their figures are not told.
  public var withoutMoney: Int
  public var parts: [Part]
  /// Figures of fewer families are not told.
  public var leastFamilies: Int

  public init(
    together: Row, inBreach: Int, unread: Int, grants: Amount?, grantsSource: String, isInvented: Bool,
    withoutMoney: Int, parts: [Part], leastFamilies: Int
  ) {
    (self.together, self.inBreach, self.unread) = (together, inBreach, unread)
    (self.grants, self.grantsSource, self.isInvented) = (grants, grantsSource, isInvented)
    self.withoutMoney = withoutMoney
    (self.parts, self.leastFamilies) = (parts, leastFamilies)
  }
}
