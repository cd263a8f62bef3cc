internal import Geometry
internal import Settlement

extension TakenFeatures {
  /// `--canal-width` speaks only of lines: an area shows its own width, and a pond beside the canal would be given
  /// the canal's.
  func canal(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) -> Canal {
    let area = shape.polygons
    return Canal(
      reference: reference, name: properties.name, area: area,
      centreline: area.isEmpty ? shape.lineStrings : [],
      widthMetres: properties.widthMetres ?? (area.isEmpty ? canalWidthMetres : nil),
      depthMetres: properties.metres("depth_m", "depth", "est_depth"),
      isLined: properties.flag("lined"), isDiked: properties.flag("diked"),
      isCulvert: Canal.isCulvert(tag: properties.text),
      isStanding: WaterForm(tag: properties.text) == .standing,
      channelClass: properties.text("channel_class", "class", "waterway", "water"),
      landClass: properties.text("land", "land_class"), locality: properties.text("locality"),
      areaHectares: properties.quantity("area_ha"), basinSquareKilometres: properties.quantity("basin_km2"))
  }

  /// One bank line for each line of the feature.
  func banks(_ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader) -> [BankLine] {
    shape.lineStrings.map { line in
      BankLine(
        reference: reference, line: line, canal: properties.text("canal"), date: properties.text("date"),
        source: properties.text("source"), author: properties.text("author"))
    }
  }

  /// Setback lines that say what they stand for; one without a figure is only a drawing.
  func setbacks(
    _ reference: FeatureReference, _ shape: Shape, _ properties: PropertyReader
  ) -> [SetbackLine] {
    guard let required = properties.metres("required_m") else { return [] }
    return shape.lineStrings.map { line in
      SetbackLine(
        reference: reference, line: line, requiredMetres: required,
        clause: properties.text("clause") ?? "", canal: properties.text("canal"))
    }
  }
}
