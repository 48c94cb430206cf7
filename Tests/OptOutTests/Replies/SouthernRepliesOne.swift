extension ReplyRow {
  /// Replies as people write them.
  static let southernRepliesOne = rows(
    #"""
    opt-out | ar | ايقاف
    opt-out | ar | أوقف
    opt-out | ar | أوقفوا الرسائل
    opt-out | ar | إيقاف الرسائل
    opt-out | ar | ايقاف الرسائل من فضلك
    opt-out | ar | الغاء
    opt-out | ar | الغي الاشتراك
    opt-out | ar | ألغوا اشتراكي
    opt-out | ar | لا ترسلوا لي رسائل
    opt-out | ar | لا ترسلوا رسائل بعد الآن
    opt-out | ar | لا أريد المزيد من الرسائل
    opt-out | ar | لا اريد استلام رسائل
    opt-out | ar | لا أرغب في استلام الرسائل
    opt-out | ar | مابي رسائل
    opt-out | ar | توقفوا عن الإرسال
    opt-out | ar | توقف عن مراسلتي
    opt-out | ar | احذف رقمي
    opt-out | ar | حذف رقمي من القائمة
    opt-out | ar | أزيلوني من القائمة
    opt-out | ar | اتركوني وشأني
    opt-out | ar | كفى
    opt-out | ar | كفاية رسائل
    opt-out | ar | قف
    opt-out | ar | ستوب
    opt-out | ar | ارجو ايقاف الرسائل
    opt-out | ar | أرجو إلغاء اشتراكي
    opt-out | ar | كيف ألغي الاشتراك
    none | - | لا تتوقف
    none | - | لا تتوقفوا
    none | - | موقف الحافلة
    none | - | أنا في موقف الباص
    none | - | نهاية الشهر
    none | - | أريد إلغاء موعدي
    none | - | الغاء الطلب
    none | - | نعم
    none | - | لا
    none | - | لا شكرا
    none | - | شكرا
    none | - | تمام
    none | - | حسنا
    none | - | أراك غدا
    none | - | لا أريد بصل
    none | - | لم تصلني رسالة
    none | - | احتاج مساعدة في طلبي
    none | - | متى يبدأ
    opt-out | he | הסירו
    opt-out | he | הסר אותי
    opt-out | he | הסירו אותי
    opt-out | he | תסירו אותי
    opt-out | he | תסירו אותי מהרשימה
    opt-out | he | תסירו אותי בבקשה
    opt-out | he | להסיר
    opt-out | he | הסרה
    opt-out | he | להסרה
    opt-out | he | נא להסיר
    opt-out | he | בבקשה להסיר
    opt-out | he | בבקשה תסירו אותי
    opt-out | he | די כבר
    opt-out | he | תפסיקו
    opt-out | he | תפסיקו לשלוח הודעות
    opt-out | he | תפסיקו להציק
    opt-out | he | עצור
    opt-out | he | עצרו
    opt-out | he | להפסיק
    opt-out | he | אני לא רוצה לקבל יותר הודעות
    opt-out | he | לא רוצה הודעות
    opt-out | he | אל תשלחו לי הודעות
    opt-out | he | אל תשלחו יותר
    opt-out | he | תמחקו אותי
    opt-out | he | תמחקו את המספר שלי
    opt-out | he | מחקו אותי מהרשימה
    opt-out | he | תעזבו אותי
    opt-out | he | עזבו אותי במנוחה
    opt-out | he | ביטול מנוי
    opt-out | he | בטל מנוי
    opt-out | he | בטלו את המנוי שלי
    opt-out | he | סטופ
    opt-out | he | STOP בבקשה
    opt-out | he | הסר תודה
    opt-out | he | תורידו אותי
    opt-out | he | איך מסירים?
    none | - | אל תפסיקו
    none | - | לא להסיר
    none | - | תחנת אוטובוס
    none | - | אני בתחנה
    none | - | סוף החודש
    none | - | בסוף השבוע
    none | - | לבטל את התור
    none | - | אני רוצה לבטל את התור שלי
    none | - | ביטול הזמנה
    none | - | לא
    none | - | לא תודה
    none | - | תודה
    none | - | אוקיי
    none | - | נתראה מחר
    none | - | בלי בצל
    none | - | צריך עזרה בהזמנה
    none | - | מתי מתחילים
    opt-out | hi | रोको
    opt-out | hi | रोकिए
    opt-out | hi | बंद करें
    opt-out | hi | बंद कीजिए
    opt-out | hi | संदेश बंद करो
    opt-out | hi | मैसेज बंद करो
    opt-out | hi | मैसेज भेजना बंद करो
    opt-out | hi | कृपया मैसेज बंद करें
    opt-out | hi | मुझे मैसेज मत भेजिए
    opt-out | hi | मत भेजो
    opt-out | hi | अब मैसेज मत भेजना
    opt-out | hi | मुझे मैसेज नहीं चाहिए
    opt-out | hi | मुझे और मैसेज नहीं चाहिए
    opt-out | hi | संदेश नहीं चाहिए
    opt-out | hi | मेरा नंबर हटा दो
    opt-out | hi | मेरा नंबर हटा दीजिए
    opt-out | hi | मुझे लिस्ट से हटाओ
    opt-out | hi | मुझे सूची से हटा दें
    opt-out | hi | सदस्यता रद्द करें
    opt-out | hi | सदस्यता समाप्त करें
    opt-out | hi | अनसब्सक्राइब
    opt-out | hi | Band karo ye messages
    opt-out | hi | message band karo
    opt-out | hi | message mat bhejo
    opt-out | hi | mat bhejo
    opt-out | hi | msg band karo yaar
    opt-out | hi | mujhe message nahi chahiye
    opt-out | hi | mera number hatao
    opt-out | hi | mera number hata do
    opt-out | hi | pareshan mat karo
    opt-out | hi | परेशान मत करो
    opt-out | hi | kripya band kare
    opt-out | hi | roko
    none | - | बंद मत करो
    none | - | band mat karo
    none | - | बस स्टॉप
    none | - | मैं बस स्टॉप पर हूँ
    none | - | महीने के अंत में
    none | - | अपॉइंटमेंट रद्द करो
    none | - | मेरी अपॉइंटमेंट रद्द करें
    none | - | order cancel karo
    none | - | mera order cancel kar do
    none | - | हाँ
    none | - | नहीं
    none | - | नहीं धन्यवाद
    none | - | ठीक है
    none | - | कल मिलते हैं
    none | - | haan
    none | - | nahi
    none | - | thik hai
    none | - | kal milte hain
    none | - | प्याज नहीं चाहिए
    none | - | मैसेज नहीं मिला
    none | - | ऑर्डर में मदद चाहिए
    none | - | dukan band hai
    none | - | दुकान कब बंद होगी
    none | - | दरवाजा बंद करो
    opt-out | id | BERHENTI
    opt-out | id | berhenti
    opt-out | id | Berhenti!
    opt-out | id | tolong berhenti
    opt-out | id | Tolong berhenti kirim sms
    opt-out | id | berhenti kirim pesan
    opt-out | id | Berhenti mengirim pesan
    opt-out | id | berhenti mengirim sms ke saya
    opt-out | id | unreg
    opt-out | id | Jangan kirim sms lagi
    opt-out | id | jangan kirim pesan lagi
    opt-out | id | Jangan SMS saya lagi
    opt-out | id | jangan hubungi saya lagi
    opt-out | id | saya tidak ingin menerima pesan
    opt-out | id | Tidak mau terima pesan lagi
    opt-out | id | gak mau sms lagi
    opt-out | id | ga mau terima sms
    opt-out | id | Hapus nomor saya
    opt-out | id | tolong hapus nomor saya
    opt-out | id | hapus saya dari daftar
    opt-out | id | keluarkan saya dari daftar
    opt-out | id | Batalkan langganan
    opt-out | id | batal langganan
    opt-out | id | berhenti langganan
    opt-out | id | Berhenti berlangganan
    opt-out | id | hentikan
    opt-out | id | Hentikan pesan ini
    opt-out | id | Tolak
    opt-out | id | cukup
    opt-out | id | KELUAR
    opt-out | id | Cara berhenti langganan?
    opt-out | id | gimana cara unreg?
    opt-out | es | stop ya
    opt-out | id | Stop dong
    opt-out | - | Tolong stop
    opt-out | id | mohon dihentikan
    opt-out | id | jangan kirim2 lagi
    none | - | Jangan stop
    none | - | halte bus
    none | - | saya di halte
    none | - | berhenti di depan toko
    none | - | bus berhenti di sini
    none | - | akhir bulan
    none | - | di akhir minggu
    none | - | saya mau batalkan pesanan
    none | - | batal pesanan saya
    none | - | ya
    none | - | tidak
    none | - | Tidak, terima kasih
    none | - | terima kasih
    none | - | oke
    none | - | sampai besok
    none | - | tidak mau bawang
    none | - | pesan belum masuk
    none | - | butuh bantuan untuk pesanan saya
    none | - | mulai jam berapa
    none | - | sudah cukup
    none | - | saya mau keluar sebentar
    help | id | BANTUAN
    opt-out | vi | HUY
    opt-out | vi | hủy
    opt-out | vi | Huỷ
    opt-out | vi | HUY DK
    opt-out | vi | hủy đăng ký
    opt-out | vi | Huy dang ky
    opt-out | vi | dừng
    opt-out | vi | Dừng lại
    opt-out | vi | dung lai
    opt-out | vi | Dừng nhắn tin
    opt-out | vi | ngừng nhắn tin
    """#
  )
}
