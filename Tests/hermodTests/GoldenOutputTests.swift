import Testing

@testable import hermod

/// What the screens look like, to the last space.
@Suite struct GoldenOutputTests {
  @Test func `the status of a busy gateway, at 80 columns`() {
    let style = Fixture.style(width: 80)
    #expect(
      StatusPage(report: Fixture.busy, style: style).text
        == #"""
        hermod 1.0.0 is degraded, up for 1 d 1 h
          - modem-4809 is paused
          - back is not plugged in; it was seen last on 2 May at 18:04 on the hub behind
            the printer

        MODEM       SIM                SIGNAL    NETWORK  STATE   SENT  FAILED
        front-desk  Vodafone UK …0009   -71 dBm  home     ready    128       1
        modem-4809  O2 - UK …8901      -103 dBm  roaming  paused     7       0
        back        -                  -         -        absent     0       0
          modem-4809 is paused until 09:56:00: the SIM was refused by the network four
            times in a row; it rests, and is tried again
            next: hermod modem resume modem-4809
          back is absent
            next: plug it in; "hermod modem discover" shows what this machine sees

        CLASS         QUEUED  SENDING  UNKNOWN  OLDEST
        otp                1        1        0     3 s
        notification    1240        1        2  12 min
        marketing         40        0        0       -  paused
        At this rate the queue is empty in 1 h 30 min.
        2 messages may or may not have been sent: "hermod message list --state unknown".

        spent 3.20 of 10.00 EUR today, 47.155 of 50.00 EUR this month
        3 opt-outs today · 12.3 GB free in /var/lib/hermod

        """#
    )
  }

  @Test func `the status of a busy gateway, at 120 columns`() {
    let style = Fixture.style(width: 120)
    #expect(
      StatusPage(report: Fixture.busy, style: style).text
        == #"""
        hermod 1.0.0 is degraded, up for 1 d 1 h
          - modem-4809 is paused
          - back is not plugged in; it was seen last on 2 May at 18:04 on the hub behind the printer

        MODEM       SIM                SIGNAL    NETWORK  STATE   SENT  FAILED  LEFT  /MIN
        front-desk  Vodafone UK …0009   -71 dBm  home     ready    128       1    72   4.3
        modem-4809  O2 - UK …8901      -103 dBm  roaming  paused     7       0     -     -
        back        -                  -         -        absent     0       0     -     -
          modem-4809 is paused until 09:56:00: the SIM was refused by the network four times in a row; it rests, and is tried
            again
            next: hermod modem resume modem-4809
          back is absent
            next: plug it in; "hermod modem discover" shows what this machine sees

        CLASS         QUEUED  SENDING  UNKNOWN  OLDEST
        otp                1        1        0     3 s
        notification    1240        1        2  12 min
        marketing         40        0        0       -  paused
        At this rate the queue is empty in 1 h 30 min.
        2 messages may or may not have been sent: "hermod message list --state unknown".

        spent 3.20 of 10.00 EUR today, 47.155 of 50.00 EUR this month
        3 opt-outs today · 12.3 GB free in /var/lib/hermod

        """#
    )
  }

  @Test
  func `the status without a modem says what was looked for and what to do next, at 80 columns`() {
    let style = Fixture.style(width: 80)
    #expect(
      StatusPage(report: Fixture.withoutModem, style: style).text
        == #"""
        hermod 1.0.0 is down, up for 42 s
          - there is no modem

        There is no modem.
        Looked for:
          - USB modems: serial ports of the drivers option, qcserial, sierra and
            cdc_acm, through udev
          - /dev/ttyS1, named front-desk in /etc/hermod/hermod.toml
        Passed over:
          - /dev/ttyUSB0: a USB bridge of the driver ch341 may be anything; name it in
            the configuration
        What to do next:
          - plug in a modem with a SIM: it is noticed at once
          - a serial port, or a USB bridge without a modem of its own, must be named
            under [[modem]] in /etc/hermod/hermod.toml
          - without any hardware, "hermod demo" shows the gateway at work

        The queue is empty.

        No sending limits are set

        """#
    )
  }

  @Test
  func `the status without a modem says what was looked for and what to do next, at 120 columns`() {
    let style = Fixture.style(width: 120)
    #expect(
      StatusPage(report: Fixture.withoutModem, style: style).text
        == #"""
        hermod 1.0.0 is down, up for 42 s
          - there is no modem

        There is no modem.
        Looked for:
          - USB modems: serial ports of the drivers option, qcserial, sierra and cdc_acm, through udev
          - /dev/ttyS1, named front-desk in /etc/hermod/hermod.toml
        Passed over:
          - /dev/ttyUSB0: a USB bridge of the driver ch341 may be anything; name it in the configuration
        What to do next:
          - plug in a modem with a SIM: it is noticed at once
          - a serial port, or a USB bridge without a modem of its own, must be named under [[modem]] in /etc/hermod/hermod.toml
          - without any hardware, "hermod demo" shows the gateway at work

        The queue is empty.

        No sending limits are set

        """#
    )
  }

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

        TIME                 STATE   BY        REASON
        2026-05-03 09:40:00  queued  uid 1000
        2026-05-03 09:40:03  sent    -         the service centre has it

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

        TIME                 STATE   BY        REASON
        2026-05-03 09:40:00  queued  uid 1000
        2026-05-03 09:40:03  sent    -         the service centre has it

        """#
    )
  }

  @Test func `on a terminal there are bars and colours`() {
    let style = Fixture.style(width: 80, isRich: true)
    let text = StatusPage(report: Fixture.busy, style: style).text
    #expect(
      text.replacing("\u{1B}", with: "␛")
        == #"""
        hermod 1.0.0 is ␛[33mdegraded␛[0m, up for 1 d 1 h
          - modem-4809 is paused
          - back is not plugged in; it was seen last on 2 May at 18:04 on the hub behind
            the printer

        ␛[1mMODEM␛[0m       ␛[1mSIM␛[0m                ␛[1mSIGNAL␛[0m         ␛[1mNETWORK␛[0m  ␛[1mSTATE␛[0m   ␛[1mSENT␛[0m  ␛[1mFAILED␛[0m
        ␛[2m──────────  ─────────────────  ─────────────  ───────  ──────  ────  ──────␛[0m
        front-desk  Vodafone UK …0009  ▂▄▆█  -71 dBm  home     ␛[32mready␛[0m    128       ␛[31m1␛[0m
        modem-4809  O2 - UK …8901      ▂··· -103 dBm  roaming  ␛[33mpaused␛[0m     7       0
        back        -                  -              -        ␛[31mabsent␛[0m     0       0
          modem-4809 is paused until 09:56:00: the SIM was refused by the network four
            times in a row; it rests, and is tried again
            next: hermod modem resume modem-4809
          back is absent
            next: plug it in; "hermod modem discover" shows what this machine sees

        ␛[1mCLASS␛[0m         ␛[1mQUEUED␛[0m  ␛[1mSENDING␛[0m  ␛[1mUNKNOWN␛[0m  ␛[1mOLDEST␛[0m
        ␛[2m────────────  ──────  ───────  ───────  ──────  ──────␛[0m
        otp                1        1        ␛[2m0␛[0m     3 s
        notification    1240        1        ␛[33m2␛[0m  12 min
        marketing         40        ␛[2m0␛[0m        ␛[2m0␛[0m       -  ␛[33mpaused␛[0m
        At this rate the queue is empty in 1 h 30 min.
        2 messages may or may not have been sent: "hermod message list --state unknown".

        spent 3.20 of 10.00 EUR today, ␛[33m47.155 of 50.00 EUR␛[0m this month
        ␛[2m3 opt-outs today · 12.3 GB free in /var/lib/hermod␛[0m

        """#
    )
  }
}
