/// The lines of a programme sheet, laid into columns that are as high as the paper lets them be.
struct ProgrammeColumns {
  enum Line {
    case heading(String)
    /// `most` is the families of the longest bar under the same heading.
    case row(ProgrammeFigures.Row, name: String, most: Int)
  }

  static let (margin, top, width) = (16.0, 58.0, 178.0)
  static let (headHeight, headingHeight, rowHeight) = (11.0, 9.0, 6.2)
  static let headings: [(Phrase, Double)] = [
    (.programmeName, 55), (.programmeBar, 45), (.programmeCount, 15), (.programmeFamilies, 17),
    (.programmePlots, 15), (.programmeWithout, 16), (.programmeFindings, 15),
  ]

  let page: PageBox
  let perPage: Int
  private(set) var columns: [[Line]] = []

  var pageCount: Int { (columns.count + perPage - 1) / perPage }

  init(_ figures: ProgrammeFigures, style: MapStyle, on paper: PaperSize) {
    page = paper.box(isLandscape: paper == .a3)
    perPage = paper == .a3 ? 2 : 1
    let room = page.maxY - 12 - Self.top - Self.headHeight
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
        if used + Self.rowHeight > room {
          columns.append(column)
          (column, used) = ([.heading("\(heading) …")], Self.headingHeight)
        }
        column.append(.row(row, name: part.name(of: row, style), most: most))
        used += Self.rowHeight
      }
    }
    columns.append(column)
  }

  /// With thousands parted; a dash for what is not known.
  static func grouped(_ number: Int?, _ style: MapStyle) -> String {
    guard let number else { return "–" }
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return style.digits(String(text.reversed()))
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
      style[.programmeProjects, style[status.phrase], ProgrammeColumns.grouped(rows.count, style)]
    }
  }

  fileprivate func name(of row: ProgrammeFigures.Row, _ style: MapStyle) -> String {
    guard let name = row.name else { return style[.programmeNotStated] }
    if kind == .byStatus, let status = ProgrammeFigures.Status(rawValue: name) { return style[status.phrase] }
    return style.digits(PrintableText.name(name, atMost: 60))
  }
}

extension ProgrammeFigures.Status {
  fileprivate var phrase: Phrase {
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
