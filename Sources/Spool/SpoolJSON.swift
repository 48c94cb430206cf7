internal import Foundation
import Messaging

/// A `.json` file of the spool: one message object, or an array of them.
enum SpoolJSON {
  /// The messages; one bad object refuses the file.
  static func members(_ octets: [UInt8]) throws(SpoolFileError) -> [SpoolFile.Member] {
    let objects = try decode(octets)
    let isArray = objects.isArray
    let bad = objects.list.indices.compactMap { index -> SpoolFileError.BadObject? in
      let faults = objects.list[index].faults
      return faults.isEmpty ? nil : .init(index: isArray ? index : nil, faults: faults)
    }
    guard bad.isEmpty else { throw .badObjects(bad, total: objects.list.count) }
    return objects.list.flatMap { object in
      object.requests.map { request in
        SpoolFile.Member(
          request: request,
          headerBlock: headerBlock(object, request),
          idempotencyKey: object.idempotencyKey
        )
      }
    }
  }

  private static func decode(_ octets: [UInt8]) throws(SpoolFileError)
    -> (isArray: Bool, list: [MessageObject])
  {
    var rest = octets[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard !rest.isEmpty else { throw .empty }
    if rest.starts(with: [0xFE, 0xFF]) || rest.starts(with: [0xFF, 0xFE]) {
      throw .wideCharacters
    }
    let isArray = rest.first == UInt8(ascii: "[")
    do {
      let data = Data(rest)
      guard isArray else {
        return (false, [try JSONDecoder().decode(MessageObject.self, from: data)])
      }
      let list = try JSONDecoder().decode([MessageObject].self, from: data)
      guard !list.isEmpty else {
        throw SpoolFileError.notJSON(
          line: nil,
          problem: "the array is empty: there is nothing to send"
        )
      }
      return (true, list)
    } catch let error as SpoolFileError {
      throw error
    } catch {
      throw syntaxError(
        Data(rest),
        linesBefore: octets.count { $0 == 0x0A } - rest.count { $0 == 0x0A }
      )
    }
  }

  /// The decoder does not say where a syntax error is; the older parser says at which octet.
  private static func syntaxError(_ data: Data, linesBefore: Int) -> SpoolFileError {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return .notJSON(
        line: nil,
        problem: "a message is an object, and a file one or a list of them"
      )
    } catch {
      let info = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? "\(error)"
      let words = info.split(separator: " around character ")
      guard let octet = words.last.flatMap({ Int($0.filter(\.isNumber)) }), words.count == 2 else {
        return .notJSON(line: nil, problem: printable(info))
      }
      let line = data.prefix(octet).count { $0 == 0x0A } + 1 + linesBefore
      return .notJSON(line: line, problem: printable(words[0]))
    }
  }

  /// The headers that would have asked for the same.
  private static func headerBlock(_ object: MessageObject, _ request: MessageRequest) -> String {
    let headers: [(String, String?)] = [
      ("To", request.recipient),
      ("Class", request.messageClass?.rawValue),
      ("Validity", request.validity.map { "\($0.wholeMilliseconds / 1000) seconds" }),
      ("Not-Before", request.notBefore?.rfc3339),
      ("Modem", request.modem),
      ("Encoding", object.encoding?.rawValue),
      ("Transliterate", object.transliterate.map { $0 ? "yes" : "no" }),
      ("Flash", object.flash.map { $0 ? "yes" : "no" }),
      ("Report", request.statusReport.map { $0 ? "yes" : "no" }),
      ("Duplicates", request.duplicates?.rawValue),
      ("Reference", request.reference),
    ]
    return headers.compactMap { name, value in value.map { "\(name): \($0)" } }
      .joined(separator: "\n")
  }
}
