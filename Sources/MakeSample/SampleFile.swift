import SyntheticSettlements

/// One file of `SampleData`.
struct SampleFile {
  /// Inside the folder of samples.
  var path: String
  var features: [SampleFeature]
  /// Of the coordinates in degrees: 9 is 0.1 mm, 7 is 1 cm and what a web editor needs.
  var decimals: Int
  /// Says what is invented.
  var note: String

  static let attribution = "klong sample data, made by Scripts/make-sample"
  static let license = "CC0-1.0"

  static func all() throws -> [SampleFile] {
    let bangBua = try BangBua.made()
    return [
      SampleFile(
        path: "bang-bua/settlement.geojson", features: bangBua.settlement.features(named: true), decimals: 9,
        note: "Invented. Only the place and the widths of the canal are real: no such site, house, number, "
          + "temple, survey or author exists."),
      SampleFile(
        path: "bang-bua/bank-later.geojson", features: [bangBua.laterBank.feature], decimals: 9,
        note: "Invented. A later bank line at half of 38 m, the city's design width, from the centre line."),
      SampleFile(
        path: "first-plan/settlement.geojson", features: try FirstPlan.made().features(named: false),
        decimals: 7, note: "Invented, drawn as one draws in a web editor."),
    ]
  }
}
