public import Messaging

/// The one message that answers an opt-out, an opt-in or a call for help.
///
/// Every text fits in one segment: 160 septets of the GSM 7 bit default alphabet where the language
/// can be written in it (3GPP TS 23.038 §6.2.1), else 70 UCS-2 characters.
public struct ConfirmationTexts: Sendable {
  private let defaultLanguage: String
  private let sender: String?
  private let own: OwnTexts
  private let stopScope: OptOutScope

  /// Makes the texts of one gateway.
  ///
  /// - Parameters:
  ///   - defaultLanguage: The language for words that belong to none, such as STOP. In Canada it
  ///     must be `en`: STOP is answered in English there, and ARRET in French.
  ///   - sender: The name to put in front, in printable ASCII, where the text still fits in one
  ///     segment.
  ///   - own: Texts of the operator's own.
  ///   - stopScope: What a bare STOP is about; where that is marketing, the answer to it names STOPALL
  ///     as the way to stop everything.
  public init(
    defaultLanguage: String = "en",
    sender: String? = nil,
    own: OwnTexts = OwnTexts(),
    stopScope: OptOutScope = .all
  ) {
    self.defaultLanguage = defaultLanguage
    self.sender = sender
    self.own = own
    self.stopScope = stopScope
  }

  /// The languages that have texts, as BCP 47 codes.
  public static var languages: [String] { ConfirmationTable.all.map(\.code) }

  /// The answer to a reply, within one segment.
  ///
  /// - Parameter verdict: What the reply means.
  /// - Returns: The text, in the language of the word that matched; `nil` for a verdict that is not
  ///   answered.
  public func confirmation(for verdict: ReplyVerdict) -> String? {
    guard
      let table = table(for: verdict.language) ?? table(for: defaultLanguage) ?? table(for: "en")
    else { return nil }
    switch verdict.kind {
    case .optOut(.all): return own.stopped ?? named(table.stopped)
    case .optOut(.marketing): return own.stoppedMarketing ?? named(marketing(table))
    case .optIn: return own.started ?? named(table.started)
    case .help: return own.help ?? named(table.help)
    case .review, .none: return nil
    }
  }

  /// The answer to an opt-out of marketing: how to stop the rest.
  private func marketing(_ table: ConfirmationTable) -> String {
    switch stopScope {
    case .all: table.stoppedMarketing
    case .marketing:
      table.stoppedMarketing.replacing("STOP", with: "STOPALL").replacing("СТОП", with: "STOPALL")
    }
  }

  private func table(for language: String?) -> ConfirmationTable? {
    guard let language else { return nil }
    return ConfirmationTable.all.first { $0.code == language }
  }

  /// The text with the sender's name in front, if there is one and it fits.
  private func named(_ text: String) -> String {
    guard let sender, !sender.isEmpty,
      sender.utf8.allSatisfy({ 0x20..<0x5B ~= $0 || 0x61..<0x7B ~= $0 })
    else { return text }
    let whole = "\(sender): \(text)"
    let limit = text.utf16.contains { Self.isOutsideGSM7($0) } ? 70 : 160
    return whole.utf16.count <= limit ? whole : text
  }

  /// Whether a UTF-16 unit of a text of the table is not in the default alphabet.
  ///
  /// The texts use no other letters below U+0100 than those that the alphabet has; a test checks it.
  private static func isOutsideGSM7(_ unit: UInt16) -> Bool { unit >= 0x100 }
}

/// The texts in one language.
struct ConfirmationTable {
  let code: String
  let stopped: String
  let stoppedMarketing: String
  let started: String
  let help: String

  static let all: [ConfirmationTable] = [
    ConfirmationTable(
      code: "en",
      stopped: "You are unsubscribed and will get no more messages from us. Reply START to resume.",
      stoppedMarketing: "You will get no more marketing from us. Reply STOP to stop all messages.",
      started: "You will get our messages again. Reply STOP to stop them.",
      help: "Reply STOP to get no more messages from us, START to get them again."
    ),
    ConfirmationTable(
      code: "fr",
      stopped:
        "Vous ne recevrez plus de messages de notre part. Pour les reprendre, répondez START.",
      stoppedMarketing: "Vous ne recevrez plus de publicité. Pour tout stopper, répondez STOP.",
      started: "Vous recevrez de nouveau nos messages. Répondez STOP pour vous désabonner.",
      help: "Répondez STOP pour ne plus recevoir de messages, START pour les recevoir de nouveau."
    ),
    ConfirmationTable(
      code: "es",
      stopped:
        "Baja confirmada: ya no te enviaremos mensajes. Para volver a recibirlos responde START.",
      stoppedMarketing: "Ya no te enviaremos publicidad. Para no recibir nada responde STOP.",
      started: "Volvemos a enviarte mensajes. Para darte de baja responde STOP.",
      help: "Responde STOP para no recibir mensajes, START para volver a recibirlos."
    ),
    ConfirmationTable(
      code: "pt",
      stopped:
        "Cancelado: deixamos de lhe enviar mensagens. Para voltar a receber, responda START.",
      stoppedMarketing: "Deixamos de lhe enviar publicidade. Para parar tudo, responda STOP.",
      started: "Vai receber de novo as nossas mensagens. Para parar, responda STOP.",
      help: "Responda STOP para deixar de receber mensagens, START para receber de novo."
    ),
    ConfirmationTable(
      code: "de",
      stopped:
        "Sie sind abgemeldet und erhalten keine Nachrichten mehr. Mit START wieder anmelden.",
      stoppedMarketing: "Sie erhalten keine Werbung mehr. Mit STOP alle Nachrichten abbestellen.",
      started: "Sie erhalten unsere Nachrichten wieder. Mit STOP jederzeit abmelden.",
      help:
        "Antworten Sie STOP, um keine Nachrichten mehr zu erhalten, START für weitere Nachrichten."
    ),
    ConfirmationTable(
      code: "nl",
      stopped:
        "U bent afgemeld en krijgt geen berichten meer. Antwoord START om ze weer te krijgen.",
      stoppedMarketing: "U krijgt geen reclame meer. Antwoord STOP om alle berichten te stoppen.",
      started: "U krijgt onze berichten weer. Antwoord STOP om u af te melden.",
      help: "Antwoord STOP om geen berichten meer te krijgen, START om ze weer te krijgen."
    ),
    ConfirmationTable(
      code: "it",
      stopped: "Non riceverà più messaggi da noi. Per riceverli di nuovo risponda START.",
      stoppedMarketing: "Non riceverà più pubblicità. Per fermare tutti i messaggi risponda STOP.",
      started: "Riceverà di nuovo i nostri messaggi. Per non riceverli più risponda STOP.",
      help: "Risponda STOP per non ricevere più messaggi, START per riceverli di nuovo."
    ),
    ConfirmationTable(
      code: "sv",
      stopped:
        "Du är avregistrerad och får inga fler meddelanden. Svara START för att få dem igen.",
      stoppedMarketing: "Du får ingen mer reklam. Svara STOP för att stoppa alla meddelanden.",
      started: "Du får våra meddelanden igen. Svara STOP för att avsluta.",
      help: "Svara STOP för att slippa meddelanden, START för att få dem igen."
    ),
    ConfirmationTable(
      code: "no",
      stopped: "Du er avmeldt og får ingen flere meldinger. Svar START for å få dem igjen.",
      stoppedMarketing: "Du får ikke mer reklame. Svar STOP for å stoppe alle meldinger.",
      started: "Du får meldingene våre igjen. Svar STOP for å melde deg av.",
      help: "Svar STOP for å slippe meldinger, START for å få dem igjen."
    ),
    ConfirmationTable(
      code: "da",
      stopped: "Du er afmeldt og får ikke flere beskeder. Svar START for at få dem igen.",
      stoppedMarketing: "Du får ikke mere reklame. Svar STOP for at stoppe alle beskeder.",
      started: "Du får vores beskeder igen. Svar STOP for at afmelde.",
      help: "Svar STOP for ikke at få beskeder, START for at få dem igen."
    ),
    ConfirmationTable(
      code: "fi",
      stopped: "Tilaus on lopetettu, et saa enää viestejä. Vastaa START, jos haluat niitä taas.",
      stoppedMarketing: "Et saa enää mainoksia. Vastaa STOP, jos et halua mitään viestejä.",
      started: "Saat taas viestejämme. Lopeta vastaamalla STOP.",
      help: "Vastaa STOP, jos et halua viestejä, START, jos haluat niitä taas."
    ),
    ConfirmationTable(
      code: "pl",
      stopped: "Wypisano. Nie wyslemy juz zadnych wiadomosci. Odpisz START, by je znow otrzymywac.",
      stoppedMarketing:
        "Nie wyslemy juz reklam. Odpisz STOP, by nie otrzymywac zadnych wiadomosci.",
      started: "Znow bedziemy wysylac wiadomosci. Odpisz STOP, by zrezygnowac.",
      help: "Odpisz STOP, by nie otrzymywac wiadomosci, START, by je znow otrzymywac."
    ),
    ConfirmationTable(
      code: "tr",
      stopped: "Listeden cikarildiniz, artik mesaj almayacaksiniz. Yeniden almak icin START yazin.",
      stoppedMarketing:
        "Artik reklam mesaji almayacaksiniz. Tum mesajlari durdurmak icin STOP yazin.",
      started: "Mesajlarimizi yeniden alacaksiniz. Durdurmak icin STOP yazin.",
      help: "Mesaj almamak icin STOP, yeniden almak icin START yazin."
    ),
    ConfirmationTable(
      code: "ru",
      stopped: "Вы отписаны, сообщений больше не будет. Вернуть: START.",
      stoppedMarketing: "Рекламы больше не будет. Отписаться от всего: СТОП.",
      started: "Вы снова получаете сообщения. Отписаться: СТОП.",
      help: "СТОП - больше не получать сообщений, START - получать снова."
    ),
    ConfirmationTable(
      code: "uk",
      stopped: "Вас відписано, повідомлень більше не буде. Повернути: START.",
      stoppedMarketing: "Реклами більше не буде. Відписатися від усього: СТОП.",
      started: "Ви знову отримуєте повідомлення. Відписатися: СТОП.",
      help: "СТОП - більше не отримувати, START - отримувати знову."
    ),
    ConfirmationTable(
      code: "el",
      stopped: "Διαγραφήκατε, δεν θα λάβετε άλλα SMS. Για επιστροφή: START.",
      stoppedMarketing: "Δεν θα λάβετε άλλες διαφημίσεις. Διακοπή όλων: STOP.",
      started: "Θα λαμβάνετε ξανά μηνύματα. Για διακοπή: STOP.",
      help: "STOP για διακοπή των μηνυμάτων, START για επιστροφή."
    ),
    ConfirmationTable(
      code: "ar",
      stopped: "تم إلغاء اشتراكك ولن نرسل لك رسائل أخرى. للعودة أرسل START.",
      stoppedMarketing: "لن نرسل لك إعلانات. لإيقاف كل الرسائل أرسل STOP.",
      started: "ستصلك رسائلنا من جديد. للإيقاف أرسل STOP.",
      help: "أرسل STOP لإيقاف الرسائل، START لاستلامها من جديد."
    ),
    ConfirmationTable(
      code: "he",
      stopped: "הוסרת מהרשימה ולא יישלחו אליך הודעות נוספות. לחזרה: START.",
      stoppedMarketing: "לא יישלחו אליך פרסומות. להסרה מלאה השב הסר.",
      started: "הודעותינו יישלחו אליך שוב. להסרה השב הסר.",
      help: "להסרה השב הסר, לחידוש ההודעות השב START."
    ),
    ConfirmationTable(
      code: "zh",
      stopped: "您已退订，我们不会再向您发送短信。恢复请回复START。",
      stoppedMarketing: "您将不再收到广告短信。全部退订请回复STOP。",
      started: "您将重新收到我们的短信。退订请回复STOP。",
      help: "回复STOP退订短信，回复START重新接收。"
    ),
    ConfirmationTable(
      code: "ja",
      stopped: "配信を停止しました。今後メッセージは送信されません。再開はSTARTと返信してください。",
      stoppedMarketing: "広告の配信を停止しました。すべて停止するにはSTOPと返信してください。",
      started: "配信を再開しました。停止するにはSTOPと返信してください。",
      help: "配信停止はSTOP、再開はSTARTと返信してください。"
    ),
    ConfirmationTable(
      code: "ko",
      stopped: "수신거부되었습니다. 더 이상 문자를 보내지 않습니다. 재수신: START",
      stoppedMarketing: "광고 문자를 더 이상 보내지 않습니다. 전체 거부: STOP",
      started: "다시 문자를 보내드립니다. 수신거부: STOP",
      help: "수신거부는 STOP, 다시 받으시려면 START로 회신해 주세요."
    ),
    ConfirmationTable(
      code: "hi",
      stopped: "अब आपको हमारे संदेश नहीं मिलेंगे। फिर पाने के लिए START भेजें।",
      stoppedMarketing: "अब विज्ञापन नहीं मिलेंगे। सब रोकने के लिए STOP भेजें।",
      started: "आपको हमारे संदेश फिर मिलेंगे। रोकने के लिए STOP भेजें।",
      help: "संदेश रोकने के लिए STOP, फिर पाने के लिए START भेजें।"
    ),
    ConfirmationTable(
      code: "id",
      stopped:
        "Anda telah berhenti berlangganan dan tidak akan menerima pesan lagi. Balas START untuk kembali.",
      stoppedMarketing:
        "Anda tidak akan menerima promosi lagi. Balas STOP untuk menghentikan semua pesan.",
      started: "Anda akan menerima pesan kami lagi. Balas STOP untuk berhenti.",
      help: "Balas STOP untuk berhenti menerima pesan, START untuk menerimanya lagi."
    ),
    ConfirmationTable(
      code: "vi",
      stopped: "Da huy dang ky. Quy khach se khong nhan tin nhan nua. Soan START de nhan lai.",
      stoppedMarketing: "Quy khach se khong nhan quang cao nua. Soan STOP de tu choi moi tin nhan.",
      started: "Quy khach se nhan lai tin nhan. Soan STOP de huy.",
      help: "Soan STOP de ngung nhan tin nhan, START de nhan lai."
    ),
    ConfirmationTable(
      code: "cs",
      stopped: "Odhlaseno, dalsi zpravy vam nebudeme posilat. Pro obnoveni odpovezte START.",
      stoppedMarketing: "Reklamu uz posilat nebudeme. Pro zastaveni vsech zprav odpovezte STOP.",
      started: "Zpravy vam budeme znovu posilat. Pro odhlaseni odpovezte STOP.",
      help: "Odpovezte STOP pro odhlaseni, START pro obnoveni zprav."
    ),
    ConfirmationTable(
      code: "ro",
      stopped: "V-ati dezabonat si nu veti mai primi mesaje. Pentru a reveni raspundeti START.",
      stoppedMarketing: "Nu veti mai primi reclame. Pentru a opri toate mesajele raspundeti STOP.",
      started: "Veti primi din nou mesajele noastre. Pentru dezabonare raspundeti STOP.",
      help: "Raspundeti STOP pentru a opri mesajele, START pentru a le primi din nou."
    ),
    ConfirmationTable(
      code: "hu",
      stopped: "Leiratkozott, nem kap több üzenetet. Ujrainditas: valaszoljon START.",
      stoppedMarketing: "Nem kap több reklamot. Minden üzenet leallitasa: STOP.",
      started: "Ujra megkapja üzeneteinket. Leiratkozas: STOP.",
      help: "STOP: leiratkozas, START: üzenetek ujrainditasa."
    ),
    ConfirmationTable(
      code: "ca",
      stopped: "Baixa feta: no t'enviarem més missatges. Per tornar-hi respon START.",
      stoppedMarketing: "No t'enviarem més publicitat. Per aturar-ho tot respon STOP.",
      started: "Tornarem a enviar-te missatges. Per donar-te de baixa respon STOP.",
      help: "Respon STOP per no rebre missatges, START per tornar-ne a rebre."
    ),
  ]
}
