import Geometry
import JSON
import Settlement

extension Settlement {
  /// The features of design.md §2 in the order in which a person would draw them.
  ///
  /// - Parameter named: whether features carry their ids; a web editor gives none.
  func features(named: Bool) -> [SampleFeature] {
    let site = [SampleFeature("site", id: named ? "site" : nil, Shape(self.site))]
    let all =
      site + canals.map(\.feature) + banks.map(\.feature) + roads.map(\.feature) + lanes.map(\.feature)
      + keeps.map(\.feature) + houses.map(\.feature)
    guard !named else { return all }
    return all.map { feature in
      var nameless = feature
      nameless.id = nil
      return nameless
    }
  }
}

extension Canal {
  fileprivate var feature: SampleFeature {
    SampleFeature(
      "canal", id: reference.id, area.isEmpty ? Shape(centreline) : Shape(area),
      [
        ("name", .text(ifAny: name)), ("width_m", .number(ifAny: widthMetres)),
        ("depth_m", .number(ifAny: depthMetres)), ("lined", .flag(ifAny: isLined)),
      ])
  }
}

extension BankLine {
  var feature: SampleFeature {
    SampleFeature(
      "bank", id: reference.id, .lineString(line),
      [
        ("canal", .text(ifAny: canal)), ("date", .text(ifAny: date)), ("source", .text(ifAny: source)),
        ("author", .text(ifAny: author)),
      ])
  }
}

extension Road {
  fileprivate var feature: SampleFeature {
    SampleFeature(
      "road", id: reference.id, area.isEmpty ? Shape(centreline) : Shape(area),
      [("name", .text(ifAny: name)), ("width_m", .number(ifAny: widthMetres))])
  }
}

extension Lane {
  fileprivate var feature: SampleFeature {
    SampleFeature(
      "lane", id: reference.id, Shape(centreline), [("width_m", .number(ifAny: widthMetres))])
  }
}

extension Keep {
  fileprivate var feature: SampleFeature {
    SampleFeature(
      "keep", id: reference.id, shape,
      [("name", .text(ifAny: name)), ("clearance_m", .number(ifAny: clearanceMetres))])
  }
}

extension House {
  fileprivate var feature: SampleFeature {
    SampleFeature(
      "house", id: reference.id, shape,
      [
        ("house_no", .text(ifAny: houseNumber)), ("storeys", .count(ifAny: storeys)),
        ("structure", .text(ifAny: structure)),
      ])
  }
}
