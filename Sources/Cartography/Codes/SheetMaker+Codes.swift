extension SheetMaker {
  /// Tags in the margin, the code in the panel, and the word that asks to leave them clear.
  func drawCodes(_ code: SheetCode, _ panel: SheetPanel, _ paper: PaperSize, into drawing: inout Drawing) {
    let text = typesetter.text(style[.leaveClear], TextStyle(body: 2.0))
    drawing.add(text.at(panel.map.x + 4, 9))
  }
}
