import Glibc
import KlongCLI

// The test runner's threads block signals, and a child inherits that.
var all = sigset_t()
sigfillset(&all)
sigprocmask(SIG_UNBLOCK, &all, nil)

// Replaces two files again and again, each time with a megabyte of one letter, until a signal ends it. Both files of a
// round hold the same letter. The tests kill it at random moments and look at what is left.
let targets = Array(CommandLine.arguments.dropFirst())
let console = Console.silent()
var letter = UInt8(ascii: "a")

while true {
  letter = letter == UInt8(ascii: "z") ? UInt8(ascii: "a") : letter + 1
  let block = [UInt8](repeating: letter, count: 1 << 16)
  let batch = OutputBatch(console: console, protecting: [])
  for target in targets {
    try batch.write(target) { sink in
      for _ in 0..<16 { try sink.write(block) }
    }
  }
  try batch.commit()
}
