extension ReplyRow {
  /// Replies as people write them.
  static let romanceRepliesOne = rows(
    #"""
    opt-out | fr | Arrêt
    opt-out | fr | ARRET
    opt-out | fr | arrêter
    opt-out | fr | arrete
    opt-out | fr | Arrêtez
    opt-out | fr | Arrêtez !
    opt-out | fr | Arrêtez svp
    opt-out | fr | arrêtez de m'envoyer des messages
    opt-out | fr | Arrêtez de m'envoyer des sms svp
    opt-out | fr | arrêtez vos sms
    opt-out | fr | Arretez avec vos messages
    opt-out | fr | Arrête de m'écrire
    opt-out | fr | STOP SVP
    opt-out | fr | STOP SMS svp
    opt-out | fr | Stop s'il vous plaît
    opt-out | fr | stop merci
    opt-out | fr | Merci de stopper
    opt-out | fr | Merci de me retirer de votre liste
    opt-out | fr | Merci de ne plus me contacter
    opt-out | fr | Merci de me désabonner
    opt-out | fr | Veuillez me désinscrire
    opt-out | fr | veuillez me retirer de votre liste de diffusion
    opt-out | fr | retirez moi de la liste svp
    opt-out | fr | Supprimez mon numéro
    opt-out | fr | Supprimer mon numéro de votre base
    opt-out | fr | Effacez mon numéro svp
    opt-out | fr | désabonnement
    opt-out | fr | DESABONNEMENT
    opt-out | fr | desabo
    opt-out | fr | désabonner
    opt-out | fr | désabonnez-moi
    opt-out | fr | Désinscription
    opt-out | fr | desinscrire
    opt-out | fr | je ne veux plus de vos sms
    opt-out | fr | Je veux plus recevoir de messages
    opt-out | fr | J'veux plus de sms
    opt-out | fr | je ne souhaite plus recevoir de messages
    opt-out | fr | Je ne souhaite plus être contacté
    opt-out | fr | Je souhaite me désabonner
    opt-out | fr | je voudrais me désinscrire
    opt-out | fr | Je veux me désabonner svp
    opt-out | fr | ne m'envoyez plus de messages
    opt-out | fr | Ne m'écrivez plus
    opt-out | fr | ne me contactez plus
    opt-out | fr | Ne plus m'envoyer de sms
    opt-out | fr | plus de sms svp
    opt-out | fr | Plus de messages merci
    opt-out | fr | Comment se désabonner ?
    opt-out | fr | comment je fais pour me désabonner
    opt-out | fr | Stop au 36179
    opt-out | - | STOP 36180
    opt-out | fr | laissez moi tranquille !!
    opt-out | fr | foutez moi la paix
    opt-out | fr | Fichez-moi la paix
    none | - | l'arrêt de bus
    none | - | arrêt de bus ?
    none | - | Je suis à l'arrêt de bus
    none | - | Je vous attends à l'arrêt
    none | - | arrêt maladie
    none | - | n'arrêtez pas
    none | - | n'arrêtez surtout pas
    none | - | J'arrive
    none | - | je m'arrête au magasin
    none | - | Je suis en arrêt de travail jusqu'à lundi
    none | - | la fin du mois
    none | - | à la fin de la semaine
    none | - | Je dois annuler mon rendez-vous
    none | - | Pouvez-vous annuler ma commande
    none | - | merci
    none | - | Oui
    none | - | Non
    none | - | Non merci
    none | - | OK merci
    none | - | d'accord
    none | - | Je serai là à 14h
    none | - | Il n'arrête pas de pleuvoir
    none | - | on s'arrête où ?
    none | - | le train s'arrête à Lyon
    none | - | Je ne peux plus venir
    none | - | Je ne veux plus de fromage dans ma commande
    none | - | retirez les oignons svp
    none | - | ne m'attendez pas
    none | - | A aimé « Répondez STOP pour vous désabonner »
    none | - | A ri de « Promo ! STOP au 36180 »
    none | - | Appelez-moi
    none | - | besoin d'aide pour ma commande
    none | - | aidez-moi à porter les cartons
    none | - | au début du mois
    none | - | ça commence quand ?
    help | fr | AIDE
    help | fr | Aide svp
    opt-in | fr | REABONNER
    opt-out | es | BAJA
    opt-out | es | baja
    opt-out | es | Baja por favor
    opt-out | es | Quiero darme de baja
    opt-out | es | darme de baja
    opt-out | es | Dame de baja
    opt-out | es | dar de baja
    opt-out | es | Solicito la baja
    opt-out | es | quiero la baja
    opt-out | es | Me quiero dar de baja
    opt-out | es | Quisiera darme de baja de este servicio
    opt-out | es | Parar
    opt-out | es | Para ya
    opt-out | es | Paren
    opt-out | es | paren de mandarme mensajes
    opt-out | es | Dejen de enviarme mensajes
    opt-out | es | dejen de molestar
    opt-out | es | Dejad de enviarme sms
    opt-out | es | no quiero recibir más mensajes
    opt-out | es | No quiero recibir mas sms de ustedes
    opt-out | es | ya no quiero recibir mensajes
    opt-out | es | No me manden más mensajes
    opt-out | es | no me envíen más mensajes
    opt-out | es | no me escriban más
    opt-out | es | No me mandéis más sms
    opt-out | es | no me contacten
    opt-out | es | No más mensajes
    opt-out | es | no mas mensajes por favor
    opt-out | es | no más
    opt-out | es | NO MAS SMS
    opt-out | es | Stop por favor
    opt-out | es | stop gracias
    opt-out | es | Quítenme de la lista
    opt-out | es | quitenme de su lista
    opt-out | es | Bórrenme de su lista
    opt-out | es | borrame de la lista
    opt-out | es | Eliminen mi número
    opt-out | es | eliminar mi numero
    opt-out | es | Elimíneme de su base de datos
    opt-out | es | Cancelar suscripción
    opt-out | es | cancelar suscripcion
    opt-out | es | Anular suscripción
    opt-out | es | Desuscribir
    opt-out | es | desuscribirme
    opt-out | es | quiero desuscribirme
    opt-out | es | Detener
    opt-out | es | alto
    opt-out | es | ¿Cómo me doy de baja?
    opt-out | es | como me doy de baja
    opt-out | es | como cancelo la suscripción
    opt-out | it | Basta
    opt-out | it | basta ya
    opt-out | es | Ya basta de mensajes
    opt-out | es | déjenme en paz
    opt-out | es | Dejadme en paz
    none | - | Baja California
    none | - | estoy de baja
    none | - | Estoy de baja médica
    none | - | la baja médica
    none | - | planta baja
    none | - | Vivo en la planta baja
    none | - | baja el volumen
    none | - | para mañana
    none | - | Para cuándo?
    none | - | es para hoy
    none | - | para ti
    none | - | ¿para qué?
    none | - | No pares
    none | - | no paren
    none | - | no dejen de enviar
    none | - | salir a comer
    none | - | ¿Vamos a salir?
    none | - | Voy a salir ahora
    none | - | Necesito cancelar la reserva
    none | - | cancelar pedido 123
    none | - | parada de autobús
    none | - | Estoy en la parada del autobús
    none | - | la parada
    none | - | sí
    none | - | No gracias
    none | - | Gracias
    none | - | vale
    none | - | ok
    none | - | fin de mes
    none | - | al fin
    none | - | A mi no me gusta la cebolla
    none | - | no quiero cebolla
    none | - | no quiero ir
    none | - | más tarde
    none | - | No puedo más
    none | - | no más tarde de las 5
    none | - | necesito ayuda con mi pedido
    none | - | Me ayudas?
    none | - | ¿A qué hora empieza?
    none | - | quiten la cebolla
    none | - | Le ha gustado “Responde BAJA para no recibir más”
    opt-in | es | ALTA
    help | es | ayuda
    opt-out | pt | SAIR
    opt-out | pt | Sair da lista
    opt-out | pt | quero sair
    opt-out | pt | Quero sair da lista
    opt-out | pt | Quero sair desta lista
    opt-out | es | PARAR
    opt-out | pt | Pare
    opt-out | pt | pare!
    opt-out | pt | Parem
    opt-out | pt | Parem de me mandar mensagem
    opt-out | pt | pare de me enviar mensagens
    opt-out | pt | Parem de enviar SMS
    opt-out | es | para de mandar mensagem
    opt-out | pt | nao quero mais
    opt-out | pt | nao quero receber mais mensagens
    opt-out | pt | não me mande mais mensagens
    opt-out | pt | Não me enviem mais mensagens
    opt-out | pt | Não enviem mais
    opt-out | pt | não me contactem mais
    opt-out | pt | Chega de mensagens
    opt-out | pt | descadastrar
    opt-out | pt | Descadastre meu número
    opt-out | pt | me descadastra
    opt-out | pt | descadastrem-me
    opt-out | pt | Remover
    opt-out | pt | remova meu número
    opt-out | pt | Remova meu número da lista
    opt-out | pt | retire meu numero da lista
    opt-out | pt | Me tira da lista
    opt-out | pt | me tire dessa lista por favor
    opt-out | pt | tirem-me da lista
    opt-out | pt | Cancelar inscrição
    opt-out | pt | cancelar assinatura
    opt-out | pt | cancelar subscrição
    opt-out | pt | Quero cancelar a subscrição
    opt-out | es | STOP por favor
    opt-out | pt | Stop obrigado
    opt-out | pt | Deixem-me em paz
    opt-out | pt | me deixa em paz
    opt-out | pt | Cancelem o envio de mensagens
    opt-out | pt | desejo cancelar o recebimento de mensagens
    opt-out | pt | Não desejo receber mais mensagens
    opt-out | pt | Desinscrever
    opt-out | pt | Como faço para sair da lista?
    opt-out | pt | como cancelo isso?
    none | - | vou sair agora
    none | - | preciso sair às 5
    none | - | não pare
    none | - | Não parem
    none | - | para amanhã
    none | - | Para que horas?
    none | - | Cancelar minha consulta
    none | - | quero cancelar a minha consulta
    none | - | cancelar o pedido
    none | - | parada de ônibus
    none | - | ponto de ônibus
    none | - | Estou na paragem do autocarro
    none | - | sim
    none | - | não
    none | - | Não, obrigado
    none | - | Obrigada
    none | - | até amanhã
    none | - | preciso de ajuda com o pedido
    none | - | Não quero cebola
    none | - | não quero mais cebola
    none | - | Não vou mais
    none | - | vou voltar amanhã
    none | - | tire a cebola por favor
    none | - | Amou “Responda SAIR para parar”
    help | pt | AJUDA
    help | pt | ajuda
    opt-out | it | Stop per favore
    opt-out | it | basta!
    opt-out | it | basta sms
    opt-out | it | BASTA SMS
    opt-out | it | Basta con questi messaggi
    opt-out | it | disiscrivimi
    opt-out | it | Disiscrivetemi
    opt-out | it | disiscrizione
    opt-out | it | Cancellami
    opt-out | it | Cancellatemi
    opt-out | it | cancellatemi dalla lista
    opt-out | it | Cancellami dalla lista
    opt-out | it | cancellate il mio numero
    opt-out | it | Cancella il mio numero
    opt-out | it | Rimuovetemi dalla lista
    opt-out | it | rimuovi il mio numero
    opt-out | it | Rimuovete il mio numero dalla vostra lista
    opt-out | it | Toglimi dalla lista
    opt-out | it | Non voglio più ricevere messaggi
    opt-out | it | non voglio più messaggi
    opt-out | it | Non voglio ricevere sms
    opt-out | it | non desidero più ricevere messaggi
    opt-out | it | Non inviatemi più messaggi
    opt-out | it | non mandatemi più sms
    opt-out | it | non mi scrivete più
    opt-out | it | non contattatemi più
    opt-out | it | smettetela
    opt-out | it | smettila di mandarmi messaggi
    opt-out | it | Smettete di inviarmi sms
    opt-out | it | Lasciami in pace
    opt-out | it | Annulla iscrizione
    opt-out | it | annullare l'iscrizione
    opt-out | it | Niente più messaggi
    opt-out | it | niente più sms grazie
    opt-out | it | voglio disiscrivermi
    opt-out | it | Vorrei cancellarmi
    opt-out | it | Come faccio a disiscrivermi?
    opt-out | it | Come posso cancellarmi
    opt-out | it | revoco il consenso
    opt-out | it | Revoco il mio consenso
    """#
  )
}
