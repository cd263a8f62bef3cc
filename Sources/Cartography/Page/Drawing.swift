/// A page, ready to be drawn or measured: marks in millimetres, in the order in which they are drawn.
public struct Drawing: Hashable, Sendable {
  public let page: PageBox
  public var marks: [Mark] = []

  public init(page: PageBox) { self.page = page }

  mutating func add(
    _ path: PagePath, fill: Ink? = nil, stroke: Stroke? = nil, role: MarkRole = .furniture,
    clip: PageBox? = nil
  ) {
    marks.append(Mark(.path(path, fill: fill, stroke: stroke), role: role, clip: clip))
  }

  mutating func add(_ text: TextMark, role: MarkRole = .furniture, clip: PageBox? = nil) {
    guard !text.text.isEmpty else { return }
    marks.append(Mark(.text(text), role: role, clip: clip))
  }

  /// Every text with its role.
  public var texts: [(text: TextMark, role: MarkRole)] {
    marks.compactMap { if case .text(let text) = $0.content { (text, $0.role) } else { nil } }
  }
}
