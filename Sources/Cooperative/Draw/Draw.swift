/// A draw of lots that anybody can repeat with nothing but SHA-256 and sorting.
///
/// Each household's ticket is the SHA-256 of the key, a slash and the household's code. Tickets in ascending order are
/// the order of the draw. So it does not matter in which order the roster lists people, every order is equally likely,
/// and nobody can tell the outcome before the key is known.
public struct Draw: Sendable {
  /// What makes the key, for the record.
  public var number: String
  public var secret: String?
  public var commitment: String?
  public let key: String
  private let digest: @Sendable (String) -> String

  /// - Parameter digest: SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits.
  public init(
    number: String, secret: String? = nil, commitment: String? = nil,
    digest: @escaping @Sendable (String) -> String
  ) {
    (self.number, self.secret, self.commitment, self.digest) = (number, secret, commitment, digest)
    key = digest("klong-draw-1:\(commitment ?? "-"):\(secret ?? "-"):\(number)")
  }

  /// What is published before the number is drawn: it binds roster, plan, method and secret.
  public static func commitment(
    roster: String, plan: String, method: String, secret: String, digest: (String) -> String
  ) -> String {
    digest("klong-commitment-1:\(roster):\(plan):\(method):\(secret)")
  }

  public func ticket(_ household: String) -> String { digest(key + "/" + household) }

  /// Households in the order of their tickets.
  public func order(_ households: [String], salt: String = "") -> [String] {
    households.map { (ticket: ticket(salt + $0), id: $0) }
      .sorted { ($0.ticket, $0.id) < ($1.ticket, $1.id) }.map(\.id)
  }

  /// Before the codes in the draw for who gets no plot, so that its tickets are others.
  public static let leftOutSalt = "left-out/"

  /// Gives plots to households: each plot in its order to the first in the order of the draw who may have it.
  ///
  /// Where somebody at the end may have none of the plots that are left, the two exchange with the latest pair before
  /// for which that helps both; where there is none, the household is left over.
  public func seat(
    _ households: [String], on plots: [String], forbidding forbidden: [String: [String]]
  ) -> [(household: String, plot: String)] {
    var line = order(households)
    var given: [(household: String, plot: String)] = []
    var left: [String] = []
    func may(_ household: String, _ plot: String) -> Bool { forbidden[household]?.contains(plot) != true }
    for plot in plots {
      if let place = line.firstIndex(where: { may($0, plot) }) {
        given.append((line.remove(at: place), plot))
      } else {
        left.append(plot)
      }
    }
    for plot in left where !line.isEmpty {
      let household = line[0]
      guard let place = given.lastIndex(where: { may(household, $0.plot) && may($0.household, plot) }) else {
        continue
      }
      given.append((given[place].household, plot))
      given[place].household = line.removeFirst()
    }
    return given
  }
}
