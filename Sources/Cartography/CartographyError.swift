/// Why a sheet cannot be drawn.
public enum CartographyError: Error, Hashable, Sendable {
  /// The face of this name is not installed.
  case missingFont(String)
  /// A C function failed; its name and what it said.
  case failed(function: String, reason: String)
  /// A language file does not say what a sheet needs.
  case language(problem: String)
  /// What was asked for does not fit on any paper.
  case tooLarge(String)
}

extension CartographyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingFont(let family): "the face \(family) is not installed"
    case .failed(let function, let reason): "\(function): \(reason)"
    case .language(let problem): problem
    case .tooLarge(let problem): problem
    }
  }
}
