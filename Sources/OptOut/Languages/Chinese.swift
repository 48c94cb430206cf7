extension LanguageTable {
  /// Chinese, in simplified and traditional characters.
  ///
  /// Every character is a word here, so that keywords and phrases need no spaces around them.
  static let chinese: LanguageTable = {
    let send = "发|發|给我发|給我發|给我|給我|寄|传|傳|发送|發送|发给我|發給我|打扰|打擾|骚扰|騷擾|联系|聯絡|推送"
    let ads = "广告|廣告|推广|推廣|促销|促銷|营销|營銷|推销|推銷"
    return LanguageTable(
      code: "zh",
      name: "Chinese",
      stop: [
        .strong("TD谢谢", .analogy),
        .strong("请TD", .analogy),
        .strong("TD謝謝", .analogy),
        .strong("回复TD", .analogy),
        .strong("回T退订", .analogy),
        .strong("退订回T", .analogy),
        .strong("终止", .analogy),
        .strong("終止", .analogy),
        .weak("移除我", .analogy),
        .weak("勿扰", .analogy),
        .weak("QX", .analogy),
        .strong("退订", .national), .strong("退訂", .national), .strong("取消订阅", .analogy),
        .strong("取消訂閱", .analogy),
        .strong("拒收", .national), .strong("退订短信", .analogy), .strong("取消短信", .analogy),
        .strong("停止短信", .analogy),
        .strong("停发", .analogy), .strong("停發", .analogy), .strong("停止发送", .analogy),
        .strong("停止發送", .analogy),
        .strong("取消關注", .analogy), .strong("退订T", .national), .strong("退订TD", .national),
        .strong("不再接收", .analogy),
        .strong("拒絕接收", .analogy), .strong("拒绝接收", .analogy), .strong("退阅", .analogy),
        .strong("TD退订", .national),
        .ordinary("停止", .openCode), .ordinary("停", .analogy), .weak("TD", .national),
        .weak("T", .national),
        .weak("取消", .analogy), .weak("终止", .analogy), .weak("結束", .analogy), .weak("结束", .analogy),
        .weak("屏蔽", .analogy),
        .weak("别发了", .analogy), .doubtful("N", .national), .doubtful("R", .national),
      ],
      start: [
        .weak("订阅", .analogy), .weak("訂閱", .analogy), .weak("开始", .analogy), .weak("開始", .analogy),
        .weak("恢复", .analogy), .weak("恢復", .analogy),
      ],
      help: [
        .weak("帮助", .analogy), .weak("幫助", .analogy), .weak("帮忙", .analogy), .weak("說明", .analogy),
      ],
      marketing: ["广告", "廣告", "推广", "推廣", "促销", "促銷", "营销", "營銷", "营销短信", "广告短信", "廣告簡訊"],
      polite: [
        "请", "請", "麻烦", "麻煩", "谢谢", "謝謝", "谢谢你", "您好", "你好", "谢", "马上", "馬上", "立即", "立刻", "现在",
        "好的", "多谢", "请帮我", "帮我",
        "我要", "我想", "要求", "请您", "请你们", "我想要", "感谢", "拜托", "不需要", "不用了", "不用",
      ],
      particles: [
        "短信", "簡訊", "所有", "全部", "信息", "讯息", "訊息", "消息", "了", "吧", "啊", "这个", "這個", "的", "我", "一下",
        "服务", "服務", "你们", "回复", "发送", "發送", "接收", "您",
      ],
      requests: [
        "(不需要|不想要|不想看|不要) [你们的|这些|这种|再] (短信|訊息|信息|消息|广告短信)",
        "(怎样|如何|怎么|怎麼) (才能|可以|能|) (退订|退訂|取消订阅)",
        "(烦死了|没兴趣|不感兴趣|麻烦|求) (退订|退訂)",
        "(终止|終止|停止) (发送|發送|短信|服务|服務|訊息|信息|订阅|訂閱)",
        "(不要|别|別|不用|请勿|請勿|勿|不准|禁止|无需|甭) [再|继续|繼續|老是|总是] (\(send)) [短信|簡訊|信息|訊息|消息|我|了|广告]",
        "(不想|不要|不愿|不願|不希望|拒绝|拒絕|不|停止) [再|继续|繼續] (收到|接收|收) [你们|你們|您|贵公司|任何|这些|這些|这种] [的] (短信|簡訊|信息|訊息|消息|通知|广告|任何)",
        "(停止|停) [给我|給我|向我] (发|發|发送|發送|推送|寄|传送|傳送|骚扰|騷擾) [短信|簡訊|信息|訊息|消息]",
        "(把我|将我|將我|请把我|把我的号码|把我的號碼|将我的号码|把我的手机号|把我的电话) [从|從] [你们|你們] [的] [名单|名單|列表|系统] [中|里|裡] (删除|刪除|移除|删掉|去掉|移出|删了|刪掉|拉黑)",
        "(删除|刪除|移除|删掉) (我的号码|我的號碼|我的电话|我的手机号|我的信息|我的資料|我的资料|我的手机号码)",
        "(取消|退订|退訂|停止|关闭|關閉) [我的|这个|這個|你们的|所有] [短信|簡訊|消息|讯息|订阅|訂閱] (订阅|訂閱|服务|服務|通知|提醒|短信|簡訊)",
        "(如何|怎么|怎麼|怎样|怎樣) (退订|退訂|取消订阅|取消訂閱)", "别烦我", "別煩我", "不要烦我", "不要煩我",
        "(要|想|我要|申请|需要) (退订|退訂)",
        "(别|別|不要)再(来|來)", "撤回同意", "不要短信", "不要簡訊",
      ],
      marketingRequests: [
        "(不要|别|別|停止|拒绝|拒絕|不想|不想收|不要再发|别再发|不想要|不收) [再] [发|發|收|给我发|发送|接收|收到] (\(ads)) [短信|簡訊|信息]"
      ],
      complaints: [
        "不感兴趣", "不感興趣", "没兴趣", "沒興趣", "打错了", "打錯了", "号码错误", "發錯了", "发错了", "搞错了", "骚扰短信", "我要投诉",
        "投诉", "投訴",
      ],
      negations: [
        "(不要|别|別|不用|没有|沒有|不|无需|不能|没|不想) (停止|停|退订|退訂|取消订阅|取消訂閱|取消|拒收|停发|把我删除|想退订)",
        "(没说|沒說|不是) (退订|退訂|停止)",
      ],
      innocents: [
        "停止(使用|工作|营业|營業|供水|供电|服务了|运行)", "(取消|改) (预约|預約|订单|訂單|会议|會議|行程)", "公交停",
        "停(车|車|电|電|水|课|在|一下)", "退订(酒店|机票|房间|单|了酒店)",
      ],
      signatures: ["发自我的", "發自我的", "从我的 iphone 发送", "發送自", "来自我的", "原始邮件", "从我的iphone发送"],
      reactions: ["(喜欢|喜歡|赞了|讚了|觉得|大笑|强调了|強調了|质疑了|对|對|爱了|不喜欢|不喜歡|回应|回應)"],
      attributions: ["写道", "寫道"]
    )
  }()
}
