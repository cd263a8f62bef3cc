import CAprilTag
import Foundation
import Testing

@testable import Cartography

/// Other people's readers of what we draw.
enum Reader {
  static func has(_ tool: String) -> Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)") }

  /// What a tool says on standard output and error, and its status.
  static func run(_ tool: String, _ arguments: [String]) throws -> (text: String, status: Int32) {
    let process = Process()
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("klong-reader-\(UUID())")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: output) }
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
    process.arguments = arguments
    let handle = try FileHandle(forWritingTo: output)
    (process.standardOutput, process.standardError) = (handle, handle)
    try process.run()
    process.waitUntilExit()
    return (String(decoding: try Data(contentsOf: output), as: UTF8.self), process.terminationStatus)
  }

  static func withFile<Answer>(_ bytes: [UInt8], _ name: String, _ body: (String) throws -> Answer) throws
    -> Answer
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("klong-sheets-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try body(file.path)
  }

  /// The tags of a grey picture: number and corners in millimetres, in the detector's order.
  static func tags(inGreyMap path: String, dotsPerInch: Double) throws -> [(
    number: Int, corners: [PagePoint]
  )] {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let head = data.prefix(40).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).prefix(4).map {
      String(decoding: $0, as: UTF8.self)
    }
    let width = try #require(Int(head[1]))
    let height = try #require(Int(head[2]))
    var pixels = [UInt8](data.suffix(width * height))
    let family = tag36h11_create()
    let detector = apriltag_detector_create()
    defer {
      apriltag_detector_destroy(detector)
      tag36h11_destroy(family)
    }
    apriltag_detector_add_family_bits(detector, family, 1)
    detector?.pointee.quad_decimate = 1
    return pixels.withUnsafeMutableBufferPointer { buffer in
      var image = image_u8(
        width: Int32(width), height: Int32(height), stride: Int32(width), buf: buffer.baseAddress)
      guard let found = apriltag_detector_detect(detector, &image) else { return [] }
      defer { apriltag_detections_destroy(found) }
      return (0..<Int(found.pointee.size)).compactMap { index in
        let place = found.pointee.data.advanced(by: index * found.pointee.el_sz)
        let detection = place.withMemoryRebound(
          to: UnsafeMutablePointer<apriltag_detection_t>.self, capacity: 1
        ) { $0.pointee }
        let p = detection.pointee.p
        let corners = [p.0, p.1, p.2, p.3].map {
          PagePoint($0.0 * 25.4 / dotsPerInch, $0.1 * 25.4 / dotsPerInch)
        }
        return (Int(detection.pointee.id), corners)
      }
    }
  }
}
