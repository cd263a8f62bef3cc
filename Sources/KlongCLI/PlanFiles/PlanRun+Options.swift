internal import JSON
internal import Planning

/// Several plans to choose from, each a file of its own.
extension PlanRun {
  /// A plan to choose with all that its file needs.
  private struct Choice {
    var option: PlanOption
    var file: PlanFile
    var report: CheckReport
  }

  /// `plans/plan.geojson` becomes `plans/plan-A.geojson`, `plans/plan-B.geojson`, …
  static func optionFile(_ output: String, _ index: Int) -> String {
    let folder = output.lastIndex(of: "/").map { output[...$0] } ?? ""
    let name = output.dropFirst(folder.count)
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    return "\(folder)\(name[..<dot])-\(letter(index))\(name[dot...])"
  }

  private static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHI")
    return letters.indices.contains(index) ? String(letters[index]) : String(index + 1)
  }

  /// Writes all of them or none.
  func writeOptions(_ count: Int, showsMeasures: Bool) throws -> ExitCode {
    var choices = try console.progress("checking the options") { _ in try choose(count) }
    let names = choices.indices.map { Self.optionFile(output, $0) }
    for index in choices.indices {
      choices[index].file.header.option = try member(choices, index, names)
    }
    let batch = OutputBatch(console: console, protecting: intake.sources.map(\.identity))
    for (choice, name) in zip(choices, names) {
      try batch.write(name) { sink in try choice.file.write(to: { try sink.write($0) }, report: choice.report)
      }
    }
    try batch.commit()
    tell(choices, names, asked: count)
    if showsMeasures {
      for (index, choice) in choices.enumerated() {
        console.note("Option \(Self.letter(index)): \(choice.option.purpose.words)")
        console.note(choice.option.measures)
      }
    }
    let isShort = choices.contains { ($0.file.header.outcome.measures.missing ?? 0) > 0 }
    return isShort || choices.contains { $0.report.report.isBroken } ? .findings : .done
  }

  /// The options with the measures of what will be written: the check may have taken a plot out.
  private func choose(_ count: Int) throws -> [Choice] {
    let found: [PlanOption]
    do {
      found = try console.progress("looking for plans to choose from") { _ in
        try OptionSearch.options(ground.settlement, request(on: ground), count: count)
      }
    } catch let error as PlanningError {
      throw Refusal(error, in: intake)
    }
    let choices = try found.map { option in
      let attempt = try attempt(on: ground.keeping(option.keptHouses), outcome: option.outcome)
      let (file, report) = (attempt.file, attempt.report)
      var option = option
      option.outcome = file.header.outcome
      if let measured = file.header.measured { option.measures = measured }
      option.alsoBest = []
      return Choice(option: option, file: file, report: report)
    }
    let chosen = try OptionSearch.chosen(choices.map(\.option), count: count)
    return chosen.compactMap { option in
      choices.first { $0.option.outcome.plan == option.outcome.plan }.map {
        Choice(option: option, file: $0.file, report: $0.report)
      }
    }
  }

  /// The member `klong.option` of one of the files.
  private func member(_ choices: [Choice], _ index: Int, _ names: [String]) throws -> JSONObject {
    let own = choices[index].option
    let rows = zip(choices, names).enumerated().map { place, row -> JSONValue in
      [
        "letter": .string(Self.letter(place)), "purpose": .string(row.0.option.purpose.rawValue),
        "file": .string(String(row.1.split(separator: "/").last ?? "-")),
        "measures": .object(row.0.option.measures.json),
      ]
    }
    let distances = try choices.enumerated().map { place, choice in
      (
        Self.letter(place),
        JSONValue.number(JSONNumber(try own.distance(to: choice.option), decimals: 3))
      )
    }
    return [
      "letter": .string(Self.letter(index)), "purpose": .string(own.purpose.rawValue),
      "words": .string(own.purpose.words), "also_best": .array(own.alsoBest.map { .string($0.rawValue) }),
      "kept_houses": .count(own.keptHouses.count),
      "least_distance": .number(JSONNumber(OptionSearch.leastDistance, decimals: 3)),
      "distance": .object(JSONObject(distances)), "options": .array(rows),
    ]
  }

  /// A table that fits into 64 columns, and the purpose of each below it.
  private func tell(_ choices: [Choice], _ names: [String], asked: Int) {
    let table = MeasureTable(
      rows: choices.indices.map { (Self.letter($0), choices[$0].option.measures) })
    for line in table.lines { console.note(line) }
    for (index, choice) in choices.enumerated() {
      let also = choice.option.alsoBest.map { ", and \($0.words)" }.joined()
      console.note("\(Self.letter(index)): \(choice.option.purpose.words)\(also)")
      console.note("   \(names[index]): \(choice.report.headline)")
      for note in choice.file.header.outcome.notes { console.note("   note: \(note)") }
    }
    if choices.count < asked {
      console.note(
        "\(counted(choices.count, "plan")) of the \(asked) asked for: no more were found that differ in "
          + "\(fixed(OptionSearch.leastDistance * 100, decimals: 0)) % of their plots' ground and are not worse "
          + "in everything")
    }
    if isPastDeadline { console.warn("the deadline passed: other plans were not looked at") }
    let missing = choices.compactMap(\.file.header.outcome.measures.missing).max() ?? 0
    if missing > 0 { console.warn("\(counted(missing, "household")) without a plot at the worst") }
    if book.isUnverified {
      console.note("the rules of \(book.id) were not compared with the gazette: NOT VERIFIED")
    }
  }
}
