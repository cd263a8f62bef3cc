/// One thing that is timed, and whose answer is known.
protocol Benchmark: Sendable {
  /// What one types to choose it.
  static var name: String { get }
  /// - Throws: ``WrongAnswer`` when the work gave another answer than the known one, or whatever stopped it.
  func run() throws -> [Row]
}

/// One line of the table.
struct Row {
  var name: String
  /// How much was worked on, with its unit: `100,000 houses`.
  var amount: String
  var seconds: Double
  /// Work a second, with its unit, or empty.
  var rate: String = ""
  /// The most memory that the process has used so far.
  var peakMegabytes: Double = PeakMemory.megabytes
}

/// A benchmark that is fast and wrong is a failure.
struct WrongAnswer: Error, CustomStringConvertible {
  var description: String
}

/// Throws unless the answer is the one that is known.
func expect<Answer: Equatable>(_ found: Answer, toBe known: Answer, of what: String) throws {
  guard found == known else { throw WrongAnswer(description: "\(what): found \(found), known \(known)") }
}
