/// The screen of `hermod doctor`.
struct DoctorPage {
  let diagnosis: Diagnosis
  let style: Style

  var text: String {
    diagnosis.findings.map(paragraph).joined() + verdict
  }

  private func paragraph(_ finding: Finding) -> String {
    let mark =
      switch finding.severity {
      case .obstacle: style.paint("obstacle", .bad)
      case .warning: style.paint("warning", .warning)
      }
    return "\(mark)  \(style.paint(Escape.oneLine(finding.subject), .heading))\n"
      + block(finding.problem) + block("cure: " + finding.cure) + "\n"
  }

  private func block(_ words: String) -> String {
    let width = max(20, style.width - 4)
    let lines = words.split(separator: "\n").flatMap {
      DisplayWidth.wrap(Escape.oneLine(String($0)), to: width)
    }
    return lines.map { "  \($0)\n" }.joined()
  }

  private var verdict: String {
    diagnosis.canSend
      ? style.paint("A message could be sent now.", .good) + "\n"
      : style.paint("No message could be sent now.", .bad) + "\n"
  }
}
