/// Names and values, the values one below the other.
struct FactList {
  let style: Style
  private var facts: [(name: String, value: String, meaning: Style.Meaning)] = []

  init(style: Style) {
    self.style = style
  }

  /// Adds a fact; nothing where there is no value.
  mutating func add(_ name: String, _ value: String?, _ meaning: Style.Meaning = .plain) {
    guard let value else { return }
    facts.append((name, Escape.oneLine(value), meaning))
  }

  var text: String {
    let width = facts.map { DisplayWidth.of($0.name) }.max() ?? 0
    return facts.map { fact in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(fact.name) + 2)
      return style.paint(fact.name, .faint) + padding + style.paint(fact.value, fact.meaning) + "\n"
    }.joined()
  }
}
