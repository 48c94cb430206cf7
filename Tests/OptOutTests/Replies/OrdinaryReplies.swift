extension ReplyRow {
  /// What people answer to appointments, parcels and bookings: nothing for the opt-out list.
  static let ordinary = rows(
    #"""
    none | - | Can we move it to 3pm?
    none | - | I'll be there at 10, thanks!
    none | - | Sorry I can't make it, please cancel my booking
    none | - | What time do you close?
    none | - | How much is it?
    none | - | My number is 07700 900123
    none | - | Please text me the address and the phone number
    none | - | please send me the details
    none | - | Do not worry, it's fine
    none | - | I don't want the blue one, send the red one
    none | - | I don't need a receipt
    none | - | Please don't send the parcel before Monday
    none | - | Don't send the invoice yet
    none | - | do not send it to my office
    none | - | Remove the second item from my order
    none | - | please delete my last message
    none | - | Could you take me off the waiting list
    none | - | Please take me off the rota for Sunday
    none | - | Can you leave it with my neighbour? leave me a note
    none | - | I had to stop taking the medicine
    none | - | The pain won't stop
    none | - | Should I stop taking the tablets before surgery?
    none | - | Do I need to stop eating before the test?
    none | - | When does the offer end?
    none | - | It's the end
    none | - | I quit
    none | - | We had to quit early
    none | - | Can I get more info on the class?
    none | - | Yes please
    none | - | Y
    none | - | C
    none | - | 1
    none | - | Confirm
    none | - | No thank you
    none | - | No problem
    none | - | no more questions
    none | - | No more appointments needed, thanks
    none | - | I never got my messages
    none | - | I never received your text
    none | - | I'm not getting your text messages
    none | - | why am I not getting any texts?
    none | - | I have not received any messages from you
    none | - | I want to receive messages
    none | - | I stopped at the shop
    none | - | Stop street 5
    none | - | Which stop do I get off?
    none | - | The driver did not stop at my house
    none | - | My car broke down, I can't stop it
    none | - | help me please my water stopped
    none | - | Please remove snow from the driveway
    none | - | We'd like to end our lease
    none | - | please end the call
    none | - | How do I cancel?
    none | - | How do I cancel my appointment
    none | - | Cancel it
    none | - | Please cancel Tuesday
    none | - | cancel my 3pm
    none | - | Can you call me?
    none | - | don't call before 9
    none | - | Please do not call after 8pm
    none | - | don't text and drive
    none | - | I will not contact you again
    none | - | Contact me at noon
    none | - | leave the parcel by the door
    none | - | Leave it alone
    none | - | get me out of here
    none | - | Vous pouvez passer à 10h
    none | - | Je ne peux pas venir demain
    none | - | Je ne veux pas de rendez-vous le lundi
    none | - | Je n'ai pas reçu votre message
    none | - | J'ai reçu votre message merci
    none | - | Plus de place ?
    none | - | Il n'y a plus de messages sur mon téléphone
    none | - | Ne m'attendez pas
    none | - | Ne m'appelez pas avant 10h
    none | - | N'envoyez pas le colis avant lundi
    none | - | pas de problème
    none | - | Annulez mon rendez-vous svp
    none | - | Je descends au prochain arrêt
    none | - | Je dois arrêter de fumer
    none | - | La fin du film
    none | - | Supprimez mon rendez-vous
    none | - | No puedo ir mañana
    none | - | No he recibido ningún mensaje
    none | - | No quiero la cita del lunes
    none | - | no me llegó el mensaje
    none | - | Estoy de baja por enfermedad
    none | - | quiero cancelar mi cita
    none | - | No más tarde de las 5
    none | - | Mándame más información
    none | - | Para mañana por favor
    none | - | Alta tensión
    none | - | Salir de casa a las 5
    none | - | Não posso ir amanhã
    none | - | Não recebi a mensagem
    none | - | Quero cancelar a consulta
    none | - | Não quero marcar para segunda
    none | - | Pare na esquina por favor
    none | - | Vou parar de fumar
    none | - | Me liga amanhã
    none | - | Ich kann morgen nicht kommen
    none | - | Ich habe keine SMS erhalten
    none | - | Ich will keine Kinder
    none | - | Bitte nicht vor 10 Uhr anrufen
    none | - | Bitte schreiben Sie mir eine Nachricht
    none | - | Ich möchte meinen Termin absagen
    none | - | Bitte den Termin löschen
    none | - | Bitte meine Nummer ändern
    none | - | Ich habe keine weiteren Fragen
    none | - | Wo ist der nächste Stopp
    none | - | Ich höre auf zu rauchen
    none | - | Kein Problem
    none | - | Ende gut alles gut
    none | - | Ich nehme ab morgen wieder teil
    none | - | Ik kan morgen niet komen
    none | - | Ik heb geen bericht ontvangen
    none | - | Stuur mij een bericht
    none | - | ik ben uit
    none | - | uitstekend
    none | - | Aan wie moet ik betalen
    none | - | Non posso venire domani
    none | - | Non ho ricevuto il messaggio
    none | - | Vorrei cancellare il mio appuntamento
    none | - | Annullate la prenotazione
    none | - | Basta un caffè
    none | - | Non voglio disturbare
    none | - | Jag kan inte komma imorgon
    none | - | Jag fick inget sms
    none | - | Avboka min tid tack
    none | - | Jeg kan ikke komme i morgen
    none | - | Jeg fikk ingen melding
    none | - | Avlys min tid
    none | - | slutt på skolen
    none | - | Jeg har ikke fået en besked
    none | - | En pääse huomenna
    none | - | En saanut viestiä
    none | - | Peruuta aika kiitos
    none | - | Nie mogę jutro przyjść
    none | - | Nie dostałem wiadomości
    none | - | Proszę odwołać wizytę
    none | - | Usuń moją wizytę
    none | - | Nie chcę tego terminu
    none | - | Yarın gelemem
    none | - | Mesaj almadım
    none | - | Randevuyu iptal edin lütfen
    none | - | randevumu iptal etmek istiyorum
    none | - | Son durak neresi
    none | - | Dur bir dakika
    none | - | Yardım eder misiniz
    none | - | Я не смогу завтра
    none | - | Я не получал сообщения
    none | - | Отмените запись пожалуйста
    none | - | Не звоните до 10
    none | - | Не пишите номер
    none | - | Хватит времени
    none | - | Не смогу прийти, удалите запись
    none | - | Я больше не живу там
    none | - | Де зупинка
    none | - | Не можу завтра
    none | - | Δεν μπορώ αύριο
    none | - | Ακύρωση ραντεβού
    none | - | Δεν έλαβα μήνυμα
    none | - | لا أستطيع الحضور غدا
    none | - | الغاء الحجز من فضلك
    none | - | لم أستلم الرسالة
    none | - | أريد إلغاء الموعد
    none | - | לא יכול מחר
    none | - | ביטול תור
    none | - | לא קיבלתי הודעה
    none | - | די הרבה
    none | - | 明天不能来
    none | - | 我没收到短信
    none | - | 请取消我的预约
    none | - | 不要香菜
    none | - | 別忘了
    none | - | 不想收到货物
    none | - | 发短信给我
    none | - | 明日行けません
    none | - | 予約を取り消してください
    none | - | メッセージが届きません
    none | - | 返信不要です
    none | - | 電話番号を変更したい
    none | - | 해당 없음
    none | - | 내일 못 가요
    none | - | 예약 취소 부탁드립니다
    none | - | 문자 못 받았어요
    none | - | 문자 보내주세요
    none | - | 그만큼
    none | - | कल नहीं आ सकता
    none | - | मेरा अपॉइंटमेंट रद्द करें
    none | - | मुझे मैसेज नहीं मिला
    none | - | मैसेज भेजो
    none | - | kal nahi aa sakta
    none | - | mujhe message nahi mila
    none | - | bus stop par aao
    none | - | Besok saya tidak bisa
    none | - | Saya tidak terima pesan
    none | - | batalkan janji saya
    none | - | jangan lupa
    none | - | Tolong kirim alamat
    none | - | salah satu
    none | - | Mai tôi không đến được
    none | - | tôi không nhận được tin nhắn
    none | - | Hủy lịch hẹn giúp tôi
    none | - | đừng quên
    none | - | tin tốt
    none | - | thôi được
    none | - | Dừng ở đây
    none | - | Ending soon?
    none | - | See you then. Stop worrying!
    none | - | no stop signs here
    none | - | Stop and think
    none | - | The last stop. Thanks!
    none | - | my stop is next
    none | - | STOP signs
    none | - | please stop the delivery
    none | - | Stop delivery
    none | - | stop my order
    none | - | Stop payment
    none | - | stop the cheque
    none | - | Stop here
    none | - | Yes start
    none | - | Go
    none | - | out
    none | - | Out of office: I am away until Monday. If urgent call 123.
    none | - | Abwesenheit: Ich bin bis Montag nicht erreichbar
    none | - | I'm driving - Sent from my car
    """#
  )
}
