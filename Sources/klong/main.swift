internal import Glibc
internal import KlongCLI

exit(runKlong(arguments: Array(CommandLine.arguments.dropFirst())))
