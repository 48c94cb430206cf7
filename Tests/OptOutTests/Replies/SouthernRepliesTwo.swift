extension ReplyRow {
  /// Replies as people write them.
  static let southernRepliesTwo = rows(
    #"""
    opt-out | vi | Ngừng gửi tin nhắn
    opt-out | vi | ngung gui tin
    opt-out | vi | dung nhan tin nua
    opt-out | vi | đừng gửi tin nhắn nữa
    opt-out | vi | dung gui tin nua
    opt-out | vi | Không nhận tin nhắn
    opt-out | vi | tôi không muốn nhận tin nhắn
    opt-out | vi | Tôi không muốn nhận tin nhắn nữa
    opt-out | vi | khong muon nhan tin nhan nua
    opt-out | vi | TC
    opt-out | vi | tu choi
    opt-out | vi | Xóa số của tôi
    opt-out | vi | xóa số điện thoại của tôi
    opt-out | vi | đừng liên lạc với tôi nữa
    opt-out | vi | Xin dừng gửi tin
    opt-out | vi | vui lòng ngừng gửi tin nhắn
    opt-out | vi | làm ơn dừng lại
    opt-out | vi | Muốn hủy đăng ký
    opt-out | vi | Làm sao để hủy?
    opt-out | vi | thôi đừng nhắn nữa
    none | - | đừng dừng lại
    none | - | trạm xe buýt
    none | - | tôi đang ở bến xe
    none | - | cuối tháng
    none | - | hủy lịch hẹn
    none | - | Tôi muốn hủy lịch hẹn
    none | - | hủy đơn hàng
    none | - | huy don hang
    none | - | có
    none | - | không
    none | - | Không, cảm ơn
    none | - | cảm ơn
    none | - | được
    none | - | mai gặp
    none | - | không muốn hành
    none | - | chưa nhận được tin nhắn
    none | - | cần giúp đỡ với đơn hàng
    none | - | mấy giờ bắt đầu
    none | - | xe dừng ở đây
    none | - | dừng xe ở cổng
    help | vi | TRỢ GIÚP
    help | vi | tro giup
    opt-out | ar | السلام عليكم، أرجو حذف رقمي من القائمة
    opt-out | ar | مرحبا لو سمحت الغاء الاشتراك
    opt-out | ar | من فضلك أوقف الرسائل
    opt-out | ar | من فضلكم توقفوا عن إرسال الرسائل
    opt-out | ar | لا ترسلوا لي مرة أخرى
    opt-out | ar | لا تتصلوا بي
    opt-out | ar | لا تراسلني
    opt-out | ar | لا تراسلوني
    opt-out | ar | غير مهتم، أوقفوا الرسائل
    opt-out | ar | غير مهتم احذفوا رقمي
    opt-out | ar | الرقم خطأ توقف
    opt-out | ar | رقم خاطئ لا ترسل
    opt-out | ar | بس خلاص لا ترسلون
    opt-out | ar | لا ترسلون رسايل
    opt-out | ar | وقفوا الرسايل
    opt-out | ar | وقف الرسائل
    opt-out | ar | اوقف الاشتراك
    opt-out | ar | ابي الغي الاشتراك
    opt-out | ar | عايز الغي الاشتراك
    opt-out | ar | شيلوني من القائمة
    opt-out | ar | شيل رقمي
    opt-out | ar | ألغ اشتراكي
    opt-out | ar | بدي الغي الاشتراك
    none | - | لماذا لا تصلني رسائل؟
    none | - | لم أعد أستلم الرسائل
    none | - | وين موقف الباص
    none | - | هل يتوقف الباص هنا؟
    none | - | توقف المطر
    none | - | السيارة توقفت
    none | - | النهاية
    none | - | الغاء الحجز
    none | - | اريد الغاء الحجز
    none | - | ألغوا طلبي
    none | - | اتركوا الطرد عند الباب
    none | - | اتصل بي
    none | - | لا تنسى
    opt-out | he | שלום, נא להסיר אותי מהרשימה
    opt-out | he | היי תסירו אותי מהרשימה תודה
    opt-out | he | בבקשה אל תשלחו לי הודעות
    opt-out | he | לא מעוניין, תסירו אותי
    opt-out | he | לא מעוניינת להסיר
    opt-out | he | מספר טעות, תסירו
    opt-out | he | טעות במספר תפסיקו
    opt-out | he | מספיק עם ההודעות
    opt-out | he | מספיק כבר
    opt-out | he | תפסיקו עם הספאם
    opt-out | he | אל תפנו אלי יותר
    opt-out | he | אל תציקו לי
    opt-out | he | לא רוצה סמסים
    opt-out | he | תוציאו אותי מהרשימה
    opt-out | he | הוציאו אותי מהרשימה
    opt-out | he | להסיר מהרשימה
    opt-out | he | הסירו אותי מרשימת התפוצה
    none | - | למה אני לא מקבל הודעות?
    none | - | איפה התחנה
    none | - | האוטובוס עוצר כאן?
    none | - | הגשם הפסיק
    none | - | הפסקתי לעשן
    none | - | לבטל הזמנה
    none | - | תבטלו את ההזמנה שלי
    none | - | תשאירו את החבילה ליד הדלת
    none | - | תתקשרו אליי
    none | - | תסירו את הבצל
    opt-out | hi | नमस्ते, कृपया मेरा नंबर हटा दें
    opt-out | hi | मुझे संदेश न भेजें
    opt-out | hi | मैसेज ना भेजें
    opt-out | hi | मैसेज भेजना बंद कीजिए
    opt-out | hi | कृपया संदेश भेजना बंद करें
    opt-out | hi | बंद कर दो
    opt-out | hi | बंद करो यार
    opt-out | hi | ये मैसेज बंद करो
    opt-out | hi | मुझे आपके मैसेज नहीं चाहिए
    opt-out | hi | मैं मैसेज नहीं चाहता
    opt-out | hi | गलत नंबर है, मैसेज मत करो
    opt-out | hi | मैसेज मत करो
    opt-out | hi | sms mat bhejo
    opt-out | hi | please mat bhejo
    opt-out | hi | aur message mat bhejo
    opt-out | hi | mujhe aapke message nahi chahiye
    opt-out | hi | msg nahi chahiye
    opt-out | hi | galat number hai message mat karo
    opt-out | hi | band kar do
    opt-out | hi | ye sms band kar do
    opt-out | hi | kripya message band karein
    opt-out | hi | unsubscribe karo
    opt-out | hi | stop karo
    opt-out | hi | STOP kar do please
    opt-out | hi | list se hatao
    opt-out | hi | mera naam hatao
    none | - | मैसेज क्यों नहीं आ रहा?
    none | - | मुझे मैसेज नहीं मिल रहे
    none | - | बस स्टॉप कहाँ है
    none | - | बस यहाँ रुकेगी?
    none | - | बारिश बंद हो गई
    none | - | baarish band ho gayi
    none | - | दुकान बंद है क्या
    none | - | order cancel karna hai
    none | - | booking cancel karo
    none | - | appointment cancel kar do
    none | - | दरवाजे पर रख दो
    none | - | फोन करो
    none | - | phone karo
    none | - | chinta mat karo
    none | - | mat bhoolna
    opt-out | id | Selamat pagi, tolong hapus nomor saya
    opt-out | id | Halo mohon hentikan sms ini
    opt-out | id | tolong jangan kirim pesan lagi
    opt-out | id | Mohon tidak mengirim pesan lagi
    opt-out | id | mohon jangan sms lagi
    opt-out | id | jangan sms lagi
    opt-out | id | jangan kirim lagi
    opt-out | id | Gak tertarik, jangan kirim lagi
    opt-out | id | tidak tertarik, berhenti kirim
    opt-out | id | salah nomor, jangan kirim lagi
    opt-out | id | Salah sambung, hapus nomor ini
    opt-out | id | stop kirim sms
    opt-out | id | Stop kirim pesan
    opt-out | id | stop ganggu saya
    opt-out | id | berhenti ganggu saya
    opt-out | id | saya tidak mau sms
    opt-out | id | saya tidak berlangganan, hapus
    opt-out | id | tidak ingin dihubungi
    opt-out | id | Jangan hubungi nomor ini lagi
    opt-out | id | hapus no saya dari database
    opt-out | id | saya cabut persetujuan
    opt-out | id | unreg ya
    opt-out | id | UNREG ALL
    opt-out | id | STOP SMS INI
    opt-out | id | matikan notifikasi
    none | - | kenapa saya tidak dapat sms?
    none | - | pesan tidak masuk
    none | - | halte di mana
    none | - | bus berhenti dimana?
    none | - | hujan sudah berhenti
    none | - | saya berhenti merokok
    none | - | saya berhenti kerja
    none | - | selesai jam berapa
    none | - | batalkan pesanan
    none | - | mau batal booking
    none | - | taruh di depan pintu
    none | - | telepon saya
    none | - | jangan pakai bawang
    none | - | jangan khawatir
    none | - | jangan telat ya
    none | - | cukup 2 saja
    opt-out | vi | Xin chào, vui lòng xóa số của tôi
    opt-out | vi | xin đừng gửi tin nữa
    opt-out | vi | Đừng gửi nữa
    opt-out | vi | dung gui nua
    opt-out | vi | Đừng nhắn nữa
    opt-out | vi | đừng gửi sms nữa
    opt-out | vi | vui lòng dừng gửi tin
    opt-out | vi | Làm ơn đừng gửi tin nhắn nữa
    opt-out | vi | tôi không quan tâm, đừng nhắn nữa
    opt-out | vi | nhầm số rồi, đừng nhắn nữa
    opt-out | vi | Nhầm số, đừng gửi nữa
    opt-out | vi | không muốn nhận tin
    opt-out | vi | ko muốn nhận tin nữa
    opt-out | vi | ko nhan tin nua
    opt-out | vi | khong nhan tin nua
    opt-out | vi | Hủy nhận tin
    opt-out | vi | huy nhan tin
    opt-out | vi | hủy dịch vụ
    opt-out | vi | Huy dich vu
    opt-out | vi | tắt thông báo
    opt-out | vi | ngừng làm phiền
    opt-out | vi | rút lại đồng ý
    opt-out | vi | STOP nhé
    none | - | tại sao tôi không nhận được tin nhắn
    none | - | không nhận được tin
    none | - | bến xe ở đâu
    none | - | xe có dừng ở đây không
    none | - | trời tạnh rồi
    none | - | tôi bỏ thuốc lá rồi
    none | - | khi nào kết thúc
    none | - | hủy phòng
    none | - | hủy đặt bàn
    none | - | để trước cửa
    none | - | gọi cho tôi
    none | - | đừng lo
    none | - | không lấy hành
    opt-out | vi | từ chối
    """#
  )
}
