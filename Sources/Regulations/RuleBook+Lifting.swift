extension RuleBook {
  /// The same book with the named norms lifted to `must`. A rule that already is one stays as it is.
  /// - Throws: `RuleBookError` with a problem for every name that the book does not have, or whose rule has no number.
  public func lifting(_ ruleIDs: [String]) throws(RuleBookError) -> RuleBook {
    let problems = ruleIDs.compactMap(obstacleToLifting)
    guard problems.isEmpty else { throw RuleBookError(name: id, problems: problems) }
    return RuleBook(
      id: self.id, title: title, jurisdiction: jurisdiction, edition: edition, about: about,
      omissions: omissions, rules: rules.map { ruleIDs.contains($0.id) ? $0.lifted : $0 })
  }

  private func obstacleToLifting(_ ruleID: String) -> RuleBookError.Problem? {
    guard let rule = rule(ruleID) else {
      return RuleBookError.Problem(
        member: "", problem: "there is no rule \"\(ruleID)\" in this book",
        remedy: NearName.advice(for: ruleID, among: rules.map(\.id)))
    }
    guard case .noNumber = rule.content else { return nil }
    return RuleBookError.Problem(
      member: "", problem: "rule \"\(ruleID)\" has no number, so nothing can be measured against it",
      remedy: "leave it out; reports state it anyway")
  }
}

extension Rule {
  fileprivate var lifted: Rule {
    Rule(
      id: id, title: title, clause: clause, sources: sources, confidence: confidence, isVerified: isVerified,
      binds: binds, level: .must, note: note, content: content)
  }
}
