extension LanguageTable {
  /// English.
  static let english: LanguageTable = {
    let texts = """
      texts|text|txts|txt|messages|message|msgs|msg|mesages|messeges|sms|smses|sms messages\
      |text messages|texting|txt messages|notifications|alerts|updates|reminders|spam|crap|junk\
      |garbage|notices|surveys|newsletters|communications|correspondence|spam texts|spam messages
      """
    let ads = """
      ads|ad|adverts|advertising|advertisements|advertisement|promos|promotions|promotional\
      |promotional texts|promotional messages|marketing|marketing texts|marketing messages\
      |offers|deals|coupons|commercials|sales texts|sales messages|special offers
      """
    let texting = """
      texting|txting|txtin|textin|texing|messaging|msging|contacting|spamming|bothering|harassing|annoying\
      |smsing|messageing|pestering|disturbing|whatsapping
      """
    let text = "text|txt|message|msg|contact|sms|spam|bother|disturb|harass|pester"
    let me = """
      me|us|my number|my phone|this number|this phone|my cell|my mobile|my name|my phone number\
      |my cell number|my cellphone|my mobile number
      """
    let not = "do not|don t|dont|donot|dnt|please not|no longer|never"
    let stop = "stop|stopp|quit|cease|discontinue|end|halt"
    let all =
      "any|all|these|this|those|your|the|more|any more|anymore|all these|all of these"
      + "|all the|all your|so many|further|such|another|other|unwanted|unsolicited|daily|stupid"
    return LanguageTable(
      code: "en",
      name: "English",
      stop: [
        .weak("OPTED OUT", .analogy),
        .weak("OPTING OUT", .analogy),
        .weak("QUIT IT", .analogy),
        .strong("UNSUBSCRBE", .analogy),
        .strong("UNSUBSCRIBEME", .analogy),
        .ordinary("STOP CONTACT", .analogy),
        .weak("DISCONTINUE", .analogy),
        .weak("DEACTIVATE", .analogy),
        .strong("UNSUBSCRIBE", .twilio), .strong("OPTOUT", .twilio), .strong("OPT-OUT", .aws),
        .strong("REVOKE", .twilio), .strong("UNSUB", .analogy), .strong("UNSUBCRIBE", .analogy),
        .strong("UNSUSCRIBE", .analogy), .strong("UNSUBSCRIB", .analogy),
        .strong("UNSUBSRIBE", .analogy), .strong("UNSUBSCIBE", .analogy),
        .strong("UNSCRIBE", .analogy), .strong("UNSUBSCRIBED", .analogy),
        .strong("STOPTEXTING", .analogy), .strong("STOP TEXTS", .provider),
        .strong("STOP TEXTING", .provider), .strong("STOP THIS", .provider),
        .strong("STOP EVERYTHING", .analogy),
        .weak("END", .twilio), .weak("QUIT", .twilio), .weak("CANCEL", .twilio),
        .weak("REMOVE", .aws), .weak("END ALL", .analogy), .weak("CANCEL ALL", .analogy),
        .weak("QUIT ALL", .analogy), .weak("NO MORE", .analogy), .weak("OPT ME OUT", .unitedStates),
        .weak("DO NOT CALL", .provider), .weak("DON'T CALL", .provider),
        .weak("DO NOT CALL ME", .provider),
        .weak("DON'T CALL ME", .provider), .weak("DONT CALL ME", .provider),
        .doubtful("BLOCK", .provider),
      ],
      start: [
        .weak("UNSTOP", .twilio), .weak("SUBSCRIBE", .sinch), .weak("RESUME", .provider),
        .weak("OPT IN", .analogy), .weak("OPTIN", .analogy), .weak("RESUBSCRIBE", .analogy),
      ],
      help: [.weak("HELP", .twilio), .weak("INFORMATION", .analogy)],
      marketing: [
        "ads", "adverts", "advertising", "advertisements", "promotion", "promotions", "promotional",
        "offers", "deals", "sales", "coupons", "newsletter", "newsletters", "commercials",
      ],
      polite: [
        "for the last time",
        "last time",
        "reply",
        "no thanks",
        "no thank you",
        "already said",
        "i already said",
        "i said no",
        "as i said",
        "please", "pls", "plz", "plse", "pleas", "thanks", "thank you", "thankyou", "thx", "ty",
        "thank u", "hi", "hello", "hey", "dear sir", "sir", "madam", "kindly", "just", "sorry",
        "regards", "kind regards", "cheers", "yes", "i said", "omg", "and", "so", "then", "can you",
        "could you", "would you", "can u", "will you", "i want you to", "for the love of god",
        "seriously", "right now", "now", "immediately", "asap", "once and for all", "already",
        "again", "guys", "folks", "bye", "goodbye", "good morning", "good afternoon",
      ],
      particles: [
        "all", "me", "us", "it", "this", "them", "these", "those", "my", "number", "text", "texts",
        "message", "messages", "msg", "msgs", "to", "from", "list", "your", "the", "forever",
        "today", "everything", "texting", "anymore", "at once", "phone", "i want to",
        "subscription",
        "notifications", "alerts", "updates", "reminders",
      ],
      requests: [
        "^(stop|quit) [_] (me|us|this number|my phone)$",
        "(stop|unsubscribe) (who is|who are|who s this|whos this|or i|or we|i don t know|i dont know|i do not know|i have asked|i already|i told|i said|i never)",
        "(tell|told|ask|asked|telling|asking|say) (you|u|you people|you guys) [nicely|already] [to] (stop|unsubscribe me|remove me)$",
        "^[_] desist from (\(texting)|sending)",
        "how (do|can|to|would) (i|we) [get|make|have] (these|this|them|it|the texts|the messages) [to] stop$",
        "(is there|is there any|any) (a|) way to (unsubscribe|opt out|stop these|stop this|get off)",
        "(remove|rmv|delete|rmove|remov|del) [my|this|her|his|their|our] (number|nmbr|num|no|phone number|cell|cell number|mobile|mobile number) [from|please|pls|now|off]$",
        "(don t|dont|do not|dnt) (want|need|wanna get|wanna receive|want to get) (ur|u to|these|those|this|any of these|any of this) [anymore|any more|again|\(texts)]$",
        "(don t|dont|do not|dnt) (wanna|want to|want) (get|receive|see|have) (these|this|those|them|ur|any of these)",
        "(\(not)) want (ur|any of your|any of ur) (\(texts))",
        "(please|pls|plz|kindly) remove (it|this|them|her|his number|her number|from your list|from the list|from list|from your database)$",
        "(cancel|end|stop|terminate) (these|those|this|your|the|all) [text|sms] (\(texts))",
        "cease (and desist|all|any|your|these|this|sending|contacting|contact|communication|communications)",
        "^(cease|discontinue) (\(texting)|\(texts)|sending|service|services|contact)",
        "stop [all] [further] (contact|contacting|communication|communications|communicating)$",
        "^block me$",
        "^i want out$",
        "(turn off|switch off|disable|deactivate|turning off) [these|those|the|your|my|all] [text|sms] (\(texts))",
        "(\(not)) consent to (\(texts)|these|this|being|receive|receiving|any|your)",
        "(\(stop)) (\(texting)) (\(me)|people|at this number|here)",
        "^(\(stop)) (\(texting))$",
        "(\(stop)) (sending|sendin) [\(me)] [\(all)] [\(all)] (\(texts)|stuff|things)",
        "^(\(stop)) sending [\(me)] [it|them|these|this|those]$",
        "^(\(stop)) [with] [\(all)] [\(all)] (\(texts))",
        "(\(stop)) (receiving|getting) [\(all)] (\(texts))",
        "(want|need|would like|like|wish|request|trying|tried|asked you|asking you|telling you|told"
          + " you|beg you|begging you) [\(all)] [it|you|them|\(texts)] to stop$",
        "(make|let) (it|them|this|these) stop",
        "(\(not)) [ever] (\(text)|write to|write) (\(me)|here)",
        "^(\(not)) [ever] (\(text))$",
        "(\(not)) [ever] send (\(me)) [\(all)] [\(all)] (\(texts)|anything|these|this|stuff|again"
          + "|any more|anymore|more)",
        "(\(not)) [ever] send [\(all)] [\(all)] (\(texts))",
        "(\(not)) (want|wish|need|like|care) [to] [receive|get|recieve|be getting|be receiving|see"
          + "|have] [\(all)] [\(all)] (\(texts))",
        "(\(not)) (want|wish|like|care) to (hear from you|be contacted|be texted|receive these"
          + "|receive this|get these|receive them|be messaged|receive any more)",
        "(\(not)) [ever] send (anything|stuff|any more|anymore) [else|more] to (\(me)|here)",
        "(remove|delete|take|rmv) (it|this|this number|this phone) (from|off) [of] (your|ur)"
          + " [mailing|text|texting|sms|contact|marketing] (list|lists|database|system|records)",
        "^i want out of (this|your|the) [text|group] (list|lists|thread|group|chat|service)",
        "(want|wish|like|need) no (more|further) (\(texts))",
        "^no (more|further) [of] [\(all)] (\(texts)|of these|of this|from you)",
        "(send|receive|get) (\(me)|) no (more|further) (\(texts))",
        "(send|sending) no more",
        "^no (\(texts))$",
        "(remove|delete|drop|erase|scratch|strike|removing) (\(me)|my info|my details|my data"
          + "|my contact) (off|from|of|out of)",
        "(take|get|taking|getting) (\(me)|my info|my details) (off|from|of|out of) [of] [your|the"
          + "|this|that|all|any|ur|these] [mailing|text|texting|sms|contact|phone|calling|marketing"
          + "|distribution|subscriber] (list|lists|database|group|system|texts|messages|sms|thread)",
        "^(take|get) (\(me)) off [this|it|please]$",
        "^(remove|delete|unlist|deregister) (\(me)|my info|my details|my data)",
        "(remove|delete|unsubscribe|unlist|deregister) (\(me))$",
        "(to be|be) (removed|taken off|deleted) from (your|the|this|all)",
        "off [of] (your|this|the) [mailing|text|texting|sms|contact|phone|calling] list",
        "lose (my|this) number",
        "(forget|delete|erase) my (number|phone number|data|details)",
        "opt (me|us|my number|this number) out",
        "(want|wish|like|need|going|choose|trying|request|asking|have) to (opt out|unsubscribe"
          + "|be unsubscribed|unsub|revoke|withdraw|stop receiving|be removed|be taken off)",
        "how (do|can|to) [i|we|you] (opt out|unsubscribe|unsub|stop these|stop the texts|stop this"
          + "|stop getting|stop receiving|stop your|get off)",
        "how to (opt out|unsubscribe|stop these|stop getting|stop receiving)",
        "^opt out [of|from|please|me|us]",
        "(please|i|we|hereby) opt out",
        "(i|we) (am|are|m) opting out",
        "unsubscribe (me|us|from|this number|my number|my phone)",
        "(please|i|hereby) unsubscribe",
        "(revoke|withdraw|revoking|withdrawing|rescind|cancel) [my|all|any] (consent|permission"
          + "|authorization|authorisation|opt in)",
        "leave (me|us) alone",
        "(cancel|end|terminate|cancelling) (my|the|this|all|our|your|all my) (subscription"
          + "|subscriptions|sms|texts|messages|text messages|alerts|text alerts|text subscription"
          + "|sms subscription|text service|sms service|texting|notifications|reminders)",
        "^(cancel|end|terminate) (subscription|subscriptions|sms|texts|messages|text messages"
          + "|alerts|notifications|texting)",
        "do not (call|text|contact) list",
        "(do not|don t|dont) (call|text) or (call|text)",
        "block (my|this) number",
      ],
      marketingRequests: [
        "(\(stop)) [sending] [\(me)] [with] [\(all)] [\(all)] (\(ads)) [texts|messages|sms]",
        "(\(not)) send [\(me)] [\(all)] [\(all)] (\(ads)) [texts|messages|sms]",
        "(\(not)) (want|wish|need|like) [to] [receive|get] [\(all)] [\(all)] (\(ads))"
          + " [texts|messages|sms]",
        "^no (more|further|) [of] [\(all)] (\(ads)) [texts|messages|sms]",
        "^no (\(ads)) [texts|messages|sms]$",
        "opt [me|us] out (of|from) [\(all)] (\(ads)) [texts|messages|sms]",
        "unsubscribe [me|us|my number] from [\(all)] (\(ads)) [texts|messages|sms|list]",
        "(take|remove) (\(me)) (off|from|of) [\(all)] (\(ads)) [texts|messages|sms|list|lists]",
      ],
      complaints: [
        "not interested", "no longer interested", "wrong number", "wrong person",
        "(never|did not|didn t|didnt) (sign up|signed up|subscribe|subscribed|opt in|opted in"
          + "|ask for|asked for|request|requested|consent|consented|agree|agreed) [to] [this|these"
          + "|for this]",
        "(fuck off|piss off|go away|get lost|shut up|fed up|had enough|i will sue|i ll sue"
          + "|report you|reporting you|reporting this|block you|blocking you|blocking this"
          + "|this is harassment|this is spam|stop it now)",
        "^(enough|spam|harassment)$", "(not|no longer) (my|his|her|their|the) number",
        "(died|passed away|deceased)", "please cease", "cease and desist",
      ],
      negations: [
        "(don t|dont|do not|never|not|didn t|did not|please not) [you] [ever|you dare|even|want to"
          + "|need to|have to|want you to|wanna|say|said|mean|mean to|want it to|want this to|want"
          + " these to|want them to|write|text|type|ask you to|ask to|wish to|going to|want to say"
          + "|want my] (stop|stopp|stopping|unsubscribe|unsub|opt out|be unsubscribed|end|quit"
          + "|cancel|revoke|be removed|opt me out|remove me|unsubscribe me|delete me|take me off)",
        "(no need|no reason|no way) to (stop|unsubscribe|opt out)",
        "(why|when) (did|have|do) (you|u) (stop|stopped|unsubscribe|unsubscribed|remove|take)",
        "(did|have) (you|u) (stop|stopped|unsubscribe|unsubscribed) (texting|sending|messaging) ",
        "instead of (stop|unsubscribe)", "no stopping", "(won t|wont|will not) unsubscribe",
      ],
      innocents: [
        "stop (serving|selling|taking orders|accepting|delivering|the treatment|the medication|the antibiotics|my medication|my meds|the meds|the pills|making|it you|teasing|hitting|fighting|blaming|moving|breathing|bleeding|the bleeding)",
        "(when|where|why|how|whether) to stop",
        "(nothing|no one|nobody|who|what|anything|can|can t|could|will|would|won t|cannot) (can|will|could|) stop (me|us|you|him|her|them)",
        "(he|she|they|it) (unsubscribed|quit|stopped|cancelled) from",
        "(a|wrong|right|that|this|same|nearest|closest|his|her|our|your|another|no|any|one|rest|pit) stop (on|at|near|for|in|before|after|along|by)",
        "(wrong|right|nearest|closest|same|at) stop",
        "(there|here) (a|any) stop",
        "is there a stop",
        "(what|how) (does|do|is|do i|does it) (opt out|optout|stop|unsubscribe) (mean|work)",
        "(don t|dont|do not) (text|message|call|contact|write|bother) (me|us) (before|after|until|till|unless|while|when|if)",
        "(bus|tram|train|metro|subway|truck|rest|next|last|final|short|every|each|my|the"
          + "|quick|taxi|shuttle|first|second|third|transit|coach|tube|whistle|fuel|gas|brief"
          + "|scheduled|door|back) stop",
        "stop (by|at|in|over|off|here|there|sign|signs|light|lights|watch|for a|for the|for lunch"
          + "|for coffee|for dinner|for gas|near|and shop|shop|gap|loss|on the way|on my way|outside"
          + "|along|to pick|to get|to buy|into|through|between|before|after|past|street|somewhere"
          + "|and see|and visit|and talk|and think|and say|worrying|smoking|drinking|eating|crying"
          + "|laughing|lying|kidding|joking|playing|being|doing|thinking|talking|working|running"
          + "|taking|using|raining|press|clock)",
        "(i|we|you|he|she|they|it|rain|car|bus|train|must|can|could|cant|can t|couldn t) stop"
          + " (taking|smoking|drinking|eating|crying|laughing|thinking|being|doing|loving|until)",
        "(take|remove|get|put|delete|keep) (me|us) (off|from|on) (the|your) (waiting|wait|guest"
          + "|standby|rota|queue|schedule|booking|reservation)",
        "(get|take|let) (me|us) out of (here|this|there)",
        "(unsubscribe|unsubscribed) from (netflix|youtube|spotify|hulu|amazon|patreon|tiktok)",
        "which stop", "(can t|cant|cannot|won t|wont|doesn t|couldn t) stop",
        "stop (delivery|deliveries|payment|payments|order|cheque|check|parcel|the delivery"
          + "|the payment|the cheque|the car|the bus|the clock|my order|my delivery|my payment)",
        "revoke (license|licence)", "baja california",
      ],
      signatures: [
        "sent from my", "sent from (samsung|yahoo|outlook|mail|iphone|ipad|android|blackberry|aol)",
        "sent via (blackberry|samsung|iphone)", "get outlook for", "sent using",
        "original message", "forwarded message",
      ],
      reactions: [
        "(liked|loved|disliked|laughed at|emphasized|emphasised|questioned|reacted to|replied to)",
        "removed (a|an) (like|heart|dislike|laugh|exclamation|question mark|reaction|emphasis"
          + "|thumbs up|thumbs down|love) from",
        "reacted [with] [a sticker] [to]", "removed [_] from", "(to|reacted)",
      ],
      attributions: ["wrote"]
    )
  }()
}
