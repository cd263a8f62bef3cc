internal import GeoJSON
internal import JSON
internal import Settlement

/// The properties of one feature as people fill them in: numbers as texts, yes for true, null for nothing.
struct PropertyReader {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// The value as text; nil where it is missing, null, blank, or no single value.
  func text(_ name: String) -> String? {
    switch object[name] {
    case .string(let text): text.allSatisfy(\.isWhitespace) ? nil : text
    case .number(let number): number.text
    case .bool(let truth): truth ? "yes" : "no"
    default: nil
    }
  }

  /// The first of these properties that says something.
  func text(_ names: String...) -> String? {
    for name in names { if let found = text(name) { return found } }
    return nil
  }

  /// Metres from the first of these properties that states them: a number, or a text such as `12 m`.
  func metres(_ names: String...) -> Double? {
    for name in names {
      switch object[name] {
      case .number(let number): if number.double.isFinite, number.double >= 0 { return number.double }
      case .string(let text): if let metres = Measure.metres(from: text) { return metres }
      default: continue
      }
    }
    return nil
  }

  /// A number from 0 in the unit that the property's name gives, written as a number or a text.
  func quantity(_ name: String) -> Double? {
    guard let text = text(name), let value = Double(text), value.isFinite, value >= 0 else { return nil }
    return value
  }

  /// A width in metres. Zero is what some surveys write for "not asked", and no canal or lane has it.
  var widthMetres: Double? {
    guard let width = metres("width_m", "width", "est_width"), width > 0 else { return nil }
    return width
  }

  /// Yes or no; nil where nothing is said or something else.
  func flag(_ name: String) -> Bool? {
    switch text(name)?.lowercased() {
    case "yes", "true", "1", "y": true
    case "no", "false", "0", "n": false
    default: nil
    }
  }

  /// A whole number from 0, written as a number or a text.
  func whole(_ names: String...) -> Int? {
    for name in names {
      switch object[name] {
      case .number(let number): if let whole = number.int, whole >= 0 { return whole }
      case .string(let text): if let whole = Int(text), whole >= 0 { return whole }
      default: continue
      }
    }
    return nil
  }

  var isLocked: Bool { flag("locked") ?? false }

  var name: String? { text("name", "name:th", "name_th", "name:en") }
}
