internal import Cooperative
internal import Glibc
internal import JSON

/// Records as files: one of JSON or GeoJSON, or a folder of tables.
enum TenureFile {
  static func read(_ path: String) throws -> (TenureRecords, [FileIdentity?]) {
    var status = stat()
    if path.hasSuffix("/") || (stat(path, &status) == 0 && status.isFolder) {
      let folder = path.hasSuffix("/") ? path : path + "/"
      var texts: [TenureTable: [UInt8]] = [:]
      var identities: [FileIdentity?] = []
      for table in TenureTable.allCases {
        let file = try InputFile.read(folder + table.rawValue + ".csv")
        texts[table] = file.bytes
        identities.append(file.identity)
      }
      guard let records = TenureRecords(csv: texts) else { throw unknown(path) }
      return (records, identities)
    }
    let file = try InputFile.read(path)
    let value: JSONValue
    do throws(JSONError) { value = try JSONDocument(parsing: file.bytes).value } catch {
      var refusal = Refusal(error, in: path)
      refusal.remedy += ", or give what klong records wrote"
      throw refusal
    }
    guard let records = TenureRecords(value) else { throw unknown(path) }
    return (records, [file.identity])
  }

  private static func unknown(_ path: String) -> Refusal {
    Refusal(
      file: path, problem: "these are no tenure records of klong", remedy: "give what klong records wrote")
  }

  static func write(
    _ records: TenureRecords, _ format: RecordsCommand.Format, to path: String, _ console: Console,
    protecting inputs: [FileIdentity?]
  ) throws {
    let batch = OutputBatch(console: console, protecting: inputs)
    let isPrivate = records.names > 0
    switch format {
    case .json:
      try batch.write(path, isPrivate: isPrivate) {
        try $0.write(records.json.serialized(pretty: true) + Array("\n".utf8))
      }
    case .geojson:
      try batch.write(path, isPrivate: isPrivate) {
        try $0.write(records.featureCollection.serialized(pretty: true) + Array("\n".utf8))
      }
    case .csv:
      guard path != "-" else {
        throw Refusal(
          problem: "tables cannot go to standard output", remedy: "name a folder with -o", code: .usage)
      }
      for table in TenureTable.allCases {
        try batch.write(
          path + (path.hasSuffix("/") ? "" : "/") + table.rawValue + ".csv", isPrivate: isPrivate
        ) {
          try $0.write(records.csv(table))
        }
      }
    }
    try batch.commit()
  }
}
