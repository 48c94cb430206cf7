extension ReplyRow {
  /// Replies as people write them.
  static let englishRepliesTwo = rows(
    #"""
    none | - | the bandage came off
    none | - | x
    opt-in | - | START
    opt-in | - | start
    opt-in | - | Start.
    opt-in | - | start!
    opt-in | en | UNSTOP
    opt-in | en | SUBSCRIBE
    opt-in | en | resume
    opt-in | en | Opt in
    opt-in | en | resubscribe
    help | en | HELP
    help | en | help
    help | en | Help!
    help | en | help?
    help | - | INFO
    review | en | if I don't hear back I'll unsubscribe
    review | en | my husband wants to opt out but I don't
    opt-out | - | Stop\n--\nSent with Spike
    opt-out | - | STOP\n\n[Sent via T-Mobile]
    opt-out | - | Stop. This message was sent from a Verizon phone
    opt-out | - | Stop\n\nThis email and any attachments are confidential
    opt-out | - | STOP\nOn Mon, 3 Mar 2025 at 10:11, Acme <12345> wrote:\n> Sale today
    opt-out | - | Stop\n\n-----Original Message-----\nFrom: ACME\nSale
    opt-out | - | >Sale today reply STOP to end\nSTOP
    opt-out | en | > Big sale!\n> Reply STOP to opt out\nplease stop
    opt-out | en | stop 🤬🤬🤬 texting me
    opt-out | en | 🙄 unsubscribe
    opt-out | - | Ｓｔｏｐ
    opt-out | - | ѕtор
    opt-out | - | 𝐒𝐓𝐎𝐏
    opt-out | - | 🅂🅃🄾🄿
    opt-out | - | ⓢⓣⓞⓟ
    opt-out | - | S🛑T🛑O🛑P
    opt-out | - | Stop🛑
    opt-out | - | STOP❗️❗️
    opt-out | - | stop...
    opt-out | - | ...stop
    opt-out | en | Stop - thanks
    opt-out | - | stop,stop,stop
    opt-out | - | STOP. STOP. STOP.
    opt-out | - | Stop! Stop! Stop!
    opt-out | - | STOP ALL!!!
    opt-out | - | StopAll
    opt-out | en | stop everything
    opt-out | en | Stop it please
    opt-out | en | Stop it now
    opt-out | en | stop please stop
    opt-out | en | please please please stop
    opt-out | en | for god's sake stop texting me
    opt-out | en | For the last time stop texting me
    opt-out | en | For the last time, STOP
    opt-out | en | this is the third time I've asked you to stop. Unsubscribe me
    opt-out | en | I have asked multiple times to be removed from this list
    opt-out | en | How many times do I have to tell you to stop
    opt-out | en | will you please stop
    opt-out | en | kindly stop
    opt-out | en | Kindly remove me from your mailing list
    opt-out | en | kindly unsubscribe me
    opt-out | en | kindly desist from sending me messages
    opt-out | en | I request that you stop contacting me
    opt-out | en | I demand that you stop texting me
    opt-out | en | Per TCPA I revoke consent, do not contact this number
    opt-out | en | Under GDPR please delete my data and stop contacting me
    opt-out | en | please remove this number from your contacts
    opt-out | en | I'm on the do not call list
    opt-out | en | add me to your do not contact list
    opt-out | en | put me on your do not call list
    opt-out | en | Don't ever text me again
    opt-out | en | never text me again
    opt-out | en | Never contact me again
    opt-out | en | do NOT message this number
    opt-out | en | not interested remove me
    opt-out | en | Not interested. Take me off your list
    opt-out | en | take my name off your list
    opt-out | en | take me off
    opt-out | en | take me off please
    opt-out | en | Take us off your list
    opt-out | en | get me off your mailing list
    opt-out | en | please opt me out of these texts
    opt-out | en | opt me out!
    opt-out | en | opting out
    opt-out | en | Opt out all
    opt-out | en | OPT OUT PLEASE
    opt-out | en | I choose to opt out
    opt-out | en | I'm opting out
    opt-out | en | opt-me-out
    opt-out | en | please optout
    opt-out | en | Opted out
    opt-out | en | I want to stop receiving texts
    opt-out | en | I'd like you to stop
    opt-out | en | I would like these to stop
    opt-out | en | make it stop
    opt-out | en | I want these texts to stop
    opt-out | en | want to stop getting texts
    opt-out | en | how can I stop these messages
    opt-out | en | how do i get off this list
    opt-out | en | How do I get these to stop?
    opt-out | en | How to opt out?
    opt-out | en | How do I cancel these texts?
    opt-out | en | how do i make this stop
    opt-out | en | Is there a way to unsubscribe?
    opt-out | en | can I unsubscribe?
    opt-out | en | Can you unsubscribe me
    opt-out | en | can you take me off this list
    opt-out | en | could you remove me from this list?
    opt-out | en | can you delete my number please
    opt-out | en | can u remove my number
    opt-out | en | pls rmv my number
    opt-out | en | plz remove me frm ur list
    opt-out | en | stop txtin me
    opt-out | en | stop txtn me
    opt-out | en | stop textin me
    opt-out | en | STOP TEXING ME
    opt-out | en | stop mesaging me
    opt-out | en | stop massaging me
    opt-out | en | unsubscribe plz
    opt-out | en | I don't want texts
    opt-out | en | I do not want texts from you
    opt-out | en | i dont want ur texts
    opt-out | en | I don't want to be contacted
    opt-out | en | I don't wanna get these anymore
    opt-out | en | don't want these
    opt-out | en | dont want these texts
    opt-out | en | Dont need these messages
    opt-out | en | I don't need these messages
    opt-out | en | we don't want any more texts
    opt-out | en | Please don't text
    opt-out | en | please do not text this number
    opt-out | en | please no texts
    opt-out | en | no more spam
    opt-out | - | Spam! Stop!
    opt-out | en | this is spam stop
    opt-out | en | quit it
    opt-out | en | Quit spamming
    opt-out | en | cancel all
    opt-out | en | cancel texts
    opt-out | en | cancel my texts
    opt-out | en | cancel sms
    opt-out | en | CANCEL ALERTS
    opt-out | en | cancel notifications please
    opt-out | en | end texts
    opt-out | en | end subscription
    opt-out | en | End this subscription
    opt-out | en | terminate my subscription
    opt-out | en | stop subscription
    opt-out | en | Stop my subscription please
    opt-out | en | I want to cancel my sms subscription
    opt-out | en | Bye. Stop
    opt-out | en | go away stop
    opt-out | en | Piss off and stop texting
    opt-out | en | stop harassing me
    opt-out | en | Stop bothering me
    opt-out | en | stop sending crap
    opt-out | en | stop wasting my time, remove me
    opt-out | en | This number no longer belongs to John. Please remove it
    opt-out | en | John no longer has this number, please stop texting
    opt-out | en | You've got the wrong number please remove from your list
    opt-out | en | I am not a customer, please remove my number
    opt-out | en | I have moved, please take me off your list
    opt-out | en | I'm no longer a customer, stop texting
    opt-out | en | My mother died, please stop texting this number
    opt-out | en | she passed away, please remove her number
    opt-out | en | He has passed away. Please stop.
    opt-out | en | STOP I never signed up
    opt-out | en | stop i don't know you
    opt-out | en | stop who are you
    opt-out | en | Stop, who is this?
    opt-out | en | STOP or I'll report you
    opt-out | en | stop or i will call the police
    opt-out | en | STOP - wrong number
    opt-out | - | Stop. Wrong person.
    none | - | The non-stop flight please
    none | - | I'd like the direct, non-stop one
    none | - | What's the last stop?
    none | - | Do you stop in Leeds?
    none | - | Does the bus stop at the station?
    none | - | does the train stop here?
    none | - | Will you stop at Tesco?
    none | - | please stop at the pharmacy
    none | - | Pls stop at gate 3
    none | - | can the driver stop at the corner?
    none | - | Tell the driver to stop at number 12
    none | - | He couldn't stop crying
    none | - | The rain has stopped
    none | - | My heart stopped
    none | - | I stopped by but nobody was there
    none | - | I'll be stopping by later
    none | - | We're stopping for lunch
    none | - | we stop serving at 9?
    none | - | When do you stop serving food?
    none | - | what time do you stop taking orders
    none | - | stop serving at 10?
    none | - | doctor said stop taking the pills
    none | - | Should I stop eating before the test?
    none | - | do I need to stop my medication before surgery?
    none | - | When should I stop taking blood thinners?
    none | - | stop loss at 50
    none | - | please put a stop on the cheque
    none | - | stop payment on cheque 123
    none | - | pull out all the stops
    none | - | I need to stop at the bank first
    none | - | Full stop
    none | - | let me know when to stop
    none | - | Let's not stop now
    none | - | nothing can stop us
    none | - | no one can stop me
    none | - | Stop worrying!
    none | - | stop it you're making me blush
    none | - | You have to stop by and see the new kitchen
    none | - | my watch stopped
    none | - | pit stop in 5
    none | - | quit my gym
    none | - | She quit
    none | - | I'd never quit
    none | - | No quitting
    none | - | Quite good thanks
    none | - | quiet please
    none | - | It ended well
    none | - | weekend
    none | - | end date?
    none | - | what's the end date?
    none | - | the end of my street
    none | - | at the end I paid cash
    none | - | end of lease
    none | - | cancelled flight, will be late
    none | - | my flight got cancelled
    none | - | Was it cancelled?
    none | - | Is the event cancelled?
    none | - | Can I cancel within 24 hours?
    none | - | what's the cancellation fee?
    none | - | cancel my gym membership
    none | - | I want to cancel my order please
    none | - | please cancel my prescription
    none | - | cancel the meeting
    none | - | I need to cancel my dentist appointment
    none | - | Cancel our dinner reservation
    none | - | cancel my flight
    none | - | cancel the order
    none | - | cancel it
    none | - | Cancel that
    none | - | Can u cancel it for me
    none | - | remove the tomatoes
    none | - | remove the second item
    none | - | please remove my stitches on Friday
    none | - | can I get my cast removed?
    none | - | Could you remove the snow?
    none | - | take me off speaker
    none | - | take me off at the next exit
    none | - | Take me off the rota for Friday
    none | - | block party on Saturday?
    none | - | which block?
    none | - | Road block on main st
    none | - | I opted for the red one
    none | - | He unsubscribed from gym
    none | - | Which list am I on?
    none | - | Is my name on the list?
    none | - | I'm on the guest list
    none | - | Add me to the list
    none | - | What's the info?
    none | - | more info please
    none | - | please send info
    none | - | I have some information for you
    none | - | need help
    none | - | Can I get help with my password
    none | - | help wanted?
    none | - | starting when?
    none | - | Start date?
    none | - | when's the start
    none | - | I want to start
    none | - | begin
    none | - | restart the router
    none | - | continue
    none | - | go
    none | - | All good
    none | - | delete the old one
    none | - | please delete the photo
    none | - | Delete my last message
    none | - | I deleted your number by mistake, who is this
    none | - | I lost your number
    none | - | Leave it at the door
    none | - | leave the package with my neighbour
    none | - | leave me a message
    none | - | Leave me a voicemail
    none | - | please don't leave me
    none | - | don't text while driving!
    none | - | I don't want the blue one
    none | - | I don't want to come
    none | - | I don't want to be late
    none | - | i dont want any sauce
    none | - | No more onions
    none | - | no more than 2
    none | - | No more pills left
    none | - | no messages received
    none | - | No texts received yet
    none | - | I didn't get any text messages
    none | - | I'm not getting your messages
    none | - | I am not receiving your texts, please resend
    none | - | why am I not getting messages
    none | - | spam folder?
    none | - | It went to spam
    none | - | Report is ready
    none | - | I'll report back
    none | - | off on Monday
    none | - | I'm off on Friday
    none | - | day off
    none | - | Turn off at junction 4
    none | - | turn off the alarm
    none | - | out of office
    none | - | out for delivery?
    none | - | I'm out
    none | - | out of stock?
    none | - | NO
    none | - | No.
    none | - | not now
    none | - | Not today
    none | - | not yet
    none | - | never mind
    none | - | Never!
    none | - | that's enough thanks
    none | - | pause
    none | - | The alerts are great
    none | - | I love your texts
    none | - | keep texting me
    none | - | Keep sending these please
    none | - | please continue sending messages
    none | - | keep them coming
    none | - | Yes I want to receive texts
    none | - | text me anytime
    none | - | can you text me the address?
    none | - | please send me a text
    none | - | Send me more info
    none | - | Please send me messages in Spanish
    none | - | red please
    none | - | the red one
    none | - | a las seis
    none | - | esto es para ti
    none | - | ¿qué es esto?
    none | - | dk
    none | - | mi son viene mañana
    none | - | C'est dur
    none | - | Rappelle moi stp
    none | - | temporada baixa
    none | - | the band plays at 8
    none | - | Peru is nice
    none | - | my friend dost
    none | - | pois não
    review | tr | Red
    review | fi | seis
    review | fi | Seis
    review | it | Fine.
    review | it | Fine!
    review | hi | band
    review | fi | Peru
    review | fi | pois
    review | es | para
    """#
  )
}
