internal import Cooperative
internal import Glibc

/// The projects of a programme: rows of a list, or what lies in a folder.
struct ProgrammeList {
  private(set) var entries: [ProgrammeEntry] = []
  private(set) var notes: [String] = []
  private(set) var inputs: [FileIdentity?] = []
  /// Files that the list names, also in rows that count for nothing.
  private var named: Set<FileIdentity> = []

  /// A list inside a folder by this name says what its files do not.
  static let nameInFolder = "programme.csv"

  /// - Throws: `Refusal` where there is no list to work on at all; a wrong row is an entry with faults.
  init(_ path: String, options: IntakeOptions) throws {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.isFolder else {
      try read(list: path, folder: Self.folder(of: path), options)
      try requireSomething(path)
      return
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    var walk = FolderWalk(folder)
    let list = walk.files.first { $0 == "\(folder)/\(Self.nameInFolder)" }
    if let list { try read(list: list, folder: folder, options) }
    // By what they lead to: a path may be spelled in many ways, and a link leads to a file that is there already.
    var known = named
    var others = 0
    for file in walk.files where file != list {
      guard FileIdentity(at: file).map({ known.insert($0).inserted }) ?? true else { continue }
      guard InputPaths.isGeoJSON(file) else {
        others += 1
        continue
      }
      let name = file.dropFirst(folder.utf8.count + 1)
      entries.append(
        ProgrammeEntry(project: String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]), plan: file))
    }
    for problem in walk.takeProblems() {
      var entry = ProgrammeEntry(project: problem.file ?? folder, plan: nil)
      entry.faults = [problem]
      entries.append(entry)
    }
    if others > 0 {
      notes.append("\(counted(others, "other file")) in the folder: neither GeoJSON nor named by its list")
    }
    try requireSomething(path)
  }

  private func requireSomething(_ path: String) throws(Refusal) {
    if entries.isEmpty { throw Self.nothing(in: path) }
  }

  /// The refusal of a folder or list without any project.
  static func nothing(in path: String) -> Refusal {
    Refusal(
      file: path, problem: "there is no project in it",
      remedy: "give a folder of plans, or a table with a column project and a row for each")
  }

  private mutating func read(list path: String, folder: String, _ options: IntakeOptions) throws {
    let file = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
    inputs.append(file.identity)
    let table = CSVTable(file.bytes)
    let columns = (table.heading?.cells ?? []).map { ProgrammeEntry.Column(rawValue: $0.lowercased()) }
    guard columns.contains(.project) else {
      throw Refusal(
        file: path, line: 1, problem: "there is no column project",
        remedy: "head the columns " + ProgrammeEntry.Column.allCases.map(\.rawValue).joined(separator: ", "))
    }
    for column in ProgrammeEntry.Column.allCases where columns.count(where: { $0 == column }) > 1 {
      throw Refusal(
        file: path, line: 1, member: column.rawValue, problem: "the column is there twice", remedy: "keep one"
      )
    }
    let strange = zip(columns, table.heading?.cells ?? []).filter { $0.0 == nil && !$0.1.isEmpty }.map(\.1)
    if !strange.isEmpty { notes.append("columns not used: \(strange.joined(separator: ", "))") }
    if let row = table.openQuotation {
      throw Refusal(file: path, line: row, problem: "a quotation never ends", remedy: "close it with \"")
    }
    var rowOf: [String: Int] = [:]
    var rowOfFile: [FileIdentity: Int] = [:]
    for row in table.rows {
      var entry = entry(row, columns, path, folder)
      let identity = entry.plan.flatMap(FileIdentity.init(at:))
      named.formUnion([identity, entry.roster.flatMap(FileIdentity.init(at:))].compactMap(\.self))
      if let first = rowOf[entry.project] {
        entry.refuseSecond(of: first, .project, file: path, line: row.number)
      } else if let first = identity.flatMap({ rowOfFile[$0] }) {
        entry.refuseSecond(of: first, .plan, file: path, line: row.number)
      }
      rowOf[entry.project] = rowOf[entry.project] ?? row.number
      if let identity { rowOfFile[identity] = rowOfFile[identity] ?? row.number }
      entries.append(entry)
    }
  }

  private func entry(
    _ row: CSVTable.Row, _ columns: [ProgrammeEntry.Column?], _ path: String, _ folder: String
  ) -> ProgrammeEntry {
    var values: [ProgrammeEntry.Column: String] = [:]
    for (column, cell) in zip(columns, row.cells) {
      if let column, !cell.isEmpty { values[column] = cell }
    }
    func placed(_ file: String) -> String {
      file.hasPrefix("/") || folder.isEmpty ? file : "\(folder)/\(file)"
    }
    values[.plan] = values[.plan].map(placed)
    values[.households] = values[.households].map(placed)
    let name = "row \(row.number)"
    var entry = ProgrammeEntry(values, project: name, file: path, line: row.number)
    if values[.project] == nil {
      entry.faults.append(
        Refusal(
          file: path, line: row.number, member: "project", problem: "a row without a project",
          remedy: "give it a name"))
    }
    if row.cells.count > columns.count {
      entry.faults.append(
        Refusal(
          file: path, line: row.number, problem: "more cells than the heading has",
          remedy: "put cells with commas into quotation marks"))
    }
    if !row.unreadable.isEmpty {
      entry.faults.append(
        Refusal(
          file: path, line: row.number, problem: "a cell is not UTF-8", remedy: "save the table as UTF-8"))
    }
    return entry
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "" : String(path[..<$0]) } ?? ""
  }
}
