public import Messaging
public import OptOut

extension GatewayConfiguration {
  /// The table `[optout]`: what replies mean, and what they are answered.
  public struct OptOutSection: Hashable, Sendable {
    /// `policy`: how willingly a reply is read as an opt-out: `"standard"`, `"strict"` (exact
    /// keywords only) or `"contains"` (a strong keyword anywhere).
    ///
    /// Default: `"standard"`.
    public var policy = MatchingPolicy.standard
    /// `scope`: what a bare STOP is about: `"all"` messages, or `"marketing"`; STOPALL is always about
    /// all of them.
    ///
    /// Default: `"all"`.
    public var scope = OptOutScope.all
    /// `stop_words`: further keywords that opt out, as whole replies.
    public var stopWords: [String] = []
    /// `start_words`: further keywords that opt in, as whole replies.
    public var startWords: [String] = []
    /// `help_words`: further keywords that ask for help, as whole replies.
    public var helpWords: [String] = []
    /// `ignored_words`: keywords of the built-in tables that mean nothing here, as CANCEL where
    /// replies are about appointments; STOP cannot be ignored.
    public var ignoredWords: [String] = []
    /// `require_consent`: whether `marketing` goes only to numbers with a recorded opt-in.
    ///
    /// Default: `false`.
    public var requireConsent = false
    /// `confirm`: whether opt-outs, opt-ins and requests for help are answered.
    ///
    /// Default: `true`.
    public var confirm = true
    /// `language`: the language of answers to words that belong to none, such as STOP.
    ///
    /// Default: `"en"`.
    public var language = "en"
    /// `sender`: the name that answers begin with, printable ASCII; none where it is not set.
    public var sender: String?
    /// `stopped_text`, `stopped_marketing_text`, `started_text`, `help_text`: answers of the
    /// operator's own, which replace those of every language.
    public var texts = OwnTexts()

    /// The defaults.
    public init() {}

    /// The classifier that this asks for.
    public var classifier: ReplyClassifier {
      ReplyClassifier(
        policy: policy,
        ignoring: ignoredWords,
        adding: stopWords.map { AdditionalKeyword($0, meaning: .optOut(.all)) }
          + startWords.map { AdditionalKeyword($0, meaning: .optIn) }
          + helpWords.map { AdditionalKeyword($0, meaning: .help) }
      )
    }

    /// The judge of replies that this asks for.
    var judge: ReplyJudge {
      ReplyJudge(
        classifier: classifier,
        answers: ReplyAnswers(
          texts: ConfirmationTexts(
            defaultLanguage: language,
            sender: sender,
            own: texts,
            stopScope: scope
          ),
          isOn: confirm
        ),
        stopScope: scope
      )
    }
  }
}

extension GatewayConfiguration.OptOutSection {
  init(reading section: inout ConfigurationSection) {
    policy = section.choice("policy", default: policy)
    scope = section.choice("scope", default: scope)
    stopWords = section.words("stop_words")
    startWords = section.words("start_words")
    helpWords = section.words("help_words")
    ignoredWords = section.words("ignored_words")
    for word in ignoredWords where word.uppercased() == "STOP" {
      section.fault("ignored_words", "STOP always counts: the law of many countries says so")
    }
    requireConsent = section.flag("require_consent", default: requireConsent)
    confirm = section.flag("confirm", default: confirm)
    let known = ConfirmationTexts.languages.joined(separator: ", ")
    language =
      section.text("language", default: language, allowed: "one of \(known)") {
        ConfirmationTexts.languages.contains($0)
      } ?? language
    sender = section.text("sender", default: nil, allowed: "1 to 40 printable ASCII characters") {
      (1...40).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }
    texts.stopped = section.answer("stopped_text")
    texts.stoppedMarketing = section.answer("stopped_marketing_text")
    texts.started = section.answer("started_text")
    texts.help = section.answer("help_text")
  }
}

extension ConfigurationSection {
  fileprivate mutating func words(_ key: String) -> [String] {
    list(key, allowed: "words of 1 to 64 characters") {
      (1...64).contains($0.count) && $0.contains { $0.isLetter || $0.isNumber }
    }
  }

  fileprivate mutating func answer(_ key: String) -> String? {
    text(key, default: nil, allowed: "1 to 480 characters") { (1...480).contains($0.count) }
  }
}
