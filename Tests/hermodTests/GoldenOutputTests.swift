import Testing

@testable import hermod

/// What the screens look like, to the last space.
@Suite struct GoldenOutputTests {
  @Test func `a list of messages, at 80 columns`() {
    let style = Fixture.style(width: 80)
    #expect(
      MessageTable(list: Fixture.list, style: style).text
        == #"""
        ID                          TIME         STATE      TO             TEXT
        01J0000000000000000000000A  09:40:58     queued     +447700900123  Your code is…
        01J0000000000000000000000B  09:39:30     delivered  +447700900123  One⏎Two \u{1…
        01J0000000000000000000000C  2 May 08:41  unknown    +447700900123  您的包裹已到…
        There are more: --after 01J0000000000000000000000C

        """#
    )
  }

  @Test func `a list of messages, at 120 columns`() {
    let style = Fixture.style(width: 120)
    #expect(
      MessageTable(list: Fixture.list, style: style).text
        == #"""
        ID                          TIME         STATE      TO             CLASS         MODEM       TEXT
        01J0000000000000000000000A  09:40:58     queued     +447700900123  notification  -           Your code is 123456
        01J0000000000000000000000B  09:39:30     delivered  +447700900123  notification  front-desk  One⏎Two \u{1B}[31mred
        01J0000000000000000000000C  2 May 08:41  unknown    +447700900123  notification  front-desk  您的包裹已到达,请到前台领…
        There are more: --after 01J0000000000000000000000C

        """#
    )
  }

  @Test func `the whole story of a message, at 80 columns`() {
    let style = Fixture.style(width: 80)
    #expect(
      MessagePage(message: Fixture.story, style: style).text
        == #"""
        id          01J0000000000000000000000D
        state       sent
        to          +447700900123
        class       notification
        accepted    2026-05-03 09:40:00 by api, user 1000
        changed     2026-05-03 09:40:01
        given up    2026-05-04 09:40:00
        modem       front-desk
        reference   order 7
        encoding    gsm7
        segments    1 of 2 sent
        if unknown  hold

          A long text
          of two lines

        SEGMENT  STATE      REFERENCE  SENT      REPORT
              1  delivered         64  09:40:03  0: received by the phone
              2  queued             -  -         -

        ATTEMPT  SEGMENT  MODEM       STARTED    TOOK  OUTCOME   DETAIL
              1        1  back        09:40:00  1.2 s  refused   +CMS ERROR: 38, networ…
              2        1  front-desk  09:40:01  2.0 s  accepted  reference 64

        TIME                 STATE       BY          REASON
        2026-05-03 09:40:00  queued      user 1000
        2026-05-03 09:40:00  submitting  back
        2026-05-03 09:40:01  submitting  front-desk
        2026-05-03 09:40:02  queued      token shop  tried again; it was failed
        2026-05-03 09:40:03  sent        -           the service centre has it

        """#
    )
  }

  @Test func `the whole story of a message, at 120 columns`() {
    let style = Fixture.style(width: 120)
    #expect(
      MessagePage(message: Fixture.story, style: style).text
        == #"""
        id          01J0000000000000000000000D
        state       sent
        to          +447700900123
        class       notification
        accepted    2026-05-03 09:40:00 by api, user 1000
        changed     2026-05-03 09:40:01
        given up    2026-05-04 09:40:00
        modem       front-desk
        reference   order 7
        encoding    gsm7
        segments    1 of 2 sent
        if unknown  hold

          A long text
          of two lines

        SEGMENT  STATE      REFERENCE  SENT      REPORT
              1  delivered         64  09:40:03  0: received by the phone
              2  queued             -  -         -

        ATTEMPT  SEGMENT  MODEM       STARTED    TOOK  OUTCOME   DETAIL
              1        1  back        09:40:00  1.2 s  refused   +CMS ERROR: 38, network out of order
              2        1  front-desk  09:40:01  2.0 s  accepted  reference 64

        TIME                 STATE       BY          REASON
        2026-05-03 09:40:00  queued      user 1000
        2026-05-03 09:40:00  submitting  back
        2026-05-03 09:40:01  submitting  front-desk
        2026-05-03 09:40:02  queued      token shop  tried again; it was failed
        2026-05-03 09:40:03  sent        -           the service centre has it

        """#
    )
  }
}
