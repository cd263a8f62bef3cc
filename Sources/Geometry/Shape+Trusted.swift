extension Ring {
  /// A ring whose points another module of this package vouches for: closed and finite.
  ///
  /// For results of GEOS, which may reach past ``Bounds/limit`` by the width of a buffer.
  package init(trusted points: [Point]) { self.init(unchecked: points) }
}

extension LineString {
  /// A line whose points another module of this package vouches for: two or more, finite.
  package init(trusted points: [Point]) { self.init(unchecked: points) }
}
