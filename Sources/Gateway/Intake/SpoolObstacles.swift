internal import Synchronization

/// What stands in the way of the spool, for those who ask how the gateway is: it works on, and neither takes
/// files nor writes them.
final class SpoolObstacles: Sendable {
  /// What is hindered.
  enum Part: CaseIterable {
    /// Files are not taken.
    case intake
    /// Results, reports and received messages are not written.
    case results
  }

  private let known = Mutex<[Part: String]>([:])

  /// Keeps in mind what hinders a part, or that nothing does.
  ///
  /// - Parameters:
  ///   - obstacle: What happened and where; nil where the part works.
  ///   - part: The part.
  /// - Returns: Whether that is news.
  @discardableResult
  func note(_ obstacle: String?, of part: Part) -> Bool {
    known.withLock { known in
      defer { known[part] = obstacle }
      return known[part] != obstacle
    }
  }

  /// What hinders, a sentence for each part.
  var reasons: [String] {
    known.withLock { known in
      Part.allCases.compactMap { part in
        known[part].map { obstacle in
          switch part {
          case .intake: "the spool takes no files: \(obstacle)"
          case .results:
            "the spool gets no results; they are kept until it can be written: \(obstacle)"
          }
        }
      }
    }
  }
}
