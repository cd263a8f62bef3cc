internal import Glibc

/// A call to the operating system that failed.
struct SystemFailure: Error, Hashable, CustomStringConvertible {
  let call: String
  let code: Int32

  /// What the system says, such as `No space left on device`, and which call it was.
  var description: String { "\(reason) (\(call))" }

  /// The C locale's words, which are constants of the library: the program never sets another locale.
  var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

  /// Decodes the C convention "-1 and errno", trying again when a signal came between.
  static func check<Result: BinaryInteger>(
    _ call: String, _ body: () -> Result
  ) throws(SystemFailure) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      let code = errno
      // After EINTR the state of a closed descriptor is not known, on Linux it is closed: never close twice.
      if code != EINTR { throw SystemFailure(call: call, code: code) }
      if call == "close" { return 0 }
    }
  }
}
