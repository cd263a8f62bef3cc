import Foundation
import Geometry
import JSON
import Testing

@testable import Cartography

/// A table sheet, held against other people's readers.
@Suite struct SheetReadingTests {
  /// Tags, code and corners are found at 150 dots an inch where the sheet file says.
  @Test(.enabled(if: Reader.has("pdftoppm") && Reader.has("zbarimg")), arguments: [0, 2])
  func tagsAndCodeAreWhereTheSheetFileSays(number: Int) throws {
    let maker = try SampleSubject.maker(plots: 100)
    let page = try maker.table()[number]
    let code = try #require(page.code)
    let file = SheetFile.json([page], subject: maker.subject, system: "EPSG:32647")
    let told = try #require(file["sheets"]?[0]?["tags"]?.array)
    #expect(told.count == 8)
    let pdf = try maker.typesetter.pdf([page], title: "x", reference: nil)
    try Reader.withFile(pdf, "sheet.pdf") { path in
      let stem = (path as NSString).deletingLastPathComponent + "/picture"
      _ = try Reader.run("pdftoppm", ["-r", "150", "-gray", "-singlefile", path, stem])
      let found = try Reader.tags(inGreyMap: stem + ".pgm", dotsPerInch: 150)
      for tag in told {
        let id = try #require(tag["id"]?.int)
        let seen = try #require(found.first { $0.number == id }, "tag \(id)")
        for corner in tag["corners_mm"]?.array ?? [] {
          let place = PagePoint(corner[0]?.double ?? 0, corner[1]?.double ?? 0)
          // Half a dot is 0.085 mm.
          #expect(seen.corners.contains { $0.distance(to: place) < 0.12 }, "tag \(id)")
        }
      }
      #expect(try Reader.run("zbarimg", ["-q", stem + ".pgm"]).text.contains("QR-Code:\(code.text)"))
    }
  }

  /// The affine map of the sheet file leads from the paper to the ground within a millimetre.
  @Test func affineMapIsTheFrame() throws {
    let maker = try SampleSubject.maker(plots: 100)
    let page = try maker.table()[1]
    let file = SheetFile.json([page], subject: maker.subject, system: "EPSG:32647")
    let six = (file["sheets"]?[0]?["maps"]?[0]?["affine"]?.array ?? []).compactMap(\.double)
    try #require(six.count == 6)
    let frame = try #require(page.frames.first)
    for corner in frame.box.corners {
      let told = Point(
        x: six[0] * corner.x + six[1] * corner.y + six[2], y: six[3] * corner.x + six[4] * corner.y + six[5])
      #expect(told.distance(to: frame.ground(corner)) < 0.001)
    }
    #expect(try JSONDocument(parsing: SheetFile.schemaText).value["title"] != nil)
  }

  /// The world file of a picture leads to the same ground as the frame.
  @Test(arguments: [72.0, 150, 300])
  func worldFileIsTheFrame(dotsPerInch: Double) throws {
    let page = try SampleSubject.maker(plots: 100).table()[1]
    let text = try #require(WorldFile.text(page, dotsPerInch: dotsPerInch))
    let six = text.split(separator: "\n").compactMap { Double($0) }
    try #require(six.count == 6)
    let frame = try #require(page.frames.first)
    let (column, row) = (200.0, 300.0)
    let told = Point(x: six[0] * column + six[2] * row + six[4], y: six[1] * column + six[3] * row + six[5])
    let dot = 25.4 / dotsPerInch
    #expect(told.distance(to: frame.ground(PagePoint((column + 0.5) * dot, (row + 0.5) * dot))) < 0.001)
  }

  @Test(.enabled(if: Reader.has("qpdf") && Reader.has("pdffonts") && Reader.has("pdfinfo")))
  func pdfIsSoundAndFacesAreEmbedded() throws {
    let maker = try SampleSubject.maker(plots: 60)
    let pages = try maker.table() + maker.signoff()
    let pdf = try maker.typesetter.pdf(pages, title: "แผนผัง (1) \\", reference: Self.reference)
    try Reader.withFile(pdf, "sheet.pdf") { path in
      let check = try Reader.run("qpdf", ["--check", path])
      #expect(check.status == 0 && !check.text.lowercased().contains("warning"), "\(check.text)")
      let faces = try Reader.run("pdffonts", [path]).text.split(separator: "\n").dropFirst(2)
      #expect(!faces.isEmpty)
      for face in faces {
        #expect(face.contains("yes yes yes") && !face.contains("Type 3"), "\(face)")
      }
      let info = try Reader.run("pdfinfo", [path]).text
      #expect(info.contains("1190.55 x 841.89 pts (A3)") && !info.contains("CreationDate"), "\(info)")
      #expect(info.contains("Title:           แผนผัง (1) \\"), "\(info)")
    }
  }

  /// What was checked of PDF/A-2u beside faces: metadata that says the same as the file, a colour space that another
  /// reader takes, glyph maps that are named; and that no file says it conforms.
  @Test(.enabled(if: Reader.has("qpdf") && Reader.has("pdfinfo")))
  func whatAnArchiveAsksIsThere() throws {
    let maker = try SampleSubject.maker(plots: 30)
    let pdf = try maker.typesetter.pdf(try maker.table(), title: "<แผน> & 1", reference: Self.reference)
    try Reader.withFile(pdf, "sheet.pdf") { path in
      let told = try Reader.run("pdfinfo", ["-meta", path]).text
      #expect(
        told.contains("&#x3C;&#xE41;&#x") && told.contains("&#x26;&#x20;1</rdf:li>")
          && told.contains("<pdf:Producer>klong<"))
      #expect(!told.contains("pdfaid"))
      #expect(try Reader.run("pdfinfo", [path]).text.contains("Title:           <แผน> & 1"))
      let plain = path + ".txt"
      _ = try Reader.run("qpdf", ["--qdf", "--object-streams=disable", path, plain])
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: plain)), as: UTF8.self)
      #expect(text.contains("/S /GTS_PDFA1") && text.contains("/DestOutputProfile"))
      #expect(!text.contains("/Encrypt") && !text.contains("/JavaScript") && !text.contains("/AA"))
      let faces = text.split(separator: "endobj").filter { $0.contains("/CIDFontType2") }
      #expect(!faces.isEmpty && faces.allSatisfy { $0.contains("/CIDToGIDMap /Identity") })
    }
    #expect(SRGBProfile.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } == SRGBProfile.bytes.count)
  }

  /// Corners of plots and ends of bars as another program reads them out of the PDF: within 0.05 mm of where they must
  /// be on paper, bars within 0.1 mm in 100 mm, the page within 0.1 mm.
  @Test(.enabled(if: Reader.has("pdftocairo")), arguments: ["table", "overview", "wall"])
  func cornersAreTrueInTheFile(sheet: String) throws {
    let maker = try SampleSubject.maker(plots: 60)
    let page =
      switch sheet {
      case "table": try maker.table()[1]
      case "overview": try maker.overview()[0]
      default: maker.wall()[0]
      }
    let pdf = try maker.typesetter.pdf([page], title: "x", reference: Self.reference)
    let drawn = try Reader.withFile(pdf, "sheet.pdf") { path in
      _ = try Reader.run(
        "pdftocairo", ["-svg", "-origpagesizes", "-noshrink", "-nocenter", path, path + ".svg"])
      return try DrawnPaths(
        svg: String(decoding: Data(contentsOf: URL(fileURLWithPath: path + ".svg")), as: UTF8.self))
    }
    let size = page.drawing.page
    #expect(abs(drawn.width - size.width) < 0.1 && abs(drawn.height - size.height) < 0.1)
    let frame = try #require(page.frames.first)
    let own = page.own.isEmpty ? maker.subject.plan.plots.map(MapSubject.key) : page.own
    #expect(own.count > 10)
    for plot in maker.subject.plan.plots where own.contains(MapSubject.key(plot)) {
      // By the definition of a scale, not by the frame's own function: millimetres on the ground through 1:N.
      let corners = try #require(plot.area.first).shell.points.dropLast().map { point in
        let (dx, dy) = (point.x - frame.centre.x, point.y - frame.centre.y)
        let unit = 1000 / (Double(frame.scale) * frame.gridScale)
        return PagePoint(
          frame.box.centre.x + (dx * cos(frame.bearing) + dy * sin(frame.bearing)) * unit,
          frame.box.centre.y + (dx * sin(frame.bearing) - dy * cos(frame.bearing)) * unit)
      }
      let isDrawn = drawn.paths.contains { path in
        corners.allSatisfy { corner in path.contains { $0.distance(to: corner) < 0.05 } }
      }
      #expect(isDrawn, "plot \(MapSubject.key(plot))")
    }
    for mark in page.drawing.marks {
      guard case .scaleBar(let metres) = mark.role, case .path(let path, _, _) = mark.content else {
        continue
      }
      let due = metres * 1000 / Double(frame.scale)
      let isDrawn = drawn.paths.contains { points in
        let box = PageBox(around: points)
        return abs(box.x - path.box.x) < 0.05 && abs(box.y - path.box.y) < 0.05
          && abs(box.width - due) <= 0.001 * due + 0.003
      }
      #expect(isDrawn, "bar of \(metres) m")
    }
  }

  /// Each plot number is found once on its sheet, in the map's frame.
  @Test(.enabled(if: Reader.has("pdftotext")))
  func textExtractorFindsEachNumberOnce() throws {
    let maker = try SampleSubject.maker(plots: 100)
    let pages = try maker.table()
    let pdf = try maker.typesetter.pdf(pages, title: "x", reference: nil)
    try Reader.withFile(pdf, "sheet.pdf") { path in
      for (index, page) in pages.enumerated() {
        let box = try #require(page.frames.first).box
        let words = try Reader.run(
          "pdftotext", ["-bbox", "-f", "\(index + 1)", "-l", "\(index + 1)", path, "-"]
        ).text
        var counts: [String: Int] = [:]
        for line in words.split(separator: "\n") where line.contains("<word") {
          let parts = line.split(whereSeparator: { "\"<>".contains($0) })
          guard parts.count > 9, let x = Double(parts[2]), let y = Double(parts[4]) else { continue }
          if box.contains(PagePoint(x / 72 * 25.4, y / 72 * 25.4)) {
            counts[String(parts[9]), default: 0] += 1
          }
        }
        // Figures of sizes stand in the same map: a number that is also a size or part of a name cannot be
        // counted.
        for key in page.own where !["1", "3", "4", "6", "7", "28"].contains(key) {
          #expect(counts[key] == 1, "\(key)")
        }
      }
    }
  }

  /// A plane with its own formula, so that what GDAL says can be held against it.
  private static var reference: GeoReference {
    GeoReference(epsg: 32647, text: utm) { points in
      points.map { GeographicPoint(longitude: 99 + ($0.x - 500_000) / 108_000, latitude: $0.y / 110_600) }
    }
  }

  private static let utm =
    #"PROJCS["WGS_1984_UTM_Zone_47N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",99.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#

  @Test func sameBytesTwice() throws {
    let one = try SampleSubject.maker(plots: 80)
    let other = try SampleSubject.maker(plots: 80)
    let (first, second) = (try one.table(), try other.table())
    #expect(first.map(\.drawing) == second.map(\.drawing))
    #expect(
      try one.typesetter.pdf(first, title: "x", reference: nil)
        == other.typesetter.pdf(second, title: "x", reference: nil))
    #expect(try one.typesetter.svg(first[0].drawing) == other.typesetter.svg(second[0].drawing))
    #expect(
      try one.typesetter.png(first[0].drawing, dotsPerInch: 50)
        == other.typesetter.png(second[0].drawing, dotsPerInch: 50))
  }

  /// Bars are as long as they say: 0.1 mm in 100 mm.
  @Test(arguments: [100, 200, 250, 500, 1000])
  func barsAreTrue(scale: Int) throws {
    let page = try #require(try SampleSubject.maker(plots: 20).table(scale: scale).first)
    var seen = 0
    for mark in page.drawing.marks {
      guard case .scaleBar(let metres) = mark.role, case .path(let path, _, _) = mark.content else {
        continue
      }
      seen += 1
      #expect(abs(path.box.width - metres * 1000 / Double(scale)) <= 0.001 * path.box.width)
    }
    #expect(seen >= 5)
  }
}
