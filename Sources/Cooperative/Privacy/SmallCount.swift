/// How a count of people is told to everybody: from 1 to 4 stays unsaid, as somebody might be known by it.
///
/// This is for a count that stands alone. Where counts add up to one that is told as well, ``ToldCounts`` says which.
public enum SmallCount {
  public static let least = 5
  /// Stands in place of a count that is not told, for being small or for giving a small one away.
  public static let notTold = "not told"

  public static func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }

  public static func text(_ count: Int) -> String {
    isSmall(count) ? "fewer than \(least)" : String(count)
  }

  /// A count that may stay unsaid.
  public static func told(_ count: Int?) -> String { count.map { String($0) } ?? notTold }

  /// Of groups whose sizes everybody knows, those whose sums of money are told: a small one is not, nor are so many
  /// of the next smallest that the sum of all that is not told is one over at least five, or over nobody.
  ///
  /// - Parameter others: people outside all groups, of whom the sum over all tells too.
  public static func toldGroups(sizes: [Int], others: Int) -> [Bool] {
    var told = sizes.map { $0 >= least }
    var hidden = others + sizes.filter { $0 < least }.reduce(0, +)
    let order = sizes.indices.filter { told[$0] }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    for group in order where isSmall(hidden) {
      told[group] = false
      hidden += sizes[group]
    }
    return told
  }
}
