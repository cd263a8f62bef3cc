import Foundation
import Testing

@testable import KlongCLI

/// What is personal in a roster leaves klong allocate only where it was asked for.
@Suite(.serialized) struct AllocationPrivacyTests: Allocating {
  /// Canaries in every personal cell: they come out only where --names asks for them, and in nobody's talk.
  @Test func personalDataStays() throws {
    try withTemporaryFolder { folder in
      let canaries = ["Kanaree", "wheelchair", "quiet", "123123", "456456", "789789"]
      let rows =
        ["H1,501/1,Kanaree Phisut,wheelchair;quiet,123123,456456,789789"]
        + (2...190).map { "H\($0),501/\($0),,,,," }
      let text = (["household,house,name,needs,income,savings,debt"] + rows).joined(separator: "\n")
      try text.write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      for (names, method) in [([], "nearby"), ([], "group-ballot"), (["--names"], "nearby")] {
        let outputs = ["p.geojson", "r.json", "l.csv"].map { folder + $0 }
        // Others may read what was there before; they shall not read names.
        if !names.isEmpty {
          for output in [outputs[0], outputs[2]] {
            try Data("old".utf8).write(to: output)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: output.path)
          }
        }
        let made = allocate(
          [
            AllocateCommandTests.plan, "--households", (folder + "roster.csv").path, "--method", method, "-o",
            outputs[0].path,
            "--record", outputs[1].path, "--list", outputs[2].path,
          ] + names, in: folder)
        #expect(made.code == .done)
        let texts = try outputs.map { try String(contentsOf: $0, encoding: .utf8) }
        // The names of needs stand there as headings of counts, which are not broken down.
        let written = texts.joined().replacing("\"wheelchair\": {", with: "").replacing(
          "\"quiet\": {", with: ""
        )
        .replacing("\"wheelchair\":{", with: "").replacing("\"quiet\":{", with: "")
        for canary in canaries {
          #expect(!made.talk.contains(canary), "\(canary) in the talk")
          if names.isEmpty { #expect(!written.contains(canary), "\(canary) in a file") }
          // Money never leaves klong allocate.
          if Int(canary) != nil { #expect(!written.contains(canary)) }
        }
        if !names.isEmpty { #expect(texts[0].contains("Kanaree") && !texts[1].contains("Kanaree")) }
        for output in outputs {
          let mode = try FileManager.default.attributesOfItem(atPath: output.path)[.posixPermissions] as? Int
          #expect(mode == 0o600)
          try FileManager.default.removeItem(at: output)
        }
      }
    }
  }

  /// Nobody knows who reads standard output.
  @Test func namesGoIntoFilesAlone() throws {
    try withTemporaryFolder { folder in
      for output in [["-o", "-"], ["--list", "-"]] {
        let made = allocate(
          [AllocateCommandTests.plan, "--households", AllocateCommandTests.roster, "--names"] + output,
          in: folder)
        #expect(made.code == .usage && made.data.isEmpty && made.talk.contains("only into a file"))
      }
      #expect(
        allocate(
          [AllocateCommandTests.plan, "--households", AllocateCommandTests.roster, "--list", "-"], in: folder
        ).code == .done)
    }
  }
}
