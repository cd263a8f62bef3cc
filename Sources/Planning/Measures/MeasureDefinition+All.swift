import Regulations

extension MeasureDefinition {
  /// Every measure that geometry alone can give, after facts/layout.md §7, in the order in which they are shown.
  ///
  /// Left out, as they need more than a layout: what a household pays, temporary housing, water points.
  public static let all: [MeasureDefinition] = land + plots + ways + fire + people + canal

  public static func of(_ id: MeasureID) -> MeasureDefinition? { all.first { $0.id == id } }

  private static let land: [MeasureDefinition] = [
    .init(.homes, "homes", "plots + houses that stay off plots", .count, .more),
    .init(
      .missing, "households without a plot", "households - plots, not below 0", .count, .less,
      [.init(text: "0", limit: .atMost(0), source: Source.layout, confidence: .medium)]),
    .init(
      .plotLand, "land in plots", "plot area / site area", .percent, .more,
      [
        .init(
          text: "55 to 65 % in sites-and-services schemes, or more", limit: .atLeast(55),
          source: Source.recalled, confidence: .unsourced)
      ]),
    .init(
      .circulation, "land in lanes and walkway", "ways within the site / site area", .percent, .neither,
      [
        .init(
          text: "at least 30 % street land", limit: .atLeast(30), source: Source.unHabitat,
          confidence: .medium),
        .init(
          text: "10 to 20 % in low-income layouts", limit: .between(10, 20), source: Source.indian,
          confidence: .medium),
      ]),
    .init(
      .streets, "length of ways", "centre lines of lanes and walkway / site area",
      .kilometresPerSquareKilometre,
      .neither,
      [.init(text: "at least 18", limit: .atLeast(18), source: Source.unHabitat, confidence: .medium)]),
    .init(
      .openSpace, "open space", "open shared ground / site area", .percent, .more,
      [
        .init(
          text: "15 to 20 %, or more", limit: .atLeast(15), source: Source.unHabitatSlides, confidence: .low)
      ]),
    .init(
      .openSpacePerPerson, "open space for each person",
      "open shared ground / (homes x \(whole(LayoutMeasures.personsPerHome)) persons, an assumption)",
      .squareMetresPerPerson, .more,
      [
        .init(
          text: "0.3 ha for 1,000 people", limit: .atLeast(3), source: Source.indian, confidence: .medium)
      ]),
    .init(
      .homesPerHectare, "homes on a hectare", "homes / site area", .perHectare,
      .neither,
      [
        .init(
          text: "plots of 20 m2: 130, 300, 400 with 1, 3, 5 storeys; of 30 m2: 85, 235, 300",
          limit: .reference,
          source: Source.indian, confidence: .medium)
      ]),
    .init(
      .personsPerHectare, "persons on a hectare",
      "homes x \(whole(LayoutMeasures.personsPerHome)) persons (an assumption) / site area", .perHectare,
      .neither,
      [.init(text: "at least 150", limit: .atLeast(150), source: Source.unHabitat, confidence: .medium)]),
  ]

  private static let plots: [MeasureDefinition] = [
    .init(
      .smallPlots, "plots of up to 60 m2", "plots of up to 60 m2 / plots", .percent, .neither,
      [.init(text: "at least 75 %", limit: .atLeast(75), source: Source.indian, confidence: .medium)]),
    .init(.frontageMean, "frontage, mean", "contact of a plot's front with ways, mean", .metres, .more),
    .init(
      .frontageLeast, "frontage, least", "contact of a plot's front with ways, least", .metres, .more,
      [
        .init(
          text: "at least 4 m on the road of an estate", limit: .atLeast(4), source: Source.landAllocation,
          confidence: .medium)
      ]),
    .init(
      .depthToFrontage, "depth for each metre of front", "plot depth / plot width, mean", .ratio, .neither,
      [
        .init(
          text: "1.5 to 2.5 is usual", limit: .between(1.5, 2.5), source: Source.recalled,
          confidence: .unsourced)
      ]),
    .init(
      .leastRectangularity, "nearest to a rectangle, least",
      "area / area of the least rectangle round it, least",
      .ratio, .more,
      [.init(text: "at least 0.95", limit: .atLeast(0.95), source: Source.layout, confidence: .medium)]),
    .init(.compactness, "compactness, mean", "4 pi area / perimeter squared, mean", .ratio, .more),
    .init(
      .areaInequality, "inequality of plot areas", "Gini coefficient of plot areas", .ratio, .less,
      [.init(text: "at most 0.02", limit: .atMost(0.02), source: Source.layout, confidence: .medium)]),
    .init(
      .areaSpread, "largest plot to smallest", "largest plot area / smallest", .ratio, .less,
      [.init(text: "at most 1.05", limit: .atMost(1.05), source: Source.layout, confidence: .medium)]),
    .init(
      .cornerPlots, "plots on a corner", "plots with at least 1 m of a second side on ways / plots", .percent,
      .less,
      [
        .init(
          text: "fewer is fairer: 7 to 22 % on the test site", limit: .reference, source: Source.layout,
          confidence: .medium)
      ]),
  ]

  private static let ways: [MeasureDefinition] = [
    .init(.laneLength, "lanes", "centre lines of lanes", .metres, .less),
    .init(.walkwayLength, "walkway", "centre lines of walkways", .metres, .neither),
    .init(.wallLength, "walls between and beside houses", "for each row (plots + 1) x depth", .metres, .less),
    .init(
      .lanePerPlot, "lane for each plot", "lane length / plots", .metres, .less,
      [
        .init(
          text: "3.0 to 4.2 m on the test sites", limit: .reference, source: Source.layout,
          confidence: .medium)
      ]),
    .init(
      .worksPerPlot, "works for each home",
      "(lanes + walkway + walls, a metre of each counted alike) / homes",
      .metres, .less),
    .init(.demolition, "houses pulled down", "footprints of houses that do not stay", .squareMetres, .less),
    .init(
      .walkToRoadMean, "walk to a public road, mean", "shortest way inside the ways from each front", .metres,
      .less,
      [
        .init(
          text: "98 to 116 m on the test site", limit: .reference, source: Source.layout, confidence: .medium)
      ]),
    .init(
      .walkToRoadMost, "walk to a public road, longest", "the same, longest", .metres, .less,
      [
        .init(
          text: "194 to 224 m on the test site", limit: .reference, source: Source.layout, confidence: .medium
        )
      ]),
    .init(
      .walkToCanalMean, "walk to the canal, mean", "shortest way inside the ways to a walkway", .metres,
      .less,
      [
        .init(
          text: "21 to 25 m on the test site", limit: .reference, source: Source.layout, confidence: .medium)
      ]),
    .init(.walkToCanalMost, "walk to the canal, longest", "the same, longest", .metres, .less),
    .init(
      .plotsWithoutWay, "plots without a way to a road", "plots from whose front no way leads to a road",
      .count, .less, [.init(text: "0", limit: .atMost(0), source: Source.layout, confidence: .medium)]),
    .init(.deadEnds, "dead ends", "ends of ways that lead nowhere else", .count, .less),
    .init(
      .longestDeadEnd, "dead end, longest", "from the last fork to the end, longest", .metres, .less,
      [
        .init(
          text: "at most 40 m; set locally", limit: .atMost(40), source: Source.layout, confidence: .low)
      ]),
  ]

  private static let fire: [MeasureDefinition] = [
    .init(
      .fireReach30, "plots within 30 m of a fire engine",
      "plots whose front is at most 30 m along the ways from a road, spine or way of 4 m (an assumption) / plots",
      .percent, .more,
      [
        .init(
          text: "all, from gravel or open ground, without hydrants", limit: .atLeast(100),
          source: Source.southAfrican, confidence: .medium)
      ]),
    .init(
      .fireReach90, "plots within 90 m of a fire engine", "the same with 90 m", .percent, .more,
      [
        .init(
          text: "all, from a paved road, without hydrants", limit: .atLeast(100), source: Source.southAfrican,
          confidence: .medium)
      ]),
    .init(
      .longestRow, "longest row", "plots that share side walls, most", .count, .neither,
      [.init(text: "at most 10", limit: .atMost(10), source: Source.rows, confidence: .unsourced)]),
    .init(
      .longestRowMetres, "longest row, in metres", "the same, longest", .metres, .neither,
      [.init(text: "at most 40 m", limit: .atMost(40), source: Source.rows, confidence: .medium)]),
  ]

  private static let people: [MeasureDefinition] = [
    .init(
      .keptHouses, "houses that stay",
      "locked, or at least 95 % on one plot", .count, .more),
    .init(.movingHouses, "houses that move", "houses - houses that stay", .count, .less),
    .init(
      .moveMean, "move, mean",
      "straight from each moving house to its plot; plots given so that the sum of squares is least", .metres,
      .less,
      [.init(text: "16 m on the test site", limit: .reference, source: Source.layout, confidence: .medium)]),
    .init(.moveMost90, "move, nine in ten at most", "the same, 90th percentile", .metres, .less),
    .init(
      .moveMost, "move, longest", "the same, longest", .metres, .less,
      [.init(text: "29 m on the test site", limit: .reference, source: Source.layout, confidence: .medium)]),
    .init(
      .neighboursKept, "neighbours kept", "pairs of a house and its 4 nearest that end within 15 m / pairs",
      .percent, .more,
      [
        .init(
          text: "at least 90 % can be had", limit: .atLeast(90), source: Source.layout, confidence: .medium)
      ]),
  ]

  private static let canal: [MeasureDefinition] = [
    .init(
      .canalDistance, "nearest to the canal",
      "from a plot, or what may be built on it, to the bank line, least",
      .metres, .neither,
      [
        .init(
          text: "the check judges the setback; else the local canal authority", limit: .reference,
          source: Source.layout, confidence: .medium)
      ]),
    .init(.walkwayPieces, "pieces of walkway", "pieces of walkway that do not hang together", .count, .less),
  ]

  private static func whole(_ number: Double) -> String { "\(Int(number))" }
}

/// Where the norms come from (facts/layout.md §7 and §10, called the layout study; facts/law-and-practice.md).
private enum Source {
  static let layout = "layout study §7, its own figure or target"
  static let recalled = "layout study §7, general knowledge, not checked"
  static let unHabitat = "UN-Habitat discussion note 3, five principles"
  static let unHabitatSlides = "UN-Habitat, later slide summary of the five principles"
  static let indian = "IS 8888 Part 1:1993, by summaries (The Hindu, archi-monarch.com)"
  static let southAfrican = "South African settlement guidelines, fire, chapter 5.8.3"
  static let landAllocation = "Land Allocation Act, subdivision requirements; S44"
  static let rows = "MR 55, clause 4; S35, S36, S37 (10 plots recalled)"
}
