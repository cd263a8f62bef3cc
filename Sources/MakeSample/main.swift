import Cooperative
import Glibc
import SyntheticSettlements

// Usage: swift run MakeSample FOLDER   (Scripts/make-sample calls it)

do {
  guard CommandLine.arguments.count == 2 else {
    throw SampleProblem(description: "say in which folder, for example: Scripts/make-sample SampleData")
  }
  let folder = CommandLine.arguments[1]
  for file in try SampleFile.all() { try file.write(below: folder) }
  try writeSample(Array(try BangBua.made().roster().csv().utf8), to: "\(folder)/bang-bua/households.csv")
} catch {
  var message = "MakeSample: \(error)\n"
  message.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  exit(1)
}
