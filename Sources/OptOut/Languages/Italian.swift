extension LanguageTable {
  /// Italian.
  static let italian: LanguageTable = {
    let texts =
      "messaggio|messaggi|sms|mms|messaggini|testi|notifiche|avvisi|comunicazioni"
      + "|promemoria|msg"
    let ads =
      "pubblicità|promozioni|offerte|promo|annunci|messaggi pubblicitari|sms pubblicitari"
      + "|messaggi promozionali|sms promozionali|messaggi commerciali"
    let send =
      "mandate|mandatemi|mandare|manda|mandarmi|mandateci|inviate|inviatemi|inviare|inviarmi"
      + "|invia|inviateci|scrivete|scrivetemi|scrivere|scrivermi|contattate|contattatemi"
      + "|contattare|contattarmi|contattateci|disturbate|disturbatemi|disturbare|mandarci|inviarci"
    return LanguageTable(
      code: "it",
      name: "Italian",
      stop: [
        .weak("CANCELLAZIONE", .analogy),
        .ordinary("SMETTETELA", .analogy),
        .weak("FERMATEVI", .analogy),
        .weak("CANCELLATE", .analogy),
        .strong("DISISCRIVI", .analogy), .strong("DISISCRIVIMI", .analogy),
        .strong("DISISCRIVERMI", .analogy), .strong("CANCELLAMI", .analogy),
        .strong("CANCELLATEMI", .analogy), .strong("CANCELLARMI", .analogy),
        .strong("CANCELLA ISCRIZIONE", .analogy), .strong("DISISCRIZIONE", .analogy),
        .strong("DISDETTA", .analogy), .strong("DISATTIVA", .analogy),
        .strong("DISISCRIVETEMI", .analogy), .ordinary("BASTA", .analogy),
        .ordinary("FERMA", .analogy), .ordinary("SMETTETELA", .analogy),
        .weak("ANNULLA", .analogy), .weak("CANCELLA", .analogy), .doubtful("FINE", .analogy),
        .weak("ESCI", .analogy), .weak("RIMUOVI", .analogy), .weak("DISDIRE", .analogy),
      ],
      start: [
        .weak("INIZIA", .analogy), .weak("ISCRIVIMI", .analogy), .weak("RIATTIVA", .analogy),
      ],
      help: [.weak("AIUTO", .analogy)],
      marketing: [
        "pubblicità", "promozioni", "offerte", "annunci", "promozionali", "pubblicitari",
      ],
      polite: [
        "per favore", "per piacere", "per cortesia", "grazie", "grazie mille", "ciao", "salve",
        "buongiorno", "buonasera", "subito", "adesso", "ora", "immediatamente", "prego", "scusate",
        "scusi", "cortesemente", "gentilmente", "saluti", "cordiali saluti", "sì", "potete",
        "vi prego",
      ],
      particles: [
        "messaggi", "messaggio", "a", "ai", "di", "dei", "con", "i", "gli", "le", "la", "il",
        "tutto", "tutti", "questi", "questo", "mi", "me", "invio", "numero", "mio", "con i",
        "iscrizione", "abbonamento", "servizio",
      ],
      requests: [
        "(chiedo|richiedo|voglio|vorrei) (la cancellazione|la rimozione|l eliminazione|la disiscrizione)",
        "(interrompete|interrompi|fermate|sospendete|bloccate|interrompere) (i|gli|l|questi|ogni) (messaggi|sms|invii|invio|comunicazioni)",
        "revoca (consenso|del consenso|il consenso)",
        "^mi disiscrivo",
        "^disdire [l] (abbonamento|iscrizione)",
        "^fermatevi$",
        "(annulla|annullare|annullate|annullo|cancellare|cancella|cancellate) [l|la|mia|la mia] (iscrizione|abbonamento|sottoscrizione|registrazione)",
        "non (\(send)|mi mandate|mi inviate|mi scrivete|mi contattate|mi disturbate|ci mandate|"
          + "mi mandare|mi inviare|mi mandi|mi scriva|mi scrivere|mi contattare) (più|mai più"
          + "|nulla|niente|altri|\(texts))",
        "^non (mandatemi|inviatemi|scrivetemi|contattatemi|disturbatemi|disturbate|mi contattate"
          + "|mi disturbate|contattarmi) [più]$",
        "non (voglio|vogliamo|desidero|desideriamo|vorrei|intendo) [più] [ricevere|ricevervi] [più]"
          + " [i|altri|vostri|questi|i vostri] [vostri|suoi] (\(texts))",
        "non (voglio|desidero|vorrei) (più ricevere|ricevere più|più riceverli|essere contattato"
          + "|essere contattata|più essere contattato|più essere contattata|più)$",
        "(smettete|smettetela|smetti|smettila|smetta|basta|finitela|piantatela|cessate) [di|con]"
          + " [\(send)|disturbarmi|i|gli|questi|ricevere] [\(texts)|di] (\(send)|\(texts)"
          + "|disturbarmi|scrivermi)",
        "(basta|stop|fermate|niente|nessun) [con] [i|altri|questi|gli|a|ai|più|invio di|all invio di]"
          + " (\(texts))",
        "(cancellate|cancella|rimuovete|rimuovi|eliminate|elimina|togliete|togli|cancellare"
          + "|rimuovere|eliminare|togliere) (il mio numero|mio numero|questo numero|i miei dati"
          + "|il mio nome|il mio contatto|il numero)",
        "(cancellatemi|rimuovetemi|toglietemi|eliminatemi|cancellami|rimuovimi|toglimi|cancellarmi"
          + "|togliermi) (dalla|dalle|da|dal|dai|subito|per)",
        "^(rimuovetemi|toglietemi|eliminatemi|rimuovimi|toglimi)$",
        "(lasciatemi|lasciami|lasciateci|mi lasci|mi lasciate) (in pace|stare)",
        "(disdire|annullare|cancellare|disattivare|terminare|annullate|disattivate|disdico) (il|la"
          + "|l|questo|il mio|la mia) (abbonamento|iscrizione|servizio|servizio sms|sottoscrizione)",
        "(voglio|vorrei|desidero|posso) (disiscrivermi|cancellarmi|essere cancellato|essere"
          + " cancellata|essere rimosso|essere rimossa|cancellare l iscrizione)",
        "come (mi disiscrivo|faccio a disiscrivermi|mi cancello|posso cancellarmi)",
        "revoco il [mio] consenso",
      ],
      marketingRequests: [
        "(basta|stop|niente|no) [con] [la|le|altre|più|alla] (\(ads))",
        "non [voglio|desidero|mi] [più|ricevere|\(send)] [più|ricevere] [le|la|altra] (\(ads))",
      ],
      complaints: [
        "non (mi interessa|sono interessato|sono interessata|interessa)", "numero sbagliato",
        "ha sbagliato numero", "avete sbagliato", "mai (iscritto|iscritta|richiesto)", "deceduto",
        "è una molestia",
      ],
      negations: [
        "(non|mai|senza) [mi|vi] (smettere|smettete|fermate|fermarti|disiscrivetemi|cancellatemi"
          + "|cancellate|cancellarmi|disiscrivermi|stop|fermare|fermatevi|voglio disiscrivermi"
          + "|disdetta|disattivare)"
      ],
      innocents: [
        "(mi|ti|ci|gli|le|vi) basta",
        "perche non (ricevo|ho ricevuto|riceviamo|mi arrivano) piu",
        "basta (che|un|una|così|poco)", "disdetta (appuntamento|dell|prenotazione|visita)",
      ],
      signatures: ["inviato (da|dal|con|tramite)", "messaggio originale", "scarica outlook"],
      reactions: [
        "(ha messo mi piace a|mi piace|ha adorato|piace|non ha apprezzato|ha riso per|ha riso a"
          + "|ha evidenziato|ha enfatizzato|ha messo in dubbio|ha messo non mi piace a|a)",
        "(ha reagito|ha rimosso) [con|un|una] [_] (a|da)",
      ],
      attributions: ["scritto"]
    )
  }()
}
