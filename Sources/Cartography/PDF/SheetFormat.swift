/// How a sheet leaves the program.
public enum SheetFormat: String, CaseIterable, Sendable {
  case pdf, svg, png
}
