/// How long `klong --version` takes from start to end, next to a program that does nothing.
struct StartUp: Benchmark {
  static let name = "start-up"

  static let runs = 20

  func run() throws -> [Row] {
    let klong = try BuiltProgram.klong()
    try BuiltProgram.run("/bin/true", [])
    try BuiltProgram.run(klong, ["--version"])
    let nothing = try Stopwatch.median(of: Self.runs) { try BuiltProgram.run("/bin/true", []) }
    let version = try Stopwatch.median(of: Self.runs) { try BuiltProgram.run(klong, ["--version"]) }
    return [
      Row(name: "/bin/true", amount: "median of \(Self.runs)", seconds: nothing),
      Row(name: "klong --version", amount: "median of \(Self.runs)", seconds: version),
    ]
  }
}
