import Cartography
import Foundation
import Testing

@testable import KlongCLI

/// What pictures tell of people. Their letters are outlines or dots, so a canary cannot be searched for: two plans that
/// differ in nothing but a canary must give the same bytes where it may not be shown, and others where it may.
@Suite struct PictureCanaryTests {
  enum Place: String, CaseIterable {
    /// What no sheet may show.
    case phone, structure, author, source, group, id
    case houseNumber, household

    func isShown(at level: MapTerms.Privacy) -> Bool {
      switch self {
      case .houseNumber: level != .public
      case .household: level == .household
      default: false
      }
    }
  }

  @Test(arguments: SheetFormat.allCases.filter { $0 != .pdf }, MapTerms.Privacy.allCases)
  func picturesTellNoMore(format: SheetFormat, level: MapTerms.Privacy) throws {
    let plain = try Self.pictures(canary: "AAAA", in: nil, format, level)
    #expect(plain.count > 5)
    #expect(try Self.pictures(canary: "AAAA", in: nil, format, level) == plain)
    for place in Place.allCases {
      let changed = try Self.pictures(canary: "WXYZ", in: place, format, level)
      let isTold = changed != plain
      #expect(isTold == place.isShown(at: level), "\(place) at level \(level) in \(format)")
    }
  }

  /// No name, code, number or path stands in the files as text, and files with names are their owner's alone.
  @Test(arguments: ["svg", "png"], [[], ["--names"]])
  func filesHoldNoText(format: String, words: [String]) throws {
    try withTemporaryFolder { folder in
      try Data(Self.plan("CNRY", everywhere: true)).write(to: folder + "CNRYplan.geojson")
      let (out, console) = ((folder + "pictures").path, CapturedConsole())
      let sheets = ["household", "table", "wall", "signoff"].flatMap { ["--sheet", $0] }
      let options = ["--format", format, "--dpi", "50", "-o", out] + sheets + words
      let code = run(["map", (folder + "CNRYplan.geojson").path] + options, console.console())
      #expect(code == .done, "\(console.stderr)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(names.count > 5)
      for name in names {
        let bytes = try Data(contentsOf: folder + "pictures/\(name)")
        #expect(!name.contains("CNRY"))
        for canary in ["CNRY", folder.path] {
          #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(canary) in \(name)")
        }
        let mode =
          try FileManager.default.attributesOfItem(atPath: "\(out)/\(name)")[.posixPermissions] as? Int
        if !words.isEmpty, name.hasSuffix(format) { #expect((mode ?? 0) & 0o077 == 0, "\(name)") }
      }
    }
  }

  /// Every sheet of a plan by its name, the words of its digest left out: they change with any byte of the file.
  private static func pictures(
    canary: String, in place: Place?, _ format: SheetFormat, _ level: MapTerms.Privacy
  ) throws -> [String: [UInt8]] {
    var pictures: [String: [UInt8]] = [:]
    try withTemporaryFolder { folder in
      let file = folder + "plan.geojson"
      try Data(plan(canary, in: place)).write(to: file)
      var terms = try MapTerms(sheet: .table, output: "-", format: format)
      terms.privacy = level
      let intake = try Intake.read(paths: [file.path], options: IntakeOptions(), console: .silent())
      var subject = try MapSubject(intake, terms: terms)
      subject.digest = "0123456789abcdef"
      let typesetter = try Typesetter(family: terms.language.font)
      let maker = SheetMaker(subject, style: MapStyle(language: terms.language), typesetter: typesetter)
      let pages =
        try maker.overview(paper: .a3, scale: nil) + maker.table() + maker.wall(paper: .a2, scale: 200)
        + maker.household() + maker.members() + maker.signoff() + maker.objection()
      for page in pages {
        pictures[page.name] =
          format == .svg
          ? try typesetter.svg(page.drawing) : try typesetter.png(page.drawing, dotsPerInch: 60)
      }
    }
    return pictures
  }

  /// The first plan with `AAAA` in every property that a person or a tool may have written, and a canary in one.
  private static func plan(_ canary: String, in place: Place? = nil, everywhere: Bool = false) throws
    -> [UInt8]
  {
    func word(_ here: Place) -> String { everywhere || here == place ? canary : "AAAA" }
    var plan = try EditedPlan.first()
    var corner: [Double]?
    for index in plan.features.indices {
      var properties = plan.features[index]["properties"] as? [String: Any] ?? [:]
      if properties["kind"] as? String == "plot" {
        properties["household"] = word(.household) + "\(index)"
        let rings = (plan.features[index]["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]]
        corner = corner ?? rings?.first?.first
      }
      for here in [Place.phone, .structure, .author, .source, .group] {
        properties[here.rawValue] = word(here)
      }
      plan.features[index]["properties"] = properties
    }
    plan.features.append([
      "type": "Feature", "id": word(.id), "properties": ["kind": "house", "house_no": word(.houseNumber)],
      "geometry": ["type": "Point", "coordinates": try #require(corner)],
    ])
    return Array(try plan.data())
  }
}
