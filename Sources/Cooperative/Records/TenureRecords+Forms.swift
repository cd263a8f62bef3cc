public import JSON

extension TenureRecords {
  /// Every table as a list of objects.
  public var json: JSONObject {
    var root: JSONObject = ["klong_tenure": .number(JSONNumber(1))]
    for table in TenureTable.allCases {
      root[table.rawValue] = .array(rows(table).map { Self.object(table, $0) })
    }
    return root
  }

  /// Land as features with the right to dwell of today; everything else stands beside them.
  public var featureCollection: JSONObject {
    let features = rows(.spatialUnit).map { row -> JSONValue in
      var properties = Self.object(.spatialUnit, row).object ?? [:]
      let geometry = (try? JSONDocument(parsing: Array(row[3].utf8)).value) ?? .null
      let plot = String(row[0].dropFirst(2))
      properties["holder"] = holder(ofPlot: plot).map(JSONValue.string) ?? .null
      return [
        "type": "Feature", "id": .string(row[0]), "properties": .object(properties), "geometry": geometry,
      ]
    }
    var tenure = json
    tenure[TenureTable.spatialUnit.rawValue] = nil
    return ["type": "FeatureCollection", "features": .array(features), "klong_tenure": .object(tenure)]
  }

  private static func object(_ table: TenureTable, _ row: [String]) -> JSONValue {
    .object(JSONObject(zip(table.columns, row).map { ($0, .string($1)) }))
  }

  /// One table as CSV.
  public func csv(_ table: TenureTable) -> String {
    rows(table).reduce(CSVText.line(table.columns)) { $0 + CSVText.line($1) }
  }

  /// JSON or GeoJSON that ``json`` or ``featureCollection`` made; nil for anything else.
  public init?(_ value: JSONValue) {
    var root = value
    if value["type"]?.string == "FeatureCollection" {
      guard var tenure = value["klong_tenure"]?.object else { return nil }
      tenure[TenureTable.spatialUnit.rawValue] = .array(
        (value["features"]?.array ?? []).map { $0["properties"] ?? .null })
      root = .object(tenure)
    }
    guard root["klong_tenure"]?.int == 1 else { return nil }
    var tables: [TenureTable: [[String]]] = [:]
    for table in TenureTable.allCases {
      guard let rows = root[table.rawValue]?.array else { return nil }
      for row in rows {
        let cells = table.columns.compactMap { row[$0]?.string }
        guard cells.count == table.columns.count else { return nil }
        tables[table, default: []].append(cells)
      }
    }
    self.init(tables: tables)
  }

  /// Tables that ``csv(_:)`` made; nil for anything else.
  public init?(csv texts: [TenureTable: [UInt8]]) {
    var tables: [TenureTable: [[String]]] = [:]
    for table in TenureTable.allCases {
      guard let bytes = texts[table] else { return nil }
      let read = CSVTable(bytes, verbatim: true)
      guard read.heading?.cells == table.columns else { return nil }
      for row in read.rows {
        guard row.cells.count == table.columns.count, row.unreadable.isEmpty else { return nil }
        tables[table, default: []].append(row.cells)
      }
    }
    self.init(tables: tables)
  }
}
