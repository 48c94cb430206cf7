/// Where a keyword of the table comes from.
enum KeywordSource: String, Hashable, Sendable, CaseIterable {
  /// Twilio's default keywords.
  case twilio = "Twilio"
  /// The keywords of AWS End User Messaging.
  case aws = "AWS"
  /// The keyword sets of Sinch, by language.
  case sinch = "Sinch"
  /// Telnyx, Esendex, Vonage, Braze, Adobe or Klaviyo.
  case provider = "provider"
  /// 47 CFR 64.1200(a)(10), or the CTIA's messaging principles.
  case unitedStates = "US rule"
  /// The Canadian carriers' rules: English and French words work in every campaign.
  case canada = "Canadian rule"
  /// A rule, a code of conduct or the operators' own word in the country of the language.
  case national = "national"
  /// Found in the open code of other gateways and campaigns.
  case openCode = "open code"
  /// The plain word of the language for the same thing; no published list names it.
  case analogy = "analogy"
  /// Added by the operator of this gateway.
  case local = "local"
}

/// How much of a reply a keyword may stand for.
enum KeywordStrength {
  /// Small words may stand around it; anywhere else it is a reason to look.
  case strong
  /// Small words may stand around it, but the word is too ordinary to mean anything elsewhere.
  case ordinary
  /// Only as the whole reply: CANCEL, END and their like, which appointments use too.
  case weak
  /// As the whole reply it is a reason to look, no more.
  case doubtful
}

/// A word that means something as a reply.
struct Keyword {
  let text: String
  let strength: KeywordStrength
  let source: KeywordSource

  static func strong(_ text: String, _ source: KeywordSource) -> Keyword {
    Keyword(text: text, strength: .strong, source: source)
  }

  static func ordinary(_ text: String, _ source: KeywordSource) -> Keyword {
    Keyword(text: text, strength: .ordinary, source: source)
  }

  static func weak(_ text: String, _ source: KeywordSource) -> Keyword {
    Keyword(text: text, strength: .weak, source: source)
  }

  static func doubtful(_ text: String, _ source: KeywordSource) -> Keyword {
    Keyword(text: text, strength: .doubtful, source: source)
  }
}

/// The words and phrases of one language.
///
/// See ``PhrasePattern`` for how phrases are written.
struct LanguageTable {
  /// The BCP 47 code; empty for the words that belong to no language.
  let code: String
  /// The English name of the language.
  let name: String
  /// Words that end the messages.
  var stop: [Keyword] = []
  /// Words that begin them again; only as the whole reply.
  var start: [Keyword] = []
  /// Words that ask for help.
  var help: [Keyword] = []
  /// Words that narrow a keyword to marketing: STOP PROMO.
  var marketing: [String] = []
  /// Words of courtesy, which change nothing.
  var polite: [String] = []
  /// Small words that may stand beside a keyword: “all”, “me”, “now”, “sms”.
  var particles: [String] = []
  /// Requests to stop everything.
  var requests: [String] = []
  /// Requests to stop marketing.
  var marketingRequests: [String] = []
  /// Complaints: with a keyword they are an opt-out, without one a reason to look.
  var complaints: [String] = []
  /// Phrases that take a keyword back: “don't stop”.
  var negations: [String] = []
  /// Phrases in which a keyword is another word: “bus stop”.
  var innocents: [String] = []
  /// What mail and message programs put under a text.
  var signatures: [String] = []
  /// What stands before the quoted text in a reaction: “Liked”, “A aimé”.
  var reactions: [String] = []
  /// The last words of the line over a quoted original: “… wrote:”.
  var attributions: [String] = []
}
