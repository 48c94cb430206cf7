/// What a route does, for those who read the description of the API.
struct APIOperation: Hashable, Sendable {
  /// What a route answers with.
  enum Answer: Hashable, Sendable {
    /// JSON of a named schema.
    case json(String)
    /// The description itself.
    case description
    /// A file of a media type.
    case file(String)
    /// Server-Sent Events whose data is JSON of a named schema.
    case events(String)
    /// The text format of Prometheus.
    case metrics
  }

  /// The method and the path, as the route has them.
  var route: String
  /// What it does, in a sentence.
  var summary: String
  /// The parameters behind `?`, and what they mean.
  var query: [String: String] = [:]
  /// The schema of the body; nil where there is none.
  var body: String?
  /// Whether the body may be left out.
  var isBodyOptional = false
  /// What it answers with.
  var answer: Answer
  /// The status of a good answer.
  var status = 200

  private static let pages = [
    "limit": "How many entries to answer with, 1 to 1000; 50 where nothing is said.",
    "after": "`next` of the page before.",
  ]

  /// Every operation.
  static let all = access + ordinary

  private static let ordinary: [APIOperation] = [
    .init(
      route: "GET /v1/status",
      summary: "Whether the gateway works: modems, queue, and what is wrong.",
      answer: .json("StatusReport")
    ),
    .init(
      route: "GET /healthz",
      summary: "The headline alone, for whoever watches over the daemon; 503 when it is `down`.",
      answer: .json("HealthView")
    ),
    .init(route: "GET /metrics", summary: "Metrics for Prometheus.", answer: .metrics),
    .init(
      route: "GET /v1/openapi.json",
      summary: "This description.",
      answer: .description
    ),
    .init(
      route: "POST /v1/config/reload",
      summary: "Reads the configuration again and applies what has changed.",
      answer: .json("ReloadAnswer")
    ),
    .init(route: "GET /v1/modems", summary: "The modems.", answer: .json("ModemList")),
    .init(route: "GET /v1/modems/{name}", summary: "One modem.", answer: .json("ModemView")),
    .init(
      route: "POST /v1/modems/{name}/pause",
      summary: "Lets a modem send nothing; it goes on receiving.",
      body: "PauseRequest",
      isBodyOptional: true,
      answer: .json("ModemView")
    ),
    .init(
      route: "POST /v1/modems/{name}/resume",
      summary: "Lets a paused modem send again.",
      answer: .json("ModemView")
    ),
    .init(
      route: "POST /v1/modems/{name}/reset",
      summary: "Closes the port, opens it again and sets the modem up anew.",
      answer: .json("ModemView")
    ),
    .init(
      route: "POST /v1/modems/{name}/ussd",
      summary: "Dials a service code.",
      body: "USSDRequest",
      answer: .json("USSDAnswer")
    ),
    .init(
      route: "POST /v1/modems/{name}/at",
      summary: "Sends one AT command between two messages.",
      body: "ATRequest",
      answer: .json("ATAnswer")
    ),
    .init(
      route: "GET /v1/modems/{name}/trace",
      summary: "What crosses a modem's line from now on; secrets and texts masked.",
      answer: .events("TraceLine")
    ),
    .init(
      route: "POST /v1/messages",
      summary: "Accepts a message for one recipient or many; answers once it is durable.",
      query: ["dry_run": "`true`: say what would happen, keep nothing, and answer 200."],
      body: "MessageSubmission",
      answer: .json("SubmissionAnswer"),
      status: 202
    ),
    .init(
      route: "GET /v1/messages",
      summary: "Messages, the newest first.",
      query: pages.merging([
        "state": "Only those in one of these states, separated by commas.",
        "to": "Only those to this number.",
      ]) { $1 },
      answer: .json("MessageList")
    ),
    .init(
      route: "GET /v1/messages/{id}",
      summary: "The whole story of a message.",
      answer: .json("MessageView")
    ),
    .init(
      route: "DELETE /v1/messages/{id}",
      summary: "Takes back a message that has not left.",
      answer: .json("MessageView")
    ),
    .init(
      route: "POST /v1/messages/{id}/retry",
      summary: "Queues a message again that failed, expired or was cancelled.",
      answer: .json("MessageView")
    ),
    .init(
      route: "POST /v1/messages/{id}/resolve",
      summary: "Settles a message of which nobody could know whether it was sent.",
      body: "ResolveRequest",
      answer: .json("MessageView")
    ),
    .init(
      route: "GET /v1/queue",
      summary: "Messages counted by class and state.",
      answer: .json("QueueSummary")
    ),
    .init(
      route: "POST /v1/queue/pause",
      summary: "Holds back a class, or all.",
      body: "QueueRequest",
      isBodyOptional: true,
      answer: .json("QueueSummary")
    ),
    .init(
      route: "POST /v1/queue/resume",
      summary: "Sends a class again, or all.",
      body: "QueueRequest",
      isBodyOptional: true,
      answer: .json("QueueSummary")
    ),
    .init(
      route: "POST /v1/queue/release",
      summary: "Lets messages go on that are held since a backup was restored: one, or all.",
      body: "ReleaseRequest",
      isBodyOptional: true,
      answer: .json("ReleaseAnswer")
    ),
    .init(
      route: "GET /v1/backup",
      summary: "A copy of the database; a gateway started from it holds what waits in it.",
      answer: .file(BackupFile.contentType)
    ),
    .init(
      route: "GET /v1/inbox",
      summary: "Received messages, the newest first.",
      query: pages.merging(["from": "Only those from this number."]) { $1 },
      answer: .json("Inbox")
    ),
    .init(
      route: "GET /v1/optouts",
      summary: "Numbers that have opted out.",
      query: pages,
      answer: .json("OptOutList")
    ),
    .init(
      route: "GET /v1/optouts/{number}",
      summary: "Whether a number has opted out; 200 either way.",
      answer: .json("OptOutCheck")
    ),
    .init(
      route: "PUT /v1/optouts/{number}",
      summary: "Opts a number out; answers once that is durable.",
      body: "OptOutRequest",
      isBodyOptional: true,
      answer: .json("OptOutCheck")
    ),
    .init(
      route: "DELETE /v1/optouts/{number}",
      summary: "Lets a number receive messages again.",
      answer: .json("OptOutCheck")
    ),
    .init(
      route: "GET /v1/optouts/{number}/history",
      summary: "When and how a number opted out and in.",
      answer: .json("OptOutHistory")
    ),
    .init(
      route: "GET /v1/consents",
      summary: "Numbers whose owners have agreed to marketing.",
      query: pages,
      answer: .json("ConsentList")
    ),
    .init(
      route: "GET /v1/consents/{number}",
      summary: "Whether the owner of a number has agreed to marketing; 200 either way.",
      answer: .json("ConsentCheck")
    ),
    .init(
      route: "PUT /v1/consents/{number}",
      summary: "Records a consent to marketing; it lifts no opt-out.",
      body: "ConsentRequest",
      isBodyOptional: true,
      answer: .json("ConsentCheck")
    ),
    .init(
      route: "DELETE /v1/consents/{number}",
      summary: "Takes a consent back; its history stays.",
      answer: .json("ConsentCheck")
    ),
    .init(
      route: "GET /v1/events",
      summary: "What happens, as it happens; `Last-Event-ID` takes it up again without a gap.",
      query: ["last_event_id": "The same as the header, for those who cannot set it."],
      answer: .events("GatewayEvent")
    ),
  ]
}
