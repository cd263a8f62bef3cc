public import JSON

/// What a reader of returned sheets needs to know of them, and all that it needs: no name, no place in words.
public enum SheetFile {
  /// Rises when a member changes its meaning; new members do not raise it.
  public static let version = 1

  /// The JSON Schema (draft 2020-12) of a sheet file.
  public static var schemaText: [UInt8] { PackageResources.sheet_file_schema_json }

  /// - Parameters:
  ///   - system: the plane, such as `EPSG:32647`.
  ///   - pages: those with a code are told.
  public static func json(_ pages: [SheetPage], subject: MapSubject, system: String) -> JSONObject {
    [
      "klong_sheets": .number(JSONNumber(version)), "plan": .string(subject.digest),
      "plan_version": .string(PrintableText.name(subject.version, atMost: 12)), "crs": .string(system),
      "sheets": .array(pages.compactMap { page in page.code.map { .object(sheet(page, $0)) } }),
    ]
  }

  private static func sheet(_ page: SheetPage, _ code: SheetCode) -> JSONObject {
    var (tags, plots, boxes): ([JSONValue], [JSONValue], [JSONValue]) = ([], [], [])
    for mark in page.drawing.marks {
      guard case .path(let path, _, _) = mark.content else { continue }
      switch mark.role {
      case .tag(let number):
        tags.append(["id": .number(JSONNumber(number)), "corners_mm": points(path.box.corners)])
      case .plot(let key):
        plots.append(["plot": .string(key), "outline_mm": points(path.lines.first?.points ?? [])])
      case .box(let name): boxes.append(["name": .string(name), "box_mm": box(path.box)])
      default: continue
      }
    }
    return [
      "name": .string(page.name), "code": .string(code.text),
      "page_mm": numbers([page.drawing.page.width, page.drawing.page.height]),
      "tag_family": "tag36h11", "tags": .array(tags), "maps": .array(page.frames.map(map)),
      "plots": .array(plots),
      "boxes": .array(boxes),
    ]
  }

  /// The frame, and the six numbers that lead from millimetres on the paper to metres on the plane:
  /// `x = a·u + b·v + c`, `y = d·u + e·v + f`.
  private static func map(_ frame: MapFrame) -> JSONValue {
    let origin = frame.ground(PagePoint(0, 0))
    let (right, down) = (frame.ground(PagePoint(1, 0)), frame.ground(PagePoint(0, 1)))
    let affine = [
      right.x - origin.x, down.x - origin.x, origin.x, right.y - origin.y, down.y - origin.y, origin.y,
    ]
    return [
      "frame_mm": box(frame.box), "scale": .number(JSONNumber(frame.scale)),
      "affine": numbers(affine, decimals: 9),
    ]
  }

  private static func box(_ box: PageBox) -> JSONValue { numbers([box.x, box.y, box.width, box.height]) }
  private static func points(_ points: [PagePoint]) -> JSONValue {
    .array(points.map { numbers([$0.x, $0.y]) })
  }
  private static func numbers(_ values: [Double], decimals: Int = 3) -> JSONValue {
    .array(values.map { .number(JSONNumber($0, decimals: decimals)) })
  }
}
