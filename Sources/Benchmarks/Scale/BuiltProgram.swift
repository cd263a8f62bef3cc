import Glibc

/// Programs that are built beside this one.
enum BuiltProgram {
  static func klong() throws -> String { try folder() + "/klong" }

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

  /// The most memory that any program started here has held.
  static var peakMegabytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// Starts a program with its output thrown away and waits for its end.
  static func run(_ program: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

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
    try expect(status, toBe: 0, of: "exit status of \(program) \(arguments.first ?? "")")
  }
}

/// A folder that goes when it is no longer needed.
final class TemporaryFolder {
  let path: String

  init() throws {
    var name = Array("/tmp/klong-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw WrongAnswer(description: "cannot make a folder in /tmp") }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for file in ["given.geojson", "plan.geojson"] { unlink(path + "/" + file) }
    rmdir(path)
  }
}
