internal import JSON

extension CostBook {
  public static let standardName = "codi-2010"

  public static let builtInIdentifiers = ["codi-2010", "example-invented"]

  /// The text of a built-in book; nil where there is none of that name.
  public static func builtInText(_ id: String) -> [UInt8]? {
    switch id {
    case "codi-2010": PackageResources.codi_2010_json
    case "example-invented": PackageResources.example_invented_json
    default: nil
    }
  }
}
