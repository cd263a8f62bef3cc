/// The lines of a programme sheet, laid into columns that are as high as the paper lets them be.
struct ProgrammeColumns {
  enum Line {
    case heading(String)
    /// `most` is the families of the longest bar under the same heading.
    case row(ProgrammeFigures.Row, name: String, most: Int)
  }

  static let (margin, width) = (16.0, 178.0)
  static let (headHeight, headingHeight, rowHeight) = (11.0, 9.0, 6.2)

  let page: PageBox
  let perPage: Int
  let budgets: BudgetColumn
  let headings: [(Phrase, Double)]
  /// Where columns begin, below the title and so many lines of sums.
  let top: Double
  private(set) var columns: [[Line]] = []

  var pageCount: Int { (columns.count + perPage - 1) / perPage }

  /// - Parameter sums: the height of the lines above the columns, in millimetres.
  init(
    _ figures: ProgrammeFigures, style: MapStyle, typesetter: Typesetter, sums: Double, on paper: PaperSize
  ) {
    page = paper.box(isLandscape: paper == .a3)
    perPage = paper == .a3 ? 2 : 1
    top = 40 + sums
    budgets = BudgetColumn(
      figures.parts.flatMap(\.rows).filter { $0.standing == .told }.map(\.budgets), style, typesetter)
    // Name and bar make room for amounts.
    headings =
      [
        (.programmeName, 55 - budgets.width * 0.45), (.programmeBar, 45 - budgets.width * 0.55),
        (.programmeCount, 15), (.programmeFamilies, 17), (.programmePlots, 15), (.programmeWithout, 16),
        (.programmeFindings, 15),
      ] + (budgets.width > 0 ? [(.programmeBudget, budgets.width)] : [])
    let room = page.maxY - 12 - top - Self.headHeight
    var (column, used) = ([Line](), 0.0)
    for part in figures.parts where !part.rows.isEmpty {
      let heading = part.heading(style)
      let most = part.rows.filter { $0.standing == .told }.compactMap(\.families).max() ?? 0
      // A heading never stands alone at the foot of a column.
      if used > 0, used + Self.headingHeight + 2 * Self.rowHeight > room {
        columns.append(column)
        (column, used) = ([], 0)
      }
      column.append(.heading(heading))
      used += Self.headingHeight
      for row in part.rows {
        let height = height(of: row)
        if used + height > room {
          columns.append(column)
          (column, used) = ([.heading("\(heading) …")], Self.headingHeight)
        }
        column.append(.row(row, name: part.name(of: row, style), most: most))
        used += height
      }
    }
    columns.append(column)
  }

  /// A line for each currency.
  func height(of row: ProgrammeFigures.Row) -> Double {
    guard row.standing == .told else { return Self.rowHeight }
    return Self.rowHeight + Double(max(0, budgets.lines(of: row.budgets).count - 1)) * BudgetColumn.lineHeight
  }

}

extension ProgrammeFigures.Part {
  fileprivate func heading(_ style: MapStyle) -> String {
    switch kind {
    case .byStatus: style[.programmeByStatus]
    case .byCity: style[.programmeByCity]
    case .byCanal: style[.programmeByCanal]
    case .byLandowner: style[.programmeByLandowner]
    case .projects(let status):
      style[.programmeProjects, style[status.phrase], style.grouped(rows.count)]
    }
  }

  fileprivate func name(of row: ProgrammeFigures.Row, _ style: MapStyle) -> String {
    guard let name = row.name else { return style[.programmeNotStated] }
    if kind == .byStatus, let status = ProgrammeFigures.Status(rawValue: name) { return style[status.phrase] }
    return style.digits(PrintableText.name(name, atMost: 60))
  }
}

extension ProgrammeFigures.Status {
  var phrase: Phrase {
    switch self {
    case .surveyed: .statusSurveyed
    case .planned: .statusPlanned
    case .agreed: .statusAgreed
    case .financed: .statusFinanced
    case .building: .statusBuilding
    case .done: .statusDone
    case .unread: .statusUnread
    }
  }
}
