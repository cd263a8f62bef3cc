/// Everything that is wrong with an input, so that nobody has to mend it fault by fault.
struct RefusalList: Error {
  var refusals: [Refusal]
}
