internal import Planning

extension LayoutMeasures {
  /// One line for each measure, and one for each norm below it.
  func write(to page: inout Page) {
    page.title("Measures; a light shows how a figure stands to a norm of others, and breaks nothing")
    for measured in values {
      let light = measured.light == .none ? "" : ", \(measured.light.rawValue)"
      page.line("\(measured.definition.name): \(measured.text)\(light)")
      for norm in measured.definition.norms {
        let light = norm.light(for: measured.value)
        let sign = light == .none ? "compare" : light.rawValue
        page.line("\(sign): \(norm.text) (\(norm.source); \(norm.confidence.rawValue))", indent: 6)
      }
    }
  }
}

extension Console {
  /// The measures as talk.
  func note(_ measured: LayoutMeasures) {
    var page = Page(width: width)
    measured.write(to: &page)
    for line in page.lines { note(line) }
  }
}
