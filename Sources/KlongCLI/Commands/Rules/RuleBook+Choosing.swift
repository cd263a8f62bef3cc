internal import Regulations

extension RuleBook {
  /// The book that `--rules` or a positional names: a built-in book, else a file.
  ///
  /// - Parameter lifted: the norms that `--strict` makes binding.
  /// - Throws: exit 2 where the book cannot be read, 64 where it has no such rule.
  static func chosen(_ name: String, lifting lifted: [String] = []) throws -> RuleBook {
    let book = try RuleBook(parsing: text(of: name), name: name)
    do throws(RuleBookError) {
      return try book.lifting(lifted)
    } catch {
      let problem = error.problems.first
      throw Refusal(
        problem: "--strict: \(problem?.problem ?? "no such rule") (\(book.id))",
        remedy: problem?.remedy ?? "run \"klong rules show\" on the book", code: .usage)
    }
  }

  /// The text of a built-in book, else of a file.
  static func text(of name: String) throws -> [UInt8] {
    if let text = RuleBook.builtInText(name) { return text }
    do throws(Refusal) {
      return try InputFile.read(name, maximumBytes: mostBytes).bytes
    } catch {
      throw refusal(error, name)
    }
  }

  /// An assumption: a thousand rules with their notes are a tenth of it.
  private static let mostBytes = 16 << 20

  /// A name without a dot or a slash was meant for a built-in book.
  private static func refusal(_ error: Refusal, _ name: String) -> Refusal {
    var refusal = error
    if error.code == .limit {
      refusal.remedy = "a rule book is never that large; look at the name of the file"
    } else if !name.contains("."), !name.contains("/"), error.code == .invalidInput {
      refusal.problem = "there is neither a built-in rule book nor a file of this name"
      refusal.remedy = RuleBook.adviceOnName(name)
    }
    return refusal
  }
}
