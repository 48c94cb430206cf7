extension LanguageTable {
  /// Hindi, in Devanagari and in the Latin letters people type it with.
  static let hindi: LanguageTable = {
    let texts = "संदेश|मैसेज|मेसेज|एसएमएस|मेसज|मेसेजेस|msg|message|messages|sms|sandesh|मैसेजेस|सन्देश|massage|msgs"
    let ads = "विज्ञापन|ऑफर|प्रचार|ad|ads|offer|विज्ञापनों|vigyapan"
    return LanguageTable(
      code: "hi",
      name: "Hindi",
      stop: [
        .strong("रोकें", .analogy), .strong("रोको", .analogy), .strong("बंद करो", .analogy),
        .strong("बंद करें", .analogy),
        .strong("बन्द करो", .analogy), .strong("बन्द करें", .analogy), .strong("स्टॉप", .analogy),
        .strong("रोकिए", .analogy),
        .strong("बंद कर दो", .analogy), .strong("बंद कीजिए", .analogy), .strong("सदस्यता समाप्त", .analogy),
        .strong("अनसब्सक्राइब", .analogy),
        .strong("BAND KARO", .analogy), .strong("BAND KARE", .analogy),
        .strong("BAND KAREN", .analogy), .strong("BAND KARDO", .analogy),
        .strong("BAND KIJIYE", .analogy), .strong("BAND KAR DO", .analogy),
        .strong("SMS बंद", .analogy),
        .strong("MAT BHEJO", .analogy), .strong("मत भेजो", .analogy), .strong("मत भेजें", .analogy),
        .strong("मत भेजिए", .analogy),
        .strong("ROKO", .analogy), .ordinary("बंद", .analogy), .ordinary("बस करो", .analogy),
        .ordinary("BAS KARO", .analogy),
        .doubtful("BAND", .analogy), .weak("रद्द", .analogy), .weak("समाप्त", .analogy),
        .weak("हटाओ", .analogy), .weak("हटाएं", .analogy),
        .weak("रद्द करें", .analogy), .weak("रुको", .analogy),
      ],
      start: [
        .weak("शुरू", .analogy), .weak("शुरू करें", .analogy), .weak("स्टार्ट", .analogy),
        .weak("SHURU", .analogy), .weak("चालू", .analogy), .weak("शुरू करो", .analogy),
      ],
      help: [
        .weak("मदद", .analogy), .weak("सहायता", .analogy), .weak("MADAD", .analogy),
        .weak("हेल्प", .analogy),
      ],
      marketing: ["विज्ञापन", "ऑफर", "प्रचार", "प्रमोशन"],
      polite: [
        "कृपया", "प्लीज", "प्लीज़", "धन्यवाद", "शुक्रिया", "नमस्ते", "जी", "अभी", "तुरंत", "हाँ", "kripya", "dhanyavad",
        "namaste", "ji", "abhi", "turant", "bhai", "भाई", "सर", "अब", "ab", "yaar", "यार",
      ],
      particles: [
        "सब", "सभी", "यह", "ये", "मुझे", "मैसेज", "मेसेज", "संदेश", "एसएमएस", "को", "से", "मेरे", "नंबर", "पर",
        "भेजना", "msg", "message",
        "sms", "ye", "yeh", "sab", "mujhe", "ko", "mere", "number", "par", "bhejna", "messages",
        "msgs", "kar",
      ],
      requests: [
        "(मैसेज|संदेश|sms|एसएमएस|message|msg|messages) (नहीं|nahi|nahin) (चाहता|चाहती|चाहते|chahta|chahti|chahate|chahie)",
        "(message|messages|msg|sms|msgs) [ko] (band|bandh) (kare|karein|karen|kijiye|kardo|kar do|karo)",
        "(unsubscribe|stop|optout|opt out) (karo|kar do|kardo|kijiye|kare|karein|kar dijiye)",
        "(list|database) (se|me se) (hatao|hata do|nikalo|nikal do|hataye)",
        "mera (naam|number|no|nambar) (hatao|hata do|nikalo|delete karo|hataye|hata dijiye)",
        "(मेरा|हमारा|इस|यह) (नंबर|नम्बर) (हटा|हटाओ|हटाएं|निकाल|निकालो|डिलीट|मिटा)",
        "(सदस्यता|सब्सक्रिप्शन) (समाप्त|रद्द|बंद|खत्म)",
        "(\(texts)) (मत|ना|न|नहीं) (भेजो|भेजें|भेजिए|भेजना|करो|करें|करिए|भेजे|भेजिये|चाहिए|कीजिए)",
        "(\(texts)) (mat|na|nahi|nahin) (bhejo|bheje|bhejna|bhejiye|karo|kare|karna|bhejen|chahiye)",
        "(don t|dont) (msg|message|sms) (karo|kare|karna|karen)",
        "(mat|मत) (bhejo|bheje|karo|भेजो|भेजें|करो) (\(texts))",
        "(मुझे|मुझको|mujhe|muje|mujhko) [और|aur|ye|ये|आपके|aapke] [\(texts)] (मत|ना|mat|na) (भेजो|भेजें|भेजिए|bhejo|bheje|bhejna|भेजना|bhejiye|karo|करो)",
        "(मुझे|mujhe|muje) [और|aur|अब|ab|ये|ye|आपके|aapke|कोई|koi] (\(texts)|ads|विज्ञापन) (नहीं|nahi|nahin|nhi) (चाहिए|chahiye|चाहिये|chahie)",
        "(\(texts)|भेजना|bhejna|ये|ye) [भेजना|bhejna|करना|karna|सब|sab] (बंद|band|बन्द) (करो|करें|कर दो|करिए|कीजिए|karo|kare|kardo|kar do|karen|kijiye|kr do|karna)",
        "(bhejna|भेजना) (band|बंद) ",
        "(मेरा|mera|मेरे|mere) (नंबर|number|नम्बर|no) [को|ko] [अपनी|apni] [सूची|लिस्ट|list] [से|se] (हटाओ|हटाएं|हटा दो|हटाइए|हटा दें|hatao|hata do|hataye|hatao|delete|remove|निकालो|निकाल|nikalo)",
        "(मुझे|mujhe) [अपनी|इस|apni|is] (सूची|लिस्ट|list) (से|se) (हटाओ|हटाएं|हटा|निकालो|हटाइए|hatao|hata|nikalo|remove)",
        "(परेशान|pareshan|tang|तंग) (मत|ना|mat|na|न) (करो|करें|करिए|karo|kare|kariye)",
        "(dobara|दोबारा|फिर से) [\(texts)] (मत|mat|ना) (भेजना|bhejna|भेजो|bhejo|karna)",
        "(सदस्यता|subscription|सब्सक्रिप्शन) (रद्द|बंद|cancel|band) (करें|करो|karo|kare|कर दो)",
      ],
      marketingRequests: ["(\(ads)) (मत|mat|ना|na|बंद|band) (भेजो|भेजें|bhejo|bheje|करो|करें|karo|kare)"],
      complaints: ["रुचि नहीं", "दिलचस्पी नहीं", "interest nahi", "गलत नंबर", "galat number", "रॉन्ग नंबर"],
      negations: [
        "(मत|ना|mat) (रोको|रोकें|रोकिए|रोकना|roko|rokna)",
        "(बंद|band) (मत|ना|mat|na|न|नहीं|nahi) (करो|करें|करना|करिए|karo|kare|karna|करना|kijiye)",
      ],
      innocents: [
        "(बस|ट्रेन|ऑटो|मेट्रो|अगला|आखिरी|पिछला) स्टॉप",
        "(dukan|dukaan|office|shop|road|darwaza|gate|light|pankha|fan|tv|gas) band",
        "(दुकान|दरवाजा|ऑफिस|गेट|लाइट|पंखा|गैस|टीवी|सड़क) (बंद|कब बंद)",
        "(दुकान|ऑफिस|स्कूल|बाजार|रास्ता|dukan|office|school|market|फोन|दरवाजा|darwaza|gate|phone|light|ac|fan|tv) [को|ko] (बंद|band) [करो|करें|कर दो|karo|kare|kardo|kar do|हो]",
        "(बस|गाड़ी|bus|gadi) (रोको|roko|रोकें)",
      ],
      signatures: ["मेरे iphone से भेजा"],
      reactions: ["(पसंद किया|पसंद|को)"],
      attributions: ["लिखा"]
    )
  }()
}
