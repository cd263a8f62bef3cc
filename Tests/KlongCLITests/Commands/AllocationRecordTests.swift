import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// The record of a draw: every bit counts, and anybody can repeat it.
@Suite(.serialized) struct AllocationRecordTests: Allocating {
  /// Every bit of a record is part of what it proves.
  @Test func aRecordWithAChangedBitIsRefused() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let words = [
        AllocateCommandTests.plan, "--households", AllocateCommandTests.roster, "--method", "group-ballot",
        "--record", record.path,
      ]
      #expect(allocate(words, in: folder).code == .done)
      let bytes = [UInt8](try Data(contentsOf: record))
      for place in stride(from: 0, to: bytes.count, by: bytes.count / 150) {
        var changed = bytes
        changed[place] ^= UInt8(1) << UInt8(place % 7)
        let file = folder + "changed.json"
        try Data(changed).write(to: file)
        let code = allocate(["--verify", file.path], in: folder).code
        #expect([.findings, .invalidInput].contains(code), "byte \(place)")
      }
    }
  }

  /// A record proves roster and plan too: a bit of either, and it fits no longer.
  ///
  /// Names and money are no part of a draw, so the roster here has none; a bit that changes no letter of what a draw
  /// depends on, such as one of a heading's case, changes no record.
  @Test(arguments: [UInt64(1), 2])
  func aRosterOrPlanWithAChangedBitIsRefused(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let rows = (1...40).map {
        "H\($0),501/\($0),\($0 % 3 + 1),\($0 % 2 == 0 ? "owner" : "renter"),G\($0 % 4)"
      }
      let text = (["household,house,people,tenure,group"] + rows).joined(separator: "\n") + "\n"
      let (roster, plan, record) = (folder + "roster.csv", folder + "plan.geojson", folder + "record.json")
      let files = [
        roster: Array(text.utf8),
        plan: [UInt8](try Data(contentsOf: URL(fileURLWithPath: AllocateCommandTests.plan))),
      ]
      for (file, bytes) in files { try Data(bytes).write(to: file) }
      let words = [plan.path, "--households", roster.path, "--method", "ballot", "--seed", "5"]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let verify = words + ["--verify", record.path]
      #expect(allocate(verify, in: folder).code == .done)
      let digest = try RosterFile(roster.path, options: IntakeOptions()).digest
      var random = SplitMix64(seed: seed)
      for file in [roster, plan] {
        let bytes = files[file] ?? []
        var refused = 0
        for _ in 0..<30 {
          let (place, bit) = (Int(random.next() % UInt64(bytes.count)), UInt8(random.next() % 8))
          var changed = bytes
          changed[place] ^= 1 << bit
          try Data(changed).write(to: file)
          let code = allocate(verify, in: folder).code
          let saysTheSame =
            file == roster && (try? RosterFile(file.path, options: IntakeOptions()).digest) == digest
          #expect(
            saysTheSame || [.findings, .invalidInput].contains(code), "bit \(bit) of byte \(place): \(code)")
          if code != .done { refused += 1 }
        }
        #expect(refused >= (file == plan ? 30 : 24), "\(refused) of 30 in \(file.lastPathComponent)")
        try Data(bytes).write(to: file)
      }
      #expect(allocate(verify, in: folder).code == .done)
    }
  }

  /// The draw again by other hands: a shell, `sha256sum` and `sort`.
  @Test func theShellDrawsTheSame() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let words = [
        AllocateCommandTests.plan, "--households", AllocateCommandTests.roster, "--method", "group-ballot",
        "--seed", "99",
      ]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let root = try json(record)
      var (told, input) = ([String](), "")
      for group in root["groups"]?.array ?? [] {
        let households = group["households"]?.array?.compactMap(\.string) ?? []
        let plots = group["plots"]?.array?.compactMap(\.string) ?? []
        for household in households {
          told.append("\(household) \(root["seats"]?[household]?.string ?? "-")")
        }
        input += households.joined(separator: " ") + "|" + plots.joined(separator: " ") + "\n"
      }
      try input.write(to: folder + "groups", atomically: true, encoding: .utf8)
      let number = root["draw"]?["number"]?.string ?? ""
      let script = """
        sha() { printf '%s' "$1" | sha256sum | cut -d ' ' -f 1; }
        key=$(sha "klong-draw-1:-:-:\(number)")
        while IFS='|' read -r households plots; do
          for h in $households; do echo "$(sha "$key/$h") $h"; done | sort | cut -d ' ' -f 2 >order
          printf '%s\\n' $plots | paste -d ' ' order -
        done <groups
        """
      let outcome = try KlongProcess.shell(script, in: folder)
      #expect(told.count == 197)
      #expect(
        outcome.stdout.split(separator: "\n").map(String.init).sorted() == told.sorted(), "\(outcome.stderr)")
    }
  }

  /// The arithmetic that the record prints, where Python is at hand.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func thePrintedArithmeticDrawsTheSame() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let roster = try String(contentsOfFile: AllocateCommandTests.roster, encoding: .utf8)
        .replacing(
          ",,,,7000.00", with: ",,1;2;3;4;5,,7000.00")
      try roster.write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      let words = [
        AllocateCommandTests.plan, "--households", (folder + "roster.csv").path, "--method", "ballot",
      ]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let lines = try json(record)["arithmetic"]?.array?.compactMap(\.string) ?? []
      #expect(lines.count == 10)
      try lines.joined(separator: "\n").write(to: folder + "draw.py", atomically: true, encoding: .utf8)
      let outcome = try KlongProcess.shell("/usr/bin/python3 draw.py record.json", in: folder)
      let answers = outcome.stdout.split(separator: "\n")
      #expect(answers.count == 197 && answers.allSatisfy { $0.hasSuffix(" right") }, "\(outcome.stderr)")
    }
  }

  @Test func commitmentBeforeTheDraw() throws {
    try withTemporaryFolder { folder in
      let secret = folder + "secret.txt"
      try "rain on the tin roof\n".write(to: secret, atomically: true, encoding: .utf8)
      let words = [
        AllocateCommandTests.plan, "--households", AllocateCommandTests.roster, "--method", "ballot",
        "--secret", secret.path,
      ]
      let commitment = allocate(words, in: folder).data.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(commitment.count == 64)
      let record = folder + "record.json"
      let drawn = words + ["--commit", commitment, "--seed", "271828", "--record", record.path]
      #expect(allocate(drawn, in: folder).code == .done)
      #expect(allocate(["--verify", record.path], in: folder).code == .done)
      // Another secret, method or commitment does not fit.
      try "rain on the tin roofs\n".write(to: secret, atomically: true, encoding: .utf8)
      #expect(allocate(drawn, in: folder).code == .invalidInput)
      #expect(allocate(words + ["--commit", commitment], in: folder).code == .usage)
    }
  }
}
