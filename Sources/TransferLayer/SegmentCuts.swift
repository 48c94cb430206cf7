/// Where a text is cut: as few pieces as possible, no code point split, and as few grapheme
/// clusters as possible.
struct SegmentCuts {
  /// What may happen before each unit of the text, and behind the last.
  struct Boundary: OptionSet {
    let rawValue: UInt8
    /// A code point begins here: the text may be cut.
    static let codePoint = Boundary(rawValue: 1)
    /// A grapheme cluster begins here: the text is best cut here.
    static let grapheme = Boundary(rawValue: 2)
  }

  /// One more than the text has units.
  private let boundaries: [Boundary]
  private let capacity: Int
  private var end: Int { boundaries.count - 1 }

  /// Cuts for a text.
  ///
  /// - Parameters:
  ///   - boundaries: One for each unit, and one behind the last; no code point is longer than the
  ///     capacity.
  ///   - capacity: How many units have room in a segment, at least 2.
  init(_ boundaries: [Boundary], capacity: Int) {
    self.boundaries = boundaries
    self.capacity = max(capacity, 2)
  }

  /// The last place where a piece that begins at `start` may end.
  private func furthestCut(from start: Int) -> Int {
    var cut = min(start + capacity, end)
    while cut > start + 1, !boundaries[cut].contains(.codePoint) { cut -= 1 }
    return cut
  }

  /// The same, at the beginning of a grapheme cluster; nil where there is none.
  private func furthestWholeCut(from start: Int) -> Int? {
    var cut = min(start + capacity, end)
    while cut > start, !boundaries[cut].contains(.grapheme) { cut -= 1 }
    return cut > start ? cut : nil
  }

  /// How many pieces there must be.
  func minimumCount() -> Int {
    var count = 0
    var position = 0
    while position < end {
      position = furthestCut(from: position)
      count += 1
    }
    return max(count, 1)
  }

  /// How far the pieces reach that split a given number of clusters, and how each was reached.
  private struct Row {
    /// The furthest end of the first n pieces; -1 where that many splits do not get there.
    var ends: [Int]
    /// Whether the last of the first n pieces splits a cluster at its end.
    var splits: [Bool]
  }

  /// The ends of the pieces, in order.
  ///
  /// Further is never worse: from a later position every later cut can be reached in no more
  /// pieces. So for each number of splits only the furthest end of n pieces counts, and the
  /// smallest number of splits with which they reach the end of the text is taken.
  ///
  /// - Parameter count: What `minimumCount()` gives.
  /// - Returns: As many ends; the last is the end of the text.
  func ends(count: Int) -> [Int] {
    guard end > 0 else { return [0] }
    var rows: [Row] = []
    repeat {
      rows.append(row(above: rows.last, count: count))
    } while rows[rows.count - 1].ends[count] < end && rows.count <= count
    var splits = rows.count - 1
    var ends: [Int] = []
    for piece in stride(from: count, to: 0, by: -1) {
      ends.append(rows[splits].ends[piece])
      if rows[splits].splits[piece] { splits -= 1 }
    }
    return ends.reversed()
  }

  private func row(above previous: Row?, count: Int) -> Row {
    var row = Row(ends: [0], splits: [false])
    for piece in 0..<count {
      let position = row.ends[piece]
      var reached =
        position < 0 ? -1 : position == end ? end : furthestWholeCut(from: position) ?? -1
      var isSplit = false
      if let previous, previous.ends[piece] >= 0 {
        let further = furthestCut(from: previous.ends[piece])
        if further > reached {
          reached = further
          isSplit = true
        }
      }
      row.ends.append(reached)
      row.splits.append(isSplit)
    }
    return row
  }
}
