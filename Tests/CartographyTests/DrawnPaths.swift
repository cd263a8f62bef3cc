import Testing

@testable import Cartography

/// The paths of a page as Poppler reads them out of a PDF and writes them as SVG, in millimetres.
struct DrawnPaths {
  let width: Double
  let height: Double
  private(set) var paths: [[PagePoint]] = []

  private static let point = 25.4 / 72

  init(svg: String) throws {
    let head = try #require(svg.split(separator: ">").first { $0.contains("<svg") })
    width =
      try #require(Self.value("width", in: head).flatMap { Double($0.filter { $0 != "p" && $0 != "t" }) })
      * Self.point
    height =
      try #require(Self.value("height", in: head).flatMap { Double($0.filter { $0 != "p" && $0 != "t" }) })
      * Self.point
    for element in svg.split(separator: ">") where element.contains("<path") {
      guard let words = Self.value("d", in: element) else { continue }
      let map = Self.value("transform", in: element).map(Self.numbers) ?? [1, 0, 0, 1, 0, 0]
      guard map.count == 6 else { continue }
      let numbers = Self.numbers(words)
      paths.append(
        stride(from: 0, to: numbers.count - 1, by: 2).map { index in
          let (x, y) = (numbers[index], numbers[index + 1])
          return PagePoint(
            (map[0] * x + map[2] * y + map[4]) * Self.point, (map[1] * x + map[3] * y + map[5]) * Self.point)
        })
    }
  }

  private static func numbers(_ text: some StringProtocol) -> [Double] {
    text.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
  }

  private static func value(_ name: String, in element: some StringProtocol) -> String? {
    let parts = element.split(separator: "\"", omittingEmptySubsequences: false)
    for (key, value) in zip(parts, parts.dropFirst()) where key.hasSuffix(" \(name)=") {
      return String(value)
    }
    return nil
  }
}
