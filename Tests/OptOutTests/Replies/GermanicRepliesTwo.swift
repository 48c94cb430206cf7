extension ReplyRow {
  /// Replies as people write them.
  static let germanicRepliesTwo = rows(
    #"""
    none | - | bussholdeplass
    none | - | neste stopp
    none | - | jeg går av på neste stopp
    none | - | slutten av uken
    none | - | Når slutter dere?
    none | - | avbestille timen min
    none | - | Jeg må avlyse timen
    none | - | kan jeg avbestille time?
    none | - | nei
    none | - | Nei takk
    none | - | takk
    none | - | vi ses i morgen
    none | - | ingen løk takk
    none | - | Jeg har ikke fått melding
    none | - | trenger hjelp med bestillingen
    help | no | HJELP
    opt-out | da | stop tak
    opt-out | da | afmeld mig
    opt-out | da | AFMELD
    opt-out | da | frameld
    opt-out | da | Frameld mig
    opt-out | da | Framelding
    opt-out | da | Jeg vil afmeldes
    opt-out | da | jeg vil gerne afmeldes
    opt-out | da | Jeg vil ikke have flere beskeder
    opt-out | da | jeg vil ikke have flere sms
    opt-out | no | Jeg ønsker ikke flere sms'er
    opt-out | da | Ingen flere beskeder
    opt-out | no | ingen flere sms tak
    opt-out | no | send ikke flere beskeder
    opt-out | da | Send mig ikke flere sms
    opt-out | da | Fjern mig
    opt-out | da | fjern mig fra listen
    opt-out | da | Slet mit nummer
    opt-out | da | slet mig fra jeres liste
    opt-out | da | Lad mig være
    opt-out | da | lad mig være i fred
    opt-out | da | Hold op
    opt-out | da | hold op med at skrive
    opt-out | da | Hold op med at sende sms
    opt-out | da | stop med at sende beskeder
    opt-out | da | Stop med at skrive til mig
    opt-out | da | kontakt mig ikke igen
    opt-out | da | Hvordan afmelder jeg?
    opt-out | da | Opsig
    none | - | stop ikke
    none | - | ikke stoppe
    none | - | busstoppested
    none | - | Jeg står ved stoppestedet
    none | - | næste stop
    none | - | slutningen af ugen
    none | - | aflys min tid
    none | - | Jeg må aflyse min tid
    none | - | kan jeg afbestille min tid?
    none | - | Nej tak
    none | - | tak
    none | - | ingen løg tak
    none | - | Jeg har ikke fået nogen besked
    none | - | hvornår starter det?
    none | - | brug for hjælp til min ordre
    help | da | HJÆLP
    help | da | hjælp
    opt-out | de | Guten Tag, bitte löschen Sie meine Nummer aus Ihrem Verteiler
    opt-out | de | Hallo, bitte keine SMS mehr
    opt-out | de | Bitte senden Sie mir keine weiteren Nachrichten. Danke
    opt-out | de | bitte hören Sie auf, mir Nachrichten zu schicken
    opt-out | de | Hören Sie bitte auf mir zu schreiben
    opt-out | de | Hört bitte auf mit den SMS
    opt-out | de | Aufhören
    opt-out | de | Aufhören!
    opt-out | de | bitte aufhören
    opt-out | de | Schluss damit
    opt-out | de | Schluss jetzt
    opt-out | de | Jetzt reicht's, keine SMS mehr
    opt-out | de | Kein Interesse, bitte löschen
    opt-out | de | kein interesse bitte abmelden
    opt-out | de | Falsche Nummer, bitte löschen
    opt-out | de | falsche nummer keine sms mehr bitte
    opt-out | de | Ich wünsche keine weiteren Nachrichten
    opt-out | de | Ich möchte nicht mehr kontaktiert werden
    opt-out | de | möchte keine sms
    opt-out | de | Will keine Werbung und keine SMS mehr
    opt-out | de | Bitte Nummer löschen
    opt-out | de | nummer löschen bitte
    opt-out | de | Lösche meine Nummer
    opt-out | de | löscht meine Nummer
    opt-out | de | Abbestellung
    opt-out | de | Bitte um Abmeldung
    opt-out | de | Ich melde mich ab
    opt-out | de | Ich bestelle ab
    opt-out | de | nicht mehr anschreiben
    opt-out | de | Schreibt mir nicht mehr
    opt-out | de | schreib mir nicht mehr
    opt-out | de | Lassen Sie mich bitte in Frieden
    opt-out | - | STOP\nVon meinem iPhone gesendet
    opt-out | de | Stopp\n\nGesendet mit der Telekom Mail App
    none | - | Der Zug stoppt in Köln
    none | - | Stop and go auf der A3
    none | - | Nächste Haltestelle bitte
    none | - | ich bin an der Haltestelle
    none | - | Hör nicht auf
    none | - | hört nicht auf zu regnen
    none | - | Hört sich gut an
    none | - | hört sich gut an, bis dann
    none | - | wann hört der Kurs auf?
    none | - | Feierabend um 5
    none | - | Am Ende der Straße
    none | - | Kündigung der Wohnung
    none | - | Ich habe gekündigt
    none | - | ich möchte meinen Vertrag kündigen
    none | - | Vertrag kündigen
    none | - | Bestellung stornieren bitte
    none | - | Termin löschen
    none | - | bitte Termin löschen
    none | - | bitte den Termin morgen löschen
    none | - | Ich melde mich morgen
    none | - | Melden Sie sich bitte
    none | - | ich melde mich später
    none | - | Anmeldung
    none | - | keine Milch bitte
    none | - | kein Interesse an der blauen, aber rot
    none | - | keine mehr da?
    none | - | Ich habe keine Nachricht mehr erhalten seit Montag
    none | - | Warum bekomme ich keine SMS mehr?
    none | - | Warum bekomme ich keine Nachrichten mehr von euch?
    none | - | schreiben Sie mir bitte
    none | - | schreib mir morgen
    none | - | Ich möchte Nachrichten bekommen
    none | - | Lass mich wissen
    none | - | lassen Sie mich wissen wann
    none | - | Nehmen Sie mich auf die Liste
    none | - | raus aus dem Haus
    none | - | hilfe ich stehe im stau
    opt-out | nl | Goedemiddag, graag mijn nummer verwijderen
    opt-out | nl | Beste, ik wil geen sms'jes meer ontvangen. Groet
    opt-out | nl | Kunnen jullie mij van de lijst halen?
    opt-out | nl | kunt u mij afmelden
    opt-out | nl | Wilt u mij verwijderen uit het bestand
    opt-out | nl | Geen interesse, graag afmelden
    opt-out | nl | geen interesse, stop
    opt-out | nl | Verkeerd nummer, stop
    opt-out | nl | verkeerd nummer graag verwijderen
    opt-out | nl | Hou hier mee op
    opt-out | nl | Houd op met berichten sturen
    opt-out | nl | Houdt u alstublieft op met sms'en
    opt-out | nl | ophouden
    opt-out | nl | Ik wil hier vanaf
    opt-out | nl | ik wil me hiervoor afmelden
    opt-out | nl | Ik wil niet meer gecontacteerd worden
    opt-out | nl | niet meer berichten sturen
    opt-out | nl | Stuur mij geen sms meer aub
    opt-out | nl | Stop hiermee
    opt-out | nl | stop hier mee
    opt-out | nl | genoeg, stop
    opt-out | nl | Ik trek mijn toestemming in
    opt-out | nl | uitschrijven graag
    opt-out | nl | graag van de lijst verwijderen
    opt-out | vi | stop a.u.b. met smsen
    opt-out | - | STOP\nVerstuurd vanaf mijn iPhone
    none | - | De bus stopt hier niet
    none | - | stopt de tram hier?
    none | - | Ik stop om 5 uur met werken
    none | - | Ik kom er zo uit
    none | - | wat komt er uit?
    none | - | uit de oven
    none | - | Uit welke kast?
    none | - | zet de kachel uit
    none | - | annuleer mijn bestelling
    none | - | Kan ik mijn bestelling annuleren?
    none | - | ik wil mijn abonnement bij de sportschool opzeggen
    none | - | geen uitjes graag
    none | - | Ik heb geen sms gehad
    none | - | Waarom krijg ik geen berichten meer?
    none | - | laat me weten
    none | - | Laat me even weten
    none | - | Haal me op van het station
    none | - | haal me op om 5
    none | - | afmelden voor de vergadering van morgen
    none | - | Ik moet me afmelden voor de training
    opt-out | sv | Hej, ta bort mig från er lista tack
    opt-out | sv | Hej! Vill inte ha fler sms. Mvh
    opt-out | sv | vill inte ha sms
    opt-out | sv | jag vill inte bli kontaktad
    opt-out | sv | sluta kontakta mig
    opt-out | sv | Sluta spamma mig
    opt-out | sv | Fel nummer, ta bort mig
    opt-out | sv | fel nummer sluta
    opt-out | sv | Ej intresserad, ta bort mitt nummer
    opt-out | sv | radera mitt nummer
    opt-out | sv | Radera mig från listan
    opt-out | sv | stoppa alla sms
    opt-out | sv | Stoppa utskick
    opt-out | sv | avsluta prenumeration
    opt-out | sv | avsluta sms
    opt-out | sv | säg upp
    opt-out | sv | Återkallar mitt samtycke
    opt-out | sv | jag återkallar mitt samtycke
    opt-out | sv | Nu räcker det sluta
    none | - | Varför får jag inga sms längre?
    none | - | jag får inga sms
    none | - | Sluta inte skicka
    none | - | när slutar filmen?
    none | - | Det slutar regna snart
    none | - | jag har slutat röka
    none | - | på slutet
    none | - | Avboka mitt bord
    none | - | ta bort löken
    none | - | Lämna paketet vid dörren
    none | - | ring mig
    opt-out | no | Hei, fjern meg fra listen deres takk
    opt-out | no | Vil ikke ha sms
    opt-out | da | jeg vil ikke kontaktes
    opt-out | no | Ikke interessert, slett nummeret mitt
    opt-out | no | Feil nummer, slutt
    opt-out | no | feil nummer, fjern meg
    opt-out | no | Slutt å mase
    opt-out | no | slutt å spamme meg
    opt-out | de | stopp sms
    opt-out | no | Stopp alle meldinger
    opt-out | no | trekker samtykket mitt
    opt-out | no | jeg trekker tilbake samtykket
    opt-out | no | Ikke send meg noe mer
    none | - | Hvorfor får jeg ikke flere meldinger?
    none | - | jeg får ingen meldinger
    none | - | når slutter det å regne
    none | - | Jeg slutter kl 4
    none | - | fjern løken
    none | - | Legg pakken ved døra
    none | - | ring meg
    opt-out | da | Hej, fjern mig fra jeres liste tak
    opt-out | da | Vil ikke have sms
    opt-out | da | Ikke interesseret, slet mit nummer
    opt-out | da | Forkert nummer, stop
    opt-out | da | forkert nummer slet mig
    opt-out | da | Stop med at spamme mig
    opt-out | da | Stop alle beskeder
    opt-out | da | Jeg trækker mit samtykke tilbage
    opt-out | da | tilbagetrækker samtykke
    opt-out | da | Send mig ikke mere
    none | - | Hvorfor får jeg ikke flere beskeder?
    none | - | jeg får ingen beskeder
    none | - | hvornår slutter det
    none | - | Jeg stopper kl 4
    none | - | Bussen stopper ikke her
    none | - | fjern løg
    none | - | Læg pakken ved døren
    none | - | ring til mig
    """#
  )
}
