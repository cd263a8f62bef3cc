import JSON
import Testing

/// Piece by piece or whole, the bytes are the same.
@Suite struct WriterTests {
  private static let rows: [JSONValue] = [
    .object([:]), .object(["a": .array([1, "b", .null]), "c": .object(["d": .array([.object(["e": 1])])])]),
    .object(["ไทย": "ก\n\"", "f": .array([])]),
  ]

  @Test(arguments: [true, false], [0, 1, 3, 20_000]) func writesTheWhole(pretty: Bool, count: Int) throws {
    let elements = (0..<count).map { Self.rows[$0 % Self.rows.count] }
    let head: JSONObject = ["version": 2, "list": .array([1, 2])]
    let whole = JSONValue.object([
      "version": 2, "list": .array([1, 2]),
      "runs": .array([.object(["results": .array(elements), "end": true])]),
    ])
    var bytes: [UInt8] = []
    var pieces = 0
    var writer = JSONWriter(pretty: pretty) {
      bytes += $0
      pieces += 1
    }
    try writer.object { out in
      try out.members(head)
      out.name("runs")
      try out.array { out in
        try out.object { out in
          out.name("results")
          try out.array { out in
            for element in elements { try out.value(element) }
          }
          try out.members(["end": true])
        }
      }
    }
    try writer.finish()
    #expect(bytes == whole.serialized(pretty: pretty) + [0x0A])
    #expect(count < 20_000 || pieces > 5)
  }
}
