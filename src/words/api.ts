import { withArticle } from '../domain/article.js';
import { count } from './plural.js';
/** What the HTTP API and the commands beside it say. */
export const apiWords = {
  title: 'Ciclo, interfaccia per altri programmi',
  description:
    'Lo stato dei cicli della performance, i moduli dei responsabili e l’invio dei valori, per altri programmi dell’ente. ' +
    'Ogni chiamata porta un gettone (Authorization: Bearer …), confermato dalla persona per cui agisce: ' +
    'il programma può quello che può la persona, nel suo ente, e solo quello per cui il gettone è stato chiesto.' +
    ' Le decisioni degli organi si registrano con un gettone solo se le regole dell’ente lo consentono. Gli errori sono application/problem+json (RFC 9457), in italiano.',
  bearer: 'Gettone chiesto dalla pagina «Accessi» dell’ente o con `ciclo token issue`.',
  tags: { reading: 'Lettura', acting: 'Invio' },
  operations: {
    me: 'Per chi agisce il gettone, e che cosa può essere oggi',
    cycles: 'I cicli dell’ente',
    cycle: 'Lo stato di un ciclo',
    steps: 'Le attività di un ciclo',
    step: 'Un’attività',
    readings:
      'Le letture dei target del Piano in vigore e della bozza: quelle che aspettano conferma, con quelle proposte, e le confermate',
    sheets: 'Le schede di valutazione che il titolare del gettone può vedere',
    oneSheet: 'Una scheda di valutazione: ciò che il titolare del gettone può vederne',
    scorecard: 'Il cruscotto all’ultimo monitoraggio calcolato',
    assessment: 'I gradi di realizzazione di un monitoraggio',
    form: 'Che cosa è chiesto alla persona in un monitoraggio',
    submit: 'Invia i valori di un monitoraggio: tutti o nessuno',
    sheet: 'Invia i valori con il foglio .xlsx o .csv ricevuto per posta',
  },
  fields: {
    entity: 'Identificativo dell’ente',
    exercise: 'Esercizio',
    checkpoint: 'Identificativo del monitoraggio, per esempio monitoraggio-1',
    step: 'Identificativo dell’attività, per esempio piano-approvazione',
    idempotencyKey: 'Scelta da chi invia: lo stesso invio ripetuto con la stessa chiave conta una volta sola',
    value:
      'Il valore come si scriverebbe nel modulo («82,5%», «30/06/2016», «sì», «non ancora»), oppure un numero o un booleano',
    numerator: 'Numeratore, in luogo del valore',
    denominator: 'Denominatore, insieme al numeratore',
    mode: '«unchanged»: nessuna variazione; «not-assessable»: non rilevabile, con il motivo',
    reason: 'Perché il valore non è rilevabile',
    note: 'Nota al valore',
    reachedOn: 'Il giorno in cui il target è stato raggiunto, se ha un termine proprio',
    confirmedQuestions: 'Ciò che del valore era insolito, e chi lo ha inviato ha confermato',
    confirmed: '«true»: ciò che è insolito (più del 100%, dieci volte il target, un totale che scende) è giusto così',
    partial: '«true»: registra le righe leggibili anche se altre non lo sono',
    lateReason: 'Perché l’invio arriva oltre la scadenza',
    documentHash: 'Impronta SHA-256 del documento esaminato',
    achievement: 'Percentuale, con il punto decimale',
    parent: 'Nodo di cui fa parte; manca in cima',
    run: 'Quante volte l’attività è stata aperta: 1, e uno in più a ogni riapertura',
    round:
      'A quale esame davanti al suo organo è il documento: 0 finché non vi arriva, e dove un organo non c’è. Fino alla versione 0.1.0 qui stava, per errore, il valore di «run»',
  },
  sent: 'I valori sono nel registro',
  recorded: 'La decisione è registrata',
  recordedAct: 'È stato fatto: che cosa, in una frase, e i suoi fatti',
  problems: {
    unauthorized: {
      title: 'Gettone mancante o non valido',
      missing: 'Serve un gettone nell’intestazione Authorization, nella forma «Bearer ciclo_…».',
      wrong: 'Il gettone non esiste, è scaduto o è stato revocato.',
    },
    notFound: { title: 'Non trovato', text: 'L’indirizzo non corrisponde a nulla che questo gettone possa vedere.' },
    noCheckpoint: 'Il monitoraggio non è ancora aperto.',
    noForm: 'In questo monitoraggio alla persona del gettone non è chiesto nulla.',
    emptySheet: 'Il foglio non contiene nessun valore: nulla è stato registrato.',
    noScorecard: 'Nessun monitoraggio di questo ciclo è stato ancora calcolato.',
    forbidden: { title: 'Non consentito', text: 'La persona del gettone oggi non può farlo.' },
    scope: (what: string) => `Il gettone non permette di ${what}: va chiesto con questo permesso.`,
    noDeciding:
      'Le regole dell’ente non consentono di registrare decisioni con un gettone: si registrano dalle pagine.',
    noHash: 'manca l’impronta del documento esaminato: un programma la indica sempre',
    invalid: {
      title: 'Dati non validi',
      text: 'La richiesta contiene dati che non si possono accettare: nulla è stato registrato.',
    },
    unreadable: { title: 'Corpo non leggibile', text: 'Il corpo della richiesta non è un documento JSON.' },
    notJson: { title: 'Tipo di contenuto non accettato', text: (type: string) => `Il corpo va inviato come ${type}.` },
    tooLarge: {
      title: 'Richiesta troppo grande',
      text: 'Il corpo della richiesta è troppo grande (al massimo 1 MB, 5 MB per un foglio): nulla è stato registrato.',
    },
    tooMany: {
      title: 'Troppe richieste',
      text: (seconds: number) => `Riprovare fra ${count(seconds, 'un secondo', 'secondi')}.`,
    },
    refused: { title: 'Richiesta rifiutata' },
    closed: { title: 'Monitoraggio chiuso' },
    otherContent: {
      title: 'Chiave già usata',
      text: 'La stessa Idempotency-Key è già stata usata per altri valori: usarne un’altra.',
    },
    failed: {
      title: 'La richiesta non è riuscita',
      text: (code: string) =>
        `Riprovare fra qualche minuto; se si ripete, comunicare questo codice a chi gestisce Ciclo: ${code}`,
    },
    silent: {
      title: 'Il registro non risponde',
      text: (sent: boolean) =>
        `La base dati non ha risposto in tempo: riprovare fra un minuto${sent ? '. Se quanto inviato è stato registrato non si sa: con la stessa Idempotency-Key non si registra due volte' : ''}.`,
    },
    notAsked: (code: string) => `«${code}» non è fra gli indicatori chiesti alla persona in questo monitoraggio`,
    twice: (code: string) => `«${code}» compare più di una volta`,
    nothing: (code: string) => `«${code}» non ha né valore né motivo`,
    odd: (questions: readonly string[]) =>
      `${questions.map((one) => `${one}: è giusto?`).join(' ')} Se sì, inviare di nuovo con «confirmed» true`,
    key: 'da 1 a 200 caratteri senza spazi',
    field: (message: string) => message,
    expected: {
      required: 'manca',
      type: (expected: string) => `deve essere di tipo ${expected}`,
      unknownKeys: (keys: readonly string[]) => `campi non previsti: ${keys.join(', ')}`,
      tooLong: (most: number) => `troppo lungo: al massimo ${most} caratteri`,
      tooShort: 'è vuoto',
      oneOf: (values: readonly string[]) => `deve essere uno fra ${values.join(', ')}`,
      format: 'non ha la forma prevista',
      range: (least: number | undefined, most: number | undefined) =>
        most === undefined ? `deve essere almeno ${least ?? 0}` : `deve essere al massimo ${most}`,
      oneLine: 'va scritto su una riga sola',
      unwritable: 'contiene un carattere che non si può registrare',
      other: 'non va bene',
    },
  },
  page: {
    title: 'Interfaccia per altri programmi',
    document: 'Documento OpenAPI',
    caption: 'Parametri',
    operation: 'Operazione',
    name: 'Nome',
    place: 'Dove',
    what: 'Che cos’è',
    where: { path: 'indirizzo', query: 'interrogazione', header: 'intestazione', cookie: 'cookie' } as Readonly<
      Record<string, string>
    >,
    body: 'Schema del corpo della richiesta (JSON)',
    required: 'obbligatorio',
    optional: 'facoltativo',
    example: 'Esempio',
  },
  cli: {
    submit: {
      description: 'Invia i valori di un monitoraggio, da un file o uno per uno',
      file: 'file .xlsx o .csv come il foglio ricevuto per posta, oppure .json: {"A-1": "82,5%", …}',
      entity: 'identificativo dell’ente',
      year: 'esercizio',
      checkpoint: 'monitoraggio, per esempio monitoraggio-1',
      person: 'chi invia (con la base dati; con --token è la persona del gettone)',
      value: 'un valore, nella forma CODICE=VALORE; si può ripetere',
      note: 'la nota a un valore, nella forma CODICE=NOTA; si può ripetere',
      lateReason: 'perché l’invio arriva oltre la scadenza',
      url: 'indirizzo della console, per inviare con un gettone',
      token: 'gettone; altrimenti la variabile CICLO_TOKEN',
      space: 'spazio del registro (se manca: ciclo, o la prova più recente)',
      key: 'chiave dell’invio: ripetuto con la stessa chiave conta una volta sola',
      partial: 'invia le righe leggibili anche se altre non lo sono',
      confirm: 'i valori insoliti (più del 100%, dieci volte il target, un totale che scende) sono giusti così',
      json: 'risponde in JSON',
      nothing: 'Non c’è nulla da inviare: indicare un file oppure --value CODICE=VALORE.',
      both: 'Indicare un file oppure --value, non tutti e due.',
      notAPair: (text: string) => `«${text}» non è nella forma CODICE=VALORE`,
      noToken: 'Con --url serve un gettone: --token, oppure la variabile CICLO_TOKEN.',
      noPerson: 'Manca chi invia i valori: --person, oppure --url con un gettone.',
      unreadable: (file: string, reason: string) => `Il file ${file} non si può leggere: ${reason}`,
      notJson: (file: string) => `Il file ${file} non contiene un oggetto JSON con codici e valori.`,
      noForm: 'A questa persona non è chiesto nulla in questo monitoraggio, oppure il monitoraggio non è aperto.',
      closed: 'Il monitoraggio è chiuso: non accetta più valori.',
      refused: 'Nulla è stato registrato:',
      left: 'Righe non inviate:',
      sent: (codes: readonly string[], receipts: readonly number[]) =>
        `Registrati ${count(codes.length, 'un valore', 'valori')} (${codes.join(', ')}): ricevuta n. ${receipts.join(', n. ')}.`,
      unreachable: (url: string, reason: string) => `${url} non risponde: ${reason}`,
      strange: (status: number) => `La console ha risposto in modo inatteso (${status}).`,
    },
    token: {
      description: 'Gettoni con cui altri programmi agiscono per una persona',
      issue:
        'Chiede un gettone alla persona per cui agirà: vale quando lo conferma dalla posta, ed è mostrato solo a lei',
      list: 'Elenca i gettoni di un ente',
      revoke: 'Revoca un gettone',
      title: 'a che cosa serve',
      person: 'persona per cui agisce',
      scopes: (all: readonly string[]) => `che cosa permette, con la virgola: ${all.join(', ')}`,
      badScopes: (all: readonly string[]) => `i permessi sono uno o più fra ${all.join(', ')}, separati da virgole`,
      days: 'giorni di validità',
      reference: 'riferimento del gettone, come lo mostra «ciclo token list»',
      notDays: (text: string) => `«${text}»: serve un numero intero da 1 a 760`,
      noPerson: (person: string, entity: string) =>
        `Nell’ente «${entity}» non c’è nessuna persona «${person}» in servizio.`,
      noEntity: (entity: string, known: readonly string[]) =>
        `L’ente «${entity}» non è nel registro; ci sono: ${known.join(', ') || 'nessuno'}.`,
      badTitle: 'Il titolo va da 3 a 100 caratteri, senza andare a capo.',
      asked: (name: string, hours: number) =>
        `Chiesto: a ${name} arriva un messaggio, entro un minuto se Ciclo è in funzione. Il gettone vale quando lo conferma, entro ${hours} ore, ed è mostrato soltanto a lei o a lui.`,
      revoked: (reference: string) => `Revocato il gettone ${reference}.`,
      unknown: (reference: string, entity: string) =>
        `L’ente «${entity}» non ha un gettone valido con riferimento «${reference}».`,
      none: (entity: string) => `Nessun gettone emesso per «${entity}».`,
      line: (reference: string, person: string, title: string, until: string, state: string) =>
        `${reference}  ${state.padEnd(9)} ${person}: ${title} (fino ${withArticle('al', until)})`,
      states: { standing: 'valido', expired: 'scaduto', revoked: 'revocato' },
    },
  },
} as const;
