import Foundation

/// The sources of the package, read as text.
enum SourceTree {
  /// The directory with `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A source file.
  struct File {
    /// The target that it belongs to.
    let target: String
    /// Its path below the package.
    let path: String
    /// Its lines, with comments and the insides of string literals left out.
    let code: [String]

    /// The modules that it imports.
    var imports: [String] {
      code.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place < words.count - 1,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains(String($0)) })
        else { return nil }
        // `import struct Foundation.Date` imports Foundation.
        let name = Self.kinds.contains(String(words[place + 1])) ? words.last : words[place + 1]
        return name?.split(separator: ".").first.map(String.init)
      }
    }

    /// The lines that match an expression, as `path:number: line`.
    func lines(matching expression: Regex<some Any>) -> [String] {
      code.enumerated().compactMap { number, line in
        line.contains(expression) ? "\(path):\(number + 1): \(line)" : nil
      }
    }

    private static let levels = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds = ["struct", "class", "enum", "protocol", "func", "typealias", "var"]
  }

  /// All files below `Sources`, by path.
  static let files: [File] = {
    let sources = root.appendingPathComponent("Sources").path
    let paths = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOfFile: sources + "/" + path, encoding: .utf8),
        let target = path.split(separator: "/").first
      else { return nil }
      return File(target: String(target), path: "Sources/" + path, code: code(of: text))
    }
  }()

  /// The files of a target.
  static func files(of target: String) -> [File] {
    files.filter { $0.target == target }
  }

  /// What remains of a text without `//` comments and what stands in string literals.
  static func code(of text: String) -> [String] {
    var isInLongString = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.components(separatedBy: "\"\"\"")
      defer { if parts.count.isMultiple(of: 2) { isInLongString.toggle() } }
      guard !isInLongString, parts.count == 1 else {
        return isInLongString ? "" : withoutComment(parts[0])
      }
      return withoutComment(String(line))
    }
  }

  private static func withoutComment(_ line: String) -> String {
    var code = ""
    var isInString = false
    var isEscaped = false
    for character in line {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInString = false
          code.append(character)
        }
        continue
      }
      if character == "\"" { isInString = true }
      code.append(character)
      if code.hasSuffix("//") { return String(code.dropLast(2)) }
    }
    return code
  }
}
