extension LanguageTable {
  /// Indonesian, and Malay where the words are the same.
  static let indonesian: LanguageTable = {
    let texts =
      "sms|pesan|pesan pesan|pesannya|smsnya|mesej|notifikasi|chat|wa|pesan singkat|spam|info"
    let ads = "iklan|promo|promosi|penawaran|tawaran|pesan promosi|sms promosi|sms iklan"
    return LanguageTable(
      code: "id",
      name: "Indonesian",
      stop: [
        .strong("UNREG ALL", .national),
        .strong("UNREG SEMUA", .national),
        .strong("BERHENTI LANGGANAN", .analogy),
        .strong("BERHENTI", .analogy), .strong("UNREG", .national),
        .strong("BERHENTI BERLANGGANAN", .analogy),
        .strong("STOP LANGGANAN", .analogy), .strong("HENTIKAN", .analogy),
        .strong("BATALKAN LANGGANAN", .analogy),
        .strong("UNREG SMS", .national), .strong("STOP PESAN", .analogy),
        .strong("BERHENTI SMS", .analogy),
        .strong("HAPUS NOMOR", .analogy), .strong("HENTI", .analogy), .ordinary("SETOP", .analogy),
        .ordinary("CUKUP", .analogy), .ordinary("KELUAR", .analogy),
        .weak("BATAL", .analogy), .weak("BATALKAN", .analogy), .weak("SELESAI", .analogy),
        .weak("TOLAK", .analogy),
        .weak("HAPUS", .analogy), .weak("UDAHAN", .analogy),
      ],
      start: [
        .weak("MULAI", .analogy), .weak("REG", .national), .weak("LANGGANAN", .analogy),
        .weak("AKTIFKAN", .analogy),
      ],
      help: [.weak("BANTUAN", .analogy), .weak("TOLONG", .analogy), .weak("INFORMASI", .analogy)],
      marketing: ["iklan", "promosi", "penawaran", "tawaran"],
      polite: [
        "mohon",
        "bisa",
        "tlg",
        "tolong", "mohon", "terima kasih", "terimakasih", "makasih", "trims", "halo", "hai",
        "selamat pagi", "selamat siang", "sekarang",
        "segera", "ya", "dong", "pak", "bu", "min", "kak", "silakan", "saya mau", "saya ingin",
        "aja", "deh", "lah", "saja", "sudah", "salam",
      ],
      particles: [
        "semua", "semuanya", "kirim", "pesan", "ini", "itu", "saya", "dari", "ke", "layanan",
        "langganan", "kirimi", "mengirim", "nomor", "daftar", "berlangganan", "sms nya",
      ],
      requests: [
        "(mohon|tolong|harap) (tidak|jangan) [lagi] (mengirim|kirim|mengirimi|kirimi|menghubungi)",
        "(saya|aku) (cabut|menarik|tarik) (persetujuan|izin|ijin)",
        "(tidak|tak|gak|ga) (berlangganan|langganan) [_] (hapus|stop|hentikan)",
        "(mohon|tolong|harap) (dihentikan|dihentikan pesan)",
        "(jangan|jgn) (kirim2|kirim kirim|sms2|ganggu2) [lagi|saya]",
        "(jangan|jgn|tidak usah|gak usah|ga usah|nggak usah|tak usah|dilarang|jangan pernah) [lagi|pernah] (kirim|kirimi|kirimkan|mengirim|sms|hubungi|menghubungi|ganggu|mengganggu|chat|spam|wa|kirimin|dikirim|telepon) [saya|aku|ke saya|gue|gw|kami|saya lagi] [lagi|\(texts)]",
        "(berhenti|berhentilah|stop|hentikan|setop) (mengirim|kirim|mengirimi|ngirim|sms|pengiriman|kirimi|mengirimkan|menghubungi|ganggu|mengganggu|hubungi|spam|kirimin) [saya|aku|pesan|sms]",
        "(tidak|tak|gak|ga|nggak|enggak|tdk) (mau|ingin|usah|perlu|ingin lagi|mau lagi|bersedia|berminat) [lagi] (menerima|terima|dapat|mendapat|dikirim|dikirimi|dihubungi|nerima|dikirimin|dapet|disms) [lagi|\(texts)|oleh]",
        "(tidak|tak|gak|ga|nggak) (mau|ingin) (\(texts)) [lagi|ini]",
        "(hapus|hapuskan|keluarkan|coret|buang|delete) (nomor saya|saya|nomor ini|no saya|data saya|nomorku|nomer saya|nomor hp saya|kontak saya|nama saya)",
        "(tidak ada|jangan ada|cukup|tanpa|tak ada) (\(texts)) lagi",
        "(batalkan|hentikan|stop|cabut|matikan|batal|akhiri) (langganan|berlangganan|layanan|pesan|sms|notifikasi|layanan sms|langganan saya) [ini]",
        "(jangan ganggu|biarkan) (saya|aku|kami) [sendiri]",
        "(mau|ingin|cara|bagaimana|gimana|bagaimana cara) (berhenti berlangganan|unreg|unsubscribe|berhenti langganan|keluar dari daftar|berhenti menerima)",
        "(mencabut|tarik|menarik) persetujuan",
      ],
      marketingRequests: [
        "(jangan|stop|tidak mau|gak mau|hentikan|berhenti|tak mau|tidak ingin|ga mau) [kirim|kirimi|mengirim|terima|menerima|dikirimi] [saya] [lagi] (\(ads))",
        "(tidak ada|cukup) (\(ads)) lagi",
      ],
      complaints: [
        "tidak tertarik", "gak tertarik", "ga tertarik", "tidak berminat", "salah nomor",
        "salah sambung", "salah orang", "nomor salah", "tak berminat",
      ],
      negations: [
        "(jangan|tidak|jgn|tak|gak|ga|nggak|tanpa|belum) [mau|ingin|pernah|akan] (berhenti|hentikan|stop|unreg|dihentikan|hapus|keluar|henti|unsubscribe|batalkan)"
      ],
      innocents: [
        "(sudah|udah|sdh|hujannya|hujan sudah|dah) berhenti",
        "cukup [1|2|3|4|5|satu|dua|tiga|sekian|segitu] (saja|aja|orang|porsi|buah)",
        "(sudah|udah|rasanya|itu|sdh) cukup",
        "(bus|bis|kereta|hujan|angkot|mesin) (berhenti|henti)",
        "berhenti (di|merokok|kerja|bekerja|sekolah|makan|sebentar|dulu)",
        "(cukup|keluar) (baik|jauh|mahal|rumah|kota)", "tanpa henti", "(pemberhentian|lampu) stop",
      ],
      signatures: ["dikirim dari", "pesan asli"],
      reactions: ["(menyukai|menyayangi|tidak menyukai|tertawa pada|menekankan|mempertanyakan|ke)"],
      attributions: ["menulis"]
    )
  }()
}
