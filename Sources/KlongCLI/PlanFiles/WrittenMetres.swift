internal import Planning

func written(_ size: PlotSize) -> String {
  "\(written(size.frontageMetres)) x \(written(size.depthMetres)) m"
}

/// Without needless decimals.
func written(_ metres: Double) -> String {
  let text = fixed(metres, decimals: 2)
  guard text.contains(".") else { return text }
  let short = String(text.reversed().drop { $0 == "0" }.reversed())
  return short.hasSuffix(".") ? String(short.dropLast()) : short
}
