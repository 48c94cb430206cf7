import Testing

/// The rules of the code that neither the compiler nor the formatter keeps.
@Suite struct CodeTests {
  @Test func `Nothing in the sources ends the process when an input is bad`() {
    let expression = #/\btry!|\bas!|\b(fatalError|preconditionFailure|assertionFailure)\(/#
    for file in SourceTree.files { #expect(file.lines(matching: expression) == []) }
  }

  @Test func `Nothing in the sources is left for later`() {
    for file in SourceTree.files { #expect(file.remarks == []) }
  }

  @Test(arguments: ["ATProtocol", "QueuePolicy", "ModemModel", "Storage"])
  func `A state machine answers every case by name`(target: String) {
    let switches = SourceTree.files(of: target).flatMap(\.stateSwitches)
    // A check that finds nothing to look at would hold whatever the code says.
    #expect(switches.count >= 3)
    for found in switches { #expect(!found.hasDefault, "\(found.place)") }
  }

  @Test func `Comments and string literals are no code`() {
    let text = #"""
      let a = "try! // not \" a comment"  // as! in a comment
      let b = """
        fatalError(
        """
      c()
      """#
    #expect(
      SourceTree.code(of: text).map { $0.trimmingSuffix(while: \.isWhitespace) } == [
        #"let a = """#, "let b =", "", "", "c()",
      ]
    )
  }
}

extension String {
  fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isUnwanted(last) { text.removeLast() }
    return text
  }
}
