import Messaging
import OptOut
import Testing

@Suite struct MatchingPolicyTests {
  @Test(arguments: ["STOP", "stop.", "Arrêt", "退订", "END", "STOP PROMO", "Stop\n--\nJohn"])
  func `The strict policy takes exact words`(text: String) {
    let verdict = ReplyClassifier(policy: .strict).classify(text)
    #expect(verdict.kind.name == "opt-out")
    #expect(verdict == ReplyClassifier().classify(text))
  }

  @Test(
    arguments: [
      "please stop", "s t o p", "stopppp", "stpo", "SТОР", "take me off your list", "STOP ACME",
      "STOP STOP", "STOP\nJohn", "Stop! In the name of love",
    ]
  )
  func `The strict policy shows every other sign of an opt-out`(text: String) {
    #expect(ReplyClassifier(policy: .strict).classify(text).kind == .review)
  }

  @Test func `The strict policy leaves ordinary replies alone`() {
    let classifier = ReplyClassifier(policy: .strict)
    #expect(classifier.classify("don't stop").kind == .none)
    #expect(classifier.classify("see you").kind == .none)
    #expect(classifier.classify("START").kind == .optIn)
    #expect(classifier.classify("START START").kind == .none)
    #expect(classifier.classify("HELP").kind == .help)
  }

  @Test(arguments: ["Stop! In the name of love", "bus stop?", "I will stop by at 5"])
  func `The contains policy takes a strong keyword anywhere`(text: String) {
    let verdict = ReplyClassifier(policy: .contains).classify(text)
    #expect(verdict.kind == .optOut(.all))
    #expect(verdict.rule == .contains)
  }

  @Test func `The contains policy spares weak words, negations and quotations`() {
    let classifier = ReplyClassifier(policy: .contains)
    #expect(classifier.classify("cancel my appointment").kind == .none)
    #expect(classifier.classify("don't stop").kind == .review)
    #expect(classifier.classify("Liked “Sale! Reply STOP to opt out”").kind == .none)
    #expect(classifier.classify("nonstop").kind == .none)
  }

  @Test func `Whatever the standard policy takes, the contains policy takes`() {
    let standard = ReplyClassifier()
    let contains = ReplyClassifier(policy: .contains)
    for row in ReplyRow.all where standard.classify(row.text).kind.name == "opt-out" {
      #expect(contains.classify(row.text) == standard.classify(row.text))
    }
  }

  @Test func `The operator may leave keywords out and put others in`() {
    let classifier = ReplyClassifier(
      ignoring: ["cancel", "Arret"],
      adding: [
        AdditionalKeyword("No", meaning: .optOut(.all), language: "en"),
        AdditionalKeyword("Oui", meaning: .optIn, language: "fr"),
        AdditionalKeyword("no ads", meaning: .optOut(.marketing)),
      ]
    )
    #expect(classifier.classify("CANCEL").kind == .none)
    #expect(classifier.classify("ARRÊT").kind == .none)
    #expect(classifier.classify("NO!").kind == .optOut(.all))
    #expect(classifier.classify("NO!").language == "en")
    #expect(classifier.classify("no problem").kind == .none)
    #expect(classifier.classify("oui").kind == .optIn)
    #expect(classifier.classify("No ads").kind == .optOut(.marketing))
    #expect(classifier.classify("STOP").kind == .optOut(.all))
  }
}
