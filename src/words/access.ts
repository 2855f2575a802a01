import { withArticle } from '../domain/article.js';
import { count } from './plural.js';
/** What pages say about links, signing in and permissions. */
export const accessWords = {
  endedSession: {
    title: 'La sessione è finita: ciò che era scritto è conservato',
    nothingLost: 'Nulla è stato registrato e nulla è andato perduto.',
    how: 'Ciò che era stato scritto resta in questa pagina: non chiuderla. Accedere in un’altra scheda, poi tornare qui e riprendere.',
    files: 'I file allegati andranno scelti di nuovo.',
    signIn: 'Accedi in un’altra scheda',
    again: 'Riprendi',
  },
  noDuty: {
    title: 'Questo collegamento non apre più nulla',
    forged:
      'Il collegamento non è stato emesso da Ciclo, oppure è stato copiato solo in parte. Riaprirlo dal messaggio di posta, senza modificarlo.',
    expired: 'Il collegamento è scaduto. Ciò che è già stato inviato resta agli atti.',
    revoked: 'Il collegamento è stato revocato dal controllo di gestione, a cui si può chiedere il motivo.',
    'not-theirs':
      'Questa attività oggi non è affidata a Lei: l’incarico è passato a un’altra persona, oppure la sostituzione è finita.',
    /** To who has signed in: no link has brought them here. */
    notYours: {
      title: 'Questa attività non è affidata a Lei',
      text: 'Oggi a questa attività non Le è chiesto nulla: nella sua pagina si legge chi ne risponde.',
    },
    unknown: 'L’attività non esiste.',
    another:
      'Se ne può avere un altro subito: indicare il proprio indirizzo di posta dell’ente. Il collegamento che arriva porta a ciò che attende una risposta.',
    own: 'Vedi le attività che La attendono',
    signIn: 'Entra con le credenziali dell’ente',
  },
  forbidden: {
    title: 'Non consentito',
    text: 'Il Suo profilo non consente questa operazione. Se è un errore, rivolgersi al controllo di gestione.',
    crossSite: 'La richiesta non è partita da una pagina di Ciclo: riaprire la pagina e riprovare.',
  },
  tooLarge: {
    title: 'Invio troppo grande',
    text: (limit: string) =>
      `Quello che è stato inviato supera ${limit}, il massimo per questa pagina: nulla è stato registrato.`,
  },
  tooMany: {
    title: 'Troppe richieste',
    text: (minutes: number) =>
      `Da qui sono arrivate troppe richieste in poco tempo. Riprovare fra ${count(minutes, 'un minuto', 'minuti')}.`,
  },
  header: {
    label: 'Accesso',
    signIn: 'Entra',
    signOut: 'Esci',
    own: 'Le mie attività',
    administer: 'Accessi',
    visitor: {
      text: 'Chi guarda senza entrare legge tutto e non può fare nulla.',
      link: 'Entra come una delle persone della prova',
    },
  },
  signIn: {
    title: 'Entra in Ciclo',
    left: 'La sessione è chiusa.',
    lead: 'Indicare il proprio indirizzo di posta dell’ente: arriverà un collegamento che vale per una sola volta.',
    leadStays:
      'Indicare il proprio indirizzo di posta dell’ente: si prepara un collegamento che vale per una sola volta. La posta qui non parte: la pagina che segue dice dove leggerlo.',
    email: 'Indirizzo di posta',
    emailHint: (minutes: number) => `Il collegamento vale ${minutes} minuti. Non serve una password.`,
    send: 'Spedisci il collegamento',
    prepare: 'Prepara il collegamento',
    withProvider: 'Entra con le credenziali dell’ente',
    providerLead: 'L’ente riconosce il proprio personale con il suo servizio di autenticazione.',
    onlyProvider: 'In questa installazione si entra solo con le credenziali dell’ente.',
    or: 'oppure',
    rehearsal: 'Nella prova generale si può anche entrare come una delle persone inventate.',
    rehearsalLink: 'Entra come…',
    badEmail: (written: string) =>
      written === ''
        ? 'Manca l’indirizzo di posta: scriverlo per intero, per esempio nome.cognome@ente.it'
        : `«${written}» non è un indirizzo di posta: scriverlo per intero, per esempio nome.cognome@ente.it`,
    errors: 'Da correggere',
    sentTitle: 'Controllare la posta',
    sent: (minutes: number) =>
      `Se l’indirizzo è di una persona registrata, sta arrivando un messaggio con il collegamento per entrare. Vale ${minutes} minuti e per una volta sola.`,
    staysTitle: 'Dove leggere il collegamento',
    stays: (minutes: number) =>
      `Se l’indirizzo è di una persona registrata, il collegamento per entrare è pronto. Vale ${minutes} minuti e per una volta sola.`,
    sentHint:
      'Se dopo qualche minuto non è arrivato nulla, controllare l’indirizzo o chiedere al controllo di gestione.',
    staysInMailbox: 'In questa prova la posta non parte: il messaggio con il collegamento è nella',
    mailbox: 'casella della prova',
    staysInFolder: (folder: string | undefined) =>
      `Questa installazione non ha un server di posta (SMTP_URL): il messaggio non parte. Il collegamento è nel file .eml più recente ${folder === undefined ? 'della cartella «mailbox» fra i dati di Ciclo, sul computer che lo ospita' : `della cartella ${folder}`}.`,
    tooManyWait: 'troppe richieste in attesa',
    again: 'Torna alla pagina di accesso',
    unsent: (reason: string) => `accesso: un collegamento non è partito (${reason})`,
  },
  link: {
    title: 'Entra in Ciclo',
    ready: (email: string) => `Il collegamento è valido per ${email}.`,
    enter: 'Entra',
    hint: (hours: number, idleMinutes: number) =>
      `Da questo dispositivo si resta collegati al massimo ${hours} ore. La sessione si chiude prima se si sceglie «Esci» o dopo ${idleMinutes} minuti senza attività.`,
    goneTitle: 'Il collegamento non vale più',
    gone: 'Il collegamento è già stato usato, è scaduto oppure è stato copiato solo in parte. Chiederne un altro: arriva in pochi secondi.',
    ask: 'Chiedi un altro collegamento',
  },
  oidc: {
    title: 'Accesso non riuscito',
    declined: 'Il servizio di autenticazione dell’ente non ha confermato l’accesso.',
    strange:
      'La risposta del servizio di autenticazione non corrisponde a una richiesta partita da questo browser: ricominciare dalla pagina di accesso.',
    unverified:
      'Il servizio di autenticazione non garantisce l’indirizzo di posta di questo profilo: chiedere a chi lo gestisce di verificarlo.',
    unreachable: 'Il servizio di autenticazione dell’ente non risponde. Riprovare fra qualche minuto.',
    stranger:
      'Con questo indirizzo non è registrata nessuna persona in servizio. Se è un errore, rivolgersi al controllo di gestione.',
    failed: (detail: string) => `accesso: il servizio di autenticazione ha risposto con un errore (${detail})`,
  },
  cast: {
    title: 'Entra come…',
    lead: 'Persone inventate della prova generale, con ciò che ciascuna è oggi. Scegliendone una si vedono e si fanno le sue cose.',
    caption: 'Persone della prova',
    person: 'Persona',
    roles: 'Oggi è',
    enter: (name: string) => `Entra come ${name}`,
    enterHead: 'Accesso',
    actingFor: (title: string, name: string) => `${title} (per ${name})`,
    nothing: 'nessun incarico oggi',
    none: 'Nel registro non ci sono ancora persone: la prova è appena cominciata.',
    unknown: 'Questa persona non è nella prova.',
  },
  administration: {
    title: 'Accessi',
    lead: (entity: string) =>
      `Chi può entrare senza password e quali programmi possono leggere e scrivere per ${entity}.`,
    invitations: 'Inviti in corso',
    invitationsLead:
      'Ogni messaggio che chiede qualcosa porta un invito: vale per una persona e per un’attività. Revocato, il collegamento non apre più nulla.',
    noInvitations: 'Nessun invito in corso.',
    person: 'Persona',
    actingFor: (name: string) => `per ${name}`,
    issued: 'Emesso',
    expires: 'Vale fino a',
    reason: 'Motivo della revoca',
    revoke: 'Revoca',
    revokeInvitation: (name: string) => `Revoca l’invito di ${name}`,
    revokeToken: (title: string) => `Revoca il gettone «${title}»`,
    tokens: 'Gettoni per altri programmi',
    tokensLead:
      'Un gettone permette a un programma di agire come una persona, con i suoi stessi limiti, per ciò che si sceglie e per un tempo stabilito.',
    noTokens: 'Nessun gettone emesso.',
    sessions: 'Sessioni aperte',
    sessionsLead: (hours: number, idleMinutes: number) =>
      `Chi è entrato in Ciclo. Una sessione dura al massimo ${hours} ore e si chiude da sola dopo ${idleMinutes} minuti senza attività. Chi lavora per più enti esce da tutti.`,
    noSessions: 'Nessuna sessione aperta.',
    began: 'Inizio',
    seen: 'Ultima attività',
    means: 'Come è entrato',
    meansOf: { mail: 'collegamento per posta', oidc: 'credenziali dell’ente', rehearsal: 'persona della prova' },
    endSession: 'Chiudi',
    endSessionOf: (name: string) => `Chiudi la sessione di ${name}`,
    ends: 'Finisce al più tardi',
    unknownSession: 'La sessione non esiste o è già finita.',
    token: 'Gettone',
    reference: 'Riferimento',
    step: 'Attività',
    state: 'Stato',
    standing: 'valido',
    expired: 'scaduto',
    revoked: (moment: string) => `revocato ${withArticle('il', moment)}`,
    issuedBy: (who: string) => `da ${who}`,
    issueTitle: 'Nuovo gettone',
    tokenTitle: 'A che cosa serve',
    tokenPerson: 'Persona per cui agisce',
    personHint: (hours: number) =>
      `Per sé, il gettone è emesso subito. Per un’altra persona le arriva un messaggio: il gettone vale solo dopo la sua conferma, entro ${hours} ore, ed è mostrato soltanto a lei.`,
    requests: 'In attesa di conferma',
    asked: 'Chiesto',
    confirmBy: 'Da confermare entro',
    level: 'Che cosa permette',
    levels: { leggere: 'Leggere', inviare: 'Leggere e inviare valori' },
    individual: 'Anche i risultati individuali, se la persona può vederli',
    deciding: 'Registrare le decisioni degli organi, se la persona le registra',
    noDeciding: 'Le regole dell’ente non consentono di registrare decisioni con un gettone',
    noCycle: 'L’ente non ha ancora un ciclo: un gettone non avrebbe nulla da leggere o da inviare',
    days: 'Giorni di validità',
    issue: 'Chiedi il gettone',
    issuedTitle: 'Gettone emesso',
    issuedText: (reference: string) =>
      `È il gettone ${reference}. Copiarlo ora: non sarà mostrato di nuovo. Chi lo possiede agisce come Lei.`,
    back: 'Torna agli accessi',
    badTitle: 'A che cosa serve: scrivere da 3 a 100 caratteri, senza andare a capo',
    badPerson: 'Persona: sceglierne una dell’elenco',
    badDays: (most: number) => `Giorni di validità: un numero intero da 1 a ${most}`,
    badReason: 'Motivo della revoca: scrivere da 3 a 500 caratteri',
    unknownInvitation: 'L’invito non esiste o è già stato revocato.',
    unknownToken: 'Il gettone non esiste o è già stato revocato.',
    errors: 'Da correggere',
    docs: 'Come usare un gettone',
  },
  confirmToken: {
    heading: 'Un gettone che agisce per Lei',
    lead: 'Chi possiede il gettone può fare in Ciclo, al posto Suo, quello che è scritto qui. Confermare solo se si sa a quale programma serve.',
    title: 'A che cosa serve',
    person: 'Agisce per',
    requestedBy: 'Chiesto da',
    scopes: 'Che cosa permette',
    days: 'Validità',
    lasts: (days: number) => count(days, 'un giorno dalla conferma', 'giorni dalla conferma'),
    until: 'Da confermare entro',
    confirm: 'Conferma e mostra il gettone',
    hint: 'Il gettone è mostrato una volta sola, qui. Se non si conferma, la richiesta scade da sola.',
    goneTitle: 'La richiesta non vale più',
    gone: 'Il gettone è già stato confermato, la richiesta è scaduta oppure il collegamento è stato copiato solo in parte. Chi l’ha chiesto può chiederlo di nuovo.',
  },
  config: {
    oidcTogether: 'manca: OIDC_ISSUER, OIDC_CLIENT_ID e OIDC_CLIENT_SECRET vanno indicate insieme',
    issuer: 'deve essere l’indirizzo https:// del servizio di autenticazione (http:// solo su questo computer)',
    signIn: 'deve essere «mail» (collegamento per posta), «oidc» (solo servizio di autenticazione) o «mail,oidc»',
    signInNeeds:
      'chiede il servizio di autenticazione: indicare anche OIDC_ISSUER, OIDC_CLIENT_ID e OIDC_CLIENT_SECRET',
    proxies: 'deve essere quanti proxy stanno davanti alla console, da 0 a 5',
  },
} as const;
