import Glibc

extension SmallFile {
  /// A new folder of its own.
  static func temporaryFolder() -> String {
    var name = Array("/tmp/klong-benchmark-XXXXXX".utf8CString)
    return mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  /// Takes away a folder with all that is in it; links are not followed.
  static func remove(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    closedir(stream)
    for name in names where name != "." && name != ".." {
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw WrongAnswer(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw WrongAnswer(description: "cannot write \(path)")
    }
  }

  /// Reads and writes a file in pieces of a megabyte, to the disk, as a plain copy would.
  static func copy(_ path: String, to copy: String) {
    let (source, target) = (open(path, O_RDONLY), open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0o600))
    defer {
      close(source)
      close(target)
    }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(source, &piece, piece.count)
      guard count > 0, Glibc.write(target, piece, count) == count else { break }
    }
    fsync(target)
  }

  /// How many lines of a file hold a text.
  static func count(_ text: String, in path: String) -> Int {
    guard let file = fopen(path, "r") else { return 0 }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    var count = 0
    while getline(&line, &size, file) > 0 { if let line, strstr(line, text) != nil { count += 1 } }
    free(line)
    return count
  }
}
