extension ReplyRow {
  /// Opt-outs that were written without a look at the tables, to find what they miss.
  static let laterRequests = rows(
    #"""
    opt-out | en | Hey could you please not text this number anymore thanks
    opt-out | en | i don't know who this is but quit messaging me
    opt-out | en | this isn't Karen, you have the wrong number, take me off please
    opt-out | en | Enough!! No more of these texts.
    opt-out | en | pls stop sending me this crap
    opt-out | en | I never signed up for this. remove me
    opt-out | en | I'd like to be removed from your mailing list
    opt-out | fr | merci de ne plus m'envoyer de messages
    opt-out | fr | Arrêtez de me harceler avec vos pubs
    opt-out | fr | je ne souhaite plus être contacté par sms
    opt-out | fr | retirez mon numero de vos fichiers svp
    opt-out | es | No me manden más mensajes por favor
    opt-out | es | quítenme de la lista
    marketing | es | Deje de enviarme publicidad
    opt-out | es | ya no quiero recibir sus sms
    opt-out | pt | Por favor parem de me enviar mensagens
    opt-out | pt | não quero mais receber SMS de vocês
    opt-out | pt | me tira dessa lista
    opt-out | de | Bitte schicken Sie mir keine SMS mehr
    opt-out | de | Ich möchte keine Nachrichten mehr von Ihnen bekommen
    opt-out | de | löscht meine nummer aus eurem verteiler
    opt-out | de | hört auf mir zu schreiben
    opt-out | nl | stuur me geen berichten meer aub
    opt-out | nl | haal mij van de lijst
    opt-out | nl | Ik wil geen sms'jes meer ontvangen
    opt-out | it | non mandatemi più messaggi
    opt-out | it | Cancellatemi dalla vostra lista per favore
    marketing | it | non voglio più ricevere pubblicità
    opt-out | it | basta sms!
    opt-out | sv | sluta skicka sms till mig
    opt-out | sv | Jag vill inte ha fler meddelanden från er
    opt-out | sv | ta bort mitt nummer
    opt-out | no | Ikke send meg flere meldinger
    opt-out | no | vennligst fjern meg fra listen
    opt-out | da | Jeg vil ikke have flere beskeder fra jer
    opt-out | da | slet mig fra jeres liste tak
    opt-out | fi | älkää lähettäkö minulle enää viestejä
    opt-out | fi | poistakaa numeroni listalta
    opt-out | fi | En halua enää tekstiviestejä
    opt-out | pl | proszę mi więcej nie wysyłać tych wiadomości
    opt-out | pl | wypiszcie mnie z listy
    opt-out | pl | nie życzę sobie takich smsów
    opt-out | tr | lütfen bana bir daha mesaj göndermeyin
    opt-out | tr | listeden çıkarın beni
    opt-out | tr | mesaj istemiyorum artık
    opt-out | ru | прекратите присылать мне смс
    opt-out | ru | Больше не пишите на этот номер
    opt-out | ru | уберите мой номер из рассылки
    opt-out | ru | хватит спамить
    opt-out | uk | не надсилайте мені більше повідомлень
    opt-out | uk | приберіть мій номер з бази
    opt-out | uk | досить мені писати
    opt-out | el | μην μου ξαναστείλετε μηνύματα
    opt-out | el | διαγράψτε με από τη λίστα
    opt-out | el | σταματήστε να μου στέλνετε sms
    opt-out | ar | توقفوا عن إرسال الرسائل
    opt-out | ar | لا أريد استقبال رسائلكم بعد الآن
    opt-out | ar | احذفوا رقمي من القائمة
    opt-out | he | תפסיקו לשלוח לי הודעות
    opt-out | he | תמחקו אותי מהרשימה בבקשה
    opt-out | he | לא מעוניין לקבל הודעות
    opt-out | zh | 不要再发短信给我了，谢谢
    opt-out | zh | 麻烦把我的号码删掉
    opt-out | ja | もう送らないでください
    opt-out | ja | 配信を停止してください
    opt-out | ja | リストから削除して
    opt-out | ko | 문자 그만 보내세요
    opt-out | ko | 더 이상 연락하지 마세요
    opt-out | ko | 수신 거부합니다
    opt-out | hi | मुझे और मैसेज मत भेजो
    opt-out | hi | कृपया मेरा नंबर हटा दें
    opt-out | hi | mujhe message mat bhejo
    opt-out | id | tolong jangan kirim sms lagi
    opt-out | id | hapus nomor saya dari daftar
    opt-out | id | saya tidak mau terima sms lagi
    opt-out | vi | đừng nhắn tin cho tôi nữa
    opt-out | vi | Vui lòng xóa số của tôi
    opt-out | vi | tôi không muốn nhận tin nhắn nữa
    opt-out | - | Stop
    opt-out | - | S T O P
    opt-out | - | STOP!!!! 😡
    opt-out | - | stop. wrong number
    opt-out | en | STOP sending me texts or I'll report you
    opt-out | en | Unsuscribe
    opt-out | - | STPO
    opt-out | en | stop it
    opt-out | en | Please take my mother's number off your list, she passed away
    opt-out | fr | Ne me contactez plus jamais
    opt-out | fr | désinscription
    opt-out | de | Abmelden bitte
    opt-out | nl | Afmelden
    opt-out | es | Darme de baja por favor
    opt-out | pt | quero cancelar a inscrição
    opt-out | it | cancellami
    opt-out | sv | avregistrera mig
    opt-out | no | meld meg av
    opt-out | da | frameld
    opt-out | fi | peruuta tilaus
    opt-out | pl | rezygnuje z smsow
    opt-out | tr | aboneliği iptal et
    opt-out | ru | отпишите меня
    opt-out | uk | відпишіть мене
    opt-out | el | θέλω να διαγραφώ
    opt-out | ar | إلغاء الاشتراك
    opt-out | he | הסר
    opt-out | zh | 退訂
    opt-out | ja | 配信停止
    opt-out | ko | 수신거부
    opt-out | hi | बंद करो ये मैसेज
    opt-out | id | berhenti langganan
    opt-out | vi | hủy đăng ký
    opt-out | en | Hi, I'm no longer a customer, please delete my number from your system
    opt-out | en | u keep texting me every day, stop it now
    opt-out | en | Do not contact me again
    opt-out | en | Lose my number
    opt-out | en | opt me out plz
    opt-out | en | no more txts thx
    opt-out | en | I did not consent to these messages. Cease all communication
    opt-out | en | leave me alone
    opt-out | en | wrong person, stop
    opt-out | en | Please unsubscribe this number
    opt-out | en | can you remove me from this text thread
    opt-out | fr | svp plus de sms
    opt-out | fr | j'en ai marre de vos messages, stop
    opt-out | fr | veuillez me désinscrire de votre liste de diffusion
    marketing | fr | Je m'oppose à la prospection commerciale par SMS
    opt-out | fr | vous vous trompez de numéro, arrêtez
    opt-out | es | basta ya de mensajes
    opt-out | es | no me interesa, no me escriban mas
    opt-out | es | borrenme de su base de datos
    opt-out | es | Por favor denme de baja
    opt-out | pt | não me mandem mais mensagem
    opt-out | pt | quero sair da lista
    opt-out | pt | descadastrar
    opt-out | pt | favor remover meu numero do cadastro
    marketing | de | keine werbung mehr bitte
    opt-out | de | Bitte nehmen Sie mich aus dem Verteiler
    marketing | de | Ich widerspreche der Nutzung meiner Daten zu Werbezwecken
    opt-out | de | lasst mich in ruhe
    opt-out | de | nicht mehr schreiben
    opt-out | nl | schrijf me uit
    opt-out | nl | geen sms meer
    opt-out | nl | verwijder mijn nummer uit uw bestand
    opt-out | it | toglietemi dalla lista
    opt-out | it | smettetela di scrivermi
    opt-out | it | non scrivetemi piu
    opt-out | sv | snälla sluta skriva till mig
    opt-out | sv | vill inte ha era sms
    opt-out | no | slutt å sende meg sms
    opt-out | no | ønsker ikke flere meldinger
    opt-out | da | stop med at skrive til mig
    opt-out | da | fjern mit nummer fra listen
    opt-out | fi | lopettakaa viestien lähettäminen
    opt-out | fi | ei enää viestejä kiitos
    opt-out | pl | przestańcie do mnie pisać
    opt-out | pl | usuńcie mój numer z bazy
    opt-out | pl | nie wyrażam zgody na otrzymywanie smsów
    opt-out | tr | bana yazmayı bırakın
    opt-out | tr | numaramı silin
    opt-out | tr | ret
    opt-out | tr | beni rahatsız etmeyin
    opt-out | ru | не надо мне больше писать
    opt-out | ru | удалите меня из базы
    opt-out | ru | отвяжитесь
    opt-out | ru | не звоните и не пишите мне больше
    opt-out | uk | не пишіть мені більше
    opt-out | uk | видаліть мій номер
    opt-out | uk | припиніть надсилати смс
    opt-out | el | μη μου στέλνετε άλλα μηνύματα
    opt-out | el | δεν θέλω άλλα sms
    opt-out | el | αφήστε με ήσυχο
    opt-out | ar | رجاء ايقاف الرسائل
    opt-out | ar | لا ترسلوا لي رسائل
    opt-out | ar | الغاء
    opt-out | he | די לשלוח לי sms
    opt-out | he | אל תשלחו לי יותר הודעות
    opt-out | he | תורידו אותי מהרשימה
    opt-out | zh | 别给我发了
    opt-out | zh | 請把我從名單中移除
    marketing | zh | 不想再收到廣告
    opt-out | ja | メールを送るのをやめてください
    opt-out | ja | もうメッセージは要りません
    opt-out | ja | 登録解除お願いします
    opt-out | ko | 메시지 보내지 마세요
    opt-out | ko | 제 번호 삭제해 주세요
    opt-out | ko | 그만 좀 보내
    opt-out | hi | मैसेज भेजना बंद करें
    opt-out | hi | मुझे सूची से हटाओ
    opt-out | hi | sms band karo
    opt-out | id | stop kirim pesan
    opt-out | id | jangan sms saya lagi
    opt-out | id | tolong hapus nomor saya
    opt-out | vi | xin đừng gửi tin nhắn nữa
    opt-out | vi | ngừng gửi tin
    opt-out | vi | hủy nhận tin
    marketing | fr | Je m'oppose à toute sollicitation de votre part
    opt-out | de | Hiermit widerspreche ich der Verarbeitung meiner Daten
    opt-out | es | ya basta de mensajes
    opt-out | pl | nie wyrażam zgody na kontakt
    opt-out | ru | не пишите мне на этот номер больше никогда
    opt-out | en | Kindly stop messaging me, I have moved away
    opt-out | en | yo stop txtin me
    opt-out | - | STOP STOP STOP
    opt-out | en | pls dont send anything else to this phone
    opt-out | en | My husband passed away, please stop these texts
    opt-out | en | This is a work phone. Remove it from your list.
    opt-out | en | I want out of this list
    opt-out | en | Unsub
    opt-out | - | stop all messages
    opt-out | en | how do i opt out of this
    opt-out | fr | Merci d'arrêter les sms
    opt-out | fr | SVP effacez mes coordonnées
    marketing | fr | Plus de pub !!!
    opt-out | es | No quiero mas sms de ustedes
    opt-out | es | eliminen mi número
    opt-out | pt | chega de sms
    opt-out | pt | para de me mandar mensagem
    opt-out | de | Keine SMS mehr!
    opt-out | de | Streicht mich von der Liste
    opt-out | nl | Niet meer sturen
    opt-out | nl | stop met deze berichten
    opt-out | it | Smettila di mandarmi sms
    opt-out | sv | Ta bort mig från er lista
    opt-out | no | Slutt med meldingene
    opt-out | da | Afmeld mig
    opt-out | fi | Lopettakaa nämä viestit
    opt-out | pl | Nie piszcie więcej
    opt-out | tr | Mesaj atmayın
    opt-out | ru | Не присылайте мне больше ничего
    opt-out | uk | Не турбуйте мене більше
    opt-out | el | Μη μου ξαναστείλετε
    opt-out | ar | وقف الرسائل
    opt-out | he | תפסיקו עם ההודעות
    opt-out | zh | 别再给我发信息了
    opt-out | ja | 送信しないでください
    opt-out | ko | 문자 보내지 마세요
    opt-out | hi | मैसेज मत भेजो
    opt-out | id | jangan kirim pesan lagi
    opt-out | vi | đừng gửi tin nhắn cho tôi
    """#
  )
}
