internal import Glibc
internal import JSON

/// Projects, where files of one folder that were made from one another are one: a survey, its plan, its allocation.
///
/// A plan names the SHA-256 of what it was made from. Only files that lay in a folder are joined, and none that calls
/// itself another project than what was made from it.
struct ProjectSteps {
  struct Joined {
    let source: String
    let result: String
  }

  private(set) var projects: [ProjectFigures] = []
  private(set) var joined: [Joined] = []
  /// Plans that are alternatives for one survey, each of which is counted.
  private(set) var notes: [String] = []

  private struct Step: Hashable {
    let folder: FileIdentity
    let digest: String
  }

  init(_ all: [ProjectFigures]) {
    let folders = all.map { $0.entry.plan.flatMap(Self.folder) }
    var results: [Step: [Int]] = [:]
    for (index, figures) in all.enumerated() where figures.problems.isEmpty {
      guard let folder = folders[index] else { continue }
      for digest in Set(figures.sources) {
        results[Step(folder: folder, digest: digest), default: []].append(index)
      }
    }
    var isJoined: Set<Int> = []
    for (index, figures) in all.enumerated() where figures.entry.isFound && figures.problems.isEmpty {
      guard let folder = folders[index], let digest = figures.digest,
        let result = results[Step(folder: folder, digest: digest)]?.first(where: { $0 != index }),
        figures.stated == nil || figures.stated == all[result].stated
      else { continue }
      isJoined.insert(index)
      joined.append(Joined(source: figures.entry.plan ?? "", result: all[result].entry.plan ?? ""))
    }
    projects = all.indices.filter { !isJoined.contains($0) }.map { all[$0] }
    var told: Set<[Int]> = []
    for index in all.indices where !isJoined.contains(index) {
      guard let folder = folders[index] else { continue }
      for digest in all[index].sources {
        let together = (results[Step(folder: folder, digest: digest)] ?? []).filter { !isJoined.contains($0) }
        guard together.count > 1, told.insert(together).inserted else { continue }
        let names = together.map { all[$0].entry.project }.joined(separator: ", ")
        notes.append("made from the same file, and each counted: \(names)")
      }
    }
  }

  private static func folder(of path: String) -> FileIdentity? {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return FileIdentity(at: folder)
  }
}
