import Messaging
import OptOut

// Replies a second on one core, over a mixture of opt-outs, requests and ordinary replies.

let replies = [
  "STOP", "Stop.", "please stop texting me", "unsubscribe", "arrêtez de m'envoyer des sms svp",
  "Ich möchte keine SMS mehr bekommen", "no quiero más mensajes", "退订", "配信停止してください",
  "수신거부 부탁드립니다", "не присылайте больше смс", "Artık mesaj göndermeyin", "HELP", "START",
  "OK", "Yes, see you at 5", "Thanks!", "Can you stop at the shop on your way?",
  "cancel my appointment",
  "I am running ten minutes late, please wait for me at the bus stop near the station",
  "Merci, à demain", "ja, bis morgen", "Is it ready?", "5",
  "STOP\n--\nJohn Smith\nAcme Ltd", "> Sale! Reply STOP to end\nok see you",
]

let classifier = ReplyClassifier()
let clock = ContinuousClock()
var best = 0.0
var optOuts = 0
for _ in 0..<3 {
  var count = 0
  let start = clock.now
  var elapsed = Duration.zero
  repeat {
    for _ in 0..<200 {
      for reply in replies where classifier.classify(reply).kind == .optOut(.all) { optOuts += 1 }
    }
    count += 200 * replies.count
    elapsed = clock.now - start
  } while elapsed < .seconds(1)
  let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  best = max(best, Double(count) / seconds)
}
precondition(optOuts > 0)
print("classify a reply                  \(Int(best)) a second")
