extension ModemSession {
  /// How much the session keeps of what came from outside; it never exceeds `mostKept`.
  ///
  /// Octets of unfinished lines, lines of an unfinished answer, places, messages and requests count.
  public var keptItems: Int {
    reader.pendingOctets + (exchange?.lines.count ?? 0) + arrivals.count + routed.count
      + requests.count + earlierArrivals.count + (openString?.utf8.count ?? 0)
  }

  /// The bound of `keptItems`, once all tokens of an input have been read.
  public static let mostKept =
    3 * LineReader.longestLine + CommandExchange.mostLines
    + mostArrivals + EarlierArrivals.most + mostRouted + mostRequests

  /// The most routed messages that are being made durable at a time.
  static let mostRouted = 64
}
