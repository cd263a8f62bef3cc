/// The members of an object, in the order in which they were written.
public struct JSONObject: Sendable, Hashable {
  /// A name and its value.
  public struct Member: Sendable, Hashable {
    public var name: String
    public var value: JSONValue

    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members; no two have the same name.
  public private(set) var members: [Member]

  public init() { members = [] }

  /// Members in this order; the last of one name wins and stands where the first stood.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members = []
    for (name, value) in members { self[name] = value }
  }

  /// Members of which the text check has seen that their names differ.
  package init(checked members: [Member]) { self.members = members }

  /// A member's value. Setting keeps its place, or appends; setting nil removes it.
  ///
  /// Names are compared byte by byte, as JSON does: two spellings that Unicode holds equal are two names.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name).map { members[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The names in their order.
  public var names: [String] { members.map(\.name) }

  private func index(of name: String) -> Int? {
    members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }
}

extension JSONObject: RandomAccessCollection {
  public var startIndex: Int { members.startIndex }
  public var endIndex: Int { members.endIndex }
  public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral members: (String, JSONValue)...) { self.init(members) }
}
