extension PDFUpdate {
  /// What PDF/A-2u (ISO 19005-2) asks beside embedded faces: metadata, a colour space for all inks, glyphs by their index.
  ///
  /// It is aimed at: no validator has read our files, so the metadata does not say that they conform.
  /// - Returns: members for the catalog.
  mutating func addArchive(title: String) throws(CartographyError) -> String {
    try nameGlyphMaps()
    let packet = Self.metadata(title: title)
    let metadata = addObject(
      "<< /Type /Metadata /Subtype /XML /Length \(packet.utf8.count) >>\nstream\n\(packet)\nendstream")
    let digits =
      SRGBProfile.bytes.map { byte in
        let text = String(byte, radix: 16, uppercase: true)
        return text.utf8.count == 1 ? "0" + text : text
      }.joined() + ">"
    let profile = addObject(
      "<< /N 3 /Filter /ASCIIHexDecode /Length \(digits.utf8.count) >>\nstream\n\(digits)\nendstream")
    let intent =
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
      + "/DestOutputProfile \(profile) 0 R >>"
    return "/Metadata \(metadata) 0 R /OutputIntents [ \(intent) ]"
  }

  /// Cairo leaves out that a glyph's number in the text is its number in the face.
  private mutating func nameGlyphMaps() throws(CartographyError) {
    for object in 1..<max(2, objectCount) {
      guard let text = dictionary(object), text.contains("/CIDFontType2"), !text.contains("/CIDToGIDMap")
      else { continue }
      try add("/CIDToGIDMap /Identity", to: object)
    }
  }

  private static func metadata(title: String) -> String {
    let begin = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
    // As in the rest of the file no text stands as it was given: what is neither letter nor digit is its number.
    let title = title.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain ? String(Character(scalar)) : "&#x\(String(scalar.value, radix: 16, uppercase: true));"
    }.joined()
    return """
      \(begin)
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title)</rdf:li></rdf:Alt></dc:title>
      <pdf:Producer>klong</pdf:Producer>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>
      """
  }
}
