internal import Settlement

/// The role of a feature and where it was found.
struct FoundRole: Hashable, Sendable {
  /// Nil where nothing gives the feature a role; it is passed through untouched.
  var role: Role?
  var origin: Origin

  enum Origin: Hashable, Sendable {
    /// The property `kind`.
    case kind
    /// An option `--kind`, as it was written.
    case mapping(String)
    /// An OpenStreetMap tag, by its key.
    case tag(String)
    /// `kind` has a value that is no role.
    case unknownKind(String)
    case nothing
  }
}

extension FoundRole {
  /// What the user maps comes first, then `kind`, then OpenStreetMap tags.
  init(_ properties: PropertyReader, mappings: [KindMapping]) {
    if let mapping = mappings.first(where: { $0.matches(properties) }) {
      self.init(role: mapping.role, origin: .mapping(mapping.text))
      return
    }
    let kind = properties.text("kind")
    if let role = kind.flatMap({ Role(name: $0) }) {
      self.init(role: role, origin: .kind)
    } else if let (role, tag) = Role.fromOpenStreetMap(tag: properties.text) {
      self.init(role: role, origin: .tag(tag))
    } else {
      self.init(role: nil, origin: kind.map(Origin.unknownKind) ?? .nothing)
    }
  }

  /// Whether a person gave the role, so that a shape which does not fit it is a mistake and not another use of a tag.
  var isStated: Bool {
    switch origin {
    case .kind, .mapping: true
    default: false
    }
  }
}
