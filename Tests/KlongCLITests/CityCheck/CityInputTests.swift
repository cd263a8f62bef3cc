import Foundation
import JSON
import Testing

@testable import KlongCLI

/// Folders, patterns and pipes say what the files say by name.
@Suite struct CityInputTests {
  /// Three files of buildings in a folder, beside others that are none.
  private static func withCity(_ body: (_ folder: URL, _ files: [String], _ canals: String) throws -> Void)
    throws
  {
    try withTemporaryFolder { scratch in
      let city = MadeCity(seed: 31, buildings: 90)
      let folder = scratch + "wards"
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      func write(_ features: [String], _ path: URL) throws {
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
        try text.write(to: path, atomically: false, encoding: .utf8)
      }
      for (name, start) in [("b.geojson", 30), ("a.geojson", 0), ("c.json", 60)] {
        try write(Array(city.buildings[start..<(start + 30)]), folder + name)
      }
      try "not for us".write(to: folder + "notes.txt", atomically: false, encoding: .utf8)
      try "{".write(to: folder + ".hidden.geojson", atomically: false, encoding: .utf8)
      let canals = scratch + "canals.geojson"
      try write(city.canals, canals)
      try body(folder, ["a.geojson", "b.geojson", "c.json"].map { (folder + $0).path }, canals.path)
    }
  }

  private static func check(_ words: [String]) -> (ExitCode, String) {
    let captured = CapturedConsole()
    return (run(["check"] + words + ["--quiet"], captured.console()), captured.stdout)
  }

  @Test(arguments: ["geojson", "csv", "json"]) func aFolderIsItsFiles(format: String) throws {
    try Self.withCity { folder, files, canals in
      let rest = ["--canals", canals, "--format", format]
      let named = Self.check(files + rest)
      #expect(named.1.count > 1000)
      #expect(Self.check([folder.path] + rest) == named)
      let pattern = Self.check([folder.path + "/*.geojson"] + rest)
      #expect(pattern == Self.check(Array(files.prefix(2)) + rest))
    }
  }

  @Test func emptyFoldersAndPatternsAreRefused() throws {
    try withTemporaryFolder { folder in
      for word in [folder.path, folder.path + "/*.geojson"] {
        let captured = CapturedConsole()
        #expect(run(["check", word, "--canals", word], captured.console()) == .invalidInput)
        #expect(captured.stderr.contains(folder.path))
      }
    }
  }

  /// Through a pipe, from a file as standard input, and by name: the same bytes and the same verdict.
  @Test func aPipeIsTheFile() throws {
    try Self.withCity { _, files, canals in
      let line = { (words: String) throws -> KlongProcess.Outcome in
        try KlongProcess.shell("\(words) --canals '\(canals)' --format geojson --quiet")
      }
      let named = try line("$KLONG check '\(files[0])'")
      let piped = try line("cat '\(files[0])' | $KLONG check -")
      let redirected = try line("< '\(files[0])' $KLONG check -")
      #expect(named.stdout.count > 1000)
      #expect(piped.stdout == named.stdout)
      #expect(piped.status == named.status)
      #expect(redirected.stdout == named.stdout)
    }
  }

  /// Of the whole-file check too, which reads the pipe a second time.
  @Test func aPipeCanBeReadTwice() throws {
    try Self.withCity { _, files, canals in
      let mixed =
        "sed 's/\"kind\":\"house\"/\"kind\":\"canal\"/' '\(files[0])' | $KLONG check - --canals '\(canals)'"
      let outcome = try KlongProcess.shell("\(mixed) --format geojson")
      #expect([0, 1, 2].contains(outcome.status), "\(outcome.stderr)")
      #expect(!outcome.stderr.contains("GeoJSON text ends"), "\(outcome.stderr)")
      #expect(!outcome.stderr.contains("empty"), "\(outcome.stderr)")
    }
  }

  @Test func limitsHoldForPipes() throws {
    try Self.withCity { _, _, canals in
      let outcome = try KlongProcess.shell(
        "head -c 3000000 /dev/zero | $KLONG check - --canals '\(canals)' --format geojson --max-megabytes 1")
      #expect(outcome.status == 75, "\(outcome.stderr)")
    }
  }

  /// A change of the file is met by another check; a file that is no GeoJSON for a while is told and does not end it.
  @Test func watching() throws {
    try withTemporaryFolder { folder in
      let city = MadeCity(seed: 8, buildings: 20)
      let wrap = { (features: String) in #"{"type":"FeatureCollection","features":[\#(features)]}"# }
      let texts = [
        "one": wrap(city.buildings[0]), "all": wrap(city.buildings.joined(separator: ",")), "bad": "{",
      ]
      for (name, text) in texts { try text.write(to: folder + name, atomically: false, encoding: .utf8) }
      try wrap(city.canals.joined(separator: ",")).write(
        to: folder + "canals", atomically: false, encoding: .utf8)
      let script = """
        cp one drawn
        $KLONG check drawn --canals canals --watch > out 2> talk & watcher=$!
        await() { for i in $(seq 300); do [ "$(grep -c 'waiting for a change' talk)" -ge $1 ] && return; sleep 0.1; done; }
        await 1; cp bad drawn
        await 2; cp all drawn.new; mv drawn.new drawn
        await 3; kill -KILL $watcher; wait $watcher
        grep -c 'checked' out; grep -c 'ends too early' talk
        """
      let outcome = try KlongProcess.shell(script, in: folder)
      let lines = outcome.stdout.split(separator: "\n")
      #expect(lines.first == "2", "\(outcome.stdout) \(outcome.stderr)")
      #expect(lines.last.flatMap { Int($0) }.map { $0 >= 1 } ?? false)
    }
  }
}
