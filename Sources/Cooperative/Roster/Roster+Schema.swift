extension Roster {
  /// The JSON Schema (draft 2020-12) of a roster as JSON.
  public static var schemaText: [UInt8] { PackageResources.roster_schema_json }
}
