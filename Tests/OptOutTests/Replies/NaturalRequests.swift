extension ReplyRow {
  /// Requests in ordinary words, as people write them.
  static let requests = rows(
    #"""
    opt-out | en | I no longer wish to receive text messages from your company
    opt-out | en | Kindly discontinue sending me messages
    opt-out | en | would you please quit sending these
    opt-out | en | please stop contacting me at this number
    opt-out | en | STOP sending me texts every day
    opt-out | en | Remove this number from your database please
    opt-out | en | I asked you to stop
    opt-out | en | I told you to stop texting me
    opt-out | en | You need to stop
    opt-out | en | Pls stop msging me
    opt-out | en | take me off of your text list
    opt-out | en | unsub pls
    opt-out | en | unsubscribe from all
    opt-out | en | stop all texts
    opt-out | en | Stop all communication
    opt-out | en | no more msgs pls
    opt-out | en | Do not message me again!
    opt-out | en | Never text me again
    opt-out | en | Please delete my number from your records
    opt-out | en | Not interested, remove me
    opt-out | en | STOP!!! WRONG NUMBER
    opt-out | en | wrong number stop texting
    opt-out | fr | Arrêter svp merci
    opt-out | fr | Stop à tous les sms
    opt-out | fr | Je vous demande de ne plus m'envoyer de SMS
    opt-out | fr | veuillez me désabonner
    opt-out | fr | Merci de me retirer de votre fichier
    opt-out | fr | désabonnez moi
    opt-out | fr | je me désabonne
    opt-out | fr | stop aux messages
    opt-out | fr | plus aucun message
    opt-out | es | Por favor no me manden mensajes
    opt-out | es | No me escriban más
    opt-out | es | No deseo recibir más mensajes
    opt-out | es | quiero que dejen de enviarme mensajes
    opt-out | es | Cancelar mensajes
    opt-out | es | Bórrenme de la lista
    opt-out | es | Eliminar mi número
    opt-out | es | parar mensajes
    opt-out | es | dar de baja por favor
    opt-out | pt | quero parar de receber mensagens
    opt-out | pt | Não quero receber SMS
    opt-out | pt | não envie mais
    opt-out | pt | Não me mandem mais nada
    opt-out | pt | quero sair da lista
    opt-out | pt | cancelar mensagens
    opt-out | pt | tirem o meu número
    opt-out | de | Bitte löschen Sie mich aus dem Verteiler
    opt-out | de | Ich will keine SMS mehr bekommen
    opt-out | de | Ich möchte mich abmelden
    opt-out | de | Bitte nehmt mich raus
    opt-out | de | Keine Nachrichten mehr senden
    opt-out | de | schickt mir nichts mehr
    opt-out | de | hört auf mir zu schreiben
    review | de | Ich möchte das nicht mehr
    opt-out | de | SMS stoppen
    opt-out | de | Bitte SMS abstellen
    opt-out | nl | Ik wil me afmelden
    opt-out | nl | Graag afmelden
    opt-out | nl | Stop met sms'en
    opt-out | nl | Stuur me niets meer
    opt-out | nl | schrijf me uit
    opt-out | nl | ik wil geen berichten meer ontvangen
    opt-out | it | Per favore smettete di inviarmi messaggi
    opt-out | it | non inviatemi più sms
    opt-out | it | Non scrivetemi più
    opt-out | it | voglio cancellarmi
    opt-out | it | togliete il mio numero dalla lista
    opt-out | it | stop messaggi
    opt-out | sv | Jag vill avsluta
    opt-out | sv | Vill inte ha sms
    opt-out | sv | Sluta smsa mig
    opt-out | sv | avregistrera mig
    opt-out | sv | inga mer sms tack
    opt-out | no | Jeg ønsker ikke flere meldinger
    opt-out | no | Meld meg av
    opt-out | no | stopp meldinger
    opt-out | no | ikke send mer
    opt-out | da | Jeg vil gerne afmeldes
    opt-out | da | stop sms beskeder
    opt-out | da | Ikke flere beskeder tak
    opt-out | da | Fjern mig fra listen
    opt-out | fi | en halua viestejä
    opt-out | fi | Lopettakaa viestien lähettäminen
    opt-out | fi | poista minut listalta
    opt-out | fi | Ei enää viestejä
    opt-out | pl | Nie życzę sobie takich wiadomości
    opt-out | pl | proszę mnie wypisać
    opt-out | pl | proszę o wypisanie
    opt-out | pl | przestańcie wysyłać smsy
    opt-out | pl | Nie wysyłajcie mi smsów
    opt-out | tr | Mesaj istemiyorum
    opt-out | tr | mesajları durdurun
    opt-out | tr | listeden çıkar
    opt-out | tr | Artık mesaj göndermeyin lütfen
    opt-out | tr | SMS almak istemiyorum
    opt-out | ru | Больше не пишите мне
    opt-out | ru | Не надо мне писать
    opt-out | ru | Уберите меня из рассылки
    opt-out | ru | отписать меня от рассылки
    opt-out | ru | Хватит слать спам
    opt-out | ru | прекратите рассылку
    opt-out | ru | Не хочу больше получать СМС
    opt-out | ru | прошу удалить мой номер
    opt-out | uk | Більше не пишіть
    opt-out | uk | Приберіть мене з розсилки
    opt-out | uk | Прошу не турбувати
    opt-out | uk | не шліть спам
    opt-out | el | μη μου ξαναστείλετε
    opt-out | el | Θέλω διαγραφή
    opt-out | el | σταματήστε τα μηνύματα
    opt-out | el | Μην με ενοχλείτε
    opt-out | ar | لا تراسلني مرة أخرى
    opt-out | ar | ما ابي رسائل
    opt-out | ar | أرجو إيقاف الرسائل
    opt-out | ar | اوقفوا الرسائل
    opt-out | ar | الرجاء حذف رقمي
    opt-out | he | תורידו אותי מהרשימה
    opt-out | he | תסירו את המספר שלי
    opt-out | he | לא מעוניין לקבל הודעות
    opt-out | he | תפסיקו לשלוח
    opt-out | he | להסיר בבקשה
    opt-out | zh | 请把我移除
    opt-out | zh | 请不要再发了
    opt-out | zh | 别发了
    opt-out | zh | 我要退订
    opt-out | zh | 停止发送短信
    opt-out | zh | 不要再打扰我
    opt-out | zh | 取消短信服务
    opt-out | zh | 請停止發送
    opt-out | zh | 不需要，请退订
    opt-out | ja | 配信停止を希望します
    opt-out | ja | メッセージを停止してください
    opt-out | ja | 送らないで
    opt-out | ja | もういりません
    opt-out | ja | 解除お願いします
    opt-out | ja | 登録を解除してください
    opt-out | ja | メールを止めてください
    opt-out | ko | 문자 그만 보내세요
    opt-out | ko | 문자 보내지 마
    opt-out | ko | 수신거부 신청합니다
    opt-out | ko | 보내지 마세요
    opt-out | ko | 그만 보내
    opt-out | ko | 더이상 연락하지 마세요
    marketing | ko | 광고 문자 거부
    opt-out | hi | मैसेज भेजना बंद करें
    opt-out | hi | कृपया मुझे मैसेज न भेजें
    opt-out | hi | sms band karo
    opt-out | hi | message band karo please
    opt-out | hi | don't message karo
    opt-out | hi | मेरा नंबर लिस्ट से हटा दो
    opt-out | id | jangan kirim sms lagi
    opt-out | id | tolong berhenti kirim pesan
    opt-out | id | saya mau berhenti langganan
    opt-out | id | jangan ganggu saya
    opt-out | id | stop kirim pesan
    opt-out | id | saya tidak mau sms lagi
    opt-out | vi | Đừng nhắn tin nữa
    opt-out | vi | không gửi tin nhắn nữa
    opt-out | vi | tôi không muốn nhận tin nữa
    opt-out | vi | hủy đăng ký giúp tôi
    opt-out | vi | ngừng nhắn tin cho tôi
    opt-out | vi | dừng gửi tin nhắn
    opt-out | vi | khong muon nhan tin
    opt-out | vi | Đừng làm phiền tôi
    """#
  )
}
