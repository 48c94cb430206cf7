extension LanguageTable {
  /// French.
  static let french: LanguageTable = {
    let texts =
      "sms|message|messages|texto|textos|mms|msg|msgs|notification|notifications|alertes"
      + "|envois|mails|messages de ce type|courriels"
    let ads =
      "pub|pubs|publicité|publicités|promo|promos|promotion|promotions|offres|démarchage"
      + "|sms publicitaires|messages publicitaires|sms commerciaux|messages commerciaux"
      + "|sms promotionnels|messages promotionnels|newsletters"
    let send =
      "envoyez|envoyer|envoyé|envoie|envoies|adressez|écrivez|écrire|écris|contactez"
      + "|contacter|contacte|textez|texter|dérangez|déranger|embêtez|importunez|harcelez|sollicitez"
      + "|recontactez|spammez"
    return LanguageTable(
      code: "fr",
      name: "French",
      stop: [
        .weak("JE RÉSILIE", .analogy),
        .strong("DESABO", .analogy),
        .strong("DÉSABO", .analogy),
        .strong("ARRÊT", .canada), .strong("ARRÊTE", .twilio), .strong("ARRETT", .twilio),
        .strong("ARRÊTER", .openCode), .strong("ARRÊTEZ", .analogy),
        .strong("DÉSABONNER", .openCode), .strong("DÉSABONNEMENT", .analogy),
        .strong("DÉSABONNEZ", .analogy), .strong("DÉSINSCRIRE", .analogy),
        .strong("DÉSINSCRIPTION", .analogy), .strong("DÉSINSCRIVEZ", .analogy),
        .strong("STOPPEZ", .analogy), .ordinary("STOPPER", .analogy),
        .ordinary("CESSEZ", .analogy), .weak("FIN", .analogy), .weak("ANNULER", .analogy),
        .weak("RÉSILIER", .analogy), .weak("RÉSILIATION", .analogy),
        .weak("SUPPRIMER", .analogy),
      ],
      start: [
        .weak("DÉBUT", .analogy), .weak("ACTIVER", .openCode), .weak("REPRENDRE", .analogy),
        .weak("RÉABONNER", .analogy), .weak("S'ABONNER", .analogy), .weak("ABONNER", .analogy),
      ],
      help: [.weak("AIDE", .canada), .weak("CONTACT", .national)],
      marketing: [
        "pub", "pubs", "publicité", "publicités", "promotion", "promotions", "publicitaires",
        "commercial", "commerciaux", "offres", "démarchage", "promotionnels", "soldes",
      ],
      polite: [
        "de votre compréhension",
        "par avance",
        "d avance",
        "j ai déjà dit",
        "cordialement",
        "je répète",
        "je vous ai dit",
        "ras le bol",
        "pour la dernière fois",
        "svp", "stp", "s il vous plaît", "s il te plaît", "merci", "bonjour", "bonsoir", "salut",
        "merci d avance", "merci beaucoup", "cordialement", "de", "maintenant", "immédiatement",
        "madame", "monsieur", "veuillez", "merci de", "prière de", "pouvez vous", "oui", "désolé",
        "désolée", "tout de suite", "s v p", "d accord",
      ],
      particles: [
        "au", "à", "de", "des", "du", "les", "vos", "ces", "le", "la", "l", "d", "tout", "tous",
        "toutes", "moi", "me", "ici", "ça", "cela", "message", "messages", "texto", "textos",
        "envoi", "envois", "numéro", "mon", "ce", "définitif", "définitivement", "abonnement",
      ],
      requests: [
        "(refuse|refusons) (de|vos|ces|tout|toute) [recevoir] [vos|ces|des] (\(texts))",
        "ne (me|m|nous) (relancez|sollicitez|dérangez|contacte|recontactez|embêtez|importunez) plus",
        "(otez|ôtez|sortez|rayez|virez) (moi|nous|mon numero) (de|du)",
        "(ne m|ne me|ne nous|me|m|nous|ne) (\(send)) (plus|pas|jamais|rien|aucun)",
        "ne plus [me|m|nous] (\(send)|recevoir|être contacté|être contactée|être dérangé)",
        "ne pas (me|m|nous) (\(send))",
        "(veux|veut|voudrais|souhaite|souhaitons|désire|voulons|souhaiterais|aimerais)"
          + " (plus|pas|ne plus|ne pas) [recevoir|en recevoir|être] [de|vos|ces|vos|aucun|d autres]"
          + " [de|vos|ces] (\(texts)|contacté|contactée|contactés)",
        "(veux|veut|voudrais|souhaite|souhaitons|désire|voulons|souhaiterais|aimerais)"
          + " (plus|ne plus) [en] recevoir",
        "(arrêtez|arrêter|arrête|cessez|cesser|cesse|stoppez|stop) (de|d) [me|m|nous] (\(send)"
          + "|spammer|harceler|importuner|solliciter|recevoir|embêter)",
        "(arrêtez|arrêter|arrête|arrêt|cessez|cesser|stoppez|stopper|stop|fin) [avec|de|des|les|vos"
          + "|ces|tous les|tous ces|tous vos|l envoi de|l envoi des|les envois de|à|aux|à tous les|à vos|à ces] [vos|ces|mes]"
          + " (\(texts))",
        "^(plus|pas|aucun) (de|d autres|d|aucun|) [vos|ces] (\(texts))",
        "^aucun (\(texts))", "^plus aucun (\(texts))", "^plus rien$",
        "(désabonnez|désinscrivez|désabonner|désinscrire|désabonne|désinscris|désabonné)"
          + " (moi|nous|ce numéro|mon numéro|svp|s il)",
        "(retirez|enlevez|supprimez|effacez|rayez|retire|enlève|supprime|retirer|enlever|supprimer"
          + "|effacer) (moi|nous|mon numéro|mes coordonnées|ce numéro|mon contact|mon nom"
          + "|mes données|mon téléphone)",
        "(me|m|nous) (désabonner|désinscrire|désabonne|désinscris|désinscrit|désabonné)",
        "(me|m|nous) (retirer|enlever|supprimer|rayer|ôter) (de|du|des)",
        "(laissez|laisse|foutez|fichez|foutre) (moi|nous|me) (tranquille|la paix|en paix)",
        "(résilier|annuler|résiliez|annulez|arrêter|stopper|terminer|résiliation de|annulation de)"
          + " (mon|l|cet|cette|notre|à mon) (abonnement|inscription)",
        "^(fin de|arrêt de) (mon|l|cet|cette|notre) (abonnement|inscription)$",
        "comment (se|me|m) (désabonner|désinscrire)", "comment arrêter (ces|vos|les) (\(texts))",
        "retire mon consentement",
      ],
      marketingRequests: [
        "(m|nous) (oppose|opposons) (à la|à toute|à cette|à votre) [prospection|sollicitation]"
          + " (prospection|sollicitation|publicité|commerciale)",
        "(arrêtez|arrêter|arrête|cessez|cesser|stoppez|stop|fin) [avec|de|des|les|vos|ces|d"
          + "|l envoi de] [m|me|nous] [envoyer] [de la|des|vos|ces] (\(ads))",
        "(plus|pas|aucune) [recevoir] [de|d|des] [vos|ces|la] (\(ads))",
      ],
      complaints: [
        "vous vous trompez",
        "pas intéressé", "pas intéressée", "plus intéressé", "mauvais numéro", "erreur de numéro",
        "(vous faites|c est une) erreur", "n ai (jamais|pas|rien) (demandé|souscrit)",
        "jamais (inscrit|inscrite|demandé)", "harcèlement", "ça suffit", "j en ai (assez|marre)",
        "est décédé",
      ],
      negations: [
        "(ne|n|surtout|jamais) (pas|jamais|plus|surtout pas) [vous|m|t|s|me|nous] (arrêter|stopper"
          + "|désabonner|désinscrire|arrêt|cesser|stop|supprimer)",
        "(n|ne) [me|m|nous|vous] (arrêtez|arrête|arrêter|stoppez|stop|stoppe|désabonnez|désabonne"
          + "|désinscrivez|cessez|supprimez|retirez) (pas|jamais|surtout)",
        "(arrêtez|arrête|stoppez|cessez|désabonnez) (pas|surtout pas|jamais)",
        "pas (stop|arrêter|me désabonner|me désinscrire)", "sans arrêt", "pas d arrêt",
        "pas (dit|écrit|envoyé|demandé) (stop|arrêt)",
      ],
      innocents: [
        "(peux|peut|veux|dois|doit|faut|faut il|vais|voulons|pouvez|sais) [_] (m|s|nous|vous|) [pas] arreter (le|mon|la|ma|l|maintenant|ici|la bas|de fumer|de boire|de travailler)",
        "(ne|n) (peux|peut|peuvent|pouvons|pourrai|veux) (pas|plus) (m|s|nous|) arreter",
        "arreter (le|mon|la|son|ce) (traitement|medicament|voiture|moteur|travail|sport)",
        "pourquoi (je|j|on|nous) (ne|n) [_] (recois|recevons|recoit|ai) plus",
        "s (arrete|arrêtent|arretait)",
        "(on|il|elle|je m|tu t|nous nous|bus|train|metro|tram) (arrete|arrêtent)",
        "arrêt (de bus|de travail|du bus|maladie|cardiaque|du tram|de tram|sur image|du train"
          + "|du travail|minute|du métro|de jeu|de métro|du car)",
        "(à l|prochain|dernier|premier|mon|en|son|un|cet) arrêt",
        "(arrête|arrêter|arrêtez) de (rire|fumer|pleurer|boire|travailler|manger|mentir|plaisanter)",
        "(arrête|arrêter|arrêtez) (tes|le sport|la voiture|au|à la)",
      ],
      signatures: [
        "envoyé (de|depuis) (mon|ma|yahoo|outlook)", "envoyé à partir", "message d origine",
        "télécharger outlook", "obtenir outlook",
      ],
      reactions: [
        "(a aimé|a adoré|a ri de|a ri à|n a pas aimé|a mis en évidence|a souligné|a posé une"
          + " question sur|a mis en doute|a réagi|à|a accentué)",
        "a (réagi|retiré) [_] (à|de)", "a retiré (un|une|son) [_] (de|à|du)",
      ],
      attributions: ["écrit"]
    )
  }()
}
