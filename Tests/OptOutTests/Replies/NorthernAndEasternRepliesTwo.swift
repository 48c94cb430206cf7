extension ReplyRow {
  /// Replies as people write them.
  static let northernAndEasternRepliesTwo = rows(
    #"""
    opt-out | uk | хочу відписатись від розсилки
    opt-out | uk | Відписка
    opt-out | uk | Припиніть
    opt-out | uk | припиніть надсилати повідомлення
    opt-out | uk | Перестаньте писати
    opt-out | uk | перестаньте мені писати
    opt-out | uk | не надсилайте більше смс
    opt-out | uk | Не пишіть мені більше
    opt-out | uk | більше не пишіть
    opt-out | uk | Не хочу отримувати повідомлення
    opt-out | uk | я не хочу отримувати смс
    opt-out | uk | Більше ніяких смс
    opt-out | uk | видаліть мене з бази
    opt-out | uk | Видаліть мене зі списку
    opt-out | uk | Приберіть мене зі списку
    opt-out | uk | відкликаю згоду
    opt-out | uk | Дайте мені спокій
    opt-out | uk | Залиште мене в спокої
    opt-out | uk | Скасувати підписку
    opt-out | uk | скасуйте підписку
    opt-out | uk | Як відписатися?
    opt-out | uk | Відмова
    opt-out | uk | відмовляюсь від розсилки
    none | - | не зупиняйтесь
    none | - | автобусна зупинка
    none | - | Я на зупинці
    none | - | не припиняйте
    none | - | кінець місяця
    none | - | скасуйте мій запис
    none | - | Хочу скасувати замовлення
    none | - | так
    none | - | ні
    none | - | Ні, дякую
    none | - | дякую
    none | - | добре
    none | - | не хочу цибулю
    none | - | не отримав повідомлення
    none | - | потрібна допомога із замовленням
    none | - | коли початок?
    help | uk | ДОПОМОГА
    opt-out | el | ΣΤΟΠ
    opt-out | el | Στοπ!
    opt-out | el | διαγραφη
    opt-out | el | Διαγραφή παρακαλώ
    opt-out | el | διαγράψτε με
    opt-out | el | διαγραψτε τον αριθμο μου
    opt-out | el | Σταματήστε
    opt-out | el | σταματήστε να μου στέλνετε μηνύματα
    opt-out | el | Σταματήστε να στέλνετε μηνύματα
    opt-out | el | σταμάτα
    opt-out | el | μην μου στέλνετε μηνύματα
    opt-out | el | Μην στέλνετε άλλα sms
    opt-out | el | Δεν θέλω άλλα μηνύματα
    opt-out | el | δεν θέλω να λαμβάνω μηνύματα
    opt-out | el | Δε θέλω μηνύματα
    opt-out | el | Όχι άλλα μηνύματα
    opt-out | el | οχι αλλα μηνυματα
    opt-out | el | Θέλω να διαγραφώ
    opt-out | el | Βγάλτε με από τη λίστα
    opt-out | el | Αφήστε με ήσυχο
    opt-out | el | αφήστε με ήσυχη
    opt-out | el | Ακύρωση εγγραφής
    opt-out | el | απεγγραφή
    opt-out | el | κατάργηση εγγραφής
    opt-out | el | ΣΤΟΠ παρακαλώ
    opt-out | el | STOP παρακαλώ
    opt-out | el | ΤΕΛΟΣ
    none | - | μη σταματάτε
    none | - | στάση λεωφορείου
    none | - | Είμαι στη στάση
    none | - | τέλος του μήνα
    none | - | στο τέλος της εβδομάδας
    none | - | ακύρωση ραντεβού
    none | - | Θέλω να ακυρώσω το ραντεβού μου
    none | - | ναι
    none | - | όχι
    none | - | Όχι ευχαριστώ
    none | - | ευχαριστώ
    none | - | εντάξει
    none | - | τα λέμε αύριο
    none | - | δεν θέλω κρεμμύδι
    none | - | δεν έλαβα μήνυμα
    none | - | χρειάζομαι βοήθεια με την παραγγελία
    help | el | ΒΟΗΘΕΙΑ
    opt-out | fi | Hei, poistakaa minut listalta kiitos
    opt-out | fi | En halua tekstiviestejä
    opt-out | fi | Ei kiinnosta, poistakaa numeroni
    opt-out | fi | ei kiinnosta, lopettakaa
    opt-out | fi | Väärä numero, lopettakaa
    opt-out | fi | Lopettakaa häirintä
    opt-out | fi | lopeta spämmäys
    opt-out | fi | Poistakaa minut rekisteristä
    opt-out | fi | perun suostumukseni
    opt-out | fi | Lopeta tekstiviestit
    opt-out | fi | En halua enää mitään viestejä teiltä
    opt-out | fi | älkää ottako yhteyttä
    none | - | Miksi en saa enää viestejä?
    none | - | en saa viestejä
    none | - | milloin loppuu
    none | - | Lopetan töissä klo 4
    none | - | lopetin tupakoinnin
    none | - | poista sipuli
    none | - | Peru tilaukseni numero 123
    none | - | jätä paketti ovelle
    none | - | soita minulle
    opt-out | pl | Dzień dobry, proszę usunąć mój numer z bazy
    opt-out | pl | Witam, proszę mnie wypisać. Pozdrawiam
    opt-out | pl | Proszę o wypisanie z listy
    opt-out | pl | proszę o wykreślenie z bazy
    opt-out | pl | Nie jestem zainteresowany, proszę usunąć numer
    opt-out | pl | nie jestem zainteresowana, proszę nie pisać
    opt-out | pl | Pomyłka, proszę usunąć numer
    opt-out | pl | zły numer, proszę przestać
    opt-out | pl | Nie wysyłać
    opt-out | pl | proszę nie wysyłać
    opt-out | pl | Nie chcę dostawać smsów
    opt-out | pl | nie chcę już dostawać wiadomości
    opt-out | pl | Nie chcę sms
    opt-out | pl | zaprzestańcie wysyłania
    opt-out | pl | Proszę zaprzestać wysyłania wiadomości
    opt-out | pl | przestańcie spamować
    opt-out | pl | nie spamujcie
    opt-out | pl | wykreślcie mnie
    opt-out | pl | wypisz sms
    opt-out | pl | dość!
    none | - | Dlaczego nie dostaję już wiadomości?
    none | - | nie dostaję smsów
    none | - | gdzie jest przystanek
    none | - | kiedy koniec?
    none | - | Kończę pracę o 4
    none | - | rezygnuję z cebuli
    none | - | Chcę zrezygnować z zamówienia
    none | - | odwołaj wizytę
    none | - | Zostaw paczkę pod drzwiami
    none | - | zadzwoń do mnie
    none | - | stop na światłach
    opt-out | tr | Merhaba, lütfen numaramı silin
    opt-out | tr | Lütfen beni listenizden çıkarın
    opt-out | tr | beni bu listeden çıkarır mısınız
    opt-out | tr | mesaj göndermeyi bırakın
    opt-out | tr | Mesaj atmayı bırakın
    opt-out | tr | bana sms göndermeyin
    opt-out | tr | Artık bana mesaj atmayın
    opt-out | tr | ilgilenmiyorum mesaj atmayın
    opt-out | tr | İlgilenmiyorum, listeden çıkarın
    opt-out | tr | yanlış numara mesaj atmayın
    opt-out | tr | sms almak istemiyorum artık
    opt-out | tr | Mesajlarınızı almak istemiyorum
    opt-out | tr | reklam ve mesaj istemiyorum
    opt-out | tr | durdur lütfen
    opt-out | tr | mesajları kesin
    opt-out | tr | iptal ediyorum
    opt-out | tr | rızamı geri çekiyorum
    none | - | Neden mesaj gelmiyor?
    none | - | mesaj alamıyorum
    none | - | otobüs nerede duruyor
    none | - | Durur mu burada?
    none | - | Yağmur durdu
    none | - | randevumu iptal edebilir miyim
    none | - | Siparişi iptal et
    none | - | rezervasyonu iptal edin
    none | - | iptal oldu mu?
    none | - | Kapıya bırakın
    none | - | beni arayın
    opt-out | ru | Здравствуйте, удалите меня из рассылки пожалуйста
    opt-out | ru | Добрый день, прошу больше не присылать сообщения
    opt-out | ru | Прошу удалить мой номер
    opt-out | ru | прошу исключить мой номер из рассылки
    opt-out | ru | Прошу не беспокоить
    opt-out | ru | не беспокойте меня
    opt-out | ru | Не беспокоить
    opt-out | ru | больше не беспокойте
    opt-out | ru | не интересно, не пишите больше
    opt-out | ru | Не интересует, удалите номер
    opt-out | ru | Ошиблись номером, не пишите
    opt-out | ru | хватит спамить
    opt-out | ru | Хватит спама
    opt-out | ru | прекратите спам
    opt-out | ru | Задолбали, хватит слать смс
    opt-out | ru | Не нужны мне ваши смс
    opt-out | ru | мне не нужны ваши сообщения
    opt-out | ru | не хочу смс
    opt-out | ru | Уберите мой номер
    opt-out | ru | сотрите мой номер
    opt-out | ru | заблокируйте рассылку
    opt-out | ru | Отключите смс
    opt-out | ru | Отключить смс
    opt-out | ru | отключить уведомления
    opt-out | ru | отписка пожалуйста
    opt-out | ru | хочу отказаться от рассылки
    opt-out | ru | Как отказаться от рассылки
    opt-out | ru | стоп смс
    opt-out | ru | СТОП СМС
    none | - | Почему мне не приходят смс?
    none | - | я не получаю сообщения
    none | - | где остановка?
    none | - | Остановитесь у магазина
    none | - | Автобус остановился
    none | - | Дождь прекратился
    none | - | Прекратился дождь?
    none | - | в конце концов
    none | - | Отмените доставку
    none | - | не звоните, пишите
    none | - | Не пишите, звоните
    none | - | я не хочу идти
    none | - | Не хочу сахар
    none | - | Оставьте посылку у двери
    none | - | оставьте сообщение
    none | - | позвоните мне
    none | - | начало в 9?
    none | - | я бросил курить
    opt-out | uk | Добрий день, видаліть мене з розсилки
    opt-out | uk | Прошу більше не надсилати повідомлення
    opt-out | uk | прошу видалити мій номер
    opt-out | uk | не турбуйте мене
    opt-out | uk | не цікаво, не пишіть більше
    opt-out | uk | Помилились номером, не пишіть
    opt-out | uk | досить спамити
    opt-out | uk | припиніть спам
    opt-out | uk | мені не потрібні ваші смс
    opt-out | ru | Не хочу смс
    opt-out | uk | вимкніть розсилку
    opt-out | uk | Відключіть розсилку
    none | - | Чому мені не приходять смс?
    none | - | де зупинка
    none | - | Зупиніться біля магазину
    none | - | дощ припинився
    none | - | Скасуйте доставку
    none | - | залиште посилку біля дверей
    none | - | подзвоніть мені
    none | - | я кинув палити
    opt-out | el | Καλημέρα, παρακαλώ διαγράψτε με
    opt-out | el | Παρακαλώ μη μου στέλνετε μηνύματα
    opt-out | el | δεν ενδιαφέρομαι, διαγράψτε με
    opt-out | el | Λάθος νούμερο, σταματήστε
    opt-out | el | λάθος αριθμός διαγράψτε τον
    opt-out | el | δεν επιθυμώ να λαμβάνω μηνύματα
    opt-out | el | Δεν επιθυμώ άλλα μηνύματα
    opt-out | el | Σταματήστε τα sms
    opt-out | el | Στοπ μηνύματα
    opt-out | el | σβήστε τον αριθμό μου
    opt-out | el | μην επικοινωνείτε μαζί μου
    opt-out | el | μην με ενοχλείτε
    none | - | Γιατί δεν λαμβάνω μηνύματα;
    none | - | δεν παίρνω μηνύματα
    none | - | πού είναι η στάση;
    none | - | σταμάτησε η βροχή
    none | - | Σταματάει εδώ το λεωφορείο;
    none | - | ακυρώστε την παραγγελία
    none | - | Αφήστε το πακέτο στην πόρτα
    none | - | πάρτε με τηλέφωνο
    """#
  )
}
