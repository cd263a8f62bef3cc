internal import Glibc

/// What stands at the place where an output shall go.
struct OutputTarget {
  enum Kind {
    case standardOutput
    /// A terminal, a pipe or `/dev/null`: written directly.
    case device
    /// A file to replace, or nil where there is none yet.
    case file(existing: stat?)
  }

  /// As it was named.
  let name: String
  /// Where it really is, past every symbolic link.
  let path: String
  let kind: Kind

  init(_ name: String, protecting inputs: [FileIdentity?], files: FileSystem) throws(Refusal) {
    self.name = name
    if name == "-" || name == "/dev/stdout" {
      (path, kind) = (name, .standardOutput)
      return
    }
    guard !name.isEmpty else {
      throw Refusal(problem: "the name of the output is empty", remedy: "name a file with -o", code: .usage)
    }
    do throws(SystemFailure) {
      (path, kind) = try Self.look(at: name, files)
    } catch {
      throw Refusal(writing: name, error)
    }
    guard case .file(let existing?) = kind, inputs.contains(FileIdentity(existing)) else { return }
    throw Refusal(
      file: name, problem: "this is an input, and inputs are never overwritten",
      remedy: "name another file with -o", code: .usage)
  }

  /// - Throws: `Refusal` where others may read what is written, as on standard output.
  func requireFile() throws(Refusal) {
    if case .file = kind { return }
    guard name != "/dev/null" else { return }
    throw Refusal(
      file: name == "-" ? nil : name,
      problem: "names and money of people go only into a file that its owner alone can read",
      remedy: "name a file with -o", code: .usage)
  }

  private static func look(at name: String, _ files: FileSystem) throws(SystemFailure) -> (String, Kind) {
    let path = try followLinks(name)
    var status = stat()
    do throws(SystemFailure) {
      _ = try SystemFailure.check("stat") { files.statusOfPath(name, &status) }
    } catch {
      guard error.code == ENOENT else { throw error }
      try checkFolder(of: path)
      return (path, .file(existing: nil))
    }
    if status.isFolder { throw SystemFailure(call: "open", code: EISDIR) }
    guard status.isRegularFile else { return (name, .device) }
    try checkFolder(of: path)
    // A file that is not ours to write must not be replaced, though the folder would allow it.
    _ = try SystemFailure.check("access") { access(path, W_OK) }
    return (path, .file(existing: status))
  }

  private static func checkFolder(of path: String) throws(SystemFailure) {
    _ = try SystemFailure.check("access") { access(folder(of: path), W_OK | X_OK) }
  }

  /// The folder part of a path: `.` where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path past the links at its end, also where the last one leads to nothing yet.
  private static func followLinks(_ name: String) throws(SystemFailure) -> String {
    var path = name
    // 40 is where Linux itself gives up (path_resolution(7)).
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count)
      // Not a link, or not there: this is the place.
      if count < 0 { return path }
      let next = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
      path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
    }
    throw SystemFailure(call: "readlink", code: ELOOP)
  }
}
