extension ReplyRow {
  /// Replies as people write them.
  static let romanceRepliesTwo = rows(
    #"""
    none | - | non smettete
    none | - | non fermatevi
    none | - | fermata dell'autobus
    none | - | Sono alla fermata
    none | - | basta così grazie
    none | - | Basta che sia pronto
    none | - | mi basta così
    none | - | due bastano
    none | - | la fine del mese
    none | - | fine settimana
    none | - | annulla il mio appuntamento
    none | - | Vorrei annullare l'appuntamento
    none | - | cancellare la prenotazione
    none | - | devo cancellare l'appuntamento
    none | - | sì
    none | - | No grazie
    none | - | grazie
    none | - | va bene
    none | - | a domani
    none | - | Non voglio cipolla
    none | - | non posso più venire
    none | - | Mi serve aiuto con l'ordine
    none | - | aiutatemi con il trasloco
    none | - | A che ora inizia?
    help | it | AIUTO
    help | it | aiuto
    opt-out | fr | Bonjour, merci de me retirer de vos listes. Cordialement
    opt-out | fr | Bonjour merci de ne plus m'envoyer de messages
    opt-out | fr | Bonsoir, veuillez cesser de m'envoyer des sms svp
    opt-out | fr | cessez de m'écrire
    opt-out | fr | Cessez vos envois
    opt-out | fr | Je vous demande d'arrêter de m'envoyer des messages
    opt-out | fr | Pouvez-vous arrêter de m'envoyer des SMS ?
    opt-out | fr | pourriez vous me retirer de la liste
    opt-out | fr | Pouvez vous supprimer mon numéro svp
    opt-out | fr | Je refuse de recevoir vos sms
    opt-out | fr | je ne suis pas intéressé, merci de ne plus me contacter
    opt-out | fr | Pas intéressé stop
    opt-out | fr | Pas intéressée, retirez-moi de vos fichiers
    opt-out | fr | Mauvais numéro, stop
    opt-out | fr | Vous vous trompez de numéro, arrêtez
    opt-out | fr | j'ai déjà dit stop
    opt-out | - | STOP STOP STOP
    opt-out | fr | Arrêt svp
    opt-out | fr | arret sms
    opt-out | fr | ARRET SMS
    opt-out | fr | Arrêtez tout
    opt-out | fr | résilier
    opt-out | fr | Résiliation
    opt-out | fr | Résilier mon abonnement sms
    opt-out | fr | je résilie
    opt-out | fr | Me désinscrire
    opt-out | fr | me désabonner svp
    opt-out | fr | Désabonnez moi immédiatement
    opt-out | fr | désinscrivez-moi
    opt-out | fr | enlevez moi de votre liste
    opt-out | fr | Enlevez mon numéro
    opt-out | fr | ôtez-moi de votre liste
    opt-out | fr | Ras le bol arrêtez
    opt-out | fr | ça suffit arrêtez
    opt-out | fr | j'en ai marre de vos sms arrêtez
    opt-out | fr | Plus de message
    opt-out | fr | Plus aucun message
    opt-out | fr | Ne me relancez plus
    opt-out | fr | ne m'appelez plus et ne m'écrivez plus
    opt-out | fr | Je retire mon consentement
    opt-out | fr | je me désinscris
    opt-out | fr | Je me désabonne
    opt-out | - | Stop\nEnvoyé de mon iPhone
    opt-out | - | STOP\n\nEnvoyé depuis mon mobile Android
    none | - | Arrêt de bus Gare du Nord ?
    none | - | on se retrouve à l'arrêt
    none | - | le bus ne s'arrête pas ici
    none | - | arrêt cardiaque
    none | - | Je ne peux pas m'arrêter maintenant
    none | - | sans arrêt
    none | - | Il pleut sans arrêt
    none | - | Je voudrais arrêter de fumer
    none | - | j'arrête de fumer
    none | - | faut il arrêter le traitement ?
    none | - | je dois arrêter mon traitement ?
    none | - | peut-on annuler la livraison
    none | - | Annulez ma commande svp
    none | - | je souhaite annuler
    none | - | fin de chantier
    none | - | c'est la fin
    none | - | enfin !
    none | - | À plus
    none | - | Plus tard
    none | - | plus de pain svp
    none | - | Je n'ai plus de batterie
    none | - | je n'ai plus de nouvelles
    none | - | Je n'ai pas reçu de message
    none | - | j'ai pas reçu le sms
    none | - | Je souhaite recevoir vos messages
    none | - | Vous pouvez me contacter demain
    none | - | ne m'oubliez pas
    none | - | laissez le colis au gardien
    none | - | Laissez-moi un message
    none | - | Laissez moi le temps
    none | - | je suis désolé
    none | - | Je me suis inscrit hier
    none | - | contactez-moi
    review | fr | STOP !! au voleur
    opt-out | es | Buenos días, por favor no me envíen más mensajes
    opt-out | es | Hola, quiero darme de baja de los mensajes
    opt-out | es | Solicito que me den de baja
    opt-out | es | por favor denme de baja de su lista
    opt-out | es | baja del servicio
    opt-out | es | Baja SMS
    opt-out | es | BAJA sms gracias
    opt-out | es | Tramiten mi baja
    opt-out | es | no me interesa, no me manden más mensajes
    opt-out | es | No me interesa, borren mi número
    opt-out | es | número equivocado, no escriban más
    opt-out | es | Se equivocan de número dejen de escribir
    opt-out | es | no molesten más
    opt-out | es | No me molesten más
    opt-out | es | No molestar
    opt-out | es | dejen de joder
    opt-out | es | dejen de spamear
    opt-out | es | Dejen de mandar mensajes
    opt-out | es | ya no me manden mensajes
    opt-out | es | ya no manden sms
    opt-out | es | No deseo recibir más información
    opt-out | es | no quiero más sms
    opt-out | es | NO QUIERO MAS MENSAJES
    opt-out | es | No quiero sus mensajes
    opt-out | es | basta de mensajes
    opt-out | es | quiero que me borren de la lista
    opt-out | es | Sáquenme de la lista
    opt-out | es | sacame de la lista
    opt-out | es | sáqueme de su base de datos
    opt-out | es | Quitar de la lista
    opt-out | pt | remover
    opt-out | es | Remover de la lista
    opt-out | es | retiren mi número
    opt-out | es | revoco mi consentimiento
    opt-out | es | Eliminar suscripción
    opt-out | es | dar baja
    opt-out | es | Dar de baja
    opt-out | es | stop mensajes
    opt-out | es | para de enviarme mensajes
    opt-out | es | Para de escribirme
    opt-out | es | parar sms
    opt-out | - | STOP\nEnviado desde mi iPhone
    none | - | me dieron la baja médica
    none | - | baja presión
    none | - | la temperatura baja
    none | - | en la planta baja
    none | - | baja tú, yo no puedo
    none | - | ya bajo
    none | - | Para el lunes por favor
    none | - | para dos personas
    none | - | mesa para 4
    none | - | ¿Es para llevar?
    none | - | gracias por parar
    none | - | el autobús para en la esquina
    none | - | ¿Dónde para el autobús?
    none | - | salir por la puerta
    none | - | ¿a qué hora salís?
    none | - | La salida es por allí
    none | - | cancelen mi pedido
    none | - | quisiera cancelar la cita de mañana
    none | - | el fin justifica los medios
    none | - | En fin, gracias
    none | - | No quiero ir
    none | - | no quiero tomate
    none | - | ya no quiero el pedido
    none | - | No puedo ir
    none | - | No recibí el sms
    none | - | no me ha llegado ningún mensaje
    none | - | Deja el paquete en portería
    none | - | déjenlo con el vecino
    none | - | dejen la llave
    none | - | Quiero recibir mensajes
    none | - | sí quiero
    none | - | mándenme más información
    none | - | alta calidad
    none | - | me dieron de alta en el hospital
    none | - | en voz alta
    none | - | Necesito ayuda
    none | - | alto ahí jaja
    none | - | muy alto
    opt-out | pt | Boa tarde, por favor não me enviem mais mensagens
    opt-out | pt | Olá, gostaria de sair da lista
    opt-out | pt | por favor me tirem da lista de vocês
    opt-out | pt | Quero que parem de me enviar mensagens
    opt-out | pt | Gostaria de parar de receber mensagens
    opt-out | pt | quero parar de receber sms
    opt-out | pt | não tenho interesse, parem de mandar mensagem
    opt-out | pt | Não tenho interesse, tire meu número
    opt-out | pt | número errado, parem
    opt-out | pt | Pare de mandar sms
    opt-out | pt | PARE COM ISSO
    opt-out | pt | parem com isso
    opt-out | pt | chega!
    opt-out | pt | Chega de sms
    opt-out | pt | para de me mandar msg
    opt-out | pt | parem de encher o saco
    opt-out | pt | não perturbe
    opt-out | pt | Não me perturbem
    opt-out | pt | não quero mais msg
    opt-out | pt | n quero mais receber msg
    opt-out | pt | Apague meu número
    opt-out | pt | apaguem o meu número
    opt-out | pt | excluir meu número
    opt-out | pt | Exclua meu número
    opt-out | pt | exclua meu contato da lista
    opt-out | pt | Retirem meu número da base
    opt-out | pt | revogo o consentimento
    opt-out | pt | sair obrigado
    opt-out | pt | Desinscrever-me
    opt-out | pt | anular subscrição
    opt-out | - | Stop sms
    opt-out | pt | não envie mais sms
    opt-out | pt | Não mandem mais nada
    opt-out | pt | não mande mais nada
    opt-out | - | STOP\nEnviado do meu iPhone
    none | - | Posso sair agora?
    none | - | vamos sair hoje?
    none | - | ele vai sair mais tarde
    none | - | saída às 18h
    none | - | Não consigo parar de rir
    none | - | preciso parar no mercado
    none | - | O ônibus vai parar aqui?
    none | - | pare no portão 3 por favor
    none | - | vai parar de chover
    none | - | Para duas pessoas
    none | - | para mim está ótimo
    none | - | Cancela meu pedido
    none | - | cancelar meu agendamento
    none | - | Gostaria de cancelar a consulta
    none | - | no fim do mês
    none | - | não recebi nenhum sms
    none | - | Não quero ir
    none | - | não quero mais o produto
    none | - | tira a cebola
    none | - | Quero receber mensagens
    none | - | voltar amanhã
    none | - | Quando posso voltar?
    none | - | chega às 5
    none | - | Ele chega amanhã
    none | - | quando chega?
    opt-out | it | Buongiorno, vi prego di non inviarmi più messaggi
    opt-out | it | Salve, cancellatemi dalla vostra lista grazie
    opt-out | it | per favore non mandatemi più messaggi
    opt-out | it | non contattatemi
    opt-out | it | Non voglio più essere contattato
    opt-out | it | non mi contattate più
    opt-out | it | Non mi interessa, cancellatemi
    opt-out | it | Numero sbagliato, smettetela
    opt-out | it | numero sbagliato cancellate
    opt-out | it | Chiedo la cancellazione
    opt-out | it | chiedo la cancellazione del mio numero
    opt-out | it | Cancellazione
    opt-out | it | togliete il mio numero
    opt-out | it | Eliminate il mio numero
    opt-out | it | elimina il mio numero
    opt-out | it | Vorrei essere rimosso dalla lista
    opt-out | it | voglio essere cancellato dalla lista
    opt-out | it | Non desidero essere contattato
    opt-out | it | Non desidero ricevere comunicazioni
    opt-out | it | BASTAAAA
    opt-out | it | basta!!!!
    opt-out | it | basta grazie
    opt-out | it | fermatevi
    opt-out | it | Fermate i messaggi
    opt-out | it | interrompete i messaggi
    opt-out | it | revoca consenso
    opt-out | it | Mi disiscrivo
    opt-out | it | disdetta
    opt-out | it | Disdire abbonamento
    opt-out | - | STOP\nInviato da iPhone
    none | - | Perché non ricevo più messaggi?
    none | - | non ho ricevuto più niente
    none | - | La fermata è vicina
    none | - | fermati al negozio
    none | - | Si ferma il treno?
    none | - | il treno non si ferma qui
    none | - | Non mi fermo
    none | - | basta poco
    none | - | mi basta
    none | - | Basta un'ora?
    none | - | ne bastano due
    none | - | alla fine
    none | - | annullare l'ordine
    none | - | Cancella il mio ordine
    none | - | cancelli l'appuntamento
    none | - | smetto alle 5
    none | - | smette di piovere?
    none | - | Ho smesso di fumare
    none | - | non voglio andare
    none | - | Non voglio zucchero
    none | - | Lasciate il pacco al portiere
    none | - | lasciami un messaggio
    none | - | inizia alle 9?
    none | - | Aiutami domani
    opt-out | fr | Arrête stp
    opt-out | fr | stop stp
    """#
  )
}
