extension LanguageTable {
  /// Turkish.
  static let turkish: LanguageTable = {
    let texts =
      "mesaj|mesajı|mesajlar|mesajları|sms|sms ler|smsler|smsleri|kısa mesaj|bildirim|bildirimleri|mesajlarınızı"
    let ads =
      "reklam|reklamlar|reklamları|kampanya|kampanyalar|tanıtım|promosyon|reklam mesajı|reklam sms"
    return LanguageTable(
      code: "tr",
      name: "Turkish",
      stop: [
        .strong("İPTAL", .national), .strong("ABONELİKTEN ÇIK", .analogy),
        .strong("ABONELİK İPTAL", .analogy),
        .strong("DURDUR", .analogy), .strong("SMS İPTAL", .national), .strong("DURDURUN", .analogy),
        .strong("LİSTEDEN ÇIKAR", .analogy), .strong("SMS RET", .national),
        .strong("İPTAL ET", .analogy),
        .strong("İPTAL EDİN", .analogy), .ordinary("RET", .national), .doubtful("RED", .openCode),
        .ordinary("DUR", .analogy), .weak("ÇIKIŞ", .analogy), .weak("ÇIK", .analogy),
        .doubtful("SON", .analogy), .weak("İSTEMİYORUM", .analogy), .weak("KAPAT", .analogy),
        .weak("YETER", .analogy), .weak("REDDET", .analogy), .weak("REDDEDİYORUM", .analogy),
      ],
      start: [
        .weak("BAŞLA", .analogy), .weak("BAŞLAT", .analogy),
        .weak("ABONE OL", .analogy),
      ],
      help: [.weak("YARDIM", .analogy), .weak("BİLGİ", .analogy)],
      marketing: ["reklam", "reklamlar", "kampanya", "kampanyalar", "tanıtım", "promosyon"],
      polite: [
        "lütfen", "lutfen", "teşekkürler", "teşekkür ederim", "sağol", "sağolun", "merhaba",
        "selam",
        "iyi günler", "hemen", "artık", "şimdi", "tamam", "evet", "derhal", "saygılar",
        "rica ederim",
      ],
      particles: [
        "mesaj", "mesajlar", "mesajları", "hepsi", "hepsini", "tüm", "bu", "bana", "beni",
        "listeden",
        "numaram", "numaramı", "bunu", "aboneliğim", "aboneliğimi", "üyelik", "üyeliğimi",
      ],
      requests: [
        "(beni|bizi|numarami) [bu|su|sizin] (listeden|listenizden|listesinden) (cikarir|cikartir|siler) (misiniz|misin)",
        "^(iptal ediyorum|iptal etmek istiyorum)$",
        "iptal ediyorum (uyeligimi|aboneligimi|mesaj|sms)",
        "(rahat birakin|rahat birak) [beni|bizi|artik]",
        "^(cikmak istiyorum|cikis istiyorum)$",
        "(listeden|abonelikten|uyelikten|sistemden) cikmak istiyorum",
        "[bana|bize] [artık|bir daha|daha fazla|lütfen] [artık|bir daha|daha fazla] (\(texts)) [bir daha"
          + "|artık] (atmayın|atma|atmayınız|göndermeyin|göndermeyiniz|gönderme|yollamayın|yollama|çekmeyin)",
        "(\(texts)) [almak|gelmesini|almayı|atılmasını|gönderilmesini|atmanızı] (istemiyorum|istemiyoruz|istemem)",
        "(\(texts)) (gelmesin|atmasın|almayayım|istemem)",
        "(bir daha|artık) (yazmayın|yazma|göndermeyin"
          + "|atmayın|aramayın|rahatsız etmeyin)",
        "(beni|bizi) [bir daha|artık|lütfen] (rahatsız etmeyin|rahat bırakın|rahat bırak|rahatsız etme"
          + "|aramayın|listeden çıkarın|listenizden çıkarın|listeden çıkar|listenizden çıkar|listeden silin|silin|çıkarın)",
        "(numaramı|telefonumu|adımı|bilgilerimi) [listeden|listenizden|lütfen|sistemden|sisteminizden] (silin|sil|çıkarın|çıkar|kaldırın|siliniz)",
        "(listeden|listenizden) (çıkarın|çıkar|silin|çıkmak istiyorum|çıkarınız)",
        "(abonelikten|üyelikten|sms listesinden) (çıkmak|ayrılmak|çıkarın|çık|çıkar)",
        "(aboneliğimi|üyeliğimi|aboneliği|kaydımı) (iptal|sonlandır|sonlandırın|silin|durdurun)",
        "(mesajları|smsleri|bildirimleri|mesaj göndermeyi|mesaj atmayı|sms atmayı) (durdurun|durdur|kesin|kes|bırakın|kapatın|iptal edin)",
        "(bana|bize|beni) (yazmayı|mesaj atmayı|mesaj göndermeyi|mesaj yazmayı|aramayı) [artık|lütfen]"
          + " (bırakın|bırak|kesin|kes|durdurun)",
        "(rızamı|onayımı|iznimi) geri (alıyorum|çekiyorum)",
      ],
      marketingRequests: [
        "(\(ads)) [mesajı|mesajları|sms] [almak|gelmesini] (istemiyorum|göndermeyin|atmayın|yollamayın)"
      ],
      complaints: [
        "ilgilenmiyorum", "yanlış numara", "yanlış kişi", "kayıt olmadım", "vefat etti",
      ],
      negations: [
        "(iptal|durdurma|ret) (etmeyin|etme|istemiyorum|etmek istemiyorum|etmiyorum|değil|etmedim)",
        "durdurmayın", "(çıkmak|çıkarılmak) istemiyorum",
      ],
      innocents: [
        "(randevu|randevumu|randevuyu|sipariş|siparişimi|rezervasyon|rezervasyonu|toplantı|uçuş|siparişi|rezervasyonumu) iptal [et|edin|etmek|ettim]",
        "iptal (oldu|edildi|olan|olursa)", "dur (bakalım|bir dakika|bi|ben|şimdi)",
      ],
      signatures: ["iphone umdan gönderildi", "telefonumdan gönderildi", "iphone dan gönderildi"],
      reactions: ["(beğendi|sevdi|güldü|vurguladı|sorguladı|beğenmedi)"],
      attributions: ["yazdı"]
    )
  }()
}
