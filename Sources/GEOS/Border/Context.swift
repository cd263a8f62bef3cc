internal import CGEOS

/// One GEOS context: made by an operation, gone with it, never shared between threads.
struct Context: ~Copyable {
  let handle: OpaquePointer
  private let messages: Messages

  init() throws(GEOSError) {
    guard let handle = GEOS_init_r() else {
      throw .failed(function: "GEOS_init_r", message: "no context could be made")
    }
    messages = Messages()
    self.handle = handle
    let userData = Unmanaged.passUnretained(messages).toOpaque()
    GEOSContext_setErrorMessageHandler_r(handle, Messages.keep, userData)
  }

  deinit {
    // The context goes first: until then its handler may still write to `messages`.
    GEOS_finish_r(handle)
  }

  /// The error for the call that just failed.
  func failure(_ function: String) -> GEOSError {
    .failed(function: function, message: messages.last ?? "no reason given")
  }
}

/// Where a context's error handler puts the last message.
private final class Messages {
  var last: String?

  static let keep: GEOSMessageHandler_r = { text, userData in
    guard let text, let userData else { return }
    Unmanaged<Messages>.fromOpaque(userData).takeUnretainedValue().last = String(cString: text)
  }
}
