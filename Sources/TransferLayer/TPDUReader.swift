/// Reads the fields of a TPDU one after the other, and keeps what is noteworthy about them.
struct TPDUReader {
  let octets: [UInt8]
  private(set) var offset: Int
  var warnings: [TPDUWarning] = []
  /// Where each field stands, if somebody wants to know.
  private(set) var spans: [TPDUFieldSpan] = []
  private let keepsSpans: Bool

  init(_ octets: [UInt8], from offset: Int = 0, keepsSpans: Bool = false) {
    self.octets = octets
    self.offset = offset
    self.keepsSpans = keepsSpans
  }

  var remaining: Int { octets.count - offset }

  @inline(__always)
  mutating func octet(_ field: TPDUField) throws(TPDUError) -> UInt8 {
    guard offset < octets.count else { throw truncated(field, needed: 1) }
    let octet = octets[offset]
    if keepsSpans { spans.append(TPDUFieldSpan(field: field, octets: offset..<offset + 1)) }
    offset += 1
    return octet
  }

  /// The range of the next `count` octets, which are then read.
  mutating func range(_ count: Int, _ field: TPDUField) throws(TPDUError) -> Range<Int> {
    guard count <= remaining else { throw truncated(field, needed: count) }
    let range = offset..<offset + count
    if keepsSpans, count > 0 { spans.append(TPDUFieldSpan(field: field, octets: range)) }
    offset += count
    return range
  }

  private func truncated(_ field: TPDUField, needed: Int) -> TPDUError {
    .truncated(field: field, offset: offset, needed: needed, available: remaining)
  }

  /// Takes up what another reader of the same octets has read.
  mutating func warnOfOctetsBehindTheEnd() {
    guard remaining > 0 else { return }
    warnings.append(.octetsBehindTheEnd(count: remaining, offset: offset))
  }
}
