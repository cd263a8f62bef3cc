import JSON
import Regulations
import TestSupport
import Testing

/// Books of every kind of nonsense: each is read or refused, and one that is read answers without a trap.
@Suite struct MutatedBookTests {
  static let oddValues: [JSONValue] = [
    .null, true, "", "x", 0, -1, .number(JSONNumber("1e308") ?? JSONNumber(0)),
    .number(JSONNumber("9223372036854775808") ?? JSONNumber(0)), [], [[]], .object([:]), ["x", "x"],
  ]

  /// Every value of the document, one after the other, replaced by every odd value.
  private static func mutants(of value: JSONValue) -> [JSONValue] {
    var found = oddValues
    switch value {
    case .object(let object):
      for member in object {
        var without = object
        without[member.name] = nil
        found.append(.object(without))
        for mutant in mutants(of: member.value) {
          var changed = object
          changed[member.name] = mutant
          found.append(.object(changed))
        }
      }
    case .array(let entries):
      for (index, entry) in entries.enumerated() {
        for mutant in mutants(of: entry) {
          var changed = entries
          changed[index] = mutant
          found.append(.array(changed))
        }
      }
    default: break
    }
    return found
  }

  private func ask(_ book: RuleBook) throws {
    for width in [nil, 0, 10, 1e300] as [Double?] {
      let water = try WaterBody(widthMetres: width, depthMetres: width, landClass: "urban")
      let metres = book.explanation(for: water, structure: "mill").answer.metres ?? 0
      #expect(metres.isFinite && metres >= 0)
    }
    _ = book.rowLimits
    _ = book.rules.map(\.requirement)
  }

  /// All mutants of the small book, and some of the large ones.
  @Test(arguments: [("small", 1), ("many places", 40), ("nigeria-lagos-2023", 7), ("kenya-rule-116", 5)])
  func valuesReplaced(name: String, every stride: Int) throws {
    let text =
      RuleBook.builtInText(name) ?? Array((name == "small" ? MalformedBookTests.sound : manyPlaces).utf8)
    let mutants = Self.mutants(of: try JSONDocument(parsing: text).value)
    var read = 0
    for index in Swift.stride(from: 0, to: mutants.count, by: stride) {
      do throws(RuleBookError) {
        let book = try RuleBook(parsing: mutants[index].serialized(), name: "mutant")
        read += 1
        try? ask(book)
      } catch {
        #expect(!error.problems.isEmpty)
        #expect(error.problems.allSatisfy { $0.line != nil && !$0.problem.isEmpty })
      }
    }
    #expect(
      mutants.count > 500 && read > 0 && read * stride < mutants.count / 4, "\(read) of \(mutants.count)")
  }

  @Test func bytesChanged() throws {
    let sound = Array(MalformedBookTests.sound.utf8)
    var random = SplitMix64(seed: 42)
    for _ in 0..<3000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      if let book = try? RuleBook(parsing: bytes, name: "mutant") { try ask(book) }
    }
  }

  /// Every rule overrides all above it: the last one stands, and soon.
  @Test(.timeLimit(.minutes(5))) func manyOverrides() throws {
    let rules = (0..<150).map { index in
      let above = (0..<index).map { "\"r\($0)\"" }.joined(separator: ",")
      return """
        {"id": "r\(index)", "title": "t", "level": "must", "binds": "building", "clause": "c", "sources": ["T"],
         "confidence": "low", "verified": false, "setback": {"measured_from": {"line": "fence", "text": "t"},
         "distance": {"metres": \(index)}\(index == 0 ? "" : ", \"overrides\": [\(above)]")}}
        """
    }
    let text = """
      {"format": 1, "id": "b", "title": "t", "jurisdiction": "j", "edition": "e",
       "sources": {"T": {"title": "t"}}, "rules": [\(rules.joined(separator: ","))]}
      """
    let book = try RuleBook(parsing: Array(text.utf8), name: "b.json")
    #expect(book.setback(for: try WaterBody()).rule?.id == "r149")
  }
}
