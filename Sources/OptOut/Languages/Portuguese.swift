extension LanguageTable {
  /// Portuguese, of Portugal and Brazil.
  static let portuguese: LanguageTable = {
    let texts =
      "mensagem|mensagens|sms|mms|msg|msgs|torpedo|torpedos|texto|textos|avisos|alertas"
      + "|notificações|lembretes"
    let ads =
      "publicidade|promoções|promoção|promos|ofertas|anúncios|propaganda|propagandas"
      + "|mensagens publicitárias|mensagens promocionais"
    let send =
      "envie|enviem|envies|mande|mandem|mandes|manda|escreva|escrevam|contacte|contactem"
      + "|contate|contatem|incomode|incomodem|perturbe|perturbem|enviar|mandar|contatar|contactar"
      + "|incomodar|mandando|enviando"
    return LanguageTable(
      code: "pt",
      name: "Portuguese",
      stop: [
        .weak("QUERO SAIR", .analogy),
        .strong("ME DESCADASTRA", .analogy),
        .strong("DESCADASTREM-ME", .analogy),
        .strong("DESCADASTRA", .analogy),
        .strong("DESCADASTREM", .analogy),
        .strong("DESCADASTRAR", .analogy), .strong("DESCADASTRE", .analogy),
        .strong("DESCADASTRO", .analogy), .strong("DESINSCREVER", .analogy),
        .strong("CANCELAR INSCRIÇÃO", .analogy), .strong("CANCELAR ASSINATURA", .analogy),
        .strong("CANCELAR SUBSCRIÇÃO", .analogy), .ordinary("SAIR", .national),
        .ordinary("PARAR", .sinch), .ordinary("PARE", .national), .ordinary("PAREM", .analogy),
        .ordinary("CHEGA", .analogy), .weak("CANCELAR", .sinch), .weak("CANCELA", .analogy),
        .weak("REMOVER", .analogy), .weak("FIM", .analogy),
        .weak("EXCLUIR", .analogy), .weak("ANULAR", .analogy),
      ],
      start: [
        .weak("VOLTAR", .sinch), .weak("RECEBER", .sinch), .weak("INICIAR", .analogy),
        .weak("RETOMAR", .analogy), .weak("ASSINAR", .analogy), .weak("SUBSCREVER", .analogy),
      ],
      help: [.weak("AJUDA", .analogy), .weak("INFORMAÇÃO", .analogy)],
      marketing: [
        "publicidade", "promoção", "promoções", "ofertas", "anúncios", "propaganda", "propagandas",
        "promocionais",
      ],
      polite: [
        "numero errado",
        "não tenho interesse",
        "sem interesse",
        "por favor", "pfv", "pf", "por gentileza", "obrigado", "obrigada", "obg", "grato", "grata",
        "olá", "oi", "bom dia", "boa tarde", "boa noite", "já", "agora", "imediatamente",
        "desculpe", "sim", "favor", "se faz favor", "sff", "podem", "pode",
      ],
      particles: [
        "mensagem", "mensagens", "de", "do", "dos", "das", "da", "os", "as", "o", "a", "tudo",
        "todos", "todas", "me", "serviço", "isso", "isto", "lista", "enviar", "mandar", "com",
        "número", "meu", "texto",
      ],
      requests: [
        "(n|nao|ñ) (quero|qro|kero) (mais|) [receber] (\(texts)|msg|msgs|sms|mensagens|mensagem)",
        "(n|nao) quero mais receber (msg|msgs|sms|mensagens|mensagem)",
        "(revogo|retiro|cancelo) (o|meu|o meu) consentimento",
        "(anular|anulem|cancelar|terminar) (subscricao|inscricao|assinatura|registo|a subscricao)",
        "(cancelem|cancele|cancela|cancelar|cancelo) (o|a|os|as|) (envio|recebimento|inscricao|assinatura|subscricao|cadastro)",
        "como (faco|faço|fazer|e que) [para|pra] (sair|cancelar) [da|desta|dessa] (lista|subscricao|inscricao|assinatura)",
        "como (cancelo|cancelar|saio) (isso|isto|disso|disto|esses sms|essas mensagens|a subscricao|a inscricao|a assinatura|da lista)",
        "(não|nunca) (me|nos) (\(send)) (mais|nada|nenhuma|\(texts)|isso|isto|esses|essas)",
        "^(não|nunca) [me|nos] (\(send)) [mais] [\(texts)]$",
        "^(não|nunca) [me|nos] (\(send)) mais", "^não (\(send)) mais (\(texts))",
        "não [me] (perturbe|incomode|perturbem|incomodem) [mais]$",
        "não (quero|queremos|desejo|desejamos|gostaria de) [mais] [receber|continuar a receber"
          + "|continuar recebendo] [mais] [suas|estas|essas|as vossas|vossas|as|esses|nenhuma]"
          + " (\(texts))",
        "^não (quero|desejo) (mais|receber mais|mais receber|receber mais nada)$",
        "(pare|parem|para|parar|deixe|deixem|deixa|chega|cesse|cessem) de [me|nos] (enviar|mandar"
          + "|enviar me|mandar me|incomodar|perturbar|escrever|contactar|contatar|encher|receber"
          + "|\(texts))",
        "(parem|pare|para|parar) com (as|os|essas|esses|estas|estes|isso|suas|a)",
        "(sem|nenhuma|chega de) mais (\(texts))", "chega de (\(texts))", "^cancelar (\(texts))",
        "não mais (\(texts))", "^(mais nenhuma|nenhuma) (\(texts))",
        "(me|nos) (remova|remove|tire|tira|tirem|removam|exclua|excluam|retire|retirem|descadastre"
          + "|descadastrem|apague|apaguem)",
        "(remova|removam|tire|tirem|exclua|excluam|retire|retirem|apague|apaguem|remover|retirar"
          + "|excluir|tirar|retirem) (me|o meu número|meu número|meus dados|este número|meu nome"
          + "|meu telefone|o meu contacto|meu contato|o meu nome|esse número)",
        "(me|nos) (deixe|deixem|deixa) em paz", "(deixem|deixe|deixa) me em paz",
        "(cancelar|cancele|cancelem|anular|cancela) (minha|a minha|a|meu|o meu) (assinatura"
          + "|inscrição|subscrição|cadastro|serviço de sms|registo)",
        "(quero|desejo|gostaria de|queria|preciso) (sair da lista|sair da|sair desta|me descadastrar"
          + "|descadastrar|cancelar a inscrição|deixar de receber|parar de receber|ser removido"
          + "|ser removida|sair dessa)",
        "deixar de receber", "não (quero|desejo) ser (contactado|contactada|contatado|contatada)",
        "retiro o meu consentimento",
      ],
      marketingRequests: [
        "não [quero|desejo|me] [mais] [receber|\(send)] [mais] [suas|essas|vossa|sua] (\(ads))",
        "(pare|parem|chega|deixem) de [me] [enviar|mandar] [suas|essas] (\(ads))",
        "chega de (\(ads))", "(parem|pare) com (a|as|essas|essa) (\(ads))",
      ],
      complaints: [
        "não tenho interesse", "não estou interessado", "não estou interessada",
        "sem interesse", "número errado", "é engano", "foi engano",
        "(nunca|não) me (inscrevi"
          + "|cadastrei)", "faleceu", "isso é spam", "não conheço",
      ],
      negations: [
        "(não|nunca|sem) [quero|queremos|desejo|me|vou|precisa] (parar|pare|parem|pares|sair"
          + "|cancelar|descadastrar|deixem de|deixe de|remova|removam|cancele|descadastre|stop"
          + "|me descadastrar)"
      ],
      innocents: [
        "chega (as|amanha|hoje|em|a que horas|quando|mais|logo|na)",
        "(por que|porque|pq) (eu|) nao (recebo|estou recebendo|recebi|chegam) mais",
        "(vou|vamos|ao) sair", "sem parar",
      ],
      signatures: [
        "enviado (do meu|de meu|a partir do|do|pelo) ", "mensagem original", "obter outlook",
      ],
      reactions: [
        "(gostou de|amou|adorou|não gostou de|riu de|riu se de|enfatizou|questionou|destacou|para)",
        "(reagiu|removeu) [com|um|uma] [_] (a|de)",
      ],
      attributions: ["escreveu"]
    )
  }()
}
