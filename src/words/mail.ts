import { withArticle } from '../domain/article.js';
import type { Contact } from '../domain/contact.js';
import { contactLine } from './contact.js';
import { decisionRequestWords, decisionResultWords } from './decision-mail.js';
import { count, plural } from './plural.js';

/** What mails say. Dates arrive as `31/01/2016` (`day`) or `domenica 31 gennaio 2016` (`longDay`). */
export const mailWords = {
  simulated: 'Prova generale: dati simulati',
  simulatedSubject: (subject: string) => `[Prova generale] ${subject}`,
  greeting: (name: string) => `Gentile ${name},`,
  actingFor: (name: string) => `riceve questo messaggio in sostituzione di ${name}, assente in questo periodo.`,
  byHand: (name: string) => `${name}, del controllo di gestione, Le invia questo sollecito.`,
  /** In the preview of a mail, in the place of its link. */
  ownLink: '[collegamento personale del destinatario]',
  standIn: (name: string, absent: string) => `${name}, in sostituzione di ${absent}`,
  linkHint: 'Se il pulsante non funziona, copiare questo indirizzo nel browser:',
  personal:
    'I collegamenti di questo messaggio sono personali e aprono il modulo senza password: il messaggio non va inoltrato.',
  footer: (entity: string, exercise: number, contact: Contact | undefined) =>
    `Messaggio automatico del ciclo della performance ${exercise} · ${entity}. ${contact === undefined ? 'A questo indirizzo non si leggono risposte: per chiarimenti rivolgersi al controllo di gestione.' : `Per chiarimenti: ${contactLine(contact)}.${contact.email === undefined ? '' : ' Si può rispondere a questo messaggio.'}`}`,
  calendarFile: 'scadenza.ics',
  calendarTitle: (title: string) => `Scadenza: ${title}`,
  /** Without a link: a calendar is read by others too. */
  calendarText: 'Si risponde dal messaggio ricevuto oppure, dopo l’accesso a Ciclo, da «Le mie attività».',

  labels: {
    step: 'Attività',
    phase: 'Fase',
    window: 'Tempi previsti',
    due: 'Scadenza',
    lawTerm: 'Termine di legge',
    bodyTerm: 'Riferimento',
    waitingFor: 'In attesa di',
    code: 'Codice',
    unit: 'Unità di misura',
    last: 'Ultimo valore',
    noLast: 'nessuno registrato',
    target: 'Target approvato',
    reading: 'Come si legge',
    noReading: 'lettura non ancora confermata',
    remark: 'Osservazione',
    actual: 'Valore rilevato',
    achievement: 'Grado di realizzazione',
    board: 'Organo',
    document: 'Documento',
    hash: 'Impronta (SHA-256)',
    frozen: 'Depositato il',
    round: 'Esame',
    act: 'Atto',
    deferredTo: 'Rinviato al',
    section: 'Amministrazione trasparente',
    done: 'Attività concluse',
    coverage: 'Peso valutato',
    checkpoint: 'Monitoraggio',
    failure: 'Che cosa è successo',
  },

  draftSections: {
    subject: {
      owner: (document: string, day: string) => `${day}, da scrivere: ${document}`,
      steering: (document: string, n: number, day: string) =>
        `${day}, ${count(n, 'manca una sezione', 'sezioni non sono pronte')}: ${document}`,
    },
    body: {
      owner: (document: string, longDay: string) =>
        `il documento «${document}» attende queste sezioni, che sono di Sua competenza e non sono ancora pronte. L’attività scade ${longDay}.`,
      steering: (document: string, longDay: string) =>
        `il documento «${document}» non si può ancora trasmettere all’organo: queste sezioni non sono pronte. L’organo dovrebbe decidere entro ${longDay}.`,
    },
    state: 'A che punto è',
    needs: 'Che cosa manca',
    owners: 'A cura di',
    after: {
      owner: 'Quando il testo è finito, la sezione si dichiara pronta dalla sua pagina.',
      steering:
        'Si può sollecitare chi le scrive dalla pagina dell’attività, o scriverle dalla pagina della bozza; dove il documento viene da un altro sistema, un PDF dell’ente può sostituirlo per intero.',
    },
    button: 'Apri la bozza',
  },
  draftRemarks: {
    subject: (document: string, n: number) => `${count(n, 'un’osservazione', 'osservazioni')} su «${document}»`,
    body: (document: string, n: number) =>
      `${plural(n, 'c’è un’osservazione', `ci sono ${n} osservazioni`)} su ciò che ha scritto per «${document}».`,
    whole: 'Sul documento intero',
    remark: 'Osservazione',
    by: 'Di',
    after: 'Si risponde, e si corregge il testo, dalla pagina della bozza.',
    button: 'Apri la bozza',
  },

  /** What the page of a step lets its owners do. */
  stepButton: {
    task: 'Concludi l’attività',
    approval: 'Rivedi e ritrasmetti',
    amendment: 'Proponi l’aggiornamento',
    checkpoint: 'Apri il monitoraggio',
    publication: 'Vedi la pubblicazione',
  },
  sheetsButton: 'Vedi a che punto siamo',
  sheetsEnd: 'L’attività si conclude da sé quando ci sono le schede di tutti: la pagina dice quali mancano.',
  documentButton: {
    write: 'Scrivi il documento e concludi',
    transmit: 'Completa e trasmetti il documento',
  },
  documentEnd: {
    write:
      'Il documento si scrive una sezione alla volta: la pagina che si apre con il collegamento dice quali mancano e a chi spettano. L’attività si può concludere quando le sezioni richieste sono pronte.',
    transmit:
      'Dalla pagina che si apre con il collegamento si completa il documento e lo si trasmette all’organo. L’organo lo riceve solo allora, e la sua decisione conclude l’attività.',
  },
  stepOpening: {
    subject: (title: string, day: string) => `${day}, da avviare: ${title}`,
    body: (title: string, exercise: number, longDay: string) =>
      `è aperta l’attività «${title}» del ciclo della performance ${exercise}. Va conclusa entro ${longDay}.`,
    after: 'Quando è conclusa, basta segnarlo nella pagina che si apre con il collegamento.',
  },
  stepReminder: {
    subject: (title: string, day: string) => `${day}, promemoria: ${title}`,
    body: (title: string, days: number, longDay: string) =>
      `l’attività «${title}» scade ${plural(days, 'domani', `fra ${days} giorni`)}, ${longDay}, e non risulta ancora conclusa.`,
  },
  stepDueToday: {
    subject: (title: string, day: string) => `${day}, scade oggi: ${title}`,
    body: (title: string, longDay: string) =>
      `oggi, ${longDay}, scade l’attività «${title}», che non risulta ancora conclusa.`,
  },
  stepLate: {
    subject: (title: string, day: string) => `${day}, in ritardo: ${title}`,
    body: (title: string, days: number, longDay: string) =>
      `l’attività «${title}» doveva concludersi entro ${longDay}: il ritardo è di ${count(days, 'un giorno', 'giorni')}.`,
    after: 'La preghiamo di concluderla, oppure di indicare nella pagina il motivo del ritardo.',
  },
  stepsTogether: {
    subject: (day: string, n: number) => `${day}: ${n} attività da concludere`,
    body: (n: number, exercise: number) =>
      `queste ${n} attività del ciclo della performance ${exercise} attendono Lei. Ciascuna si apre dal proprio collegamento; quando è conclusa, basta segnarlo lì.`,
    standing: 'A che punto è',
    today: 'scade oggi',
    late: (days: number) => `in ritardo di ${count(days, 'un giorno', 'giorni')}`,
  },
  escalation: {
    subjectManager: (title: string, day: string) => `${day}, in ritardo nel Suo settore: ${title}`,
    subjectHead: (title: string, day: string) => `${day}, in ritardo: ${title}`,
    body: (title: string, days: number, longDay: string) =>
      `l’attività «${title}» doveva concludersi entro ${longDay} ed è in ritardo di ${count(days, 'un giorno', 'giorni')}.`,
    manager: 'Chi deve provvedere è già stato sollecitato; Le chiediamo di verificare che cosa la trattiene.',
    head: 'I solleciti a chi deve provvedere e al responsabile non hanno avuto esito.',
    law: 'Il termine è fissato dalla legge.',
    nobody: 'nessun incaricato: il ruolo è scoperto',
    button: 'Vedi l’attività',
  },
  stepTrouble: {
    subject: (title: string) => `non va avanti: ${title}`,
    stuck: {
      body: (title: string) =>
        `l’attività «${title}» non va avanti perché qualcosa che il sistema deve fare non riesce. Non dipende da chi deve provvedere. Il motivo registrato è:`,
      after:
        'Il sistema riprova da sé: tolta la causa, l’attività riparte senza altri interventi. Il termine intanto corre.',
    },
    failed: {
      body: (title: string) =>
        `l’attività «${title}» si è interrotta. Le altre del ciclo proseguono; quelle che la attendono aspettano. Il motivo registrato è:`,
      after: 'Tolta la causa, l’attività si riavvia dalla sua pagina di gestione; ciò che è già registrato resta.',
    },
    button: 'Vedi l’attività',
  },
  checkpoint: {
    later: 'Non sono ancora chiesti, perché il valore si conosce più avanti:',
    subject: {
      opening: (period: string, n: number, day: string) =>
        `${day}: ${count(n, 'un indicatore', 'indicatori')} per il monitoraggio ${withArticle('al', period)}`,
      reminder: (period: string, n: number, day: string) =>
        `${day}, promemoria: ${count(n, 'manca un indicatore', 'indicatori mancanti')} ${withArticle('al', period)}`,
      'due-today': (period: string, n: number, day: string) =>
        `${day}, scade oggi: ${count(n, 'manca un indicatore', 'indicatori mancanti')} ${withArticle('al', period)}`,
      late: (period: string, n: number, day: string) =>
        `${day}, in ritardo: ${count(n, 'manca un indicatore', 'indicatori mancanti')} ${withArticle('al', period)}`,
    },
    body: {
      opening: (longPeriod: string, longDay: string) =>
        `è aperta la raccolta dei valori ${withArticle('al', longPeriod)}. Le chiediamo di compilare entro ${longDay} gli indicatori elencati più sotto.`,
      reminder: (longPeriod: string, longDay: string) =>
        `i valori ${withArticle('al', longPeriod)} vanno inviati entro ${longDay}. Gli indicatori elencati più sotto non risultano ancora compilati.`,
      'due-today': (longPeriod: string) =>
        `oggi scade il termine per inviare i valori ${withArticle('al', longPeriod)}. Gli indicatori elencati più sotto non risultano ancora compilati.`,
      late: (longPeriod: string, longDay: string) =>
        `i valori ${withArticle('al', longPeriod)} andavano inviati entro ${longDay}. Gli indicatori elencati più sotto non risultano ancora compilati: nel modulo si può indicare il motivo del ritardo.`,
    },
    after:
      'Il collegamento apre il modulo senza password: ciò che si conosce si invia subito, il resto si completa più tardi. Se un valore non si può rilevare, se ne indica il motivo.',
    button: 'Compila il modulo',
  },
  decisionRequest: decisionRequestWords,
  decisionResult: decisionResultWords,
  valueReturned: {
    subject: (name: string, day: string | undefined) =>
      day === undefined ? `da rivedere: ${name}` : `${day}, da rivedere: ${name}`,
    subjectMany: (n: number, day: string | undefined) =>
      day === undefined ? `${n} valori da rivedere` : `${day}: ${n} valori da rivedere`,
    body: (n: number, longDay: string, past: boolean) =>
      `${plural(n, 'il valore inviato per l’indicatore più sotto torna', 'i valori inviati per gli indicatori più sotto tornano')} con un’osservazione. La correzione si fa nello stesso modulo${past ? `, appena possibile: il termine era ${longDay}` : `, entro ${longDay}`}.`,
    button: 'Correggi nel modulo',
  },
  correctiveAction: {
    subject: (n: number, period: string) =>
      `${count(n, 'un indicatore lontano', 'indicatori lontani')} dal target ${withArticle('al', period)}`,
    /** @param next day at which the results are looked at again, where that is known */
    body: (n: number, longPeriod: string, next: string | undefined) =>
      `il monitoraggio ${withArticle('al', longPeriod)} mostra ${count(n, 'un indicatore lontano', 'indicatori lontani')} dal target. Le chiediamo di indicare${plural(n, '', ', per ciascuno,')} l’azione correttiva che propone${next === undefined ? '' : `, prima del prossimo esame dei risultati, ${withArticle('al', next)}`}.`,
    button: 'Indica che cosa si farà',
  },
  notComputed: {
    subject: (n: number, period: string) =>
      `${count(n, 'un indicatore non calcolato', 'indicatori non calcolati')}: monitoraggio ${withArticle('al', period)}`,
    body: (n: number, title: string, longPeriod: string) =>
      `i risultati dell’attività «${title}», ${withArticle('al', longPeriod)}, ci sono, ma ${plural(n, 'su un indicatore', `su ${n} indicatori`)} il calcolo si è interrotto. Finché non si rimedia ${plural(n, 'conta come valore mancante', 'contano come valori mancanti')}.`,
    after:
      'Di solito basta correggere il valore o il target e riaprire il monitoraggio; se il valore è giusto così com’è, la segnalazione va inoltrata a chi gestisce il sistema.',
    button: 'Vedi il monitoraggio',
  },
  computationFailed: {
    subject: (title: string) => `calcolo non riuscito: ${title}`,
    body: (title: string) =>
      `il calcolo dell’attività «${title}» non è riuscito e l’attività resta aperta. I valori raccolti sono al sicuro e il sistema continua a riprovare.`,
    after:
      'Se l’attività non si conclude da sola entro un’ora, la segnalazione va inoltrata a chi gestisce il sistema, con il testo qui sopra.',
    button: 'Vedi l’attività',
  },
  published: {
    subject: {
      verified: (document: string) => `pubblicato: ${document}`,
      toVerify: (document: string) => `in pubblicazione: ${document}`,
    },
    body: {
      verified: (document: string) => `il documento «${document}» è pubblicato.`,
      toVerify: (document: string) =>
        `il documento «${document}» è in pubblicazione. Non è ancora verificato che si legga sul sito: la verifica è automatica.`,
    },
    button: 'Vedi il documento',
  },
  signIn: {
    subject: 'collegamento per entrare in Ciclo',
    body: (minutes: number) =>
      `è stato chiesto di entrare in Ciclo con questo indirizzo. Il collegamento vale ${minutes} minuti e per una volta sola.`,
    notYou: 'Se la richiesta non è Sua non occorre fare nulla: senza questo messaggio nessuno può entrare.',
    button: 'Entra in Ciclo',
  },
  addressChanged: {
    subject: 'il Suo indirizzo in Ciclo è cambiato',
    body: (by: string) =>
      `${by} ha cambiato l’indirizzo a cui Ciclo Le scrive. Le richieste e i collegamenti con cui si entra vanno da ora al nuovo; a questo non arriva più nulla.`,
    to: 'Nuovo indirizzo',
    notYours: 'Se il nuovo indirizzo non è Suo, lo dica subito a chi amministra gli accessi.',
  },
  token: {
    subject: {
      'to-confirm': (title: string) => `da confermare: un gettone che agisce per Lei (${title})`,
      issued: (title: string) => `emesso un gettone che agisce per Lei (${title})`,
      used: (title: string) => `usato il gettone che agisce per Lei (${title})`,
    },
    body: {
      'to-confirm': (who: string) =>
        `${who} chiede un gettone con cui un programma possa agire in Ciclo al posto Suo. Senza la Sua conferma non vale nulla, e solo a Lei sarà mostrato.`,
      issued: (who: string) =>
        `è stato emesso un gettone con cui un programma può agire in Ciclo al posto Suo, chiesto da ${who}.`,
      used: (_who: string) =>
        'un programma ha agito in Ciclo al posto Suo con il gettone qui sotto. Questo avviso arriva al massimo una volta alla settimana.',
    },
    labels: { title: 'A che cosa serve', scopes: 'Che cosa permette', days: 'Validità', reference: 'Gettone' },
    days: (days: number) => count(days, 'un giorno', 'giorni'),
    confirm: (hours: number) =>
      `Se non ne sa nulla non occorre fare nulla: fra ${hours} ore la richiesta scade da sola. Chi possiede un gettone agisce come Lei: va dato solo al programma a cui serve.`,
    notYours: 'Se non lo riconosce, ne chieda subito la revoca a chi amministra gli accessi.',
    button: {
      'to-confirm': 'Vedi la richiesta',
      issued: 'Che cosa può fare un gettone',
      used: 'Che cosa può fare un gettone',
    },
  },
} as const;
