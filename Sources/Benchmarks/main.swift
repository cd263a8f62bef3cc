import Glibc

// Usage: swift run -c release Benchmarks [NAME ...]   All of them when none is named.

/// Every benchmark, in the order of the table.
let benchmarks: [any Benchmark] = [
  StartUp(), ReadingAndWriting(), CheckingHouses(), CheckingCity(), CheckingPlan(), PlanningSites(),
  PlanningRandomSites(), LongCanal(), Programme(), ProgrammeReport(),
  Reblocking(), SeatingHouseholds(), DrawingSheets(),
]

let names = benchmarks.map { type(of: $0).name }
let wanted = CommandLine.arguments.dropFirst()
if let stranger = wanted.first(where: { !names.contains($0) }) {
  complain("Benchmarks: no benchmark is called \(stranger); there are \(names.joined(separator: ", "))\n")
  exit(64)
}

var rows: [Row] = []
var failures: [String] = []
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(type(of: benchmark).name) {
  PeakMemory.reset()
  do {
    rows += try benchmark.run()
  } catch {
    failures.append("\(type(of: benchmark).name): \(error)")
  }
}
for line in Table.lines(rows) { print(line) }
for failure in failures { complain("Benchmarks: \(failure)\n") }
exit(failures.isEmpty ? 0 : 1)
