import Glibc

// Usage: swift run MakeSample FOLDER   (Scripts/make-sample calls it)

do {
  guard CommandLine.arguments.count == 2 else {
    throw SampleProblem(description: "say in which folder, for example: Scripts/make-sample SampleData")
  }
  for file in try SampleFile.all() { try file.write(below: CommandLine.arguments[1]) }
} catch {
  var message = "MakeSample: \(error)\n"
  message.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  exit(1)
}
