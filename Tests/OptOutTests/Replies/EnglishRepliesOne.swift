extension ReplyRow {
  /// Replies as people write them.
  static let englishRepliesOne = rows(
    #"""
    opt-out | - | STOP
    opt-out | - | stop.
    opt-out | - | Stop!!!
    opt-out | - | STOP!!!!!!!
    opt-out | en | stop it
    opt-out | en | Stop messaging me
    opt-out | en | STOP MESSAGING ME!!!
    opt-out | en | Stop sending me these messages
    opt-out | en | please stop sending me these
    opt-out | en | PLEASE STOP
    opt-out | en | pls stop
    opt-out | en | Plz stop txting me
    opt-out | en | Can you please stop texting me?
    opt-out | en | Could you please stop sending these texts
    opt-out | en | would you stop messaging me please
    opt-out | en | I want you to stop texting me
    opt-out | en | i would like to stop receiving these messages
    opt-out | en | I'd like to unsubscribe
    opt-out | en | I'd like to opt out please
    opt-out | en | I would like to opt-out of these messages
    opt-out | en | How do I unsubscribe?
    opt-out | en | how do i stop getting these?
    opt-out | en | unsubscribe
    opt-out | en | Unsubscribe please
    opt-out | en | UNSUBSCRIBE ME NOW
    opt-out | en | unsubscribe me from this list please
    opt-out | en | Unsubscribed
    opt-out | en | unsub
    opt-out | en | unsubscibe
    opt-out | en | Unsuscribe
    opt-out | en | unsubscrbe
    opt-out | en | unsubsribe
    opt-out | en | opt out
    opt-out | en | Opt me out
    opt-out | en | optout
    opt-out | en | OPT OUT NOW
    opt-out | en | remove me
    opt-out | en | Remove me from your list
    opt-out | en | remove me from this list immediately
    opt-out | en | remove my number
    opt-out | en | Remove my number from your database
    opt-out | en | please remove my number from your system
    opt-out | en | Take me off this list
    opt-out | en | take me off your mailing list please
    opt-out | en | Take my number off your list
    opt-out | en | Delete my number
    opt-out | en | delete my number please
    opt-out | en | Delete me from your database
    opt-out | en | Lose my number
    opt-out | en | Stop texting this number
    opt-out | en | do not contact me again
    opt-out | en | Don't contact me again
    opt-out | en | DO NOT TEXT ME AGAIN
    opt-out | en | dont text me
    opt-out | en | Don't text this number again
    opt-out | en | don't message me anymore
    opt-out | en | do not send me any more messages
    opt-out | en | Do not send me anything else
    opt-out | en | Don't send me any more texts please
    opt-out | en | No more texts
    opt-out | en | no more texts please
    opt-out | en | No more messages please!
    opt-out | en | no more
    opt-out | en | I don't want these messages
    opt-out | en | I don't want to receive these texts anymore
    opt-out | en | I do not want any more messages from you
    opt-out | en | I don't want your texts
    opt-out | en | i dont want to get these anymore
    opt-out | en | I no longer wish to receive messages
    opt-out | en | I no longer want to receive these
    opt-out | en | I wish to unsubscribe from your messages
    opt-out | en | Please cancel my subscription
    opt-out | en | cancel my text subscription
    opt-out | en | Cancel subscription
    opt-out | en | cancel these messages
    opt-out | en | Please cancel these texts
    opt-out | en | End messages
    opt-out | en | END
    opt-out | en | QUIT
    opt-out | en | Cancel
    opt-out | en | cancel.
    opt-out | en | Revoke
    opt-out | en | revoke consent
    opt-out | en | I revoke consent to be contacted
    opt-out | en | I withdraw my consent
    opt-out | en | leave me alone
    opt-out | en | Leave me alone please
    opt-out | en | Please leave me alone!!
    opt-out | en | LEAVE ME ALONE
    opt-out | en | stop texting me ffs
    opt-out | en | Stop spamming me
    opt-out | en | STOP SPAMMING ME OR I WILL REPORT YOU
    opt-out | en | quit texting me
    opt-out | en | Quit sending me these
    opt-out | en | Fuck off and stop texting me
    opt-out | en | stop please and thank you
    opt-out | en | Stop thanks
    opt-out | en | Stop thank you
    opt-out | - | STOP 🛑
    opt-out | - | 🛑 STOP 🛑
    opt-out | - | stop 😡😡
    opt-out | - | stop🙏
    opt-out | en | Stop, please.
    opt-out | en | STOP PLEASE!
    opt-out | en | STOP NOW!!!
    opt-out | en | Stop immediately
    opt-out | - | stop all messages
    opt-out | en | Stop all texts
    opt-out | - | stop all
    opt-out | - | StOp
    opt-out | - | s t o p
    opt-out | - | S.T.O.P.
    opt-out | - | s_t_o_p
    opt-out | - | 5top
    opt-out | de | STOPP
    opt-out | - | stoppppp
    opt-out | - | stooop
    opt-out | - | sotp
    opt-out | - | STOP\nSent from my iPhone
    opt-out | - | Stop\n\nRegards,\nJohn
    opt-out | - | Stop\n\nJohn Smith\nAcme Ltd\n07700 900123
    opt-out | - | STOP\n\nGet Outlook for Android
    opt-out | - | "STOP"
    opt-out | - | 'stop'
    opt-out | - | (stop)
    opt-out | - | [STOP]
    opt-out | - | <STOP>
    opt-out | - | #STOP
    opt-out | - | *stop*
    opt-out | - | -stop-
    opt-out | - | stop/
    opt-out | - | stop;
    opt-out | - | Stop STOP stop
    opt-out | - | stop stop stop stop
    opt-out | - | STOP to end
    opt-out | en | reply stop
    opt-out | en | I said stop
    opt-out | en | I SAID STOP!
    opt-out | en | I said stop texting me
    opt-out | en | i already said stop
    opt-out | en | I've asked you to stop
    opt-out | en | I have asked you to stop texting me twice now
    opt-out | en | You need to stop texting me
    opt-out | - | Enough! Stop!
    opt-out | en | enough already, stop texting
    opt-out | en | yes stop
    opt-out | en | hi stop
    opt-out | en | Hello, please stop sending me texts. Thank you
    opt-out | en | hey can u stop texting me
    opt-out | en | Hi, please take me off your list. Thanks!
    opt-out | en | Good morning, please remove me from your contact list
    opt-out | en | Who is this? Stop texting me
    opt-out | en | who is this? Take me off your list.
    opt-out | en | wrong number, stop texting
    opt-out | en | Wrong number. Please remove me.
    opt-out | en | You have the wrong number, please stop
    opt-out | en | This is not John. Stop texting me.
    opt-out | en | Not interested, please stop
    opt-out | en | not interested stop texting me
    opt-out | en | No thanks, stop
    opt-out | en | no thank you please stop messaging
    opt-out | en | I'm not interested, take me off the list
    opt-out | en | I moved away, please remove me from the list
    opt-out | en | stop contacting me
    opt-out | en | cease and desist texting me
    opt-out | en | Please cease all communication
    opt-out | en | STOP CONTACT
    opt-out | en | stop contacting this number
    opt-out | en | block me
    opt-out | en | Please don't send me any more of these
    opt-out | en | Please discontinue these messages
    opt-out | en | discontinue
    opt-out | en | Turn off these notifications
    opt-out | en | turn off text alerts
    opt-out | en | I want out
    opt-out | en | Get me off this list
    opt-out | en | get me off your list!!
    opt-out | en | end all messages
    opt-out | en | Stop my messages
    opt-out | en | stop sending
    opt-out | en | Stop sending this
    opt-out | en | Stop sending these
    opt-out | en | stop sending stuff
    opt-out | en | Stop SMS please
    opt-out | en | stop text
    opt-out | en | Stop txt
    opt-out | en | STOP TXT
    opt-out | en | stop these
    opt-out | en | stop these messages
    opt-out | en | stop those texts
    opt-out | en | no sms
    opt-out | en | No texts please
    opt-out | en | unsubcribe me
    opt-out | en | UNSUBSCRIBE!!!
    opt-out | en | Unsubscribe from all
    opt-out | en | unsubscribe all
    opt-out | en | Unsubscribe from texts
    opt-out | en | i want to unsubscribe
    opt-out | en | I want to be removed from your list
    opt-out | en | I want to be unsubscribed
    opt-out | en | please unsubscribe this number
    opt-out | en | Please unsubscribe 07700900123
    opt-out | - | STOP 12345
    opt-out | en | Please stop texting my mum's phone
    opt-out | en | Stop texting my daughter
    opt-out | en | this is a work phone, stop texting it
    opt-out | - | You're texting a minor. Stop.
    opt-out | en | I do not consent to these messages
    opt-out | en | I never signed up for this, stop
    opt-out | en | I did not sign up for this. Unsubscribe.
    marketing | - | STOP MARKETING
    marketing | - | stop promos
    marketing | - | Stop promotions
    marketing | en | stop sending me ads
    marketing | en | Stop sending me promotions please
    marketing | en | STOP OFFERS
    marketing | en | no more ads
    marketing | en | no more offers please
    marketing | en | No more marketing
    marketing | en | Please stop the marketing messages
    marketing | en | Unsubscribe from promotional messages
    marketing | en | opt out of marketing
    marketing | - | stop marketing messages
    marketing | en | Stop promotional texts
    marketing | en | I don't want marketing texts
    marketing | en | don't send me offers
    none | - | Don't stop!
    none | - | Dont stop sending these, love them
    none | - | please don't stop
    none | - | Please do not stop the messages
    none | - | Never stop
    none | - | bus stop?
    none | - | Which bus stop?
    none | - | See you at the bus stop
    none | - | I'll stop by at 5
    none | - | I will stop by later
    none | - | can i stop by tomorrow?
    none | - | Can you stop at the shop on your way?
    none | - | stop by the office at 3
    none | - | Stop by anytime!
    none | - | non stop
    none | - | nonstop flights?
    none | - | The bus stops here
    none | - | it stopped raining
    none | - | My car stopped
    none | - | I've stopped smoking
    none | - | trying to stop smoking
    none | - | I quit smoking
    none | - | end of the month
    none | - | At the end of the day it's fine
    none | - | by the end of the week
    none | - | weekend works for me
    none | - | the weekend
    none | - | See you at the end of the street
    none | - | cancel my appointment
    none | - | Please cancel my appointment
    none | - | Can I cancel my appointment for tomorrow?
    none | - | I need to cancel my appointment
    none | - | I have to cancel tomorrow
    none | - | I need to cancel my booking
    none | - | cancel order 12345
    none | - | cancel my reservation for tonight
    none | - | Can you cancel the delivery?
    none | - | I'd like to cancel my table for 2
    none | - | cancel tomorrow
    none | - | Sorry need to cancel today
    none | - | Cancel the 3pm
    none | - | remove the onions please
    none | - | can you remove the delivery charge?
    none | - | please remove item 2 from my order
    none | - | Take me off the waiting list
    none | - | I can't stop laughing
    none | - | can't stop thinking about it
    none | - | we could not stop in time
    none | - | It won't stop raining
    none | - | is there a stop on Main Street?
    none | - | last stop is Victoria
    none | - | next stop London
    none | - | Stop & Shop
    none | - | stop and shop at 5
    none | - | one stop shop
    none | - | Td bank
    none | - | The end
    none | - | Happy ending
    none | - | Friend
    none | - | Send
    none | - | no
    none | - | thanks
    none | - | Thank you!
    none | - | 2
    none | - | hello
    none | - | what time?
    none | - | See you then
    none | - | I'm on my way
    none | - | running late, be there in 10
    none | - | yes I'll be there
    none | - | can we reschedule?
    none | - | Is it ready?
    none | - | The order never arrived
    none | - | Call me
    none | - | call me back please
    none | - | Please call me
    none | - | Text me when you're ready
    none | - | Don't text me before 9, call instead... just kidding
    none | - | don't worry
    none | - | Don't forget the milk
    none | - | do not disturb sign is on
    none | - | I have a help desk ticket
    none | - | Thanks for your help
    none | - | I need help with my order
    none | - | can you help me?
    none | - | Help me move on Saturday?
    none | - | start at 9?
    none | - | When do we start?
    none | - | Let's start
    none | - | I'll start on Monday
    none | - | what time does it start
    none | - | The information is wrong
    none | - | Liked “Reply STOP to opt out”
    none | - | Loved "Sale today! Reply STOP to end"
    none | - | Laughed at “Reply STOP to opt out”
    none | - | Emphasized "50% off. Txt STOP to opt out"
    none | - | Disliked “Hi Anna, your appointment is tomorrow. Reply STOP to opt out”
    none | - | Questioned “STOP to end”
    none | - | 👍 to “Sale! Reply STOP to opt out”
    none | - | Reacted 👍 to "Reply STOP to opt out"
    none | - | > Reply STOP to opt out\nok see you
    none | - | Great, see you!\n> Reply STOP to unsubscribe
    none | - | "Reply STOP to opt out" what does that mean?
    none | - | My son got off at the wrong stop
    none | - | please wait at the stop
    none | - | the doctor told me to stop taking it
    none | - | Should I stop taking the medication?
    none | - | stop the car at the gate
    none | - | I'll be at stop 4
    none | - | Don't cancel
    none | - | please don't cancel my appointment
    none | - | do not unsubscribe me
    none | - | I did not unsubscribe
    none | - | why did you stop texting me?
    none | - | Have you stopped sending these?
    none | - | Don't remove me from the list!
    none | - | keep me on the list
    none | - | What does opt out mean?
    none | - | Can you block my calendar?
    none | - | Exit
    none | - | left at the exit
    none | - | I'm not leaving
    none | - | The remote control stopped working
    none | - | My card stopped working
    none | - | the machine won't stop beeping
    none | - | Turn off the lights
    none | - | quit complaining
    none | - | removed the item
    none | - | Arrest
    none | - | He is out
    """#
  )
}
