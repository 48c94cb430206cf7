/// The names that wait to be claimed, oldest first.
struct WaitingNames {
  private var names: [SpoolClaims.Candidate] = []
  /// Those before it have been taken out.
  private var first = 0

  var count: Int { names.count - first }

  mutating func append(_ name: SpoolClaims.Candidate) {
    names.append(name)
  }

  /// Takes out the oldest, at most `limit`.
  mutating func take(_ limit: Int) -> [SpoolClaims.Candidate] {
    let taken = Array(names[first...].prefix(limit))
    first += taken.count
    if first > names.count / 2 {
      names.removeFirst(first)
      first = 0
    }
    return taken
  }

  /// Puts back in front what was taken out and not used.
  mutating func putBack(_ rest: ArraySlice<SpoolClaims.Candidate>) {
    guard !rest.isEmpty else { return }
    names.replaceSubrange(..<first, with: rest)
    first = 0
  }
}
