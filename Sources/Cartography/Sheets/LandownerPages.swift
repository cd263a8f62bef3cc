/// The rows of an owner's sheet, laid onto as many pages as they need; the last one keeps room to write and to sign.
struct LandownerPages {
  static let (margin, headHeight) = (16.0, 12.5)
  /// Of a name, and of each line below it.
  static let (nameHeight, lineHeight) = (6.4, 5.4)
  /// What was said and agreed, and two lines to sign.
  static let footHeight = 78.0

  let page: PageBox
  let top: Double
  let budgets: BudgetColumn
  let columns: [(Phrase, Double)]
  let pages: [[LandownerFigures.Site]]

  var width: Double { page.width - 2 * Self.margin }

  /// - Parameter head: the height of the lines above the table, in millimetres.
  init(
    _ figures: LandownerFigures, style: MapStyle, typesetter: Typesetter, head: Double, on paper: PaperSize
  ) {
    page = paper.box(isLandscape: paper == .a3)
    top = 12 + head + 3
    let rows = figures.sites + [figures.together]
    budgets = BudgetColumn(
      rows.map(\.row).filter { $0.standing == .told }.map(\.budgets), style, typesetter)
    let counts: [(Phrase, Double)] = [
      (.landownerStatus, 22), (.programmeFamilies, 17), (.programmePlots, 15), (.programmeWithout, 16),
      (.programmeFindings, 15), (.landownerLand, 19),
    ]
    let others = counts.map(\.1).reduce(0, +) + budgets.width
    columns =
      [(.landownerSite, page.width - 2 * Self.margin - others)] + counts
      + (budgets.width > 0 ? [(.programmeBudget, budgets.width)] : [])
    let room = page.maxY - 12 - top - Self.headHeight
    var (pages, used) = ([[LandownerFigures.Site]()], 0.0)
    for (place, row) in rows.enumerated() {
      let height = Self.height(of: row, budgets)
      // The sum, the room to write and the last site stay together.
      let needed =
        place == rows.count - 2
        ? height + Self.height(of: figures.together, budgets) + Self.footHeight : height
      if used > 0, place < rows.count - 1, used + needed > room {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(row)
      used += height
    }
    self.pages = pages
  }

  func height(of site: LandownerFigures.Site) -> Double { Self.height(of: site, budgets) }

  private static func height(of site: LandownerFigures.Site, _ budgets: BudgetColumn) -> Double {
    let amounts = site.row.standing == .told ? budgets.lines(of: site.row.budgets).count : 0
    return 2
      + max(
        max(10, nameHeight + Double(site.places.count) * lineHeight),
        Double(amounts) * BudgetColumn.lineHeight)
  }
}
