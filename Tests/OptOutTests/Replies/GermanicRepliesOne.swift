extension ReplyRow {
  /// Replies as people write them.
  static let germanicRepliesOne = rows(
    #"""
    opt-out | de | Stopp
    opt-out | de | stop bitte
    opt-out | de | Bitte stoppen
    opt-out | de | bitte stopp
    opt-out | de | Stoppen Sie das
    opt-out | de | Bitte abmelden
    opt-out | de | abmelden
    opt-out | de | Abmeldung
    opt-out | de | ABBESTELLEN
    opt-out | de | Bitte abbestellen
    opt-out | de | abbestellen bitte!
    opt-out | de | Bitte melden Sie mich ab
    opt-out | de | melden sie mich ab
    opt-out | de | ich will mich abmelden
    opt-out | de | ich möchte keine SMS mehr bekommen
    opt-out | de | Ich will keine SMS mehr
    opt-out | de | ich möchte keine weiteren Nachrichten erhalten
    opt-out | de | Ich möchte keine Nachrichten mehr von Ihnen erhalten
    opt-out | de | Keine Nachrichten mehr
    opt-out | de | keine sms mehr
    opt-out | de | Keine weiteren SMS bitte
    opt-out | de | Keine SMS mehr bitte!
    opt-out | de | Bitte keine Nachrichten mehr senden
    opt-out | de | bitte keine weiteren Nachrichten
    opt-out | de | Bitte schicken Sie mir keine Nachrichten mehr
    opt-out | de | Schreiben Sie mir nicht mehr
    opt-out | de | bitte nicht mehr schreiben
    opt-out | de | Hört auf mir zu schreiben
    opt-out | de | hören sie auf mir sms zu schicken
    opt-out | de | Hör auf
    opt-out | de | bitte löschen Sie meine Nummer
    opt-out | de | meine nummer löschen
    opt-out | de | Bitte meine Nummer aus dem Verteiler nehmen
    opt-out | de | Nehmen Sie mich aus dem Verteiler
    opt-out | de | Nehmen Sie mich von der Liste
    opt-out | de | Streichen Sie mich von Ihrer Liste
    opt-out | de | bitte aus der Liste streichen
    opt-out | de | Bitte entfernen Sie mich aus der Liste
    opt-out | de | entfernen
    opt-out | de | Austragen
    opt-out | de | Bitte austragen
    opt-out | de | Ich widerrufe meine Einwilligung
    opt-out | de | hiermit widerrufe ich meine Einwilligung
    opt-out | de | lasst mich in Ruhe
    opt-out | de | Lass mich in Ruhe!
    opt-out | de | Nie wieder SMS
    opt-out | de | Wie kann ich mich abmelden?
    opt-out | de | wie melde ich mich ab?
    opt-out | de | Kündigen
    opt-out | de | Stop danke
    opt-out | de | Bitte unterlassen Sie weitere Nachrichten
    opt-out | de | unterlassen sie das
    opt-out | de | Kontaktieren Sie mich nicht mehr
    opt-out | de | kontaktiert mich nicht mehr
    none | - | nicht aufhören!
    none | - | bitte nicht abmelden
    none | - | Ich habe mich nicht abgemeldet
    none | - | Bushaltestelle
    none | - | An welcher Haltestelle?
    none | - | Ende der Woche
    none | - | am Ende des Monats
    none | - | Wochenende
    none | - | zu Ende
    none | - | Termin absagen
    none | - | Ich muss meinen Termin absagen
    none | - | Kann ich den Termin stornieren?
    none | - | Ich möchte meine Bestellung stornieren
    none | - | Ja
    none | - | Nein
    none | - | Danke
    none | - | danke schön
    none | - | Alles klar
    none | - | bis morgen
    none | - | Ich komme um 5
    none | - | keine Zeit
    none | - | keine Ahnung
    none | - | Keine Zwiebeln bitte
    none | - | ich will keine Zwiebeln
    none | - | Ich habe noch keine SMS bekommen
    none | - | ich kann nicht mehr kommen
    none | - | Ich habe keine Fragen mehr
    none | - | Abmeldung vom Kurs am Montag?
    none | - | Wir müssen kurz stoppen
    none | - | Der Bus stoppt hier nicht
    none | - | Stoppuhr
    none | - | Hilfe bei der Bestellung?
    none | - | Ich brauche Hilfe beim Umzug
    none | - | Wann fängt es an?
    none | - | Start um 9 Uhr
    none | - | Die Bestellung abholen
    none | - | Können Sie anrufen?
    none | - | Das hört nicht auf
    none | - | Hat „Antworten Sie STOP zum Abmelden“ mit „Gefällt mir“ markiert
    help | de | HILFE
    help | de | hilfe
    help | de | Hilfe bitte
    opt-in | de | ANMELDEN
    opt-out | vi | stop a.u.b.
    opt-out | nl | stop aub
    opt-out | nl | Stop alsjeblieft
    opt-out | nl | STOP ALLES
    opt-out | nl | stop alles
    opt-out | nl | UIT
    opt-out | nl | Afmelden
    opt-out | nl | afmelden aub
    opt-out | nl | ik wil me afmelden
    opt-out | nl | ik wil mij graag afmelden
    opt-out | nl | Meld me af
    opt-out | nl | meld mij af aub
    opt-out | nl | Uitschrijven
    opt-out | nl | ik wil me uitschrijven
    opt-out | nl | Graag uitschrijven
    opt-out | nl | stop met berichten sturen
    opt-out | nl | Stop met het sturen van berichten
    opt-out | de | Stoppen
    opt-out | nl | stoppen aub
    opt-out | nl | Ik wil geen berichten meer
    opt-out | nl | ik wil geen sms meer ontvangen
    opt-out | nl | Geen berichten meer
    opt-out | nl | geen sms meer aub
    opt-out | nl | geen smsjes meer
    opt-out | nl | Geen sms'jes meer
    opt-out | nl | Stuur me geen berichten meer
    opt-out | nl | stuur geen sms meer
    opt-out | nl | Verwijder mijn nummer
    opt-out | nl | verwijder mij uit de lijst
    opt-out | nl | Haal me van de lijst
    opt-out | nl | Haal mij van jullie lijst af
    opt-out | nl | Laat mij met rust!!
    opt-out | nl | Hou op
    opt-out | nl | hou op met sms'en
    opt-out | nl | niet meer sms'en
    opt-out | nl | Opzeggen
    opt-out | nl | abonnement opzeggen
    opt-out | nl | Ik wens geen berichten meer te ontvangen
    opt-out | nl | Hoe kan ik me afmelden?
    opt-out | nl | Hoe meld ik me af
    none | - | niet stoppen
    none | - | Niet stoppen!
    none | - | stop niet
    none | - | bushalte
    none | - | Welke bushalte?
    none | - | uit eten vanavond?
    none | - | Ik ga uit
    none | - | Ik kom uit Amsterdam
    none | - | de lamp is uit
    none | - | Hoe laat is het uit?
    none | - | ik ben er bijna uit
    none | - | einde van de maand
    none | - | eind van de week
    none | - | afspraak annuleren
    none | - | Ik wil mijn afspraak annuleren
    none | - | ik moet helaas afzeggen
    none | - | ja
    none | - | nee
    none | - | Nee bedankt
    none | - | bedankt
    none | - | dank je
    none | - | tot morgen
    none | - | ik kom om 5 uur
    none | - | geen tijd
    none | - | geen uien aub
    none | - | Ik wil geen uien
    none | - | hulp nodig met mijn bestelling
    none | - | Ik kan niet meer komen
    help | nl | HULP
    opt-out | de | stopp
    opt-out | sv | Stoppa
    opt-out | sv | Sluta!
    opt-out | sv | sluta smsa mig
    opt-out | sv | Sluta skicka meddelanden till mig
    opt-out | sv | snälla sluta
    opt-out | sv | AVSLUTA
    opt-out | sv | avsluta
    opt-out | sv | Avregistrera
    opt-out | sv | Avregistrera mig
    opt-out | sv | avregistrera mig tack
    opt-out | sv | Avprenumerera
    opt-out | sv | avbeställ
    opt-out | sv | Avanmäl mig
    opt-out | sv | avanmälan
    opt-out | sv | Jag vill inte ha fler sms
    opt-out | sv | jag vill inte ha fler meddelanden
    opt-out | sv | Jag vill inte längre få sms
    opt-out | sv | Inga fler sms
    opt-out | sv | inga fler sms tack
    opt-out | sv | inga mer sms
    opt-out | sv | Inga fler meddelanden tack
    opt-out | sv | skicka inte fler sms
    opt-out | sv | Skicka inga fler sms
    opt-out | sv | Ta bort mig
    opt-out | sv | ta bort mig från listan
    opt-out | sv | Ta bort mitt nummer
    opt-out | sv | ta bort mitt nummer från er lista
    opt-out | sv | Lämna mig ifred
    opt-out | sv | kontakta mig inte igen
    opt-out | sv | Hur avslutar jag?
    opt-out | sv | hur avregistrerar jag mig
    none | - | sluta inte
    none | - | busstopp
    none | - | Jag är vid busshållplatsen
    none | - | vilket stopp?
    none | - | stopp i toaletten
    none | - | Det är stopp i avloppet
    none | - | Bussen stannar här
    none | - | jag slutar kl 5
    none | - | När slutar ni?
    none | - | slutet av veckan
    none | - | avboka min tid
    none | - | Jag måste avboka min tid
    none | - | kan jag avboka?
    none | - | nej
    none | - | Nej tack
    none | - | tack
    none | - | okej
    none | - | vi ses imorgon
    none | - | kommer kl 5
    none | - | ingen lök tack
    none | - | Jag har inte fått något sms
    none | - | När börjar det?
    none | - | Behöver hjälp med min order
    help | sv | HJÄLP
    help | sv | hjalp
    opt-out | no | Slutt
    opt-out | no | Slutt å sende meg sms
    opt-out | no | avmeld
    opt-out | no | Avmelding
    opt-out | no | Avmeld meg
    opt-out | no | Vil ikke ha flere meldinger
    opt-out | no | Jeg vil ikke ha flere sms
    opt-out | no | jeg ønsker ikke flere meldinger
    opt-out | no | Ingen flere meldinger
    opt-out | no | ingen flere sms takk
    opt-out | no | ikke send flere meldinger
    opt-out | no | Ikke send meg flere sms
    opt-out | no | Fjern meg
    opt-out | no | fjern nummeret mitt
    opt-out | no | Slett nummeret mitt
    opt-out | no | slett meg fra listen
    opt-out | no | La meg være i fred
    opt-out | no | la meg være
    opt-out | no | Ikke kontakt meg igjen
    opt-out | no | Vennligst stopp
    opt-out | no | avslutt
    opt-out | no | Avslutt abonnement
    opt-out | no | hvordan melder jeg meg av?
    none | - | ikke stopp!
    """#
  )
}
