import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// Whoever has all tables of a programme, over all projects and over each landowner's, finds no small project in them.
@Suite struct ProgrammePrivacyTests {
  private static let keys = ["status", "city", "canal", "landowner", "cooperative", "network"]

  private func report(_ words: [String]) throws -> JSONValue {
    let captured = CapturedConsole()
    _ = run(["programme"] + words + ["--format", "json"], captured.console())
    return try JSONDocument(parsing: Array(captured.stdout.utf8)).value
  }

  private func satang(_ value: JSONValue?) -> Int {
    Int((value?.string ?? "0.00").replacing(".", with: "")) ?? .min
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func margins(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    let size = Int(random.next() % 40) + 2
    let families = (0..<size).map { _ in Int(random.next() % 3 == 0 ? random.next() % 5 : random.next() % 90)
    }
    let rows = families.enumerated().map { number, families in
      "P\(number),\(pick(["surveyed", "planned", "agreed"])),\(pick(["East", "West", ""])),\(pick(["K1", "K2", "K3"])),"
        + "\(pick(["Treasury", "Railway"])),\(pick(["A", "B"])),\(pick(["same", "new"])),\(families)"
    }
    try withTemporaryFolder { folder in
      try (["project,status,city,canal,landowner,network,land,families"] + rows).joined(separator: "\n")
        .write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let path = (folder + "projects.csv").path
      let reports = try [[], ["--landowner", "Treasury"], ["--landowner", "Railway"], ["--network", "A"]].map
      {
        try report([path] + $0)
      }
      let projects = reports[0]["projects"]?.array ?? []
      #expect(projects.count == size)
      let printed = projects.map { $0["families"]?.int }
      var sums: [(places: [Int], value: Int)] = []
      for report in reports {
        let listed = (report["projects"]?.array ?? []).map { project in
          (place: Int(project["project"]?.string?.dropFirst() ?? "") ?? 0, project: project)
        }
        // The same project is told or not in every report.
        #expect(listed.allSatisfy { $0.project["families"]?.int == printed[$0.place] })
        func add(_ places: [Int], _ figures: JSONValue?) {
          guard let sum = figures?["families"]?.int else { return }
          #expect(sum == places.reduce(0) { $0 + families[$1] })
          sums.append((places, sum))
          // Grants follow from families, so the sum is one over those that are told.
          let told = listed.filter { places.contains($0.place) && printed[$0.place] != nil }
          #expect(satang(figures?["grants"]) == told.reduce(0) { $0 + satang($1.project["grants"]) })
          #expect(figures?["not_in_grants"]?.int == places.count - told.count)
        }
        add(listed.map(\.place), report["together"])
        for key in Self.keys {
          for group in report["by_\(key)"]?.array ?? [] {
            let name = group[key]?.string
            add(listed.filter { $0.project[key]?.string == name }.map(\.place), group["figures"])
          }
        }
      }
      let attack = IntervalAttack(printed: printed, atLeast: 1, sums: sums)
      for (place, count) in families.enumerated() where (1..<5).contains(count) {
        #expect(printed[place] == nil)
        #expect(!attack.pins(place) && !attack.findsFew(place), "P\(place) of \(families): \(printed)")
      }
      // Something is told still.
      #expect(size < 8 || !sums.isEmpty)
    }
  }
}
