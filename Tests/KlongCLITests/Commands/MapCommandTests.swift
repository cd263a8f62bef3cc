import Foundation
import Geometry
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// The sheets of the samples, as a person prints them.
@Suite struct MapCommandTests {
  private static let bangBua = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
  private static let first = (PlanAndCheckTests.samples + "first-plan/plan.geojson").path
  private static let settlement = (PlanAndCheckTests.samples + "bang-bua/settlement.geojson").path

  private func map(_ words: [String]) -> (code: ExitCode, console: CapturedConsole) {
    let console = CapturedConsole()
    return (run(["map"] + words, console.console()), console)
  }

  private static func has(_ tool: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
  }

  @Test func wholeSet() throws {
    try withTemporaryFolder { folder in
      let out = (folder + "sheets").path
      let outcome = map([Self.first, "--all", "-o", out, "--before", Self.first, "--option", Self.first])
      #expect(outcome.code == .done, "\(outcome.console.stderr)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(
        names == [
          "ballot.pdf", "change.pdf", "contents.pdf", "household.pdf", "objection.pdf", "overview.pdf",
          "setbacks.pdf",
          "sheets.json", "signoff.pdf", "table.pdf", "wall.pdf",
        ])
      let sheets = try JSONDocument(parsing: Array(Data(contentsOf: folder + "sheets/sheets.json"))).value
      #expect(sheets["klong_sheets"]?.int == 1)
      #expect((sheets["sheets"]?.array?.count ?? 0) > 10)
    }
  }

  /// What the linter finds on the sheets of the large sample: nothing.
  @Test(arguments: ["table", "overview", "wall", "household", "signoff", "objection", "setbacks"])
  func bangBuaIsClean(sheet: String) {
    let outcome = map([Self.bangBua, "--sheet", sheet, "--lint"])
    #expect(outcome.code == .done, "\(outcome.console.stdout)")
  }

  /// The largest scale is that of one's own plot on the household sheet.
  @Test(arguments: ["99", "25", "1", "0", "-250", "1:250", "100001"])
  func scalesThatNoSheetHas(scale: String) throws {
    try withTemporaryFolder { folder in
      let output = (folder + "map.pdf").path
      let outcome = map([Self.first, "-o", output, "--scale", scale])
      #expect(outcome.code == .usage)
      #expect(outcome.console.stderr.contains("--scale"))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  @Test func scalesThatSheetsHave() throws {
    try withTemporaryFolder { folder in
      for scale in ["100", "250", "1000"] {
        let outcome = map([Self.first, "-o", (folder + "map.pdf").path, "--scale", scale, "--lint"])
        #expect(outcome.code == .done, "\(outcome.console.stderr)")
      }
    }
  }

  @Test func settlementWithoutAPlanGivesASurvey() {
    let outcome = map([Self.settlement, "--lint"])
    #expect(outcome.code == .done, "\(outcome.console.stdout)")
    #expect(outcome.console.stderr.contains("no plan in the file yet"))
  }

  /// Where every map of every page lies, as GDAL reads it: within a centimetre of what the sheet file says.
  @Test(.enabled(if: has("gdalinfo")))
  func gdalFindsTheCorners() throws {
    try withTemporaryFolder { folder in
      let (pdf, file) = ((folder + "table.pdf").path, (folder + "sheets.json").path)
      #expect(map([Self.bangBua, "-o", pdf, "--sheet-file", file]).code == .done)
      let told = try JSONDocument(parsing: Array(Data(contentsOf: folder + "sheets.json"))).value
      let sheets = try #require(told["sheets"]?.array)
      #expect(sheets.count > 3)
      for (index, sheet) in sheets.enumerated() {
        let outcome = try KlongProcess.shell("gdalinfo -mdd all PDF:\(index + 1):\(pdf)", in: folder)
        #expect(outcome.stdout.contains("32647"))
        let line = try #require(
          outcome.stdout.split(separator: "\n").first { $0.contains("NEATLINE=POLYGON") })
        let numbers = line.split(whereSeparator: { !"0123456789.-".contains($0) }).compactMap { Double($0) }
        let places = stride(from: 0, to: numbers.count - 1, by: 2).map {
          Point(x: numbers[$0], y: numbers[$0 + 1])
        }
        let map = try #require(sheet["maps"]?[0])
        let six = (map["affine"]?.array ?? []).compactMap(\.double)
        let box = (map["frame_mm"]?.array ?? []).compactMap(\.double)
        try #require(six.count == 6 && box.count == 4)
        for (u, v) in [
          (box[0], box[1]), (box[0] + box[2], box[1]), (box[0] + box[2], box[1] + box[3]),
          (box[0], box[1] + box[3]),
        ] {
          let corner = Point(x: six[0] * u + six[1] * v + six[2], y: six[3] * u + six[4] * v + six[5])
          #expect(places.contains { $0.distance(to: corner) < 0.01 }, "page \(index + 1): \(corner)")
        }
      }
    }
  }

  /// A plan with a canary in every property that a person or a tool may have written.
  private static func plan(with canary: String) throws -> [UInt8] {
    var plan = try EditedPlan.first()
    for index in plan.features.indices {
      var properties = plan.features[index]["properties"] as? [String: Any] ?? [:]
      let kind = properties["kind"] as? String
      if kind == "plot" { properties["household"] = "\(canary)-household" }
      properties["phone"] = "\(canary)-phone"
      properties["structure"] = "\(canary)-structure"
      properties["author"] = "\(canary)-author"
      properties["source"] = "\(canary)-source"
      properties["group"] = "\(canary)-group"
      plan.features[index]["properties"] = properties
    }
    plan.features.append([
      "type": "Feature", "id": "\(canary)-id", "properties": ["kind": "house", "house_no": "\(canary)-no"],
      "geometry": ["type": "Point", "coordinates": try Self.place(in: plan)],
    ])
    return Array(try plan.data())
  }

  private static func place(in plan: EditedPlan) throws -> [Double] {
    let plot = try #require(
      plan.features.first { ($0["properties"] as? [String: Any])?["kind"] as? String == "plot" })
    let rings = (plot["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]]
    return try #require(rings?.first?.first)
  }

  /// All that a reader of a file can find in it: of a PDF its text, and its objects unpacked.
  private static func words(of path: String, in folder: URL) throws -> String {
    guard path.hasSuffix(".pdf") else {
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return try KlongProcess.shell(
      "pdftotext \(path) -; qpdf --qdf --object-streams=disable \(path) - | strings", in: folder
    ).stdout
  }

  /// Canaries by level: which of them a sheet may show.
  @Test(
    .enabled(if: has("pdftotext") && has("qpdf")),
    arguments: [("public", [String]()), ("community", ["no"]), ("household", ["no", "household"])])
  func canaries(level: String, shown: [String]) throws {
    try withTemporaryFolder { folder in
      let file = folder + "plan.geojson"
      try Data(Self.plan(with: "CNRY")).write(to: file)
      let out = (folder + "sheets").path
      let outcome = map([file.path, "--all", "-o", out, "--privacy", level])
      #expect(outcome.code == .done, "\(outcome.console.stderr)")
      var words = ""
      for name in try FileManager.default.contentsOfDirectory(atPath: out) {
        #expect(!name.contains("CNRY"))
        let path = "\(out)/\(name)"
        words += try Self.words(of: path, in: folder)
      }
      for canary in ["no", "household", "phone", "structure", "author", "source", "group", "id"] {
        let isTold = words.contains("CNRY-\(canary)")
        #expect(isTold == shown.contains(canary), "\(canary) at level \(level)")
      }
      #expect(!words.contains(folder.path) && !words.contains(NSFullUserName() + "@"))
    }
  }

  /// Names and amounts of an allocation: which options let them out, and that files with them are the owner's alone.
  @Test(
    .enabled(if: has("pdftotext") && has("qpdf")),
    arguments: [
      ([], ["Hcode1"]), (["--privacy", "public"], []), (["--names"], ["Kanary1"]),
      (["--money"], ["Hcode1", "4,321.09"]),
      (["--names", "--money"], ["Kanary1", "4,321.09"]),
    ])
  func canariesOfPeople(words: [String], shown: [String]) throws {
    try withTemporaryFolder { folder in
      let plots = 1...212
      try
        (["household,house,name,income,savings,debt"]
        + (1...190).map { "Hcode\($0),501/\($0),Kanary\($0),98765.43,87654.32,76543.21" })
        .joined(separator: "\n").write(to: folder + "r.csv", atomically: true, encoding: .utf8)
      let (seated, roster, budget) = (
        (folder + "seated.geojson").path, (folder + "r.csv").path, (folder + "b.json").path
      )
      let console = CapturedConsole()
      _ = run(["allocate", Self.bangBua, "--households", roster, "-o", seated], console.console())
      let each = plots.map {
        #"{"household":"Hcode\#($0)","instalment":"4321.09","monthly":"5432.10"}"#
      }
      let sums =
        #""works":"1.00","houses":"2.00","cost":"3.00","works_subsidy":"1.00","house_subsidy":"1.00","savings":"0.50","loans":"0.50""#
      let means =
        #""count":190,"mean_loan":"1.00","mean_instalment":"2.00","mean_rent":"3.00","mean_monthly":"5.00","cannot_pay":"fewer than 5""#
      try Data(
        #"{"klong":{"command":"budget"},"currency":"THB","terms":{"months":180,"member_rate_percent":"4"},"sums":{\#(sums)},"households":{\#(means)},"each":[\#(each.joined(separator: ","))]}"#
          .utf8
      ).write(to: URL(fileURLWithPath: budget))
      let out = (folder + "sheets").path
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      // A file that everybody may read is replaced by one that nobody else may.
      try Data().write(to: folder + "sheets/members.pdf")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: out + "/members.pdf")
      let sheets = ["household", "members", "budget", "table", "wall"].flatMap { ["--sheet", $0] }
      let outcome = map(
        [seated, "--households", roster, "--budget", budget, "-o", out, "--sheet-file", out + "/sheets.json"]
          + sheets
          + words)
      #expect(outcome.code == .done, "\(outcome.console.stderr)")
      var told = outcome.console.stderr + outcome.console.stdout
      for name in try FileManager.default.contentsOfDirectory(atPath: out) {
        let path = "\(out)/\(name)"
        told += try Self.words(of: path, in: folder)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        if words.contains("--names") || words.contains("--money") {
          #expect((mode ?? 0) & 0o077 == 0, "\(name)")
        }
      }
      for canary in ["Hcode1", "Kanary1", "4,321.09"] {
        let isTold = told.contains(canary)
        #expect(isTold == shown.contains(canary), "\(canary) with \(words)")
      }
      // With their decimals: fewer digits stand among the coordinates of a drawing by chance.
      for canary in ["98765.43", "98,765.43", "87654.32", "87,654.32", "76543.21", "76,543.21"] {
        let isTold = told.contains(canary)
        #expect(!isTold, "\(canary) with \(words)")
      }
    }
  }

  /// Sums over so few households that they would tell of each are not printed.
  @Test func budgetOfFewIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = folder + "b.json"
      try Data(#"{"klong":{"command":"budget"},"sums":{"works":"1"},"households":{"count":3}}"#.utf8).write(
        to: file)
      let outcome = map([
        Self.first, "--sheet", "budget", "--budget", file.path, "-o", (folder + "x.pdf").path,
      ])
      #expect(outcome.code == .invalidInput)
      #expect(outcome.console.stderr.contains("fewer than 5"), "\(outcome.console.stderr)")
    }
  }

  /// One file for each household, named by nothing of the household.
  @Test func eachHouseholdInAFile() throws {
    try withTemporaryFolder { folder in
      let out = (folder + "homes").path
      #expect(map([Self.first, "--sheet", "household", "--each", "-o", out]).code == .done)
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(names.count > 3 && names.allSatisfy { $0.hasPrefix("household-") && $0.hasSuffix(".pdf") })
    }
  }

  /// The same plan gives the same bytes, in two folders and two locales.
  @Test func sameBytes() throws {
    try withTemporaryFolder { folder in
      var answers: [Data] = []
      for (name, locale) in [("one", "C"), ("two", "th_TH.UTF-8")] {
        let place = folder + name
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let outcome = try KlongProcess.run(
          ["map", Self.first, "-o", "table.pdf"], environment: ["LC_ALL": locale, "TZ": "Asia/Bangkok"],
          in: place)
        #expect(outcome.status == 0, "\(outcome.stderr)")
        answers.append(try Data(contentsOf: place + "table.pdf"))
      }
      #expect(answers[0] == answers[1])
    }
  }

  /// Words, the status they end with, and what must be said.
  @Test(arguments: [
    (["-o", "/proc/nowhere/x.pdf"], 74, "make the folder first"),
    (["--all", "-o", "/proc/sheets"], 74, "cannot be written"),
    ([], 64, "name a file or a folder"), (["--sheet", "ballot", "-o", "x.pdf"], 64, "--option"),
    (["--sheet", "change", "-o", "x.pdf"], 64, "--before"),
    (["--all", "--sheet", "table", "-o", "x"], 64, "exclude each other"),
    (["-o", "x.png"], 64, "--format png"), (["-o", "x.SVG"], 64, "--format svg"),
    (["--format", "png", "-o", "x.png"], 64, "name a folder"),
    (["--format", "svg", "-o", "x.pdf"], 64, "leave --format out"),
    (["--date", "2026-02-30", "-o", "x.pdf"], 64, "not a day"),
    (["--sheet", "poster", "-o", "x.pdf"], 64, "table"),
    (["--language-file", "/dev/null", "-o", "x.pdf"], 2, "no language for sheets"),
    (["--sheet", "budget", "-o", "x.pdf"], 64, "--budget"), (["--money", "-o", "x.pdf"], 64, "--budget"),
    (["--sheet", "members", "-o", "x.pdf"], 2, "nothing to draw"),
    (["--budget", "/dev/null", "-o", "x.pdf"], 2, "JSON"),
    (["--before", "nowhere.geojson", "--sheet", "change", "-o", "x.pdf"], 2, "no such file"),
  ])
  func refusals(words: [String], status: Int32, said: String) {
    let outcome = map([Self.first] + words)
    #expect(outcome.code.rawValue == status)
    #expect(outcome.console.stderr.contains(said), "\(outcome.console.stderr)")
  }

  @Test func nothingToDraw() throws {
    try withTemporaryFolder { folder in
      let file = folder + "canal.geojson"
      let text =
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"canal","width_m":8},"geometry":{"type":"LineString","coordinates":[[100.5,13.8],[100.501,13.8]]}}]}"#
      try Data(text.utf8).write(to: file)
      let outcome = map([file.path, "-o", (folder + "x.pdf").path])
      #expect(outcome.code == .invalidInput)
      #expect(outcome.console.stderr.contains("nothing to draw"))
      #expect(!FileManager.default.fileExists(atPath: (folder + "x.pdf").path))
    }
  }

  /// A machine without the face: a clear word, and nothing written.
  @Test func missingFace() throws {
    try withTemporaryFolder { folder in
      try Data("<fontconfig></fontconfig>".utf8).write(to: folder + "fonts.conf")
      let outcome = try KlongProcess.run(
        ["map", Self.first, "-o", "x.pdf"], environment: ["FONTCONFIG_FILE": (folder + "fonts.conf").path],
        in: folder)
      #expect(outcome.status == 75)
      #expect(outcome.stderr.contains("fonts-thai-tlwg"), "\(outcome.stderr)")
      #expect(!FileManager.default.fileExists(atPath: (folder + "x.pdf").path))
    }
  }

  /// Pictures, a file a page.
  @Test(arguments: ["svg", "png"])
  func pictures(format: String) throws {
    try withTemporaryFolder { folder in
      let out = (folder + "pictures").path
      #expect(map([Self.first, "--format", format, "--dpi", "40", "-o", out]).code == .done)
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      let beside = format == "png" ? ["table-1.pgw", "table-1.png", "table-1.prj"] : ["table-1.svg"]
      #expect(names.sorted() == beside)
    }
  }
}
