import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore
import ServiceLifecycle

extension APIRoutes {
  /// The modems.
  var modemEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/modems", role: .admin) { call in
        _ = try call.query()
        return Response(json: ModemList(modems: try await operations.modems()))
      },
      Endpoint(.get, "/v1/modems/{name}", role: .admin) { call in
        _ = try call.query()
        let name = try call.parameter("name")
        guard let modem = try await operations.modem(named: name) else {
          let names = try await operations.modems().map(\.name)
          throw ProblemDocument.notFound("\(ModemAbsence(of: name, among: names))")
        }
        return Response(json: modem)
      },
      Endpoint(.post, "/v1/modems/{name}/pause", role: .admin) { call in
        let request = try await call.optionalBody(PauseRequest.self)
        return Response(
          json: try await operations.pauseModem(
            named: try call.parameter("name"),
            request ?? PauseRequest(),
            by: call.submitter
          )
        )
      },
      Endpoint(.post, "/v1/modems/{name}/resume", role: .admin) { call in
        let name = try call.parameter("name")
        return Response(json: try await operations.resumeModem(named: name, by: call.submitter))
      },
      Endpoint(.post, "/v1/modems/{name}/reset", role: .admin) { call in
        let name = try call.parameter("name")
        return Response(json: try await operations.resetModem(named: name, by: call.submitter))
      },
      Endpoint(.post, "/v1/modems/{name}/ussd", role: .admin) { call in
        Response(
          json: try await operations.sendUSSD(
            try await call.body(USSDRequest.self),
            toModem: try call.parameter("name"),
            by: call.submitter
          )
        )
      },
      Endpoint(.post, "/v1/modems/{name}/at", role: .admin) { call in
        Response(
          json: try await operations.sendCommand(
            try await call.body(ATRequest.self),
            toModem: try call.parameter("name"),
            by: call.submitter
          )
        )
      },
      Endpoint(.get, "/v1/modems/{name}/trace", role: .admin) { call in
        _ = try call.query()
        let lines = try await operations.traceModem(named: try call.parameter("name"))
        return traceStream(of: lines, to: call)
      },
    ]
  }

  private func traceStream(of lines: AsyncStream<TraceLine>, to call: APICall) -> Response {
    StreamedAnswer(
      source: lines,
      greeting: ": the line of a modem\n\n",
      heartbeat: heartbeat
    ) { line in
      let data = String(decoding: try WireJSON.encode(line), as: UTF8.self)
      return ServerSentEvent(id: nil, event: "line", data: data).text
    }.response(to: call)
  }
}
