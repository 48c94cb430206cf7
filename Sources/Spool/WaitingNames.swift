/// The names that wait to be claimed: those that are urgent first, each kind the oldest first.
struct WaitingNames {
  /// Names in their order.
  private struct Line {
    private var names: [SpoolClaims.Candidate] = []
    /// Those before it have been taken out.
    private var first = 0

    var count: Int { names.count - first }

    mutating func append(_ name: SpoolClaims.Candidate) {
      names.append(name)
    }

    mutating func take(_ limit: Int) -> [SpoolClaims.Candidate] {
      let taken = Array(names[first...].prefix(limit))
      first += taken.count
      if first > names.count / 2 {
        names.removeFirst(first)
        first = 0
      }
      return taken
    }

    mutating func putBack(_ rest: [SpoolClaims.Candidate]) {
      guard !rest.isEmpty else { return }
      names.replaceSubrange(..<first, with: rest)
      first = 0
    }
  }

  private var urgent = Line()
  private var others = Line()

  var count: Int { urgent.count + others.count }

  mutating func append(_ name: SpoolClaims.Candidate) {
    if name.isUrgent { urgent.append(name) } else { others.append(name) }
  }

  /// Takes out the first, at most `limit`.
  mutating func take(_ limit: Int) -> [SpoolClaims.Candidate] {
    let first = urgent.take(limit)
    return first + others.take(limit - first.count)
  }

  /// Puts back in front what was taken out and not used.
  mutating func putBack(_ rest: ArraySlice<SpoolClaims.Candidate>) {
    urgent.putBack(rest.filter(\.isUrgent))
    others.putBack(rest.filter { !$0.isUrgent })
  }
}
