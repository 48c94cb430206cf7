extension FleetDirectory {
  /// That there is no modem of a name, and which there are.
  func absence(of name: String) -> String {
    ModemAbsence(of: name, among: all.map(\.name)).description
  }
}

/// That there is no modem of a name; whoever misspelt it sees the names that there are.
struct ModemAbsence: CustomStringConvertible {
  private let name: String
  private let others: [String]
  private static let most = 8

  init(of name: String, among names: [String]) {
    self.name = name
    others = names.sorted()
  }

  var description: String {
    guard !others.isEmpty else { return "there is no modem \(name), and no other" }
    let more = others.count - Self.most
    let shown = more > 0 ? others.prefix(Self.most) + ["\(more) more"] : others[...]
    let list = shown.dropLast().joined(separator: ", ")
    let last = shown.last ?? ""
    return "there is no modem \(name), only " + (list.isEmpty ? last : "\(list) and \(last)")
  }
}
