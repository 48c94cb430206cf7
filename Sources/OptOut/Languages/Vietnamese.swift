extension LanguageTable {
  /// Vietnamese, with or without its diacritics, which the folding takes away on both sides.
  static let vietnamese: LanguageTable = {
    let texts = "tin nhắn|tin|sms|tin nhan|thông báo|tin rác|nhắn tin"
    let ads =
      "quảng cáo|khuyến mãi|khuyến mại|tin quảng cáo|tin khuyến mãi|sms quảng cáo|tin nhắn quảng cáo|tiếp thị"
    return LanguageTable(
      code: "vi",
      name: "Vietnamese",
      stop: [
        .strong("HUY DK", .national),
        .strong("HỦY ĐK", .national),
        .weak("HUY DV", .analogy),
        .strong("HỦY ĐĂNG KÝ", .analogy), .strong("HUỶ ĐĂNG KÝ", .analogy),
        .strong("NGỪNG NHẬN TIN", .analogy),
        .strong("DỪNG LẠI", .analogy), .strong("NGỪNG", .analogy), .strong("TỪ CHỐI", .national),
        .strong("TỪ CHỐI NHẬN TIN", .national),
        .strong("HỦY NHẬN TIN", .analogy), .strong("DỪNG NHẬN TIN", .analogy),
        .ordinary("TC", .national), .strong("HỦY SMS", .analogy), .strong("TU CHOI", .national),
        .ordinary("HỦY", .analogy), .ordinary("DỪNG", .analogy), .weak("THÔI", .analogy),
        .ordinary("CHẤM DỨT", .analogy),
        .weak("HỦY BỎ", .analogy), .weak("KẾT THÚC", .analogy), .weak("XÓA", .analogy),
        .weak("CHẶN", .analogy), .weak("NGƯNG", .analogy),
      ],
      start: [.weak("BẮT ĐẦU", .analogy), .weak("ĐĂNG KÝ", .analogy)],
      help: [.weak("TRỢ GIÚP", .analogy), .weak("GIÚP", .analogy), .weak("HỖ TRỢ", .analogy)],
      marketing: ["quảng cáo", "khuyến mãi", "khuyến mại", "tiếp thị", "qc"],
      polite: [
        "xin", "vui lòng", "làm ơn", "cảm ơn", "cám ơn", "xin chào", "chào", "ngay", "ngay lập tức",
        "bây giờ", "dạ", "vâng", "nhé", "ạ", "đi", "giúp tôi",
        "tôi muốn", "yêu cầu", "xin cảm ơn", "chào bạn", "hộ tôi", "giùm", "em muốn", "làm ơn hãy",
        "hãy",
      ],
      particles: [
        "tất cả", "tin", "tin nhắn", "nhận", "gửi", "dịch vụ", "này", "tôi", "nhắn", "việc",
        "danh sách", "cho tôi", "số", "nữa", "sms", "lại", "hết",
      ],
      requests: [
        "(rút lại|thu hồi|rut lai|hủy bỏ) (sự|) (đồng ý|dong y|chấp thuận)",
        "(đừng|không|xin đừng|dung) (liên lạc|lien lac|liên hệ|lien he|gọi|làm phiền|lam phien) (với tôi|voi toi|tôi|toi|cho tôi|cho toi|nữa|nua)",
        "(làm sao|làm thế nào|lam sao|cách) [để|de] (hủy|huỷ|huy|dừng|ngừng|dung|ngung) [tin nhắn|tin|dịch vụ|đăng ký]$",
        "(đừng|không|chớ|xin đừng|ko|k|khong|cấm|không được|hông) [có|ai] (gửi|nhắn|gởi|nhắn tin|gửi tin|liên hệ|làm phiền|gọi|spam|gửi tin nhắn|quấy rầy) [tin|tin nhắn|sms|cho tôi|tôi|cho mình|cho em|mình] [cho tôi|cho mình|tôi|cho em|tin|này] (nữa|cho tôi|tôi|cho mình|tin nhắn|tin|mình|em)",
        "(đừng|không được) (gửi|nhắn|gởi|làm phiền) [tin|tin nhắn] nữa",
        "(không|ko|khong|chẳng|k) (muốn|cần|thích|có nhu cầu) [nhận|nhan|nhận thêm|nhận được] [thêm|các|những] (\(texts)) [nữa|này]",
        "(ngừng|dừng|ngưng|thôi|hãy ngừng|hãy dừng|chấm dứt) [việc|ngay] (gửi|nhắn|gởi|làm phiền|gửi tin|nhắn tin|spam|quấy rầy)",
        "(xóa|xoá|gỡ|loại|bỏ|hủy|rút) (số của tôi|số tôi|tôi khỏi|tôi ra khỏi|số điện thoại|số này|tên tôi|số mình|số điện thoại của tôi|thông tin của tôi)",
        "(hủy|huỷ|ngừng|dừng|tắt|chấm dứt|bỏ) (đăng ký|dịch vụ|thông báo|nhận tin|nhận tin nhắn|nhận sms|theo dõi)",
        "(làm sao|làm thế nào|cách|muốn) [để] (hủy đăng ký|ngừng nhận|từ chối nhận|hủy nhận|dừng nhận|huỷ đăng ký|hủy tin)",
        "để tôi yên", "từ chối nhận",
      ],
      marketingRequests: [
        "(đừng|không|ngừng|dừng|từ chối|hủy|không nhận|không muốn) [muốn|gửi|nhận|gởi] [nhận|tin] (\(ads)) [nữa]"
      ],
      complaints: [
        "không quan tâm", "ko quan tâm", "nhầm số", "sai số", "nhầm người", "nhầm máy",
        "không có nhu cầu",
      ],
      negations: [
        "(đừng|không|chưa|ko|khong) [muốn|cần|có] (dừng|ngừng|hủy|huỷ|dừng lại|hủy đăng ký|từ chối|thôi|stop|xóa)"
      ],
      innocents: [
        "(dừng|ngừng) (xe|ở|tại|bán|hoạt động|học|một chút)",
        "(hủy|huỷ) (lịch|hẹn|đơn|vé|phòng|lịch hẹn|cuộc hẹn|đặt)", "(trạm|bến|điểm) dừng",
        "(hơn|học) tc", "từ chối (cuộc gọi|phỏng vấn|lời mời)",
      ],
      signatures: ["gửi từ iphone", "đã gửi từ", "được gửi từ", "tin nhắn gốc"],
      reactions: ["(đã thích|thích|đã yêu thích|cười|nhấn mạnh|đã cười|đến|với)"],
      attributions: ["viết"]
    )
  }()
}
