internal import Cartography

extension Refusal {
  /// Why a sheet could not be drawn.
  init(_ error: CartographyError) {
    switch error {
    case .missingFont(let family):
      self.init(
        problem: "the face \(family), in which sheets are set, is not installed",
        remedy: "install it: the package fonts-thai-tlwg has Garuda, and Scripts/setup installs that",
        code: .limit)
    case .failed:
      self.init(problem: error.description, remedy: "please report this", code: .ourFault)
    case .language:
      self.init(problem: error.description, remedy: "mend the language's table")
    case .tooLarge:
      self.init(problem: error.description, remedy: "ask for less", code: .limit)
    }
  }
}
