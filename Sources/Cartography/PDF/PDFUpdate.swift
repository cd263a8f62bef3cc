/// An incremental update of a PDF that Cairo wrote: objects are added behind it, and nothing of it is rewritten.
///
/// Cairo 1.16 writes a plain table of objects; whatever else is found is refused, never guessed at.
struct PDFUpdate {
  private let original: [UInt8]
  private let offsets: [Int]
  private let tableOffset: Int
  private let root: Int
  private let info: Int
  private let pages: [Int]
  private var changed: [Int: String] = [:]
  private var next: Int

  /// - Throws: ``CartographyError/failed(function:reason:)`` for a file of another build.
  init(of bytes: [UInt8]) throws(CartographyError) {
    original = bytes
    let tail = String(decoding: bytes.suffix(400), as: UTF8.self)
    guard let mark = tail.range(of: "startxref"),
      let offset = Int(tail[mark.upperBound...].split(whereSeparator: \.isWhitespace).first ?? ""),
      bytes.indices.contains(offset)
    else { throw Self.unknownBuild("no startxref") }
    tableOffset = offset
    let table = String(decoding: bytes[offset...], as: UTF8.self)
    let lines = table.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count > 2, lines[0] == "xref", lines[1].hasPrefix("0 "),
      let count = Int(lines[1].dropFirst(2)), lines.count > count + 2
    else { throw Self.unknownBuild("no plain table") }
    offsets = lines[2..<count + 2].map { Int($0.prefix(10)) ?? 0 }
    next = count
    guard let root = Self.reference("/Root", in: table), let info = Self.reference("/Info", in: table) else {
      throw Self.unknownBuild("no root")
    }
    (self.root, self.info) = (root, info)
    guard let catalog = Self.text(of: root, bytes, offsets), let tree = Self.reference("/Pages", in: catalog),
      let kids = Self.text(of: tree, bytes, offsets), let open = kids.firstIndex(of: "["),
      let close = kids.firstIndex(of: "]"), open < close
    else { throw Self.unknownBuild("no pages") }
    let words = kids[kids.index(after: open)..<close].split(whereSeparator: \.isWhitespace)
    pages = stride(from: 0, to: words.count, by: 3).compactMap { Int(words[$0]) }
  }

  private static func unknownBuild(_ reason: String) -> CartographyError {
    .failed(function: "cairo_pdf_surface", reason: "a PDF of unknown build: \(reason)")
  }

  /// A new object; its number.
  mutating func addObject(_ text: String) -> Int {
    defer { next += 1 }
    changed[next] = text
    return next
  }

  /// Adds members to the dictionary of a page, counted from 0.
  mutating func addToPage(_ page: Int, _ members: String) throws(CartographyError) {
    guard pages.indices.contains(page) else { throw Self.unknownBuild("no page \(page + 1)") }
    try add(members, to: pages[page])
  }

  mutating func add(_ members: String, to object: Int) throws(CartographyError) {
    guard let text = changed[object] ?? Self.text(of: object, original, offsets),
      let close = text.range(of: ">>", backwards: true)
    else { throw Self.unknownBuild("object \(object)") }
    changed[object] = text[..<close.lowerBound] + "   \(members)\n>>"
  }

  /// How many objects Cairo wrote, and the empty one before them.
  var objectCount: Int { offsets.count }

  /// An object as it is now; nil for what is no dictionary.
  func dictionary(_ object: Int) -> String? {
    changed[object] ?? Self.text(of: object, original, offsets)
  }

  /// The file with its update; the same bytes for the same pages.
  mutating func bytes(title: String) throws(CartographyError) -> [UInt8] {
    let title = PrintableText.name(title)
    let archive = try addArchive(title: title)
    var objects = changed
    // Printed at its true size, read from the left.
    objects[root] =
      "<< /Type /Catalog /Pages \(Self.reference("/Pages", in: Self.text(of: root, original, offsets) ?? "") ?? 1) 0 R "
      + "/ViewerPreferences << /PrintScaling /None >> \(archive) >>"
    // No date: the machine's time is nobody's business.
    objects[info] = "<< /Producer (klong) /Title \(Self.unicode(title)) >>"
    var bytes = original
    if bytes.last != 0x0A { bytes.append(0x0A) }
    var table = "xref\n"
    for (number, text) in objects.sorted(by: { $0.key < $1.key }) {
      let offset = String(bytes.count)
      table += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      bytes += Array("\(number) 0 obj\n\(text)\nendobj\n".utf8)
    }
    let identity = Self.identity(of: bytes)
    table += """
      trailer
      << /Size \(next) /Root \(root) 0 R /Info \(info) 0 R /Prev \(tableOffset) /ID [ <\(identity)> <\(identity)> ] >>
      startxref
      \(bytes.count)
      %%EOF

      """
    return bytes + Array(table.utf8)
  }

  /// A literal string; parentheses and backslashes are escaped, what is not ASCII is left out.
  static func literal(_ text: String) -> String {
    var literal = "("
    for byte in text.utf8 where (0x20...0x7E).contains(byte) {
      if [0x28, 0x29, 0x5C].contains(byte) { literal += "\\" }
      literal.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return literal + ")"
  }

  /// A text string in hexadecimal digits, so that nothing in it can end it.
  private static func unicode(_ text: String) -> String {
    let units = [0xFEFF] + Array(text.utf16)
    return "<"
      + units.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + ">"
  }

  /// 128 bits that differ where files differ: FNV-1a (Fowler, Noll, Vo) from both ends of its basis.
  private static func identity(of bytes: [UInt8]) -> String {
    var (one, other): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
    for byte in bytes {
      one = (one ^ UInt64(byte)) &* 0x100_0000_01b3
      other = (other ^ UInt64(~byte)) &* 0x100_0000_01b3
    }
    return [one, other].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private static func reference(_ name: String, in text: String) -> Int? {
    guard let place = text.range(of: name) else { return nil }
    return Int(text[place.upperBound...].split(whereSeparator: \.isWhitespace).first ?? "")
  }

  /// What stands between `obj` and `endobj`; for dictionaries only, so nil for what holds a stream.
  private static func text(of object: Int, _ bytes: [UInt8], _ offsets: [Int]) -> String? {
    guard offsets.indices.contains(object), bytes.indices.contains(offsets[object]) else { return nil }
    let part = bytes[offsets[object]..<min(bytes.count, offsets[object] + 100_000)]
    let (end, stream) = (Array("endobj".utf8), Array("stream".utf8))
    let close = part.indices.first { place in
      let byte = part[place]
      return (byte == end[0] && part[place...].starts(with: end))
        || (byte == stream[0] && part[place...].starts(with: stream))
    }
    guard let close, part[close] == end[0] else { return nil }
    let text = String(decoding: part[..<close], as: UTF8.self)
    return text.range(of: " 0 obj\n").map { String(text[$0.upperBound...]) }
  }
}

extension StringProtocol {
  /// Where a text stands; the first place, or the last one.
  fileprivate func range(of text: String, backwards: Bool = false) -> Range<Index>? {
    let (own, other) = (Array(utf8), Array(text.utf8))
    guard !other.isEmpty, own.count >= other.count else { return nil }
    let places = 0...(own.count - other.count)
    func matches(_ place: Int) -> Bool { own[place..<place + other.count].elementsEqual(other) }
    guard let place = backwards ? places.last(where: matches) : places.first(where: matches) else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: place)
    return start..<utf8.index(start, offsetBy: other.count)
  }
}
