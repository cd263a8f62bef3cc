internal import Glibc

/// All files below a folder, in the order of their paths; hidden ones are left out and links to folders not followed.
struct FolderWalk {
  private(set) var files: [String] = []
  private var problems: [Refusal] = []

  init(_ folder: String) {
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let names = InputPaths.names(in: next) else {
        problems.append(
          Refusal(
            file: next, problem: "the folder cannot be opened", remedy: "see to it that you may read it",
            code: .fileSystem))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = "\(next)/\(name)"
        var status = stat()
        if lstat(path, &status) == 0, status.isFolder { waiting.append(path) } else { files.append(path) }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Folders that could not be read.
  mutating func takeProblems() -> [Refusal] {
    defer { problems = [] }
    return problems.sorted { ($0.file ?? "") < ($1.file ?? "") }
  }
}
