internal import GEOS

/// The answer of GEOS, or nil for a shape that it cannot measure.
///
/// Only a deadline that passes ends the whole check; everything else becomes a finding about that shape.
func orUnmeasurable<Answer>(_ body: () throws(GEOSError) -> Answer) throws(GEOSError) -> Answer? {
  do {
    return try body()
  } catch .deadlinePassed(let function, let limit) {
    throw .deadlinePassed(function: function, limit: limit)
  } catch {
    return nil
  }
}
