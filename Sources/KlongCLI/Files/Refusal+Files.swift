internal import Glibc

extension Refusal {
  /// An input that cannot be read: the planner's to mend (2), unless the system failed (74).
  init(reading path: String, _ failure: SystemFailure) {
    let (problem, remedy): (String, String)
    switch failure.code {
    case ENOENT, ENOTDIR: (problem, remedy) = ("there is no such file", "check the name and the folder")
    case EACCES, EPERM:
      (problem, remedy) = ("you may not read this file", "ask its owner for permission to read it")
    case EISDIR: (problem, remedy) = ("this is a folder, not a file", "name the files in it")
    case ELOOP, ENAMETOOLONG, ENXIO, EINVAL:
      (problem, remedy) = ("cannot be opened: \(failure.description)", "check the name")
    case EBADF where path == "-":
      (problem, remedy) = ("standard input is closed", "name a file, or send one in with <")
    default:
      self.init(
        file: path, problem: "cannot be read: \(failure.description)",
        remedy: "look at the disk, then run it again",
        code: .fileSystem)
      return
    }
    self.init(file: path, problem: problem, remedy: remedy)
  }

  /// An output that cannot be written: always 74, and what was there before is still there.
  init(writing path: String, _ failure: SystemFailure) {
    let remedy =
      switch failure.code {
      case ENOSPC, EDQUOT: "make room on the disk, then run it again"
      case EFBIG: "raise the limit for the size of a file, or write to another place"
      case EROFS: "the file system is read-only: write to another place"
      case EACCES, EPERM: "write to a folder where you may make files"
      case ENOENT, ENOTDIR: "make the folder first"
      case EISDIR: "name a file in that folder"
      case ELOOP, ENAMETOOLONG: "choose another name"
      case EBADF where path == "-": "standard output is closed: write to a file with -o"
      default: "look at the disk, then run it again"
      }
    let kept = path == "-" ? "" : "; what was there before is untouched"
    self.init(
      file: path == "-" ? "standard output" : path,
      problem: "cannot be written: \(failure.description)\(kept)",
      remedy: remedy, code: .fileSystem)
  }
}
