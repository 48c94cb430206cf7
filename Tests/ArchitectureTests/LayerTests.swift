import Testing

/// The rules of the house that the compiler does not keep.
@Suite struct LayerTests {
  @Test func `A target depends only on targets that are declared above it`() throws {
    let targets = try PackageManifest.read().targets
    #expect(targets.filter { !$0.isTest }.map(\.name).sorted() == Layers.all.sorted())
    for (place, target) in targets.enumerated() where !target.isTest {
      let above = targets[..<place].map(\.name)
      for dependency in target.targets {
        #expect(above.contains(dependency), "\(target.name) depends on \(dependency)")
      }
    }
  }

  @Test func `Pure targets depend on nothing but pure targets`() throws {
    for target in try PackageManifest.read().targets where Layers.pure.contains(target.name) {
      #expect(target.products == [], "\(target.name)")
      #expect(target.targets.allSatisfy(Layers.pure.contains), "\(target.name)")
    }
  }

  @Test(arguments: Layers.pure)
  func `A pure target imports no Foundation, no C library and no I/O`(target: String) {
    let files = SourceTree.files(of: target)
    #expect(!files.isEmpty)
    var foundation: [String] = []
    for file in files {
      for module in file.imports where !Layers.pure.contains(module) {
        if module.hasPrefix("Foundation") {
          foundation.append(file.path)
        } else {
          Issue.record("\(file.path) imports \(module)")
        }
      }
    }
    // Unicode compatibility forms, which the standard library does not have.
    #expect(foundation.count <= (target == "OptOut" ? 1 : 0), "\(foundation)")
  }

  @Test(arguments: Layers.pure)
  func `A pure target neither waits, nor asks for the time, nor prints`(target: String) {
    let expression = #/\b(async|await|Task|ContinuousClock|SuspendingClock|print)\b/#
    for file in SourceTree.files(of: target) {
      #expect(file.lines(matching: expression) == [])
    }
  }

  @Test(arguments: Layers.inputAndOutput)
  func `No target of I/O imports another`(target: String) throws {
    let forbidden = Layers.inputAndOutput + Layers.wiring + Layers.commands
    for file in SourceTree.files(of: target) {
      for module in file.imports where forbidden.contains(module) {
        Issue.record("\(file.path) imports \(module)")
      }
    }
    let manifest = try PackageManifest.read().targets.first { $0.name == target }
    #expect(manifest?.targets.filter(forbidden.contains) == [])
  }

  @Test func `The database is known to Storage alone`() {
    #expect(SourceTree.files(of: "Storage").contains { $0.imports.contains("GRDB") })
    for file in SourceTree.files where file.target != "Storage" {
      #expect(!file.imports.contains { $0 == "GRDB" || $0.contains("SQLite") }, "\(file.path)")
      #expect(file.statements == [])
    }
    // The check sees SQL where there is some.
    #expect(SourceTree.files(of: "Storage").contains { !$0.statements.isEmpty })
  }

  @Test(arguments: Layers.all)
  func `No type bears the name of its module`(target: String) throws {
    let expression = try Regex(#"\b(struct|class|enum|actor|protocol|typealias) \#(target)\b"#)
    for file in SourceTree.files(of: target) {
      #expect(file.lines(matching: expression) == [])
    }
  }
}
