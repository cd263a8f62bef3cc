internal import Geometry
internal import Settlement

/// Draws the ground of a sheet: water, ways, land, houses, what stays. Plots and words come on top.
struct BaseMap {
  let subject: MapSubject
  let style: MapStyle
  let typesetter: Typesetter
  let frame: MapFrame
  /// What the legend has to explain.
  var legend: Set<LegendItem> = []
  var board: LabelBoard
  var drawing: Drawing

  init(
    _ subject: MapSubject, _ style: MapStyle, _ typesetter: Typesetter, frame: MapFrame, on drawing: Drawing
  ) {
    (self.subject, self.style, self.typesetter, self.frame) = (subject, style, typesetter, frame)
    self.drawing = drawing
    board = LabelBoard(frame: frame.box.inset(by: 0.8))
  }

  /// Whether anything of a thing can be seen.
  func isVisible(_ path: PagePath, margin: Double = 0) -> Bool {
    path.box.overlaps(frame.box.inset(by: -margin - 0.01))
  }

  mutating func add(_ path: PagePath, fill: Ink? = nil, stroke: Stroke? = nil, role: MarkRole = .ground) {
    drawing.add(path, fill: fill, stroke: stroke, role: role, clip: frame.box)
  }

  mutating func drawGround(showsStrip: Bool = true) {
    drawWater()
    drawParcels()
    drawRoads()
    // At smaller scales their edges would cover all.
    if frame.scale <= 2500 {
      drawWays()
      drawShared()
    }
    drawSite()
    if showsStrip { drawStrips() }
    drawBanks()
  }

  // MARK: Water

  private mutating func drawWater() {
    for canal in subject.settlement.canals where !canal.isCulvert {
      for path in canal.area.map(frame.path) where isVisible(path) {
        add(path, fill: style.water, stroke: Stroke(0.35))
        legend.insert(.canal)
      }
      for line in canal.centreline {
        let path = frame.path(line)
        let width = (canal.widthMetres ?? 0) * frame.millimetresPerMetre
        guard isVisible(path, margin: width / 2) else { continue }
        add(path, stroke: Stroke(width + 0.7))
        add(path, stroke: Stroke(width, style.water))
        legend.insert(.canal)
      }
    }
  }

  /// Water as areas, for what must not be drawn over it.
  var waterAreas: [PagePath] {
    subject.settlement.canals.filter { !$0.isCulvert }.flatMap { canal in
      canal.area.map(frame.path)
        + canal.centreline.flatMap { line in
          PagePath.corridors(
            along: line.points.map(frame.page),
            halfWidth: (canal.widthMetres ?? 0) / 2 * frame.millimetresPerMetre)
        }
    }
    .filter { isVisible($0) }
  }

  private mutating func drawBanks() {
    for bank in subject.settlement.banks {
      let path = frame.path(bank.line)
      guard isVisible(path) else { continue }
      add(path, stroke: Stroke(0.7))
      legend.insert(.bank)
    }
    for setback in subject.plan.setbacks {
      let path = frame.path(setback.line)
      guard isVisible(path) else { continue }
      add(path, stroke: Stroke(0.9, dashes: [6, 1.5, 1.2, 1.5]))
      legend.insert(.setback(metres: setback.requiredMetres))
    }
  }

  /// The strip between water and setback line, on the land that may be planned.
  private mutating func drawStrips() {
    let width = frame.millimetresPerMetre
    var areas: [PagePath] = []
    for canal in subject.settlement.canals where !canal.isCulvert {
      let own = subject.plan.setbacks.filter {
        $0.canal == nil || canal.name == nil || $0.canal == canal.name
      }
      guard let required = own.map(\.requiredMetres).max(), required > 0 else { continue }
      let banks = subject.settlement.banks.filter { $0.canal == nil || $0.canal == canal.name }
      if banks.isEmpty {
        for polygon in canal.area {
          areas += PagePath.corridors(
            along: polygon.shell.points.map(frame.page), halfWidth: required * width)
        }
        for line in canal.centreline {
          areas += PagePath.corridors(
            along: line.points.map(frame.page),
            halfWidth: ((canal.widthMetres ?? 0) / 2 + required) * width)
        }
      } else {
        for bank in banks {
          areas += PagePath.corridors(
            along: bank.line.points.map(frame.page), halfWidth: required * width)
        }
      }
    }
    areas.removeAll { !isVisible($0) }
    guard !areas.isEmpty else { return }
    let hatch = Hatching.lines(
      over: areas, within: subject.settlement.site.map(frame.path), except: waterAreas, in: frame.box,
      spacing: 2.6)
    guard !hatch.lines.isEmpty else { return }
    add(hatch, stroke: Stroke(0.25, .grey(60)))
    legend.insert(.strip)
  }

  // MARK: Ways and land

  private mutating func drawRoads() {
    for road in subject.settlement.roads {
      for path in road.area.map(frame.path) where isVisible(path) {
        add(path, fill: .light, stroke: Stroke(0.35))
        legend.insert(.road)
      }
      for line in road.centreline where road.area.isEmpty {
        drawWay(along: line, widthMetres: road.widthMetres, atLeast: 1, as: .road)
      }
    }
  }

  private mutating func drawWays() {
    for lane in subject.plan.lanes {
      for path in lane.area.map(frame.path) where isVisible(path) {
        let isWalkway = lane.use == .walkway
        add(path, fill: isWalkway ? style.walkway : .light, stroke: Stroke(0.5))
        legend.insert(isWalkway ? .walkway : .lane)
      }
      for line in lane.centreline where lane.area.isEmpty {
        drawWay(along: line, widthMetres: lane.widthMetres, atLeast: 0.8, as: .lane)
      }
    }
  }

  /// A way that is given by its middle.
  ///
  /// - Parameter least: as wide as this it is drawn at least, in millimetres on paper.
  private mutating func drawWay(
    along line: LineString, widthMetres: Double?, atLeast least: Double, as entry: LegendItem
  ) {
    let path = frame.path(line)
    let width = max(least, (widthMetres ?? 0) * frame.millimetresPerMetre)
    guard isVisible(path, margin: width / 2) else { return }
    add(path, stroke: Stroke(width + 0.7))
    add(path, stroke: Stroke(width, .light))
    legend.insert(entry)
  }

  private mutating func drawShared() {
    for place in subject.plan.sharedPlaces {
      for path in place.area.map(frame.path) where isVisible(path) {
        add(path, fill: style.open, stroke: Stroke(0.35))
        add(
          Hatching.lines(over: [path], in: frame.box, spacing: 3, angle: -.pi / 4),
          stroke: Stroke(0.3, .grey(60), dashes: [0.3, 2.2]))
        legend.insert(.shared)
      }
    }
  }

  /// Parcels of today, where no plots take their place.
  private mutating func drawParcels() {
    guard subject.plan.plots.isEmpty else { return }
    for path in subject.settlement.parcels.flatMap({ $0.area.map(frame.path) }) where isVisible(path) {
      add(path, stroke: Stroke(0.25))
      legend.insert(.parcel)
    }
  }

  private mutating func drawSite() {
    for path in subject.settlement.site.map(frame.path) where isVisible(path) {
      add(path, stroke: Stroke(0.5, dashes: [3, 1.5]))
      legend.insert(.site)
    }
  }
}
