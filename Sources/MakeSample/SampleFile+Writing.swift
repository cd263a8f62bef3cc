import Glibc

extension SampleFile {
  /// Writes the file below `folder`, whose sub-folders exist.
  func write(below folder: String) throws { try writeSample(text(), to: "\(folder)/\(path)") }
}

/// Writes a sample beside its place first, then renames it over what was there.
func writeSample(_ bytes: [UInt8], to target: String) throws {
  let temporary = "\(target).new"
  guard let file = fopen(temporary, "w") else {
    throw SampleProblem(description: "\(temporary): \(String(cString: strerror(errno)))")
  }
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count, rename(temporary, target) == 0 else {
    throw SampleProblem(description: "\(target): \(String(cString: strerror(errno)))")
  }
  print(target)
}
