extension ReplyRow {
  /// Other replies that were written without a look at the tables, to find what they take for an opt-out.
  static let laterReplies = rows(
    #"""
    none | - | Can we stop by at 5 tomorrow?
    none | - | I'll end up being late, sorry!
    none | - | ok great, see you at the bus stop
    none | - | Please cancel the 3pm and book me for 4 instead
    none | - | the rain won't stop here lol
    none | - | Please start sending me the offers again
    none | - | je m'arrête à la boulangerie et j'arrive
    none | - | Désolé, je dois annuler notre rdv de mardi
    review | fr | Stop il faut qu'on parle de samedi
    none | - | réabonnez-moi svp
    none | - | ¿En qué parada del autobús te bajas?
    none | - | quiero cancelar la cita del jueves
    none | - | quiero volver a recibir los mensajes
    none | - | o ônibus não parou no ponto
    none | - | Preciso cancelar a consulta de amanhã
    none | - | Halt mich bitte auf dem Laufenden
    none | - | Ich muss den Termin am Montag leider absagen
    review | de | Stopp, ich komm erst um 8
    none | - | Bitte wieder anmelden
    review | fr | ik stop even bij de winkel, ben er zo
    none | - | Kan ik de afspraak van morgen verzetten?
    none | - | Dove è la fermata del bus?
    none | - | basta che arrivi entro le 8
    none | - | devo disdire l'appuntamento di domani
    none | - | jag slutar jobbet kl 5, hörs då
    none | - | måste tyvärr avboka tiden imorgon
    none | - | jeg slutter på jobb klokka fire
    none | - | jeg stopper lige ved Netto på vejen
    none | - | nähdään bussipysäkillä kuudelta
    none | - | joudun perumaan huomisen ajan
    none | - | będę na przystanku za 5 minut
    none | - | muszę odwołać jutrzejszą wizytę
    none | - | durakta bekliyorum
    none | - | yarınki randevuyu iptal etmek istiyorum
    none | - | я на остановке, скоро буду
    none | - | надо отменить запись на завтра
    none | - | подпишите меня снова
    none | - | чекаю на зупинці
    none | - | треба скасувати запис на завтра
    none | - | είμαι στη στάση του λεωφορείου
    none | - | πρέπει να ακυρώσω το ραντεβού μου
    none | - | سأصل إلى موقف الحافلات بعد قليل
    none | - | أريد إلغاء موعد الغد
    none | - | אני בתחנת האוטובוס
    none | - | צריך לבטל את התור של מחר
    none | - | 我在公交车站等你
    none | - | 明天的预约要取消
    none | - | バス停で待ってます
    none | - | 明日の予約をキャンセルしたいです
    none | - | 버스 정류장에서 기다릴게요
    none | - | 내일 예약 취소할게요
    none | - | मैं बस स्टॉप पर हूँ
    none | - | कल की बुकिंग कैंसिल करनी है
    none | - | saya di halte bus, tunggu ya
    none | - | mau batalkan janji besok
    none | - | tôi đang ở trạm xe buýt
    none | - | tôi muốn hủy lịch hẹn ngày mai
    help | fr | aide
    help | es | ¿Ayuda?
    help | ru | помощь
    none | - | START please
    none | - | Ja bitte wieder START
    none | - | Thanks!
    none | - | 👍
    none | - | Yes I'll be there
    none | - | Who is this?
    none | - | Danke, passt
    none | - | Merci beaucoup, à demain
    none | - | No
    none | - | 你好，几点开门？
    none | - | Don't stop believin' 🎶
    none | - | I can't stop laughing
    none | - | When does the sale end?
    review | en | How do I stop the alarm from beeping?
    none | - | I couldn't stop at the shop, sorry
    none | - | Non-stop flight or with a layover?
    none | - | what time does the party end
    none | - | can you cancel my 2 o'clock?
    none | - | I quit my job today!!
    none | - | Remove the old tires please
    none | - | Is delivery free? 
    none | - | ok stop by whenever
    none | - | END of the month works for me
    none | - | Please don't remove me from the waiting list
    none | - | I'm not unsubscribing, I love your deals
    none | - | Le train fait un arrêt à Lyon
    none | - | je ne peux plus venir demain, annulez svp
    none | - | N'arrêtez surtout pas les promos !
    none | - | c'est la fin de mon abonnement quand ?
    none | - | no paren de enviarme ofertas jaja
    none | - | La baja médica me la dan mañana
    none | - | ¿Puedo cancelar mi reserva?
    none | - | a loja tem parada de manutenção hoje?
    none | - | vou sair mais cedo hoje
    none | - | An welcher Haltestelle steigst du aus?
    none | - | Bitte nicht stoppen, mir gefallen eure Angebote
    none | - | Kündigung ist raus, ruf mich an
    none | - | bij welke halte moet ik uitstappen?
    none | - | non smettete, le offerte mi piacciono
    none | - | vilken hållplats ska jag av på?
    review | de | hvilket stopp skal jeg av på?
    none | - | hvilket stoppested skal jeg af ved?
    none | - | en lopeta, jatkakaa vaan
    none | - | nie przestawajcie, super oferty
    none | - | otobüs durağındayım
    none | - | не останавливайтесь, жду акций
    none | - | хватит на сегодня, завтра продолжим
    none | - | не зупиняйтесь
    none | - | μη σταματάτε
    none | - | لا تتوقفوا
    none | - | אל תפסיקו
    none | - | 不要停
    none | - | 取消明天的會議
    none | - | やめないで
    none | - | 電車が止まってます
    none | - | 멈추지 마세요
    none | - | मत रुको
    none | - | jangan berhenti ya
    none | - | đừng dừng lại
    help | en | HELP
    help | es | AYUDA
    help | de | HILFE
    help | it | AIUTO
    help | pt | ajuda
    help | sv | hjälp
    help | da | hjælp
    help | pl | pomoc
    help | tr | yardım
    help | uk | допомога
    help | el | βοήθεια
    help | ar | مساعدة
    help | he | עזרה
    help | zh | 帮助
    help | ja | ヘルプ
    help | ko | 도움말
    help | hi | मदद
    help | id | bantuan
    help | vi | trợ giúp
    opt-in | - | START
    opt-in | en | Unstop
    opt-in | en | subscribe
    opt-in | fr | s'abonner
    opt-in | es | ALTA
    opt-in | ru | начать
    opt-in | ru | подписаться
    opt-in | tr | BAŞLA
    opt-in | zh | 开始
    opt-in | ko | 구독
    opt-in | ja | 再開
    none | - | 了解です、明日伺います
    none | - | 네 알겠습니다
    none | - | Oke, tot dan!
    none | - | tak, potwierdzam
    none | - | ok dziękuję
    none | - | Tamam, teşekkürler
    none | - | Спасибо, буду в 10
    none | - | Дякую, підтверджую
    none | - | ευχαριστώ πολύ
    none | - | شكرا جزيلا
    none | - | תודה רבה
    none | - | धन्यवाद
    none | - | terima kasih
    none | - | cảm ơn nhiều
    none | - | Takk, vi sees
    none | - | Tack så mycket
    none | - | Tak, det passer fint
    none | - | Kiitos, sopii
    none | - | va bene, grazie
    none | - | obrigado!
    none | - | vale, gracias
    none | - | не пишите на почту, лучше звоните
    none | - | пишите на этот номер
    none | - | quelle est la date de fin de mon abonnement ?
    none | - | Wir widersprechen der Rechnung
    none | - | nie wyrażam zgody na zmianę terminu
    none | - | We can stop over at Grandma's
    none | - | it won't let me unsubscribe from netflix
    none | - | Is the gas station next to the stop sign?
    none | - | I need you to cancel my order 4711
    none | - | Pls remove the onions from my order
    none | - | I'm done, you can come pick me up
    none | - | full stop
    none | - | could you quit whining lol
    none | - | On s'arrête où pour déjeuner ?
    none | - | ¿a qué hora paran de servir comida?
    none | - | para onde vamos hoje?
    review | de | Stopp bitte kurz an der Tankstelle
    review | de | Wij stoppen er om 17u mee vandaag
    none | - | Mi fermo al bar, arrivo
    none | - | Kan ni ta bort löken?
    none | - | Nie mogę dziś pisać, zadzwonię jutro
    none | - | Mesaj attım sana, gördün mü?
    none | - | Не смогу сегодня прийти
    none | - | Не зможу прийти завтра
    none | - | Μη με περιμένετε, θα αργήσω
    none | - | سأتأخر قليلا
    none | - | אני מאחר קצת
    none | - | 别担心，我马上到
    none | - | 遅れます、すみません
    none | - | 좀 늦을 것 같아요
    none | - | मैं थोड़ा लेट हूँ
    none | - | saya agak telat ya
    none | - | tôi đến muộn một chút
    """#
  )
}
