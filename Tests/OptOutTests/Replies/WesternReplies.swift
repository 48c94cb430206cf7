extension ReplyRow {
  /// Replies in the languages of western and northern Europe, and in no language at all.
  static let western = rows(
    #"""
    opt-out | - | Stop
    opt-out | - | STOP.
    opt-out | - | (STOP) | brackets
    opt-out | - | -STOP- | dashes
    opt-out | - | stop stop stop!!! | repeats
    opt-out | - | STOP UNSUBSCRIBE END QUIT | several keywords
    opt-out | - | stop sms
    opt-out | - | ST0P | zero for O
    opt-out | - | 5TOP | five for S
    opt-out | - | sToPpPp
    opt-out | - | S-T-O-P
    opt-out | - | stpo | swapped
    opt-out | - | tsop | swapped
    opt-out | - | dtop | neighbouring key
    opt-out | en | unsubcribe | misspelt
    opt-out | en | Unsuscribe please
    opt-out | en | un-subscribe
    opt-out | en | Hi, please unsubscribe me from this list. Thanks
    opt-out | en | please remove me from your list
    opt-out | en | Remove my number
    opt-out | en | Take my number off your list now!
    opt-out | en | Please take me off this texting list
    opt-out | en | I do not want to receive these messages anymore
    opt-out | en | I don't want any more texts from you
    opt-out | en | i dont want these texts
    opt-out | en | Don't send me any more messages
    opt-out | en | do not send messages to this number
    opt-out | en | Do not contact me again
    opt-out | en | Please do not contact this number
    opt-out | en | No more texts please
    opt-out | en | no more sms
    opt-out | en | No more
    opt-out | en | Stop sending me stuff
    opt-out | en | can you please stop texting me
    opt-out | en | STOP TEXTING MY PHONE
    opt-out | en | Quit texting me
    opt-out | en | quit messaging me please
    opt-out | en | Please stop these messages
    opt-out | en | stop with the texts
    opt-out | en | I would like to opt out
    opt-out | en | How do I opt out?
    opt-out | en | How do I stop these texts?
    opt-out | en | I want to unsubscribe
    opt-out | en | I revoke my consent
    opt-out | en | I withdraw consent
    opt-out | en | Leave me alone!!!
    opt-out | en | lose my number
    opt-out | en | cancel my subscription
    opt-out | en | Please end my subscription
    opt-out | en | Cancel texts
    opt-out | en | Wrong number, please remove me
    opt-out | en | I'm not interested. Please stop.
    opt-out | - | Not sure who this is. STOP
    opt-out | - | STOP\nJohn Smith\nAcme Ltd | name below
    opt-out | - | Stop\n\nGet Outlook for iOS | signature
    opt-out | - | STOP - Sent from my Galaxy | signature on the line
    opt-out | en | Please put me on your do not call list
    opt-out | - | I never signed up for this. Stop
    opt-out | en | who is this? stop texting me
    opt-out | en | This is my work phone. Do not text this number.
    opt-out | - | ok stop
    opt-out | en | Yes please stop
    opt-out | en | stop now
    opt-out | en | Stop it
    opt-out | en | STOP THIS
    opt-out | en | Stop everything
    opt-out | - | Stop 1234
    opt-out | - | STOP ACME | unknown name, as in Belgium
    opt-out | en | opt me out
    opt-out | en | opt-out please
    opt-out | en | Opting out? I want to opt out of this
    opt-out | - | ЫЕЩЗ | STOP on a keyboard switched to Russian
    opt-out | - | דאםפ | STOP on a keyboard switched to Hebrew
    opt-out | - | STOP \u{1F64F}\u{1F3FD} | emoji with skin tone
    opt-out | - | \u{1F6D1}\u{FE0F}STOP\u{1F6D1}\u{FE0F}
    opt-out | - | S\u{200D}T\u{200B}O\u{2060}P | invisible characters
    opt-out | - | \u{0405}\u{0422}\u{041E}\u{0420} | all Cyrillic look-alikes
    opt-out | - | ST\u{039F}P | Greek omicron
    opt-out | - | \u{1D5E6}\u{1D5E7}\u{1D5E2}\u{1D5E3} | mathematical letters
    marketing | - | STOP PROMO
    marketing | - | stop marketing
    marketing | en | stop ads
    marketing | en | STOP OFFERS please
    marketing | en | Please stop sending me ads
    marketing | en | no more promotions
    marketing | en | No marketing please
    marketing | en | unsubscribe from marketing
    marketing | en | Don't send me promotional texts
    marketing | en | opt me out of marketing messages
    review | en | cancel please | weak word with courtesy
    review | en | Not interested
    review | en | wrong number
    review | en | Stop! In the name of love
    review | en | go away
    review | en | This is harassment
    review | - | Stop the Met | small words of two languages are none
    review | en | My order says stop but nobody knows why
    review | en | I asked the nurse to make the bleeding stop but it goes on
    review | zh | N | one letter
    review | zh | R | one letter
    none | - | don't stop
    none | - | Please don't stop!
    none | - | Do not unsubscribe me
    none | - | never stop
    none | - | Don't stop texting me
    none | - | I said don't stop
    none | - | I didn't say stop
    none | - | Why did you stop texting me?
    none | - | no need to stop
    none | - | I'll stop by later
    none | - | can you stop at the bank
    none | - | I'm at the bus stop
    none | - | Get off at the next stop
    none | - | full stop
    none | - | non-stop flight
    none | - | One stop shop
    none | - | Stop & Shop on Main Street
    none | - | It never stops raining
    none | - | unstoppable
    none | - | Stopwatch
    none | - | Cancel my appointment please
    none | - | I need to cancel tomorrow
    none | - | Please cancel my order
    none | - | Can I cancel and rebook?
    none | - | At the end of the day
    none | - | I quit my job
    none | - | Remove the milk from my order
    none | - | My TD account
    none | - | No
    none | - | No thanks
    none | - | Yes
    none | - | N/A
    none | - | OK
    none | - | Thanks, see you tomorrow
    none | - | Who is this?
    none | - | I will text you later
    none | - | Please text me the address
    none | - | Don't call me, I will call you tomorrow from the office | a wish about calls
    none | - | \u{1F6D1}
    none | - | \u{1F44E}
    none | - | ...
    none | - | ?
    none | - | 12345
    none | - | step
    none | - | shop
    none | - | top
    none | - | spot
    none | - | atop
    none | - | post
    none | - | Loved “Sale today! Reply STOP to opt out”
    none | - | Emphasized “Reply STOP to unsubscribe”
    none | - | Removed a like from “Your code. Reply STOP to end.”
    none | - | Reacted \u{1F44D} to “Reply STOP to opt out”
    none | - | Disliked “STOP” | a reaction to our own confirmation word
    none | - | Liked “Sale! Reply STOP to opt | a reaction cut short
    none | - | > Reply STOP to end\nThanks!
    none | - | Great!\n\n-----Original Message-----\nReply STOP to opt out
    none | - | Sent from my iPhone
    opt-in | - | Start
    opt-in | - | START!
    opt-in | en | unstop
    opt-in | en | Subscribe
    opt-in | en | Resume
    none | - | start the car
    none | - | when do we start
    none | - | Start again | only the whole reply
    help | en | Help
    help | en | HELP!
    help | - | info
    help | en | help please
    none | - | Can you help me move on Saturday
    opt-out | fr | arret
    opt-out | fr | ARRÊT\u{2026}
    opt-out | fr | Arre\u{302}t | decomposed
    opt-out | fr | arrêtez svp
    opt-out | fr | Désabonnement
    opt-out | fr | Me désabonner
    opt-out | fr | stop svp
    opt-out | fr | STOP s'il vous plaît
    opt-out | fr | STOP au 36180 merci
    opt-out | fr | Ne m'envoyez plus de messages
    opt-out | fr | Ne m’envoyez plus rien
    opt-out | fr | merci de ne plus m'envoyer de sms
    opt-out | fr | Je ne veux plus recevoir vos messages
    opt-out | fr | je veux plus de sms
    opt-out | fr | Arrêtez de m'écrire
    opt-out | fr | arrête de m'envoyer des messages
    opt-out | fr | Plus de SMS svp
    opt-out | fr | Retirez-moi de votre liste
    opt-out | fr | supprimez mon numéro
    opt-out | fr | Laissez-moi tranquille
    opt-out | fr | fichez-moi la paix
    opt-out | fr | Je souhaite me désinscrire
    opt-out | fr | FIN
    marketing | fr | STOP PUB
    marketing | fr | Plus de publicité
    marketing | fr | arrêtez vos pubs
    none | - | Ne pas arrêter
    none | - | N'arrêtez pas
    none | - | L'arrêt de bus est fermé
    none | - | Je suis en arrêt maladie
    none | - | J'arrive à la fin du mois
    none | - | Pas de souci, à demain
    none | - | annuler mon rendez-vous
    none | - | Fini !
    none | - | A aimé « Promo ! Répondez STOP pour ne plus recevoir »
    review | fr | mauvais numéro
    help | fr | aide
    opt-in | fr | Réabonner
    opt-out | es | Baja
    opt-out | es | baja por favor
    opt-out | es | Darme de baja
    opt-out | es | quiero darme de baja
    opt-out | es | Denme de baja por favor
    opt-out | es | No más
    opt-out | es | no mas mensajes
    opt-out | es | No quiero más mensajes
    opt-out | es | ya no quiero recibir sus mensajes
    opt-out | es | No me envíen más mensajes
    opt-out | es | no me manden mas sms
    opt-out | es | Dejen de mandarme mensajes
    opt-out | es | deja de escribirme
    opt-out | es | Quítenme de su lista
    opt-out | es | borren mi número
    opt-out | es | Déjenme en paz
    opt-out | es | Cancelar
    opt-out | es | SALIR
    opt-out | es | detener por favor
    marketing | es | BAJA PROMOCIONES
    marketing | es | no quiero más publicidad
    none | - | No parar
    none | - | No me den de baja
    none | - | Vivo en Baja California
    none | - | Estoy de baja
    none | - | temporada baja
    none | - | Voy a salir a las 5
    none | - | Baja el precio
    none | - | el fin de semana
    none | - | Cancelar mi cita
    none | - | No puedo ir mañana
    none | - | Le gustó “Oferta! Responde BAJA para no recibir más”
    review | es | número equivocado
    review | es | no me interesa
    help | es | AYUDA
    opt-in | es | alta
    opt-out | pt | sair
    opt-out | pt | SAIR por favor
    opt-out | pt | pare
    opt-out | pt | Descadastrar
    opt-out | pt | Não me envie mais mensagens
    opt-out | pt | nao me mande mais mensagem
    opt-out | pt | Não quero mais receber mensagens
    opt-out | pt | Pare de me enviar mensagens
    opt-out | pt | parem de mandar sms
    opt-out | pt | Me tire da lista
    opt-out | pt | removam meu número
    opt-out | pt | me deixem em paz
    marketing | pt | chega de propaganda
    none | - | não parar
    none | - | Vou sair agora
    none | - | Posso sair mais cedo?
    none | - | fim de semana
    none | - | Cancelar a consulta
    review | pt | número errado
    help | pt | Ajuda
    opt-in | pt | Voltar
    opt-out | de | STOPP bitte
    opt-out | de | Abmelden
    opt-out | de | bitte abmelden
    opt-out | de | Keine SMS mehr
    opt-out | de | Bitte keine weiteren Nachrichten
    opt-out | de | Schicken Sie mir keine SMS mehr
    opt-out | de | bitte schreiben Sie mir nicht mehr
    opt-out | de | Ich möchte keine Nachrichten mehr
    opt-out | de | Nehmen Sie mich aus Ihrer Liste
    opt-out | de | Löschen Sie meine Nummer
    opt-out | de | bitte meine Nummer löschen
    opt-out | de | Lassen Sie mich in Ruhe
    opt-out | de | Hören Sie auf mir zu schreiben
    opt-out | de | Abo kündigen
    opt-out | de | ENDE
    marketing | de | keine Werbung mehr
    marketing | de | STOP WERBUNG
    none | - | nicht stoppen
    none | - | Bitte nicht abmelden
    none | - | Ich habe keine Nachricht bekommen
    none | - | Ende der Woche passt
    none | - | Der nächste Stopp ist Köln
    none | - | Nein danke
    review | de | Kein Interesse
    review | de | falsche Nummer
    help | de | Hilfe
    opt-out | nl | uit
    opt-out | nl | Afmelden aub
    opt-out | nl | stop alles aub
    opt-out | nl | Stuur mij geen berichten meer
    opt-out | nl | Ik wil geen sms meer
    opt-out | nl | geen sms meer
    opt-out | nl | stop met het sturen van berichten
    opt-out | nl | Haal mij van de lijst
    opt-out | nl | verwijder mijn nummer
    opt-out | nl | laat me met rust
    marketing | nl | geen reclame meer
    none | - | Niet stoppen
    none | - | Ik ga uit eten
    none | - | Ik kom uit Utrecht
    none | - | Bij de volgende stop
    none | - | Geen probleem
    review | nl | Uit, ik vind dit niks
    review | nl | geen interesse
    help | nl | hulp
    opt-in | nl | AAN
    opt-out | it | Disiscrivi
    opt-out | it | cancellami
    opt-out | it | Non mandatemi più messaggi
    opt-out | it | non voglio più ricevere sms
    opt-out | it | Basta messaggi
    opt-out | it | basta
    opt-out | it | Smettetela di scrivermi
    opt-out | it | Cancellate il mio numero
    opt-out | it | toglietemi dalla lista
    opt-out | it | lasciatemi in pace
    opt-out | it | ANNULLA
    opt-out | it | stop grazie
    marketing | it | basta pubblicità
    none | - | Non smettere
    none | - | basta così poco
    none | - | Annulla il mio appuntamento
    none | - | alla fine del mese
    none | - | Va bene grazie
    review | it | numero sbagliato
    review | it | non mi interessa
    help | it | Aiuto
    opt-out | sv | Avsluta
    opt-out | sv | sluta
    opt-out | sv | stopp tack
    opt-out | sv | Sluta skicka sms
    opt-out | sv | Skicka inte fler meddelanden
    opt-out | sv | inga fler sms
    opt-out | sv | Ta bort mig från listan
    opt-out | sv | jag vill inte ha fler sms
    opt-out | sv | lämna mig i fred
    none | - | Sluta inte
    none | - | inte stoppa
    none | - | Nästa stopp är Lund
    none | - | Jag slutar kl 5
    help | sv | hjälp
    review | sv | fel nummer
    opt-out | no | Avmeld
    opt-out | no | MELD AV
    opt-out | no | stopp takk
    opt-out | no | slutt å sende meldinger
    opt-out | no | Ikke send meg flere meldinger
    opt-out | no | ingen flere meldinger
    opt-out | no | Fjern meg fra listen
    opt-out | no | la meg være i fred
    none | - | ikke stopp
    none | - | Jeg slutter kl 5
    help | no | hjelp
    opt-out | da | Afmeld
    opt-out | da | afmeld venligst
    opt-out | da | Stop med at sende beskeder
    opt-out | da | hold op med at skrive til mig
    opt-out | da | Send mig ikke flere beskeder
    opt-out | da | slet mit nummer
    opt-out | da | Jeg vil ikke have flere sms
    none | - | ikke afmelde
    none | - | Stolen er rød
    none | - | stol
    help | da | Hjælp
    opt-out | fi | Lopeta
    opt-out | fi | lopettakaa kiitos
    opt-out | fi | Peruuta tilaus
    opt-out | fi | älkää lähettäkö enää viestejä
    opt-out | fi | älä lähetä viestejä
    opt-out | fi | En halua enää viestejä
    opt-out | fi | poistakaa numeroni
    opt-out | fi | jättäkää minut rauhaan
    none | - | Älä lopeta
    none | - | Peru aika
    none | - | Tulen huomenna
    help | fi | apua
    review | fi | väärä numero
    opt-out | en | Good morning, kindly remove me from this list
    opt-out | en | Please stop sending me these
    opt-out | en | Unsubscribe!!!
    opt-out | en | STOP, please and thank you
    opt-out | en | Could you please stop messaging me
    """#
  )
}
