extension FeatureCollection {
  /// The line on which each feature begins, counted from 1, found in one walk through the text.
  public var featureLines: [Int] {
    source.withUnsafeBufferPointer { bytes in
      var (line, position) = (1, 0)
      return features.map { feature in
        let start = min(feature.text.start, bytes.count)
        while position < start {
          if bytes[position] == 0x0A { line += 1 }
          position += 1
        }
        return line
      }
    }
  }
}
