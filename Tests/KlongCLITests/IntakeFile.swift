import Foundation
import GeoJSON
import Geometry

@testable import KlongCLI

/// A GeoJSON file that lives as long as this value.
final class IntakeFile {
  let path: String

  init(_ text: String, name: String = "settlement.geojson") throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

  /// A collection of features given as texts.
  convenience init(features: [String], members: String = "", name: String = "settlement.geojson") throws {
    let list = features.joined(separator: ",\n")
    try self.init(#"{"type":"FeatureCollection",\#(members)"features":[\#(list)]}"#, name: name)
  }

  func read(_ change: (inout IntakeOptions) -> Void = { _ in }) throws -> Intake {
    var options = IntakeOptions()
    change(&options)
    return try Intake.read(paths: [path], options: options, console: .silent())
  }

  /// What reading it is refused with; nil when it is not.
  func refusal(_ change: (inout IntakeOptions) -> Void = { _ in }) throws -> Refusal? {
    do {
      _ = try read(change)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }
}

/// The text of a feature.
func feature(_ properties: String, _ geometry: String) -> String {
  #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
}

func line(_ coordinates: String) -> String { #"{"type":"LineString","coordinates":[\#(coordinates)]}"# }

func polygon(_ ring: String) -> String { #"{"type":"Polygon","coordinates":[[\#(ring)]]}"# }

func point(_ coordinates: String) -> String { #"{"type":"Point","coordinates":[\#(coordinates)]}"# }

/// A square of some 10 m beside Khlong Bang Bua.
let square = polygon(
  "[100.588,13.85],[100.5881,13.85],[100.5881,13.8501],[100.588,13.8501],[100.588,13.85]")
/// The same place, its outline crossing itself.
let bowTie = polygon(
  "[100.588,13.85],[100.5881,13.8501],[100.5881,13.85],[100.588,13.8501],[100.588,13.85]")
let canalLine = line("[100.5880,13.849],[100.5880,13.851]")
