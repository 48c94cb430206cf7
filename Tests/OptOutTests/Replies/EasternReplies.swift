extension ReplyRow {
  /// Replies in the other languages.
  static let eastern = rows(
    #"""
    opt-out | pl | Wypisz mnie
    opt-out | pl | rezygnuję
    opt-out | pl | Rezygnacja
    opt-out | pl | stop proszę
    opt-out | pl | Proszę nie wysyłać więcej SMS
    opt-out | pl | nie piszcie do mnie więcej
    opt-out | pl | Nie chcę otrzymywać więcej wiadomości
    opt-out | pl | nie chce sms
    opt-out | pl | Proszę usunąć mój numer
    opt-out | pl | dajcie mi spokój
    opt-out | pl | KONIEC
    marketing | pl | żadnych reklam
    none | - | Nie rezygnuję
    none | - | Rezygnacja z wizyty
    none | - | Koniec miesiąca
    none | - | stół
    none | - | Dziękuję, będę jutro
    review | pl | zły numer
    help | pl | Pomoc
    opt-out | tr | iptal
    opt-out | tr | IPTAL LÜTFEN
    opt-out | tr | İptal edin
    opt-out | tr | ret
    opt-out | tr | SMS RET
    opt-out | tr | Bana mesaj atmayın
    opt-out | tr | bir daha mesaj göndermeyin
    opt-out | tr | Mesaj almak istemiyorum
    opt-out | tr | Lütfen beni listeden çıkarın
    opt-out | tr | numaramı silin
    opt-out | tr | beni rahatsız etmeyin
    opt-out | tr | abonelikten çıkmak istiyorum
    marketing | tr | reklam göndermeyin
    none | - | İptal etmeyin
    none | - | Randevumu iptal et
    none | - | durdurmayın
    none | - | Tamam, yarın gelirim
    none | - | Evet
    review | tr | yanlış numara
    help | tr | YARDIM
    opt-in | tr | başlat
    opt-out | ru | стоп
    opt-out | ru | Стоп, пожалуйста
    opt-out | ru | отписаться
    opt-out | ru | Хочу отписаться от рассылки
    opt-out | ru | Отпишите меня
    opt-out | ru | Не пишите мне больше
    opt-out | ru | больше не присылайте
    opt-out | ru | Прекратите присылать смс
    opt-out | ru | не присылайте мне сообщения
    opt-out | ru | Удалите мой номер
    opt-out | ru | отключите рассылку
    opt-out | ru | Не хочу получать ваши сообщения
    opt-out | ru | хватит мне писать
    opt-out | ru | оставьте меня в покое
    opt-out | ru | cnjg | СТОП on a keyboard switched to Latin letters
    opt-out | ru | С Т О П
    opt-out | ru | стоооооп
    marketing | ru | стоп реклама
    marketing | ru | не присылайте рекламу
    none | - | Не останавливайтесь
    none | - | стоп-сигнал не горит
    none | - | Автостоп
    none | - | Остановка автобуса где?
    none | - | Отмена записи на завтра
    none | - | Да, приду
    none | - | Понравилось «Скидки! Ответьте СТОП для отписки»
    review | ru | ошиблись номером
    review | ru | не интересует
    help | ru | помощь
    opt-in | ru | Старт
    opt-out | ru | СТОП
    opt-out | uk | СТОП будь ласка
    opt-out | uk | Відписатися
    opt-out | uk | відпишіть мене
    opt-out | uk | Не надсилайте мені більше повідомлень
    opt-out | uk | не пишіть мені більше
    opt-out | uk | Припиніть надсилати смс
    opt-out | uk | Видаліть мій номер
    opt-out | uk | Не хочу отримувати ваші повідомлення
    opt-out | uk | дайте мені спокій
    none | - | Не зупиняйтесь
    none | - | Так, буду завтра
    none | - | Дякую
    review | uk | помилилися номером
    help | uk | Допомога
    opt-out | el | στοπ
    opt-out | el | ΣΤΟΠ!
    opt-out | el | Διαγραφή
    opt-out | el | διαγραφή παρακαλώ
    opt-out | el | Μη μου στέλνετε άλλα μηνύματα
    opt-out | el | Σταματήστε να μου στέλνετε μηνύματα
    opt-out | el | δεν θέλω άλλα μηνύματα
    opt-out | el | Διαγράψτε με από τη λίστα
    opt-out | el | αφήστε με ήσυχο
    marketing | el | όχι άλλες διαφημίσεις
    none | - | Μην σταματάτε
    none | - | Ναι, ευχαριστώ
    none | - | Διακοπή ρεύματος
    none | - | στο τέλος του μήνα
    review | el | λάθος αριθμός
    help | el | βοήθεια
    opt-out | ar | إيقاف
    opt-out | ar | ايقاف من فضلك
    opt-out | ar | إلغاء الاشتراك
    opt-out | ar | الغاء الاشتراك
    opt-out | ar | توقف
    opt-out | ar | لا ترسل لي رسائل
    opt-out | ar | لا ترسلوا لي أي رسائل
    opt-out | ar | لا أريد رسائل
    opt-out | ar | توقفوا عن إرسال الرسائل
    opt-out | ar | احذفوا رقمي
    opt-out | ar | إيـــقاف | stretched
    opt-out | ar | أَوْقِف | vowel signs
    opt-out | ar | إلغاء
    none | - | إلغاء الموعد
    none | - | نعم شكرا
    none | - | بدون توقف
    none | - | إيقاف السيارة
    none | - | السلام عليكم
    review | ar | رقم خاطئ
    help | ar | مساعدة
    opt-in | ar | اشتراك
    opt-out | he | הסר
    opt-out | he | הסר בבקשה
    opt-out | he | הסירו אותי מהרשימה
    opt-out | he | נא להסיר אותי
    opt-out | he | תפסיקו לשלוח לי הודעות
    opt-out | he | אל תשלחו לי יותר הודעות
    opt-out | he | די
    opt-out | he | לא רוצה לקבל הודעות
    opt-out | he | הָסֵר | vowel points
    none | - | אל תסירו אותי
    none | - | די טוב
    none | - | תודה, נתראה מחר
    none | - | כן
    review | he | טעות במספר
    help | he | עזרה
    opt-out | zh | 退訂
    opt-out | zh | 退订。
    opt-out | zh | 退订T
    opt-out | zh | 回复退订
    opt-out | zh | td
    opt-out | zh | ＴＤ
    opt-out | zh | t
    opt-out | zh | 取消订阅
    opt-out | zh | 拒收短信
    opt-out | zh | 不要再发短信了
    opt-out | zh | 别再给我发短信
    opt-out | zh | 請不要再傳簡訊給我
    opt-out | zh | 把我从名单中删除
    opt-out | zh | 我不想再收到你们的短信
    opt-out | zh | 怎么退订
    marketing | zh | 退订广告
    marketing | zh | 不要发广告
    none | - | 不要停
    none | - | 不要退订
    none | - | 停车在哪里
    none | - | 取消预约
    none | - | 好的，谢谢
    none | - | 明天见
    review | zh | 不感兴趣
    none | - | 我要退订酒店
    opt-in | zh | 订阅
    help | zh | 帮助
    opt-out | zh | 停止 | Japanese has the same word
    opt-out | ja | 配信停止
    opt-out | ja | 配信停止お願いします
    opt-out | ja | 配信を停止してください
    opt-out | ja | ストップ
    opt-out | ja | ｽﾄｯﾌﾟ | half-width
    opt-out | ja | 解除
    opt-out | ja | やめてください
    opt-out | ja | もう送らないでください
    opt-out | ja | メールを送るのをやめてください
    opt-out | ja | 配信不要です
    opt-out | ja | リストから削除してください
    opt-out | ja | 退会希望
    none | - | 停止しないでください
    none | - | 予約をキャンセルしたい
    none | - | バスストップ
    none | - | ありがとうございます
    none | - | はい
    none | - | 運転停止中
    none | - | “SALE! STOPと返信で配信停止”にいいねしました
    review | ja | 番号が違います
    help | ja | ヘルプ
    opt-in | ja | 再開
    opt-out | ko | 수신거부
    opt-out | ko | 수신 거부
    opt-out | ko | 수신거부합니다
    opt-out | ko | 수신거부 해주세요
    opt-out | ko | 거부
    opt-out | ko | 중지
    opt-out | ko | 문자 보내지 마세요
    opt-out | ko | 더 이상 문자 보내지 마세요
    opt-out | ko | 그만 보내세요
    opt-out | ko | 구독 취소
    opt-out | ko | 제 번호 삭제해주세요
    marketing | ko | 광고 그만 보내세요
    none | - | 중지하지 마세요
    none | - | 공사 중지
    none | - | 예약 취소해주세요
    none | - | 네 알겠습니다
    none | - | 감사합니다
    review | ko | 관심 없습니다
    help | ko | 도움말
    opt-out | hi | रोकें
    opt-out | hi | कृपया रोकें
    opt-out | hi | बंद करो
    opt-out | hi | मैसेज मत भेजो
    opt-out | hi | मुझे मैसेज मत भेजो
    opt-out | hi | मुझे और संदेश नहीं चाहिए
    opt-out | hi | mujhe message mat bhejo
    opt-out | hi | band karo
    opt-out | hi | msg mat bhejo
    opt-out | hi | मेरा नंबर हटाओ
    opt-out | hi | ये मैसेज भेजना बंद करो
    opt-out | hi | स्टॉप
    none | - | मत रोको
    none | - | दुकान बंद है
    none | - | धन्यवाद
    none | - | darwaza band karo
    review | hi | गलत नंबर
    help | hi | मदद
    opt-in | hi | शुरू
    opt-out | id | Berhenti
    opt-out | id | berhenti berlangganan
    opt-out | id | UNREG
    opt-out | id | stop dong
    opt-out | id | Jangan kirim pesan lagi
    opt-out | id | jangan sms saya lagi
    opt-out | id | Tolong hapus nomor saya
    opt-out | id | Saya tidak mau menerima sms lagi
    opt-out | id | berhenti mengirim pesan
    opt-out | id | hentikan sms ini
    marketing | id | jangan kirim iklan
    none | - | jangan berhenti
    none | - | Bus berhenti di mana?
    none | - | berhenti merokok
    none | - | Terima kasih
    none | - | keluar rumah jam 5
    review | id | salah nomor
    help | id | bantuan
    opt-out | vi | HỦY
    opt-out | vi | huy
    opt-out | vi | Huỷ đăng ký
    opt-out | vi | Từ chối
    opt-out | vi | tu choi nhan tin
    opt-out | vi | Đừng gửi tin nhắn cho tôi nữa
    opt-out | vi | dung gui tin nhan nua
    opt-out | vi | Không muốn nhận tin nhắn
    opt-out | vi | Ngừng gửi tin
    opt-out | vi | xóa số của tôi
    marketing | vi | không nhận quảng cáo
    none | - | đừng dừng
    none | - | Hủy lịch hẹn
    none | - | Cảm ơn, mai gặp
    none | - | dừng xe ở đây
    review | vi | nhầm số
    help | vi | trợ giúp
    opt-out | cs | Odhlásit
    opt-out | cs | Neposílejte mi další SMS
    opt-out | ro | Dezabonare
    opt-out | ro | Nu îmi mai trimiteți mesaje
    opt-out | hu | Leiratkozás
    opt-out | hu | Ne küldjenek több SMS-t
    opt-out | ca | Baixa
    opt-out | ca | no vull més missatges
    """#
  )
}
