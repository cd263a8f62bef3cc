import Glibc

/// How long `klong --version` takes from start to end, next to a program that does nothing.
struct StartUp: Benchmark {
  static let name = "start-up"

  static let runs = 20

  func run() throws -> [Row] {
    let klong = try Self.folder() + "/klong"
    try Self.start("/bin/true", [])
    try Self.start(klong, ["--version"])
    let nothing = try Stopwatch.median(of: Self.runs) { try Self.start("/bin/true", []) }
    let version = try Stopwatch.median(of: Self.runs) { try Self.start(klong, ["--version"]) }
    return [
      Row(name: "/bin/true", amount: "median of \(Self.runs)", seconds: nothing),
      Row(name: "klong --version", amount: "median of \(Self.runs)", seconds: version),
    ]
  }

  /// Where this program lies; klong is built beside it.
  private static func folder() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard count > 0, let slash = path.lastIndex(of: "/") else {
      throw WrongAnswer(description: "cannot tell where this program lies")
    }
    return String(path[..<slash])
  }

  /// Starts a program with its output thrown away and waits for its end.
  private static func start(_ program: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    let problem = posix_spawn(&process, program, &actions, nil, words, environ)
    guard problem == 0 else {
      throw WrongAnswer(
        description: "cannot start \(program): build it first (\(String(cString: strerror(problem))))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    try expect(status, toBe: 0, of: "exit status of \(program)")
  }
}
