/// Measures what was drawn: the marks on the paper themselves, not how they came there.
public struct SheetLint {
  static let smallestText = 2.0
  static let smallestNumber = 2.6
  static let safeMargin = 5.0
  static let thinnestLine = 0.25
  /// Of text to what is under it, in a grey copy (an assumption: half of the way from white to black).
  static let contrast = 0.45
  /// 0.1 mm in 100 mm.
  static let barTolerance = 0.001

  let page: SheetPage
  private let texts: [(text: TextMark, role: MarkRole, quad: Quad, order: Int, clip: PageBox?)]
  private let fills: [(path: PagePath, box: PageBox, ink: Ink, order: Int, clip: PageBox?)]

  public init(_ page: SheetPage) {
    self.page = page
    texts = page.drawing.marks.enumerated().compactMap { order, mark in
      guard case .text(let text) = mark.content else { return nil }
      return (text, mark.role, Quad(text, margin: -0.05), order, mark.clip)
    }
    fills = page.drawing.marks.enumerated().compactMap { order, mark in
      guard case .path(let path, let fill?, _) = mark.content else { return nil }
      return (path, path.box, fill, order, mark.clip)
    }
  }

  /// Everything on the page that breaks a rule.
  public var findings: [SheetFinding] {
    sizes + places + numbers + overlaps + covers + contrasts + lines + tags
  }

  /// The findings of a set, and plots that are whole on none of its sheets.
  public static func findings(on pages: [SheetPage]) -> [SheetFinding] {
    var whole: Set<String> = []
    var drawn: Set<String> = []
    for page in pages {
      for mark in page.drawing.marks {
        switch (mark.role, mark.content) {
        case (.plot(let key), .path(let path, _, _)):
          drawn.insert(key)
          if mark.clip.map({ $0.inset(by: -0.01).contains(path.box) }) ?? true { whole.insert(key) }
        case (.neighbouringPlot(let key), _): drawn.insert(key)
        default: break
        }
      }
    }
    let cut = drawn.subtracting(whole).sorted().map { SheetFinding(.plotCut, page: "", subject: $0) }
    return pages.flatMap { SheetLint($0).findings } + cut
  }

  private func finding(
    _ rule: SheetFinding.Rule, _ subject: String, _ measured: Double? = nil, _ required: Double? = nil
  ) -> SheetFinding {
    SheetFinding(
      rule, page: page.name, subject: String(subject.prefix(24)), measured: measured, required: required)
  }

  private var sizes: [SheetFinding] {
    texts.flatMap { item -> [SheetFinding] in
      var required = Self.smallestText
      if case .plotNumber = item.role { required = Self.smallestNumber }
      let height = item.text.style.bodyHeight
      return (height < required - 0.001 ? [finding(.smallText, item.text.text, height, required)] : [])
        + (item.text.unknownGlyphs > 0 ? [finding(.unknownGlyph, item.text.text)] : [])
    }
  }

  private var places: [SheetFinding] {
    let safe = page.drawing.page.inset(by: Self.safeMargin)
    return texts.compactMap { item in
      let box = item.text.inkedBox
      let room = item.clip ?? safe
      guard !safe.inset(by: -0.001).contains(box) || !room.inset(by: -0.001).contains(box) else { return nil }
      let past = max(safe.x - box.x, safe.y - box.y, box.maxX - safe.maxX, box.maxY - safe.maxY)
      return finding(.outside, item.text.text, Self.safeMargin - past, Self.safeMargin)
    }
  }

  private var numbers: [SheetFinding] {
    var areas: [String: [PagePath]] = [:]
    for mark in page.drawing.marks {
      if case .plot(let key) = mark.role, case .path(let path, _, _) = mark.content {
        areas[key, default: []].append(path)
      }
    }
    var counts: [String: Int] = [:]
    var findings: [SheetFinding] = []
    for item in texts {
      guard case .plotNumber(let key, let hasLeader) = item.role else { continue }
      if !hasLeader {
        counts[key, default: 0] += 1
        if let own = areas[key], !own.contains(where: item.quad.isInside) {
          findings.append(finding(.numberOutside, key))
        }
      } else if areas[key] != nil {
        counts[key, default: 0] += 1
      }
    }
    for key in page.own where areas[key] != nil {
      let count = counts[key] ?? 0
      // A household's own sheet shows its plot twice: alone and among its neighbours.
      if count == 0 || count > max(1, (areas[key]?.count ?? 1) + 1) {
        findings.append(finding(.numberCount, key, Double(count), 1))
      }
    }
    return findings
  }

  private var overlaps: [SheetFinding] {
    let size = 20.0
    var cells: [Int: [Int]] = [:]
    for (index, item) in texts.enumerated() {
      for row in Int(
        item.quad.box.y / size)...max(Int(item.quad.box.y / size), Int(item.quad.box.maxY / size))
      {
        for column in Int(
          item.quad.box.x / size)...max(Int(item.quad.box.x / size), Int(item.quad.box.maxX / size))
        {
          cells[row * 4096 + column, default: []].append(index)
        }
      }
    }
    var pairs: Set<Int> = []
    for members in cells.values {
      for (place, one) in members.enumerated() {
        for other in members[(place + 1)...] where texts[one].quad.overlaps(texts[other].quad) {
          pairs.insert(min(one, other) * texts.count + max(one, other))
        }
      }
    }
    return pairs.sorted().map {
      finding(.overlap, "\(texts[$0 / texts.count].text.text) | \(texts[$0 % texts.count].text.text)")
    }
  }

  /// What is filled over a text after it was written.
  private var covers: [SheetFinding] {
    texts.compactMap { item in
      let isCovered = fills.contains { fill in
        fill.order > item.order && fill.box.overlaps(item.quad.box)
          && fill.clip?.overlaps(item.quad.box) ?? true && LabelBoard.meets(fill.path, item.quad)
      }
      return isCovered ? finding(.covered, item.text.text) : nil
    }
  }

  /// What is under the middle of each text: the last thing filled before it.
  private var contrasts: [SheetFinding] {
    texts.compactMap { item in
      let middle = item.quad.box.centre
      let under = fills.last { fill in
        fill.order < item.order && fill.box.contains(middle) && fill.clip?.contains(middle) ?? true
          && fill.path.contains(middle)
      }
      let ground = under?.ink.brightness ?? 1
      let ink = item.text.style.ink.brightness
      // A copy in black and white takes what is darker than the middle for black.
      let isLost = (ink < 0.5) == (ground < 0.5)
      guard abs(ground - ink) < Self.contrast || isLost else { return nil }
      return finding(.contrast, item.text.text, abs(ground - ink), Self.contrast)
    }
  }

  private var lines: [SheetFinding] {
    page.drawing.marks.compactMap { mark in
      guard case .path(let path, _, let stroke) = mark.content else { return nil }
      if case .scaleBar(let metres) = mark.role, let frame = page.frames.first {
        let width = path.box.width
        let due = metres * 1000 / Double(frame.scale)
        if abs(width - due) > due * Self.barTolerance {
          return finding(.scaleBar, String.fixed(metres, decimals: 2), width, due)
        }
      }
      guard let stroke, !path.lines.isEmpty, stroke.width < Self.thinnestLine - 1e-6 else { return nil }
      return finding(.thinLine, "", stroke.width, Self.thinnestLine)
    }
  }

  private var tags: [SheetFinding] {
    let tags = page.drawing.marks.compactMap { mark -> (number: Int, clear: PageBox)? in
      guard case .tag(let number) = mark.role, case .path(let path, _, _) = mark.content else { return nil }
      return (number, path.box.inset(by: -path.box.width / Double(AprilTag.cells)))
    }
    guard !tags.isEmpty else { return [] }
    var findings: [SheetFinding] = []
    for tag in tags {
      let isCovered = page.drawing.marks.contains { mark in
        if case .tag = mark.role { return false }
        switch mark.content {
        case .text(let text): return Quad(text, margin: 0).overlaps(Quad(tag.clear))
        case .path(let path, let fill, let stroke):
          guard fill != nil || stroke != nil else { return false }
          let seen = mark.clip.map { clip in clip.overlaps(tag.clear) } ?? true
          return seen && !path.lines.isEmpty
            && path.box.inset(by: -(stroke?.width ?? 0) / 2).overlaps(tag.clear)
        }
      }
      if isCovered { findings.append(finding(.tagCovered, "\(tag.number)")) }
    }
    return findings
  }
}
