import FakeGateway
import Foundation
import Glibc

/// A real browser without a screen: Chromium, driven over its debugging pipe (DevTools protocol).
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where the browser is; nil where there is none.
  static let executable = ["chromium", "chromium-browser", "google-chrome"].lazy
    .map { "/usr/bin/" + $0 }.first { access($0, X_OK) == 0 }

  /// What the page, or the browser about it, complained of: errors, and breaches of its policy.
  private(set) var complaints: [String] = []

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let profile: URL
  private var pending: [UInt8] = []
  private var number = 0
  private var session: String?

  /// Starts it with an empty profile and one empty page.
  init() throws {
    guard let executable = Self.executable else { throw Failure(description: "no chromium") }
    profile = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-browser-\(UUID().uuidString)")
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", #"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, "browser", executable,
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en-GB",
      "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "about:blank",
    ]
    // It makes a socket there, whose address must not be long.
    process.environment = ProcessInfo.processInfo.environment.merging([
      "TMPDIR": SocketPlace.directory.path, "TZ": Laboratory.timeZone,
    ]) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget",
      ["targetId": target["targetId"] ?? "", "flatten": true]
    )
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  deinit {
    process.terminate()
    process.awaitExit()
    try? FileManager.default.removeItem(at: profile)
  }

  /// Sends a command and waits for its answer; events that come meanwhile are looked through.
  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var command: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { command["sessionId"] = session }
    let data = try JSONSerialization.data(withJSONObject: command)
    try input.fileHandleForWriting.write(contentsOf: data + [0])
    while true {
      let message = try next()
      guard message["id"] as? Int == number else {
        hear(message)
        continue
      }
      if let error = message["error"] { throw Failure(description: "\(method): \(error)") }
      return message["result"] as? [String: Any] ?? [:]
    }
  }

  private func next() throws -> [String: Any] {
    while true {
      if let end = pending.firstIndex(of: 0) {
        let data = Data(pending[..<end])
        pending.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Failure(description: "the browser is gone") }
      pending += more
    }
  }

  private func hear(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      guard entry["level"] as? String == "error" else { return }
      complaints.append("\(entry["text"] ?? "") \(entry["url"] ?? "")")
    case "Runtime.exceptionThrown":
      complaints.append("\(parameters["exceptionDetails"] ?? "")")
    default: break
    }
  }

  /// The value of an expression in the page; promises are waited for.
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true]
    )
    if let details = answer["exceptionDetails"] {
      throw Failure(description: "\(expression): \(details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Waits until an expression is true.
  func wait(for expression: String, within seconds: Double = 60) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if try evaluate("Boolean(\(expression))") as? Bool == true { return }
      poll(nil, 0, 20)
    }
    let text = try evaluate("document.body.innerText") as? String ?? ""
    throw Failure(description: "not within \(seconds) s: \(expression); the page says: \(text)")
  }

  /// Opens an address and waits until it is loaded.
  func open(_ url: String) throws {
    try call("Page.navigate", ["url": url])
    try wait(for: "location.href.startsWith('\(url)') && document.readyState === 'complete'")
  }

  /// Sets the size of the page, and whether it is a phone's.
  func resize(_ width: Int, _ height: Int, isPhone: Bool = false) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": isPhone]
    )
  }

  /// Presses a key, such as `Tab` or `Enter`.
  func press(_ key: String) throws {
    let code = ["Tab": 9, "Enter": 13][key] ?? 0
    var down: [String: Any] = [
      "type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code,
    ]
    if key == "Enter" { down["text"] = "\r" }
    try call("Input.dispatchKeyEvent", down)
    try call("Input.dispatchKeyEvent", ["type": "keyUp", "key": key, "code": key])
  }

  /// Types into whatever has the focus.
  func type(_ text: String) throws {
    try call("Input.insertText", ["text": text])
  }

  /// Writes a picture of the page into the directory that `HERMOD_SCREENSHOTS` names, if any.
  func photograph(_ name: String) throws {
    guard let directory = ProcessInfo.processInfo.environment["HERMOD_SCREENSHOTS"] else { return }
    let answer = try call("Page.captureScreenshot", ["format": "png"])
    guard let data = Data(base64Encoded: answer["data"] as? String ?? "") else { return }
    try data.write(to: URL(fileURLWithPath: directory + "/\(name).png"))
  }
}
