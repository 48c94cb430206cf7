extension ReplyRow {
  /// Replies as people write them.
  static let eastAsianReplies = rows(
    #"""
    opt-out | zh | 退订
    opt-out | zh | 停止发送
    opt-out | zh | 停止發送
    opt-out | zh | 不要再发了
    opt-out | zh | 别再发了
    opt-out | zh | 别给我发短信了
    opt-out | zh | 请不要再给我发短信
    opt-out | zh | 不要发短信给我
    opt-out | zh | 不想收到短信
    opt-out | zh | 我不想再收到短信
    opt-out | zh | 不想再收到你们的短信
    opt-out | zh | 拒收
    opt-out | zh | 取消訂閱
    opt-out | zh | 请取消订阅
    opt-out | zh | 我想退订
    opt-out | zh | 退订谢谢
    opt-out | zh | 请退订
    opt-out | zh | 回复TD
    opt-out | zh | 退订回T
    opt-out | zh | 回T退订
    opt-out | zh | 删除我的号码
    opt-out | zh | 请删除我的号码
    opt-out | zh | 移除我
    opt-out | zh | 请勿打扰
    opt-out | zh | 勿扰
    opt-out | zh | 不要骚扰我
    opt-out | zh | 别烦我
    opt-out | zh | 别骚扰我了
    opt-out | zh | 如何取消订阅？
    opt-out | zh | 停
    opt-out | zh | 終止
    opt-out | zh | 終止發送
    opt-out | zh | 請停止發送訊息
    opt-out | zh | QX
    none | - | 别停
    none | - | 公交车站
    none | - | 我在车站
    none | - | 到站了
    none | - | 停车场在哪
    none | - | 停在门口
    none | - | 停电了
    none | - | 雨停了
    none | - | 月底
    none | - | 我想取消预约
    none | - | 取消订单
    none | - | 取消我的预约
    none | - | 好的
    none | - | 是
    none | - | 不
    none | - | 不用了谢谢
    none | - | 谢谢
    none | - | 收到
    none | - | 我不要洋葱
    none | - | 没收到短信
    none | - | 我没有收到短信
    none | - | 需要帮忙处理订单
    none | - | 几点开始
    none | - | 请停在门口
    opt-out | ja | 配信停止してください
    opt-out | ja | 配信を止めてください
    opt-out | ja | メッセージを止めてください
    opt-out | ja | ストップしてください
    opt-out | ja | 止めて
    opt-out | ja | やめて
    opt-out | ja | もうやめて
    opt-out | ja | もう送らないで
    opt-out | ja | 送らないでください
    opt-out | ja | 送ってこないで
    opt-out | ja | メッセージはもういりません
    opt-out | ja | メッセージいりません
    opt-out | ja | SMSはいりません
    opt-out | ja | もう要りません
    opt-out | ja | 登録解除
    opt-out | ja | 解除してください
    opt-out | ja | 退会
    opt-out | ja | 退会します
    opt-out | ja | 退会したいです
    opt-out | ja | 購読解除
    opt-out | ja | 登録を削除してください
    opt-out | ja | 番号を削除してください
    opt-out | ja | 連絡しないでください
    opt-out | ja | もう連絡しないで
    opt-out | ja | 迷惑です。送らないでください
    opt-out | ja | 迷惑です、やめてください
    opt-out | ja | 受信拒否
    opt-out | ja | 拒否します
    opt-out | ja | 配信不要
    opt-out | ja | どうやって停止しますか
    opt-out | ja | 解約
    none | - | 止めないで
    none | - | やめないで
    none | - | 停止しないで
    none | - | バス停
    none | - | バス停にいます
    none | - | 今バス停です
    none | - | 月末
    none | - | 週の終わり
    none | - | 予約をキャンセル
    none | - | 予約をキャンセルしたいです
    none | - | 注文をキャンセルしてください
    none | - | いいえ
    none | - | 結構です
    none | - | ありがとう
    none | - | 了解です
    none | - | また明日
    none | - | 玉ねぎはいりません
    none | - | メッセージが届いていません
    none | - | 注文を手伝って
    none | - | 何時に始まりますか
    none | - | 雨が止みました
    none | - | 車を止めてもいいですか
    none | - | 店の前に車を止めてください
    none | - | 薬をやめてもいいですか
    opt-out | ko | 수신거부 부탁드립니다
    opt-out | ko | 수신거부요
    opt-out | ko | 중지해주세요
    opt-out | ko | 그만
    opt-out | ko | 그만!
    opt-out | ko | 그만해
    opt-out | ko | 그만하세요
    opt-out | ko | 문자 보내지마세요
    opt-out | ko | 보내지마
    opt-out | ko | 더이상 보내지 마세요
    opt-out | ko | 문자 받고 싶지 않습니다
    opt-out | ko | 문자 받기 싫어요
    opt-out | ko | 수신 해지
    opt-out | ko | 구독취소
    opt-out | ko | 해지
    opt-out | ko | 탈퇴
    opt-out | ko | 탈퇴할게요
    opt-out | ko | 제 번호 삭제해 주세요
    opt-out | ko | 번호 삭제해주세요
    opt-out | ko | 제 번호 지워주세요
    opt-out | ko | 명단에서 빼주세요
    opt-out | ko | 빼주세요
    opt-out | ko | 연락하지 마세요
    opt-out | ko | 연락하지마
    opt-out | ko | 스톱
    opt-out | ko | 스탑
    opt-out | ko | 정지
    opt-out | ko | 차단
    opt-out | ko | 광고 거부
    opt-out | ko | 어떻게 수신거부하나요
    none | - | 멈추지 마세요
    none | - | 그만두지 마세요
    none | - | 버스 정류장
    none | - | 정류장이에요
    none | - | 월말
    none | - | 예약 취소
    none | - | 예약 취소해 주세요
    none | - | 예약을 취소하고 싶어요
    none | - | 주문 취소
    none | - | 주문 취소해주세요
    none | - | 네
    none | - | 아니요
    none | - | 아니요 괜찮아요
    none | - | 알겠습니다
    none | - | 내일 봐요
    none | - | 양파 빼주세요
    none | - | 주문 도움이 필요해요
    none | - | 몇 시에 시작해요
    none | - | 비가 그만 왔으면 좋겠어요
    none | - | 회사를 그만뒀어요
    opt-out | zh | 您好，请不要再给我发短信了，谢谢
    opt-out | zh | 你好，我要退订短信
    opt-out | zh | 麻烦退订
    opt-out | zh | 麻烦取消订阅
    opt-out | zh | 请移除我的号码
    opt-out | zh | 请把我的号码删除
    opt-out | zh | 不感兴趣，别发了
    opt-out | zh | 没兴趣，退订
    opt-out | zh | 发错了，别再发了
    opt-out | zh | 号码错了，不要再发
    opt-out | zh | 别再给我发了
    opt-out | zh | 不要给我发消息了
    opt-out | zh | 不要再给我发信息
    opt-out | zh | 停止给我发短信
    opt-out | zh | 停止发短信
    opt-out | zh | 请停止发短信
    opt-out | zh | 我不需要这些短信
    opt-out | zh | 不需要，退订
    opt-out | zh | 不要再骚扰
    opt-out | zh | 拒绝接收
    opt-out | zh | 拒绝接收短信
    opt-out | zh | 取消短信
    opt-out | zh | 关闭短信通知
    opt-out | zh | 如何退订
    opt-out | zh | 怎样才能退订
    opt-out | zh | 烦死了退订
    opt-out | zh | TD谢谢
    opt-out | zh | 请TD
    none | - | 为什么收不到短信？
    none | - | 我收不到你们的短信
    none | - | 公交站在哪里
    none | - | 车停在哪里
    none | - | 雨停了吗
    none | - | 停一下
    none | - | 什么时候结束
    none | - | 取消今天的课
    none | - | 我要取消酒店预订
    none | - | 把包裹放门口
    none | - | 给我打电话
    none | - | 不要辣
    none | - | 不要香菜谢谢
    none | - | 不要忘记
    none | - | 别忘了
    none | - | 不用找了
    opt-out | ja | すみません、配信停止をお願いします
    opt-out | ja | お手数ですが配信停止してください
    opt-out | ja | もうメッセージを送らないでください
    opt-out | ja | 今後送らないでください
    opt-out | ja | 今後の配信を停止してください
    opt-out | ja | SMSを送らないでください
    opt-out | zh | SMS停止
    opt-out | ja | sms停止してください
    opt-out | ja | 興味ありません。配信停止してください
    opt-out | ja | 興味がないので送らないで
    opt-out | ja | 間違いです、送らないでください
    opt-out | ja | 番号が違います。停止してください
    opt-out | ja | メルマガ解除
    opt-out | ja | メルマガ解除お願いします
    opt-out | ja | 登録を解除したい
    opt-out | ja | リストから外してください
    opt-out | ja | 私の番号を削除してください
    opt-out | ja | しつこい、やめて
    opt-out | ja | うざい やめろ
    opt-out | ja | やめろ
    opt-out | ja | 停止希望
    opt-out | ja | 停止でお願いします
    opt-out | ja | 配信拒否
    opt-out | ja | 受け取りたくありません
    opt-out | ja | もう受け取りたくないです
    none | - | なぜメッセージが届かないのですか
    none | - | 届きません
    none | - | バス停はどこですか
    none | - | 電車が止まりました
    none | - | 雨がやみました
    none | - | タバコをやめました
    none | - | 終わり
    none | - | 何時に終わりますか
    none | - | キャンセルできますか
    none | - | 予約を取り消したい
    none | - | 玄関に置いてください
    none | - | 電話してください
    none | - | ワサビはいらないです
    none | - | 忘れないで
    none | - | やめておきます
    none | - | 今回はやめておきます
    none | - | 今日はやめときます
    opt-out | ko | 안녕하세요 수신거부 부탁드립니다
    opt-out | ko | 죄송하지만 문자 그만 보내주세요
    opt-out | ko | 제발 그만 보내세요
    opt-out | ko | 앞으로 문자 보내지 마세요
    opt-out | ko | 앞으로 연락하지 마세요
    opt-out | ko | 다시는 연락하지 마세요
    opt-out | ko | 관심 없어요 보내지 마세요
    opt-out | ko | 관심없으니 수신거부
    opt-out | ko | 잘못 보내셨어요 보내지 마세요
    opt-out | ko | 문자 수신 거부합니다
    opt-out | ko | 문자 중단해주세요
    opt-out | ko | 중단해주세요
    opt-out | ko | 발송 중단
    opt-out | ko | 수신을 원하지 않습니다
    opt-out | ko | 문자 수신 원치 않습니다
    opt-out | ko | 명단에서 제외해주세요
    opt-out | ko | 목록에서 삭제해주세요
    opt-out | ko | STOP 부탁드려요
    opt-out | ko | 문자 받기 싫습니다
    opt-out | ko | 차단해주세요
    none | - | 왜 문자가 안 와요?
    none | - | 문자가 안 와요
    none | - | 정류장 어디예요
    none | - | 버스가 멈췄어요
    none | - | 비가 그쳤어요
    none | - | 담배 끊었어요
    none | - | 언제 끝나요
    none | - | 예약 취소할 수 있나요
    none | - | 주문 취소할게요
    none | - | 문 앞에 놔주세요
    none | - | 전화 주세요
    none | - | 양파는 빼 주세요
    none | - | 고수 빼주세요
    none | - | 잊지 마세요
    none | - | 걱정하지 마세요
    none | - | 오늘은 그만할게요
    """#
  )
}
