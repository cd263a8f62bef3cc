internal import Cartography
internal import CommandLineKit
internal import GEOS
internal import GeoJSON
internal import JSON
internal import PROJ
internal import Regulations

extension Refusal {
  /// What to tell people of an error: mostly one thing, for a rule book or a roster everything that is wrong with it.
  static func all(for error: any Error) -> [Refusal] {
    if let list = error as? RefusalList, !list.refusals.isEmpty { return list.refusals }
    guard let book = error as? RuleBookError, !book.problems.isEmpty else { return [Refusal(error)] }
    return book.problems.map { problem in
      Refusal(
        file: book.name, line: problem.line, column: problem.column,
        member: problem.member.isEmpty ? nil : problem.member, problem: problem.problem,
        remedy: problem.remedy)
    }
  }

  /// The one place where an error becomes a message and an exit code.
  ///
  /// An error that nobody expected is our fault: its type is named, its contents may hold data and are not shown.
  public init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let list as RefusalList where !list.refusals.isEmpty: self = list.refusals[0]
    case let error as UsageError:
      self.init(problem: error.problem, remedy: error.remedy, code: .usage)
    case let failure as SystemFailure:
      self.init(
        problem: failure.description, remedy: "look at the disk and the permissions, then run it again",
        code: .fileSystem)
    case let error as CartographyError: self.init(error)
    case let error as GEOSError: self.init(error)
    case let error as PROJError: self.init(error)
    case let error as JSONError: self.init(error)
    case let error as GeoJSONError: self.init(error)
    case let error as RuleBookError:
      self.init(
        file: error.name, problem: "this rule book is empty or broken",
        remedy: "run \"klong rules validate\" on it")
    default:
      self.init(
        problem: "a fault of klong: \(type(of: error)) was not expected",
        remedy: "please report it with the command line and, if you may share it, the file", code: .ourFault)
    }
  }

  /// The same, for an error that does not know the file it is about.
  public init(_ error: any Error, in file: String) {
    self.init(error)
    self.file = self.file ?? file
  }

  private init(_ error: GEOSError) {
    switch error {
    case .deadlinePassed:
      self.init(problem: error.description, remedy: "simplify the shapes, or give more time", code: .limit)
    case .refused:
      self.init(problem: error.description, remedy: "run \"klong inspect\" to find the shape and mend it")
    case .failed, .unusableAnswer:
      self.init(
        problem: error.description,
        remedy: "run \"klong inspect\" on the file; if it finds nothing, report this",
        code: .ourFault)
    }
  }

  private init(_ error: PROJError) {
    switch error {
    case .databaseMissing, .failed:
      self.init(
        problem: error.description, remedy: "install proj-data again, or report this", code: .ourFault)
    case .nameNotTaken, .noSuchSystem, .unsuitable:
      self.init(problem: error.description, remedy: "name another system with --crs, such as EPSG:32647")
    case .noOperation, .notFinite, .notDegrees, .outsideArea, .notTransformed:
      self.init(
        problem: error.description,
        remedy: "write the file in WGS 84 longitude and latitude, as RFC 7946 asks")
    }
  }

  private init(_ error: JSONError) {
    self.init(
      line: error.line, column: error.column, member: error.member.isEmpty ? nil : error.member,
      problem: error.message, remedy: "mend the file at this place",
      code: error.limit == nil ? .invalidInput : .limit)
  }

  private init(_ error: GeoJSONError) {
    self.init(
      feature: error.featureIndex, id: error.featureID?.text, line: error.line, column: error.column,
      member: error.member.isEmpty ? nil : error.member, problem: error.message,
      remedy: error.limit?.remedy ?? "mend the file at this place",
      code: error.limit == nil ? .invalidInput : .limit)
  }
}

extension ReadingLimit {
  /// The option that moves the limit.
  fileprivate var remedy: String {
    switch self {
    case .fileBytes: "raise it with --max-megabytes, or split the file"
    case .nesting: "raise it with --max-nesting, if the file is meant to be like this"
    case .collectionNesting: "raise it with --max-collections, if the file is meant to be like this"
    case .numberLength: "raise it with --max-digits, if the file is meant to be like this"
    case .coordinate: "raise it with --max-coordinate, if the file is meant to be like this"
    case .positions: "raise it with --max-positions, or split the file"
    case .memory: "split the file, or use a machine with more memory"
    }
  }
}
