internal import JSON

extension RuleBook {
  /// Reads a book from JSON.
  /// - Parameter name: the file, for messages.
  /// - Throws: `RuleBookError` with everything that is wrong.
  public init(parsing text: [UInt8], name: String) throws(RuleBookError) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: text, limits: Self.limits)
    } catch {
      let problem = RuleBookError.Problem(
        line: error.line, column: error.column, member: error.member, problem: error.message,
        remedy:
          "mend the JSON there; \"klong rules new NAME\" writes a book to start from")
      throw RuleBookError(name: name, problems: [problem])
    }
    let log = ReadingLog()
    let book = RuleBook.read(ReadMember(value: document.value, path: [], log: log))
    guard let book, log.isClean else { throw RuleBookError(name: name, problems: log.problems(in: document)) }
    self = book
  }

  /// An assumption: far beyond any law, and quick to refuse.
  private static var limits: JSONLimits {
    var limits = JSONLimits()
    limits.bytes = 16 << 20
    return limits
  }

  private static func read(_ member: ReadMember) -> RuleBook? {
    guard let object = ReadObject(member, shape: .book) else { return nil }
    demandFormat(object["format"])
    let id = object["id"].flatMap { Rule.readIdentifier($0) }
    let title = object.text("title")
    let jurisdiction = object.text("jurisdiction")
    let edition = object.text("edition")
    let about = object.text("about")
    let omissions = object["leaves_out"]?.texts(orEmpty: true) ?? []
    _ = object["comments"]?.texts()
    let sources = object["sources"].map(readSources) ?? [:]
    let rules = object["rules"].map { readRules($0, sources: sources) } ?? []
    guard let id, let title, let jurisdiction, let edition else { return nil }
    return RuleBook(
      id: id, title: title, jurisdiction: jurisdiction, edition: edition, about: about, omissions: omissions,
      rules: rules)
  }

  /// The only version of the format so far.
  static let format = 1.0

  private static func demandFormat(_ member: ReadMember?) {
    guard let member, let number = member.number(), number != format else { return }
    member.report("format \(number.short) is not known to this version", remedy: "write a book of format 1")
  }

  private static func readSources(_ member: ReadMember) -> [String: Source] {
    guard case .object(let object) = member.value else {
      member.report("\(member.value.kind) stands where an object is needed", remedy: "put it in braces")
      return [:]
    }
    var sources: [String: Source] = [:]
    for source in object.members {
      let code = source.name
      let place = ReadMember(value: source.value, path: member.path + [.name(code)], log: member.log)
      guard let read = ReadObject(place, shape: .source), let title = read.text("title") else { continue }
      sources[code] = Source(code: code, title: title, address: read.text("address"))
    }
    return sources
  }

  private static func readRules(_ member: ReadMember, sources: [String: Source]) -> [Rule] {
    var rules: [Rule] = []
    var names: Set<String> = []
    for entry in member.list() ?? [] {
      if let rule = Rule.read(entry, sources: sources, earlier: names) { rules.append(rule) }
      if let name = entry.name { names.insert(name) }
    }
    return rules
  }
}

extension ReadMember {
  /// The `id` of a rule, also of one that could not be read: others may name it.
  fileprivate var name: String? {
    guard case .object(let object) = value, case .string(let name) = object["id"] else { return nil }
    return name
  }
}

extension ReadingLog {
  /// All entries with their lines, in the order of the file.
  fileprivate func problems(in document: JSONDocument) -> [RuleBookError.Problem] {
    var problems = entries.map { entry in
      let place = document.location(of: entry.path)
      return RuleBookError.Problem(
        line: place?.line, column: place?.column, member: entry.path.text, problem: entry.problem,
        remedy: entry.remedy)
    }
    problems.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    if untold > 0 {
      problems.append(
        .init(member: "", problem: "\(untold) more problems are not listed", remedy: "correct these first"))
    }
    return problems
  }
}
