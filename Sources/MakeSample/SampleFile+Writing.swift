import Glibc

extension SampleFile {
  /// Writes the file below `folder`, whose sub-folders exist: beside it first, then renamed over it.
  func write(below folder: String) throws {
    let target = "\(folder)/\(path)"
    let temporary = "\(target).new"
    let bytes = try text()
    guard let file = fopen(temporary, "w") else {
      throw SampleProblem(description: "\(temporary): \(String(cString: strerror(errno)))")
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, rename(temporary, target) == 0 else {
      throw SampleProblem(description: "\(target): \(String(cString: strerror(errno)))")
    }
    print(target)
  }
}
