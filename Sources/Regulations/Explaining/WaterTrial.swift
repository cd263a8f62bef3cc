/// One value that an unknown attribute of a water might have, for finding out what would follow.
struct WaterTrial {
  let waters: [WaterBody]
  /// The range that the waters stand for; nil for a word or a yes or no.
  let range: Interval?
  let words: String

  /// All values that a book tells apart, each with the waters that have it.
  static func all(
    of attribute: WaterAttribute, for water: WaterBody, in vocabulary: WaterVocabulary
  ) -> [WaterTrial] {
    if let quantity = attribute.quantity {
      return ranges(between: (vocabulary.ends[quantity] ?? []).sorted()).map { range, values in
        WaterTrial(
          waters: values.map { water.with(quantity, $0) }, range: range, words: range.words(in: quantity.unit)
        )
      }
    }
    switch attribute {
    case .lining, .dike:
      let names = attribute == .lining ? ("lined", "not lined") : ("diked", "not diked")
      return [true, false].map { truth in
        WaterTrial(
          waters: [water.with(attribute, truth)], range: nil, words: truth ? names.0 : names.1)
      }
    default:
      return (vocabulary.words[attribute] ?? []).map { word in
        WaterTrial(waters: [water.with(attribute, word)], range: nil, words: "\(attribute.name) \(word)")
      }
    }
  }

  /// The ends themselves and the open ranges between them, with two values in each range: a distance that follows the
  /// quantity differs between them.
  private static func ranges(between ends: [Double]) -> [(Interval, [Double])] {
    var ranges: [(Interval, [Double])] = []
    var last: Double?
    for end in ends {
      let start = last ?? 0
      if start < end {
        let range = Interval(lower: start, includesLower: last == nil, upper: end, includesUpper: false)
        ranges.append((range, [start + (end - start) / 3, start + (end - start) * 2 / 3]))
      }
      ranges.append((Interval(lower: end, includesLower: true, upper: end, includesUpper: true), [end]))
      last = end
    }
    let start = last ?? 0
    ranges.append((Interval(lower: start, includesLower: last == nil), [start + 1, start * 2 + 2]))
    return ranges
  }
}

extension WaterBody {
  /// The same water with one quantity told. A value from a book that was read is one that a water can have.
  fileprivate func with(_ quantity: WaterQuantity, _ value: Double) -> WaterBody {
    var water = self
    switch quantity {
    case .width: water.widthMetres = value
    case .depth: water.depthMetres = value
    case .area: water.areaHectares = value
    case .basin: water.basinSquareKilometres = value
    }
    return water
  }

  fileprivate func with(_ attribute: WaterAttribute, _ word: String) -> WaterBody {
    var water = self
    switch attribute {
    case .landClass: water.landClass = word
    case .channelClass: water.channelClass = word
    case .locality: water.locality = word
    case .width, .depth, .area, .basin, .lining, .dike: break
    }
    return water
  }

  fileprivate func with(_ attribute: WaterAttribute, _ truth: Bool) -> WaterBody {
    var water = self
    if attribute == .lining { water.isLined = truth } else { water.isDiked = truth }
    return water
  }

  /// The same water with the parts of a condition told that nobody said.
  func telling(_ condition: WaterCondition) -> WaterBody {
    var water = self
    water.landClass = landClass ?? condition.landClasses?.first
    water.channelClass = channelClass ?? condition.channelClasses?.first
    water.locality = locality ?? condition.localities?.first
    water.isLined = isLined ?? condition.isLined
    water.isDiked = isDiked ?? condition.isDiked
    return water
  }

  /// Whether somebody said it.
  func states(_ attribute: WaterAttribute) -> Bool {
    switch attribute {
    case .width, .depth, .area, .basin: attribute.quantity.flatMap { self[$0] } != nil
    case .landClass: landClass != nil
    case .channelClass: channelClass != nil
    case .locality: locality != nil
    case .lining: isLined != nil
    case .dike: isDiked != nil
    }
  }
}
