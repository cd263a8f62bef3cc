internal import Settlement

/// What of a block of buildings a report tells of.
struct SiftedBlock {
  /// The texts of the features kept, with commas between.
  var bytes: [UInt8] = []
  /// The places of those in the whole file, and the lines on which they begin.
  var indices: [Int] = []
  var lines: [Int] = []
  /// The ids of all features of the block, kept or not.
  var ids: [FeatureIDHash] = []
  /// The buildings that are ok, where they are asked for.
  var passed: [FeatureReference] = []
  var featureCount = 0
  var tally = CityTally()

  mutating func take(_ text: Slice<UnsafeBufferPointer<UInt8>>, index: Int, line: Int) {
    if !bytes.isEmpty { bytes.append(contentsOf: ",\n".utf8) }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text))
    indices.append(index)
    lines.append(line)
  }
}

/// Eight bytes for an id, so that a million of them can be remembered: FNV-1a, the same in every run.
///
/// Two of a million are alike with a chance of 3 in 100 million; a finding is then known again by its place.
struct FeatureIDHash: Hashable {
  private var code: UInt64 = 0xcbf2_9ce4_8422_2325

  init(of text: some Sequence<UInt8>) {
    for byte in text { code = (code ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  init(of text: String) { self.init(of: text.utf8) }
}

/// Tells lines of places that come in ascending order.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line: Int
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    line = firstLine
  }

  mutating func line(at place: Int) -> Int {
    for byte in bytes[position..<max(position, min(place, bytes.count))] where byte == 0x0A { line += 1 }
    position = max(position, place)
    return line
  }
}
