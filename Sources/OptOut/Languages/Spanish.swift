extension LanguageTable {
  /// Spanish.
  static let spanish: LanguageTable = {
    let texts =
      "mensaje|mensajes|sms|mms|texto|textos|msj|msjs|msg|msgs|mensajitos|avisos"
      + "|notificaciones|alertas|mensajes de texto|recordatorios|correos"
    let ads =
      "publicidad|promociones|promoción|promos|ofertas|anuncios|propaganda|propagandas"
      + "|mensajes publicitarios|sms publicitarios|mensajes promocionales|mensajes comerciales"
    let send =
      "envíe|envíen|envíes|envíeis|manden|mandes|mande|mandéis|escriban|escribas|escriba"
      + "|escribáis|contacten|contactes|contacte|contactéis|molesten|molestes|moleste|molestéis"
      + "|texteen|textees|textee|enviar|mandar|contactar|escribir|molestar|mandarme|enviarme"
      + "|lleguen|llamen|spameen"
    return LanguageTable(
      code: "es",
      name: "Spanish",
      stop: [
        .ordinary("DAR BAJA", .analogy),
        .doubtful("PARA", .analogy),
        .weak("PARA YA", .analogy),
        .strong("BAJA", .national), .strong("DARME DE BAJA", .openCode),
        .strong("DAR DE BAJA", .openCode), .strong("DARSE DE BAJA", .analogy),
        .strong("DESUSCRIBIR", .analogy), .strong("DESUSCRIBIRME", .analogy),
        .strong("DESUSCRIBIRSE", .analogy), .strong("CANCELAR SUSCRIPCIÓN", .analogy),
        .strong("DESUSCRIBE", .analogy), .strong("DESUSCRIBEME", .analogy),
        .ordinary("DETENER", .sinch), .ordinary("SALIR", .sinch), .ordinary("PARAR", .analogy),
        .ordinary("PAREN", .analogy), .ordinary("NO MÁS", .openCode),
        .ordinary("DETENGAN", .analogy), .ordinary("DETENGA", .analogy),
        .weak("CANCELAR", .sinch), .weak("FIN", .analogy), .weak("ANULAR", .analogy),
        .weak("ELIMINAR", .analogy), .weak("TERMINAR", .analogy), .weak("ALTO", .analogy),
      ],
      start: [
        .weak("ALTA", .national), .weak("VOLVER", .sinch), .weak("RECIBIR", .sinch),
        .weak("REANUDAR", .analogy), .weak("SUSCRIBIR", .analogy), .weak("SUSCRIBIRME", .analogy),
        .weak("INICIAR", .analogy),
      ],
      help: [.weak("AYUDA", .analogy), .weak("INFORMACIÓN", .analogy)],
      marketing: [
        "publicidad", "promoción", "promociones", "ofertas", "anuncios", "propaganda",
        "publicitarios", "promocionales", "comerciales",
      ],
      polite: [
        "no me interesa",
        "por favor", "x favor", "porfavor", "porfa", "xfa", "pf", "gracias", "muchas gracias",
        "hola", "buenas", "buenos días", "buenas tardes", "ya", "ahora", "de inmediato",
        "inmediatamente", "señores", "señor", "sí", "favor de", "favor", "disculpe", "perdón",
        "un saludo", "saludos", "pueden", "puede", "podrían",
      ],
      particles: [
        "mensaje", "mensajes", "de", "del", "los", "las", "la", "el", "todo", "todos", "todas",
        "me", "a", "al", "servicio", "esto", "estos", "sus", "texto", "textos", "lista", "total",
        "suscripción", "número", "mi", "mandar", "enviar",
      ],
      requests: [
        "(tramiten|tramite|gestionen|gestione|procesen|confirmen) (mi|la) baja",
        "(quiero|deseo|solicito|pido|exijo) que (me|nos) (borren|quiten|saquen|eliminen|den de baja|dejen|remuevan|retiren)",
        "^(quitar|remover|borrar|eliminar|salir|sacar) de (la|su|esta) lista",
        "(retiren|retire|remuevan|remueva|borra|quita) (mi|este) (numero|telefono|celular|movil|contacto)",
        "(revoco|retiro|cancelo|anulo) (mi|el) consentimiento",
        "^(eliminar|borrar|quitar|terminar) [mi|la] suscripcion",
        "(no|ya no) (deseo|quiero|me interesa) recibir (mas|más|ninguna|) (informacion|nada|correos|comunicaciones)",
        "dejen de (joder|fastidiar|chingar|molestar|spamear)",
        "(cancelar|anular|cancelo|anulo|cancelen|anulen|cancelame|cancela|anula) (la|mi|esta|el|este|) (suscripcion|subscripcion|servicio de sms|servicio de mensajes)",
        "(me|nos) (quiero|quisiera|gustaria|deseo|queria) dar de baja",
        "(no|ya no|nunca|jamás) (me|nos) (\(send)) (más|nada|nunca|ningún|\(texts)|este|estos|esos"
          + "|esto|tantos|ya)",
        "^(no|ya no|nunca) [me|nos] (\(send)) [más] [\(texts)]$",
        "^(no|ya no) [me|nos] (\(send)) (más|nada más)",
        "(no|ya no) (quiero|queremos|deseo|deseamos|quisiera) [que] [me|nos|recibir|seguir"
          + " recibiendo|recibir más|que me|tener] [envíen|manden|lleguen|envíe|mande|sigan enviando"
          + "|sigan mandando|estén mandando|estén enviando] [más|sus|estos|tus|esos|de|tantos]"
          + " [de|sus|estos] (\(texts))",
        "^(no|ya no) (quiero|queremos|deseo) (más|recibir más|recibir nada|recibirlos|recibir nada"
          + " más|seguir recibiendo)$",
        "(dejen|deje|deja|dejad|dejar|paren|parar|pare|para|parad|cesen|basta) de (enviar|enviarme"
          + "|enviarnos|mandar|mandarme|mandarnos|escribir|escribirme|molestar|molestarme"
          + "|contactar|contactarme|textear|textearme|spamear|acosar|acosarme|enviando|mandando"
          + "|mensajes|sms|recibir)",
        "(no|ni) (más|un|otro) [de] [sus|estos|tus|esos] (\(texts))",
        "(basta|basta ya|ya basta) de [tantos|estos|sus] (\(texts))",
        "^cancelar (\(texts))",
        "(dejen|deje) de llegar",
        "(darme|darnos|deme|denme|dame|dadme|doy|darse|dénme|déme|démosnos|darlo|den) [por favor|ya]"
          + " de baja",
        "(quiero|solicito|pido|deseo|tramitar|gestionar|causar) (la|mi|una|) baja",
        "(quítenme|quíteme|quítame|quitarme|bórrenme|bórreme|bórrame|borrarme|elimíneme|elimínenme"
          + "|elimíname|eliminarme|sáquenme|sáqueme|sácame|sacarme|remuévanme|remuévame) (de|ya)",
        "^(quítenme|quíteme|quítame|bórrenme|bórreme|bórrame|elimínenme|elimíneme|elimíname"
          + "|sáquenme|sáqueme|sácame)$",
        "(quiten|borren|eliminen|saquen|borre|elimine|quite|saque|quitar|borrar|eliminar) (mi"
          + " número|mi teléfono|mis datos|mi nombre|este número|mi celular|mi móvil)",
        "(déjenme|déjeme|déjame|dejadme|dejarme|déjennos) (en paz|tranquilo|tranquila)",
        "(cancelar|cancelen|cancele|anular|anulen|terminar|cancela) (mi|la|esta|el|mis) (suscripción"
          + "|servicio de mensajes|servicio de sms|servicio sms|mensajes)",
        "cómo (me doy|puedo darme|darme|darse) de baja", "retiro mi consentimiento",
        "(quiero|deseo|quisiera|necesito) (salir de|desuscribirme|salirme de)",
      ],
      marketingRequests: [
        "(no|ya no) [quiero|deseo|me interesa] [me|nos|recibir] [\(send)] (más|) [sus|de|tanta] (\(ads))",
        "(no|ya no) [quiero|deseo|me|recibir|quiero recibir|deseo recibir] [\(send)] (\(ads))",
        "(dejen|deje|deja|paren|basta) de [enviar|enviarme|mandar|mandarme] [su|sus|tanta] (\(ads))",
        "no más [de] (\(ads))",
      ],
      complaints: [
        "no me interesa", "no estoy interesado", "no estoy interesada", "número equivocado",
        "se equivocó de número", "se ha equivocado", "número incorrecto", "es acoso",
        "(nunca|no) (me suscribí|solicité|pedí)", "qué pesados", "falleció",
      ],
      negations: [
        "(no|nunca|sin) [quiero|queremos|deseo|me|nos|se] [que me] (parar|paren|pares|pare|detener"
          + "|detengan|detengas|dejen de|dejes de|deje de|den de baja|dar de baja|darme de baja"
          + "|cancelar|salir|desuscribirme|borren|eliminen|darse de baja|causar baja|la baja|stop"
          + "|una baja)"
      ],
      innocents: [
        "(temperatura|fiebre|presion|marea|luz|sube y|calidad|voz|tension) baja",
        "baja (tu|usted|el precio|la temperatura|presion|tension|calidad)",
        "por que (ya no|no) (me llegan|recibo|me llega|llegan)",
        "(ya no|no) (me llegan|recibo|me han llegado|he recibido|recibi) [mas|los|sus] mensajes",
        "baja (california|maternal|médica|por maternidad|por enfermedad|laboral|el|la|los|las|al"
          + "|a la|tensión|presión|un|mucho|sur|norte|más tarde|y)",
        "(estoy|está|sigo|sigue|estaré|estuve|estaba) de baja",
        "(temporada|planta|clase|gama|está|muy|tensión|presión|marea|batería|calidad|señal|voz"
          + "|tasa|tarifa|ahora|ya|él|ella|que) baja",
        "no más de",
      ],
      signatures: ["enviado desde (mi|yahoo|outlook)", "mensaje original", "obtener outlook"],
      reactions: [
        "(le gustó|le encantó|no le gustó|se rio de|se rió de|le dio risa|exclamó por|exclamó|dudó"
          + " sobre|dudó de|enfatizó|preguntó sobre|cuestionó|a|para)",
        "(reaccionó|quitó) [con|un|una] [_] (a|de)",
      ],
      attributions: ["escribió"]
    )
  }()
}
