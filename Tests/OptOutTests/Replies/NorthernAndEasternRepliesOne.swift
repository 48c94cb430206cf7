extension ReplyRow {
  /// Replies as people write them.
  static let northernAndEasternRepliesOne = rows(
    #"""
    opt-out | fi | LOPETA
    opt-out | fi | lopeta
    opt-out | fi | Lopeta!
    opt-out | fi | lopettakaa
    opt-out | fi | Lopettakaa viestit
    opt-out | fi | lopeta viestien lähettäminen
    opt-out | fi | Lopeta tilaus
    opt-out | fi | peruuta tilaus
    opt-out | fi | Peruuta
    opt-out | fi | Peru tilaus
    opt-out | fi | peruuttakaa
    opt-out | fi | en halua lisää viestejä
    opt-out | fi | En halua viestejä
    opt-out | fi | ei enää viestejä kiitos
    opt-out | fi | Ei viestejä
    opt-out | fi | Älkää lähettäkö enää viestejä
    opt-out | fi | älä lähetä enää viestejä
    opt-out | fi | Älkää lähettäkö minulle enää tekstiviestejä
    opt-out | fi | Poista minut
    opt-out | fi | Poistakaa numeroni
    opt-out | fi | poista numeroni
    opt-out | fi | Poistakaa minut listalta
    opt-out | fi | Jätä minut rauhaan
    opt-out | fi | stop kiitos
    opt-out | fi | Haluan perua tilauksen
    opt-out | fi | Miten lopetan tilauksen?
    opt-out | fi | kielto
    none | - | älä lopeta
    none | - | älkää lopettako
    none | - | bussipysäkki
    none | - | Olen pysäkillä
    none | - | viikon loppu
    none | - | loppuviikosta
    none | - | peruuta aikani
    none | - | Peruuta varaukseni
    none | - | haluan perua aikani
    none | - | Pitää perua aika
    none | - | kyllä
    none | - | ei
    none | - | Ei kiitos
    none | - | kiitos
    none | - | nähdään huomenna
    none | - | Ei sipulia kiitos
    none | - | En ole saanut viestiä
    none | - | Tarvitsen apua tilaukseni kanssa
    none | - | milloin alkaa
    help | fi | APUA
    opt-out | pl | stop prosze
    opt-out | pl | Proszę przestać
    opt-out | pl | przestań
    opt-out | pl | Przestańcie
    opt-out | pl | przestańcie do mnie pisać
    opt-out | pl | Proszę nie wysyłać więcej smsów
    opt-out | pl | prosze nie wysylac sms
    opt-out | pl | Nie wysyłajcie mi więcej wiadomości
    opt-out | pl | nie wysyłajcie więcej sms
    opt-out | pl | Nie chcę więcej wiadomości
    opt-out | pl | nie chce wiecej smsow
    opt-out | pl | Nie chcę otrzymywać wiadomości
    opt-out | pl | nie życzę sobie wiadomości
    opt-out | pl | Nie życzę sobie sms-ów
    opt-out | pl | Wypisz
    opt-out | pl | wypisz mnie
    opt-out | pl | Wypisz mnie z listy
    opt-out | pl | Proszę wypisać mnie z listy
    opt-out | pl | wypiszcie mnie
    opt-out | pl | Rezygnuję
    opt-out | pl | rezygnacja
    opt-out | pl | REZYGNUJE
    opt-out | pl | Usuń mój numer
    opt-out | pl | usuńcie mój numer z bazy
    opt-out | pl | proszę usunąć mnie z listy
    opt-out | pl | prosze o usuniecie mojego numeru
    opt-out | pl | wypisuję się
    opt-out | pl | Dajcie mi spokój
    opt-out | pl | dajcie mi święty spokój
    opt-out | pl | Zostawcie mnie w spokoju
    opt-out | pl | Anuluj subskrypcję
    opt-out | pl | anuluj subskrypcje
    opt-out | pl | koniec z sms
    opt-out | pl | Koniec
    opt-out | pl | dość smsów
    opt-out | pl | Dosyć
    opt-out | pl | Nie piszcie do mnie
    opt-out | pl | Nie kontaktujcie się ze mną
    opt-out | pl | Cofam zgodę
    opt-out | pl | wycofuję zgodę
    opt-out | pl | Odwołuję zgodę
    opt-out | pl | jak się wypisać?
    opt-out | pl | Jak zrezygnować?
    none | - | nie przestawaj
    none | - | nie przestawajcie
    none | - | przystanek autobusowy
    none | - | Jestem na przystanku
    none | - | koniec miesiąca
    none | - | pod koniec tygodnia
    none | - | do końca
    none | - | anuluj wizytę
    none | - | Chcę odwołać wizytę
    none | - | Proszę anulować moją wizytę
    none | - | muszę zrezygnować z wizyty
    none | - | nie
    none | - | Nie dziękuję
    none | - | dziękuję
    none | - | do jutra
    none | - | nie chcę cebuli
    none | - | potrzebuję pomocy z zamówieniem
    none | - | kiedy start?
    none | - | O której zaczynamy?
    help | pl | POMOC
    help | pl | pomoc
    opt-out | tr | RET
    opt-out | tr | İPTAL
    opt-out | tr | IPTAL
    opt-out | tr | Iptal
    opt-out | tr | Dur
    opt-out | tr | DURDUR
    opt-out | tr | durdurun
    opt-out | tr | Mesajları durdurun
    opt-out | tr | mesaj atmayın
    opt-out | tr | Mesaj atmayın artık
    opt-out | tr | bana mesaj atmayın
    opt-out | tr | Bana bir daha mesaj atmayın
    opt-out | tr | mesaj göndermeyin
    opt-out | tr | Lütfen mesaj göndermeyin
    opt-out | tr | lutfen mesaj gondermeyin
    opt-out | tr | Artık mesaj göndermeyin
    opt-out | tr | mesaj istemiyorum
    opt-out | tr | sms istemiyorum
    opt-out | tr | Artık sms istemiyorum
    opt-out | tr | Beni listeden çıkarın
    opt-out | tr | listeden çıkarın beni
    opt-out | tr | beni listeden cikarin
    opt-out | tr | Numaramı silin
    opt-out | tr | numaramı listenizden silin
    opt-out | tr | Aboneliği iptal et
    opt-out | tr | aboneliğimi iptal edin
    opt-out | tr | üyeliğimi iptal edin
    opt-out | tr | Beni rahat bırakın
    opt-out | tr | rahat bırakın beni
    opt-out | tr | STOP lütfen
    opt-out | tr | sms iptal
    opt-out | tr | iptal et
    opt-out | tr | İptal edin lütfen
    opt-out | tr | abonelikten çık
    opt-out | tr | Çıkmak istiyorum
    opt-out | tr | yeter artık mesaj atmayın
    none | - | randevumu iptal et
    none | - | Randevumu iptal etmek istiyorum
    none | - | siparişimi iptal edin
    none | - | otobüs durağı
    none | - | Duraktayım
    none | - | durak nerede
    none | - | durma
    none | - | durmayın
    none | - | Bir dakika dur geliyorum
    none | - | evet
    none | - | hayır
    none | - | Hayır teşekkürler
    none | - | teşekkürler
    none | - | tamam
    none | - | yarın görüşürüz
    none | - | soğan istemiyorum
    none | - | mesaj gelmedi
    none | - | siparişim için yardım lazım
    none | - | ne zaman başlıyor
    none | - | ayın sonunda
    help | tr | yardım
    opt-out | ru | Стоп
    opt-out | ru | стоп!
    opt-out | ru | стоп пожалуйста
    opt-out | ru | Стоп, спасибо
    opt-out | ru | хватит
    opt-out | ru | Хватит!
    opt-out | ru | Хватит слать смс
    opt-out | ru | Отписаться
    opt-out | ru | отпишите меня
    opt-out | ru | ОТПИСКА
    opt-out | ru | отписка
    opt-out | ru | Отпишите меня от рассылки
    opt-out | ru | отписаться от рассылки
    opt-out | ru | Хочу отписаться
    opt-out | ru | хочу отписаться от рассылки
    opt-out | ru | Прекратите
    opt-out | ru | прекратите присылать сообщения
    opt-out | ru | Прекратите слать мне смс
    opt-out | ru | Перестаньте присылать смс
    opt-out | ru | перестаньте мне писать
    opt-out | ru | Не присылайте мне больше сообщений
    opt-out | ru | не присылайте больше смс
    opt-out | ru | больше не пишите
    opt-out | ru | Не хочу получать сообщения
    opt-out | ru | не хочу получать ваши смс
    opt-out | ru | Я не хочу больше получать сообщения
    opt-out | ru | не надо больше смс
    opt-out | ru | Больше никаких смс
    opt-out | ru | никаких смс больше
    opt-out | ru | удалите меня из базы
    opt-out | ru | Удалите меня из рассылки
    opt-out | ru | Удалите мой номер из базы
    opt-out | ru | Уберите меня из списка
    opt-out | ru | исключите меня из рассылки
    opt-out | ru | Отказываюсь от рассылки
    opt-out | ru | отказ от рассылки
    opt-out | ru | Отказ
    opt-out | ru | Отзываю согласие
    opt-out | ru | отзываю своё согласие
    opt-out | ru | Оставьте меня в покое
    opt-out | ru | отстаньте
    opt-out | ru | Отстаньте от меня
    opt-out | ru | отмена подписки
    opt-out | ru | Отменить подписку
    opt-out | ru | Как отписаться?
    opt-out | ru | как отписаться от рассылки
    opt-out | ru | otpisatsya
    opt-out | ru | STOP пожалуйста
    none | - | не останавливайтесь
    none | - | Не отписывайте меня
    none | - | автобусная остановка
    none | - | на какой остановке?
    none | - | Я на остановке
    none | - | стоп-кран
    none | - | не прекращайте
    none | - | конец месяца
    none | - | в конце недели
    none | - | отменить запись
    none | - | Отмените мою запись
    none | - | хочу отменить заказ
    none | - | да
    none | - | нет
    none | - | Нет спасибо
    none | - | спасибо
    none | - | ок
    none | - | до завтра
    none | - | не хочу лук
    none | - | Хватит двух
    none | - | хватит ли места?
    none | - | этого хватит
    none | - | Не получил сообщение
    none | - | Нужна помощь с заказом
    none | - | когда начало?
    none | - | Не пишите на эту почту, звоните
    none | - | я ещё не получил смс
    help | ru | ПОМОЩЬ
    opt-in | ru | СТАРТ
    opt-out | uk | Стоп будь ласка
    opt-out | uk | досить
    opt-out | uk | Досить!
    opt-out | uk | відписатись
    opt-out | uk | Відпишіть мене
    opt-out | uk | відпишіть мене від розсилки
    opt-out | uk | Хочу відписатися
    """#
  )
}
