internal import CommandLineKit
internal import Cooperative
internal import GeoJSON
internal import JSON

extension RosterCommand {
  /// Takes a household out of files, in their place: all of them, or none where one cannot be written.
  static func forget(_ words: [String], _ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    guard let id = words.first, words.count > 1 else {
      throw UsageError(
        "roster forget needs a household and files", remedy: "write klong roster forget CODE FILE...")
    }
    let options = try IntakeOptions(arguments)
    // The one command that changes what it reads: that is what it is for.
    let batch = OutputBatch(console: console, protecting: [])
    var sealed = false
    var lines: [String] = []
    for path in words.dropFirst() {
      let file = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
      guard path != "-" else {
        throw UsageError("standard input cannot be changed", remedy: "name the file")
      }
      var forgetting = Forgetting(id)
      let start = file.bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.first
      if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
        let value: JSONValue
        do throws(JSONError) { value = try JSONDocument(parsing: file.bytes).value } catch {
          throw Refusal(error, in: path)
        }
        if value["klong_record"] != nil {
          sealed = true
          console.warn(
            "\(path): the record of a draw is sealed and proves nothing when changed; it holds codes only")
          continue
        }
        if value["klong_tenure"] != nil { forgetting.replacement = Forgetting.forgotten }
        if value["type"]?.string == "FeatureCollection" {
          try batch.write(path) { sink in try write(file, &forgetting, options, to: sink) }
        } else {
          let kept = forgetting.value(value, at: []) ?? .null
          try batch.write(path) { try $0.write(kept.serialized(pretty: true) + Array("\n".utf8)) }
        }
      } else {
        let text = forgetting.table(file.bytes)
        try batch.write(path) { try $0.write(text) }
      }
      lines += forgetting.places.isEmpty ? ["\(path): not in it"] : forgetting.places.map { "\(path): \($0)" }
    }
    try batch.commit()
    for line in lines { try console.write(printable(line, limit: 400) + "\n") }
    return sealed ? .findings : .done
  }

  /// Features as they were, but for the properties that told of the household.
  private static func write(
    _ file: InputFile, _ forgetting: inout Forgetting, _ options: IntakeOptions, to sink: OutputSink
  ) throws {
    let collection: FeatureCollection
    do throws(GeoJSONError) {
      collection = try FeatureCollection(reading: file.bytes, limits: options.limits)
    } catch {
      throw Refusal(error, in: file.path)
    }
    let writer = FeatureCollectionWriter { try sink.write($0) }
    for feature in collection.features {
      let before = feature.properties.object
      let after = forgetting.members(before, at: ["features", .index(feature.index), "properties"])
      let changed = after.filter { before[$0.name] != $0.value }.map { ($0.name, $0.value) }
      try writer.write(passing: feature, adding: changed)
    }
    var members = JSONObject()
    for member in collection.members {
      members[member.name] = forgetting.value(member.value, at: [.name(member.name)]) ?? .null
    }
    try writer.finish(members: members)
  }
}
