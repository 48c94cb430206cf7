/// Where a message of the spool came from: what its result file is named and begins with.
///
/// It is stored with the message; everything else that a result needs is the message's own.
public struct SpoolOrigin: Hashable, Sendable, Codable {
  /// The name of the file that was dropped.
  public var fileName: String
  /// Which message of the file it is, from 0; nil where the file holds one only.
  public var memberIndex: Int?
  /// The headers of the file, a line each, without those of an earlier result.
  public var headerBlock: String

  /// An origin.
  public init(fileName: String, memberIndex: Int? = nil, headerBlock: String) {
    self.fileName = fileName
    self.memberIndex = memberIndex
    self.headerBlock = headerBlock
  }

  /// The name of the result: that of the file, and for one of several messages its number.
  var resultName: String {
    memberIndex.map { "\(fileName).\($0)" } ?? fileName
  }
}
