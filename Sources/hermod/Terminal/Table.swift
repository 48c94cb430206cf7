/// Rows of text in aligned columns.
struct Table {
  /// A column and its heading.
  struct Column {
    var heading: String
    /// Numbers stand at the right edge.
    var isNumber = false
    /// Whether this column gives way when the rows do not fit.
    var isFlexible = false

    init(_ heading: String, isNumber: Bool = false, isFlexible: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
      self.isFlexible = isFlexible
    }
  }

  /// What stands in one column of one row; made harmless and put on one line when it is drawn.
  struct Cell: ExpressibleByStringLiteral {
    var text: String
    var meaning: Style.Meaning

    init(_ text: String, _ meaning: Style.Meaning = .plain) {
      self.text = text
      self.meaning = meaning
    }

    init(stringLiteral value: String) {
      self.init(value)
    }
  }

  var columns: [Column]
  var rows: [[Cell]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [Cell]) {
    rows.append(cells.map { Cell(Escape.oneLine($0.text), $0.meaning) })
  }

  /// The heading and the rows, each with a line feed; no line is wider than the terminal as long as
  /// there is a flexible column to shrink.
  func text(_ style: Style) -> String {
    let widths = widths(style)
    let heading = columns.map { Cell($0.heading, .heading) }
    return line(heading, widths, style) + rule(widths, style)
      + rows.map { line($0, widths, style) }.joined()
  }

  /// A line below the headings, where there are graphic characters.
  private func rule(_ widths: [Int], _ style: Style) -> String {
    guard style.isRich else { return "" }
    let pieces = widths.map { String(repeating: "─", count: $0) }
    return style.paint(pieces.joined(separator: Self.gap), .faint) + "\n"
  }

  private static let gap = "  "
  private static let narrowest = 4

  private func widths(_ style: Style) -> [Int] {
    var widths = columns.indices.map { index in
      ([columns[index].heading] + rows.map { index < $0.count ? $0[index].text : "" })
        .map(DisplayWidth.of).max() ?? 0
    }
    var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - style.width
    for index in columns.indices.reversed() where columns[index].isFlexible && excess > 0 {
      let narrowed = max(Self.narrowest, widths[index] - excess)
      excess -= widths[index] - narrowed
      widths[index] = narrowed
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: Style) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() where index < columns.count {
      let text = DisplayWidth.truncate(cell.text, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      let isLast = index == columns.count - 1
      if index > 0 { line += Self.gap }
      if columns[index].isNumber {
        line += padding + style.paint(text, cell.meaning)
      } else {
        line += style.paint(text, cell.meaning) + (isLast ? "" : padding)
      }
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
