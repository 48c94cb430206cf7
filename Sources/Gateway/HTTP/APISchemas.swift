import LocalAPI
import Messaging

/// The shapes of everything that the local API takes and gives.
enum APISchemas {
  /// By name, in the order of the alphabet.
  static let all: [(name: String, schema: APISchema)] =
    (requests + answers + messages + optOuts + consents + access).sorted { $0.name < $1.name }

  private static let classes = APISchema.oneOf(MessageClass.allCases.map(\.rawValue))
  private static let states = APISchema.oneOf(MessageState.allCases.map(\.rawValue))
  private static let duplicates = APISchema.oneOf(DuplicatePolicy.allCases.map(\.rawValue))

  private static let requests: [(name: String, schema: APISchema)] = [
    ("ATRequest", .object([.init("command", .string)])),
    (
      "MessageSubmission",
      .object(
        [.init("to", .either([.string, .list(.string)]))],
        optional: [
          .init("text", .string), .init("data", .string), .init("class", classes),
          .init("validity", .integer), .init("not_before", .time), .init("modem", .string),
          .init("encoding", .oneOf(RequestedEncoding.allCases.map(\.rawValue))),
          .init("transliterate", .boolean),
          .init("flash", .boolean), .init("report", .boolean), .init("duplicates", duplicates),
          .init("reference", .string), .init("idempotency_key", .string),
        ]
      )
    ),
    (
      "OptOutRequest",
      .object(
        [],
        optional: [
          .init("scope", .string), .init("reason", .string),
          .init("source", .oneOf(["api", "import"])), .init("since", .time),
        ]
      )
    ),
    (
      "PauseRequest",
      .object([], optional: [.init("reason", .string), .init("until", .time)])
    ),
    ("ReleaseRequest", .object([], optional: [.init("id", .string)])),
    ("QueueRequest", .object([], optional: [.init("class", classes)])),
    (
      "ResolveRequest",
      .object([.init("resolution", .oneOf(Resolution.allCases.map(\.rawValue)))])
    ),
    ("USSDRequest", .object([.init("code", .string)])),
  ]

  private static let answers: [(name: String, schema: APISchema)] = [
    ("ReleaseAnswer", .object([.init("released", .integer)])),
    ("ATAnswer", .object([.init("lines", .list(.string)), .init("result", .string)])),
    (
      "ClassSummary",
      .object([
        .init("paused", .boolean), .init("oldest_seconds", .nullable(.integer)),
        .init("kept_back", .nullable(.reference("KeptBackView"))),
        .init("states", .reference("StateCounts")),
      ])
    ),
    (
      "DiscoveryView",
      .object([
        .init("udev", .boolean), .init("looked_for", .list(.string)),
        .init(
          "ignored",
          .list(.object([.init("device", .string), .init("reason", .string)]))
        ),
      ])
    ),
    (
      "DiskView",
      .object([
        .init("path", .string), .init("free_bytes", .integer), .init("total_bytes", .integer),
      ])
    ),
    (
      "GatewayEvent",
      .object(
        [
          .init("id", .string), .init("type", .string), .init("at", .time),
          .init("summary", .string),
        ],
        optional: [
          .init("message", .reference("MessageView")),
          .init("inbound", .reference("InboundMessageView")),
          .init("modem", .string), .init("optout", .reference("OptOutView")),
          .init("consent", .reference("ConsentView")),
        ]
      )
    ),
    (
      "TraceLine",
      .object([
        .init("at", .time), .init("direction", .oneOf(["in", "out"])), .init("line", .string),
      ])
    ),
    (
      "HealthView",
      .object([.init("state", .oneOf(StatusReport.State.allCases.map(\.rawValue)))])
    ),
    (
      "KeptBackView",
      .object([
        .init("count", .integer), .init("until", .time), .init("reason", .nullable(.string)),
      ])
    ),
    ("ModemList", .object([.init("modems", .list(.reference("ModemView")))])),
    (
      "ModemView",
      .object([
        .init("name", .string), .init("state", .oneOf(ModemView.State.allCases.map(\.rawValue))),
        .init("reason", .nullable(.string)), .init("until", .nullable(.time)),
        .init(
          "reason_code",
          .nullable(.oneOf(ModemView.ReasonCode.allCases.map(\.rawValue)))
        ),
        .init("imei", .nullable(.string)), .init("iccid", .nullable(.string)),
        .init("imsi", .nullable(.string)), .init("number", .nullable(.string)),
        .init("service_centre", .nullable(.string)), .init("operator", .nullable(.string)),
        .init("signal_dbm", .nullable(.integer)), .init("registration", .nullable(.string)),
        .init("device", .nullable(.string)), .init("sent_today", .integer),
        .init("failed_today", .integer), .init("limit_per_day", .nullable(.integer)),
        .init("limit_left", .nullable(.integer)), .init("limits", .nullable(.string)),
        .init("per_minute", .nullable(.number)), .init("quarantined", .boolean),
        .init("firmware", .nullable(.reference("FirmwareView"))),
      ])
    ),
    (
      "FirmwareView",
      .object([
        .init("manufacturer", .string), .init("model", .string), .init("revision", .string),
        .init("trusted", .boolean), .init("agreements", .integer),
        .init("agreements_required", .integer), .init("disagreements", .integer),
        .init("unanswered_advances", .integer),
      ])
    ),
    (
      "ProblemDocument",
      .object(
        [
          .init("type", .string), .init("title", .string), .init("status", .integer),
          .init("detail", .string),
        ],
        optional: [.init("instance", .string), .init("field", .string)]
      )
    ),
    (
      "QueueSummary",
      .object([
        .init(
          "classes",
          .object(MessageClass.allCases.map { .init($0.rawValue, .reference("ClassSummary")) })
        ),
        .init("states", .reference("StateCounts")), .init("oldest_seconds", .nullable(.integer)),
        .init("drains_in_seconds", .nullable(.integer)), .init("without_modem", .integer),
      ])
    ),
    (
      "ReloadAnswer",
      .object([.init("changes", .list(.string)), .init("needs_restart", .list(.string))])
    ),
    ("StateCounts", .object(MessageState.allCases.map { .init($0.rawValue, .integer) })),
    (
      "StatusReport",
      .object([
        .init("state", .oneOf(StatusReport.State.allCases.map(\.rawValue))),
        .init("reasons", .list(.string)), .init("version", .string), .init("started_at", .time),
        .init("queue", .reference("QueueSummary")),
        .init("modems", .list(.reference("ModemView"))),
        .init("discovery", .reference("DiscoveryView")), .init("optouts_today", .integer),
        .init("spending", .nullable(.reference("SpendingView"))),
        .init("disk", .nullable(.reference("DiskView"))),
      ])
    ),
    (
      "SpendingShare", .object([.init("spent", .number), .init("budget", .number)])
    ),
    (
      "SpendingView",
      .object([
        .init("currency", .string), .init("today", .nullable(.reference("SpendingShare"))),
        .init("this_month", .nullable(.reference("SpendingShare"))),
      ])
    ),
    (
      "USSDAnswer",
      .object([.init("text", .nullable(.string)), .init("expects_answer", .boolean)])
    ),
  ]

  private static let messages: [(name: String, schema: APISchema)] = [
    (
      "AttemptView",
      .object([
        .init("number", .integer), .init("segment", .integer), .init("modem", .string),
        .init("iccid", .nullable(.string)), .init("started_at", .time),
        .init("ended_at", .nullable(.time)),
        .init("outcome", .oneOf(AttemptView.Outcome.allCases.map(\.rawValue))),
        .init("message_reference", .nullable(.integer)), .init("detail", .nullable(.string)),
      ])
    ),
    (
      "HistoryView",
      .object([
        .init("at", .time), .init("state", states), .init("reason", .nullable(.string)),
        .init("by", .nullable(.string)),
      ])
    ),
    (
      "Inbox",
      .object([
        .init("messages", .list(.reference("InboundMessageView"))),
        .init("next", .nullable(.string)), .init("from", .nullable(.string)),
      ])
    ),
    (
      "InboundMessageView",
      .object([
        .init("id", .string), .init("from", .string), .init("text", .nullable(.string)),
        .init("data", .nullable(.string)), .init("sent_at", .nullable(.time)),
        .init("received_at", .time), .init("modem", .nullable(.string)),
        .init("iccid", .nullable(.string)), .init("segments", .integer),
        .init("segments_missing", .integer), .init("optout", .nullable(.string)),
        .init("answers", .nullable(.string)),
      ])
    ),
    (
      "MessageList",
      .object([
        .init("messages", .list(.reference("MessageView"))), .init("next", .nullable(.string)),
      ])
    ),
    (
      "MessageView",
      .object(
        [
          .init("id", .string), .init("state", states), .init("reason", .nullable(.string)),
          .init("to", .string), .init("class", classes), .init("text", .nullable(.string)),
          .init("data", .nullable(.string)), .init("encoding", .string),
          .init("language", .nullable(.string)),
          .init("replaced", .list(.reference("ReplacedCharacter"))),
          .init("segments", .integer), .init("segments_sent", .integer),
          .init("modem", .nullable(.string)), .init("requested_modem", .nullable(.string)),
          .init("accepted_at", .time), .init("updated_at", .time),
          .init("not_before", .nullable(.time)), .init("expires_at", .nullable(.time)),
          .init("reference", .nullable(.string)), .init("duplicates", duplicates),
          .init("possible_duplicate", .boolean),
          .init(
            "submitter",
            .object([
              .init("uid", .nullable(.integer)), .init("token", .nullable(.string)),
              .init("via", .string),
            ])
          ),
        ],
        optional: [
          .init("segment_details", .list(.reference("SegmentView"))),
          .init("attempts", .list(.reference("AttemptView"))),
          .init("history", .list(.reference("HistoryView"))),
        ]
      )
    ),
    (
      "ReplacedCharacter",
      .object([.init("from", .string), .init("to", .string), .init("count", .integer)])
    ),
    (
      "SegmentView",
      .object([
        .init("number", .integer), .init("state", states),
        .init("message_reference", .nullable(.integer)), .init("sent_at", .nullable(.time)),
        .init("report_status", .nullable(.integer)), .init("report", .nullable(.string)),
        .init("reported_at", .nullable(.time)),
      ])
    ),
    (
      "SubmissionAnswer",
      .either([
        .reference("SubmittedMessage"),
        .object([.init("messages", .list(.reference("SubmittedMessage")))]),
      ])
    ),
    (
      "SubmittedMessage",
      .object([
        .init("id", .nullable(.string)), .init("to", .string), .init("state", states),
        .init("reason", .nullable(.string)), .init("encoding", .string),
        .init("language", .nullable(.string)),
        .init("replaced", .list(.reference("ReplacedCharacter"))), .init("segments", .integer),
        .init("notes", .list(.string)),
        .init("due_at", .nullable(.time)), .init("cost", .nullable(.string)),
      ])
    ),
  ]

  private static let optOuts: [(name: String, schema: APISchema)] = [
    (
      "OptOutCheck",
      .object([
        .init("number", .string), .init("opted_out", .boolean),
        .init("optouts", .list(.reference("OptOutView"))),
      ])
    ),
    (
      "OptOutHistory",
      .object([
        .init("number", .string),
        .init(
          "entries",
          .list(
            .object([
              .init("at", .time),
              .init("action", .oneOf(["opt-out", "opt-in", "consent", "consent-withdrawn"])),
              .init("scope", .string), .init("source", .string),
              .init("detail", .nullable(.string)), .init("by", .nullable(.string)),
              .init("since", .nullable(.time)), .init("rule", .nullable(.string)),
              .init("word", .nullable(.string)), .init("iccid", .nullable(.string)),
              .init("inbound", .nullable(.string)), .init("answered", .nullable(.string)),
            ])
          )
        ),
      ])
    ),
    (
      "OptOutList",
      .object([
        .init("optouts", .list(.reference("OptOutView"))), .init("next", .nullable(.string)),
      ])
    ),
    (
      "OptOutView",
      .object([
        .init("number", .string), .init("scope", .string), .init("since", .time),
        .init("source", .string), .init("detail", .nullable(.string)),
      ])
    ),
  ]
}
