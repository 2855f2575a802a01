import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay, italianPercent } from './format.js';
import { termWords } from './new-term.js';
import { count, plural } from './plural.js';

/** What the pages of controllo di gestione say: commands on a step, the grid of monitoring, substitutions. */
export const steeringWords = {
  manage: 'Gestisci',
  manageOf: (title: string) => `Gestisci: ${title}`,
  title: 'Gestione dell’attività',
  back: 'Torna all’attività',
  errors: 'Non è stato registrato nulla. Da correggere:',
  dueNow: (current: string) => `Ora scade ${withArticle('il', current)}.`,
  remind: {
    lead: (names: string) => `Un messaggio parte subito a chi deve provvedere: ${names}.`,
    nobody: 'nessuno, l’incarico è scoperto',
    check: {
      lead: 'Il messaggio parte appena confermato, e non si può ritirare.',
      submit: 'Conferma e invia',
      step: 'Attività',
      recipients: (n: number) => (n > 1 ? `Destinatari (${n})` : 'Destinatario'),
      nobody: 'Nessuno: al momento l’attività non attende nessuno.',
      subject: 'Oggetto',
      text: 'Messaggio',
      textFor: (name: string) => `Messaggio, come lo riceve ${name}`,
    },
  },
  extend: {
    law: termWords.law,
  },
  restart: {
    failed: 'Un guasto ha interrotto l’attività; le altre del ciclo proseguono, quelle che la attendono aspettano.',
    cancelled: 'L’attività è stata annullata dal gestore del sistema; quelle che la attendono aspettano.',
  },
  trouble: {
    title: 'L’attività non va avanti',
    failed: (reason: string) => `Si è interrotta: ${reason}.`,
    stuck: (reason: string) => `Il sistema riprova da sé, ma finora non riesce: ${reason}.`,
  },
  returning: { none: 'Nessun valore è stato ancora inviato.' },
  closing: {
    lead: (missing: number) =>
      missing === 0
        ? 'Tutti i valori sono arrivati: si possono ancora rivedere e restituire. Il monitoraggio si chiude da sé quando scade il tempo per rivederli, o subito da qui.'
        : `${plural(missing, 'Manca un valore', `Mancano ${missing} valori`)}: chiudendo ora il risultato sarà calcolato senza, e lo dirà.`,
    submit: (missing: number) => (missing === 0 ? 'Chiudi il monitoraggio' : 'Chiudi con i valori mancanti'),
    check: {
      lead: 'Chiuso il monitoraggio, non si inviano più valori: il grado di realizzazione si calcola su quelli che ci sono, e il rapporto va a chi lo attende.',
      submit: 'Conferma la chiusura',
      step: 'Monitoraggio',
      coverage: 'Copertura che lascerebbe',
      coverageOf: (coverage: string, achievement: string | undefined) =>
        achievement === undefined
          ? `${italianPercent(coverage)} del peso: nessun grado di realizzazione si può calcolare`
          : `${italianPercent(coverage)} del peso; grado di realizzazione ${italianPercent(achievement)} su ciò che è stato misurato`,
      missing: 'Valori che mancano',
      nothing: 'nessuno',
      ofOffice: (office: string, people: readonly string[], values: number) =>
        `${office}${people.length === 0 ? '' : ` (${people.join(', ')})`}: ${count(values, 'un valore', 'valori')}`,
    },
  },
  substituting: {
    title: 'Affida a un sostituto',
    link: 'Registra una sostituzione',
    lead: 'Chi sostituisce riceve i messaggi e agisce al posto dell’assente; resta scritto chi ha agito per chi.',
  },
  grid: {
    nav: 'Monitoraggi',
    title: 'Griglia dei monitoraggi',
    lead: (shown: number, all: number, offices: number) =>
      shown === all
        ? `${count(shown, 'Un indicatore', 'indicatori')} di ${count(offices, 'un ufficio', 'uffici')}.`
        : `Mostrati ${shown} di ${count(all, 'un indicatore', 'indicatori')}, di ${count(offices, 'un ufficio', 'uffici')}.`,
    totals: ({
      checkpoint,
      here,
      missing,
      returned,
    }: {
      readonly checkpoint: string | undefined;
      readonly here: number;
      readonly missing: number;
      readonly returned: number;
    }) =>
      checkpoint === undefined
        ? ''
        : `${checkpoint}: ${count(here, 'un valore inviato', 'valori inviati')}, ${missing} ${plural(missing, 'mancante', 'mancanti')}, ${returned} ${plural(returned, 'restituito', 'restituiti')}.`,
    view: {
      group: 'Raggruppa',
      noGroup: 'No',
      groups: {
        area: 'per area strategica',
        obiettivo: 'per obiettivo strategico',
        ufficio: 'per ufficio',
        prospettiva: 'per prospettiva',
      },
      order: 'Ordina',
      planOrder: 'come nel Piano',
      orders: {
        ufficio: 'per ufficio',
        nome: 'per nome',
        stato: 'prima ciò che manca',
        grado: 'dal risultato più basso',
      },
      name: 'Nome della vista',
      titleOf: (name: string) => `Monitoraggi: ${name}`,
      hide: 'Colonne da nascondere',
      columns: { ufficio: 'Ufficio', target: 'Target' },
      noArea: 'Senza area strategica',
      noObjective: 'Senza obiettivo strategico',
      noPerspective: 'Senza prospettiva',
    },
    selectAll: 'Seleziona tutti i mancanti',
    none: 'Nessun monitoraggio è ancora aperto: la griglia si riempie alla prima rilevazione.',
    noMatch: 'Nessun indicatore corrisponde ai filtri scelti.',
    filters: 'Filtri',
    office: 'Ufficio',
    area: 'Area strategica',
    objective: 'Obiettivo strategico',
    perspective: 'Prospettiva',
    state: 'Stato',
    light: 'Semaforo',
    search: 'Cerca',
    all: 'Tutti',
    allFeminine: 'Tutte',
    apply: 'Filtra',
    clear: 'Togli i filtri',
    indicator: 'Indicatore',
    target: 'Target',
    file: 'monitoraggi',
    table: {
      code: 'Codice',
      stateOf: (checkpoint: string) => `Stato – ${checkpoint}`,
      valueOf: (checkpoint: string) => `Valore – ${checkpoint}`,
      achievementOf: (checkpoint: string) => `Grado di realizzazione – ${checkpoint}`,
      lightOf: (checkpoint: string) => `Semaforo – ${checkpoint}`,
      forecastOf: (checkpoint: string) => `Previsione a fine anno – ${checkpoint}`,
      remarkOf: (checkpoint: string) => `Osservazione – ${checkpoint}`,
    },
    select: (code: string) => `Seleziona ${code}`,
    states: {
      submitted: 'inviato',
      missing: 'manca',
      returned: 'restituito',
      automatic: 'da fonte automatica',
      doubtful: 'da chiarire',
      'not-asked': 'non richiesto',
    },
    returned: (remark: string) => `Osservazione: ${remark}`,
    giveBack: 'Restituisci',
    giveBackOf: (code: string) => `Restituisci il valore di ${code}`,
    remindSelected: 'Sollecita i selezionati',
    ownText: 'Aggiungi un testo al sollecito',
    remindAll: 'Sollecita tutti quelli che mancano',
    remindHint: (checkpoint: string, missing: number) =>
      `${checkpoint}: ${plural(missing, 'manca un valore', `mancano ${missing} valori`)}. Ogni ufficio riceve un solo messaggio.`,
    noneSelected: 'nessun indicatore selezionato tra quelli mancanti',
    reminded: 'Sollecito avviato: ogni ufficio riceve un solo messaggio.',
    closeNow: 'Chiudi con motivazione',
    checkpointState: { collecting: 'raccolta aperta', closed: 'chiuso' },
    figures: (submitted: number, of: number) => `${submitted} su ${of}`,
  },
  override: {
    title: (code: string) => `Forzatura del risultato di ${code}`,
    link: 'Forza o neutralizza il risultato',
    cruscotto: 'Cruscotto',
    lead: 'Un atto può fissare il grado di realizzazione di un indicatore o escluderlo dai totali. Ciò che si è calcolato resta scritto accanto, in ogni pagina e documento.',
    record: 'Registra una forzatura',
    withdraw: 'Ritira la forzatura in vigore',
    history: 'Forzature di questo indicatore',
    effect: 'Effetto',
    choices: {
      forced: 'Il risultato è fissato al valore indicato',
      neutralised: 'L’indicatore è neutralizzato: non conta nei totali',
    },
    effects: {
      forced: (percent: string) => `risultato fissato ${withArticle('al', `${percent}%`)}`,
      neutralised: 'indicatore neutralizzato',
      withdrawn: 'forzatura ritirata',
    },
    value: 'Grado di realizzazione fissato, in percentuale',
    valueHint: 'Solo se il risultato è fissato. Per esempio: 85 oppure 92,5.',
    decidedBy: 'Deciso da',
    decidedByHint: 'L’organo o la persona che l’atto nomina: per esempio, la Giunta.',
    act: 'Atto',
    actOf: (number: string, day: string) => `${actNumbered(number)} ${withArticle('del', day)}`,
    actNumber: 'Numero dell’atto',
    actDate: 'Data dell’atto',
    reason: 'Motivo',
    recordedBy: 'Registrata da',
    submit: 'Registra la forzatura',
    submitWithdrawal: 'Ritira la forzatura',
    noneStands: 'Ora non c’è nessuna forzatura in vigore.',
    stands: (effect: string) => `Ora è in vigore un’altra forzatura: ${effect}.`,
    saved: 'Registrato: i risultati che cambiano sono stati ricalcolati.',
    wrong: {
      effect: 'manca l’effetto: scegliere se il risultato è fissato o neutralizzato',
      noValue: 'manca il valore a cui fissare il risultato',
      date: 'manca la data dell’atto, oppure non è una data',
      'deciso-da': 'manca chi ha deciso',
      motivo: 'manca il motivo',
      atto: 'manca il numero dell’atto',
    },
  },
  substitutions: {
    nav: 'Sostituzioni',
    title: 'Sostituzioni',
    lead: 'Chi agisce al posto di chi, e in quale periodo. Le sostituzioni passate restano scritte.',
    none: 'Nessuna sostituzione registrata.',
    absent: 'Assente',
    substitute: 'Sostituto',
    period: 'Periodo',
    scope: 'Per che cosa',
    everything: 'tutti gli incarichi',
    reason: 'Motivo',
    now: 'in corso',
    /** Whom what is asked reaches, where it is not who was named. */
    leads: (substitute: string, absent: string, acts: string, on: CivilDate) =>
      acts === absent
        ? `Attenzione: ${withArticle('dal', italianDay(on))} le sostituzioni si rincorrono. Anche ${substitute} è sostituito, e si torna a ${absent}, che perciò agisce di persona.`
        : `Attenzione: ${withArticle('dal', italianDay(on))} agisce ${acts}, perché anche ${substitute} è sostituito o un’altra sostituzione di ${absent} era già registrata.`,
    /** What who stands in may not do in the place of who is absent. */
    barred: (substitute: string, matters: string) =>
      `Attenzione: ${substitute} ha preparato il documento di ${matters} e non può registrarne la delibera: serve un altro sostituto per quell’atto.`,
    number: 'N.',
    change: 'Modifiche',
    end: 'Chiudi',
    endOf: (absent: string, substitute: string) => `Chiudi la sostituzione di ${absent} con ${substitute}`,
    ending: {
      title: 'Chiudi una sostituzione',
      lead: 'Chi era assente è tornato prima, oppure la sostituzione è stata registrata per errore. Ciò che il sostituto ha fatto finora resta com’è registrato.',
      submit: 'Chiudi la sostituzione',
      unknown: (name: string) => `la sostituzione n. ${name} non è tra quelle dell’ente`,
      ends: (day: string) => `La sostituzione finisce ${day}.`,
      neverBegins: 'La sostituzione è tolta: non era ancora cominciata.',
      endsNow: (day: string) => `Ora la sostituzione finisce il giorno ${day}.`,
      gone: 'la sostituzione non c’è più: era stata tolta prima di cominciare',
      inFiles: 'La sostituzione è scritta nei file dell’ente: si cambia lì.',
      notEarlier: (day: string) => `la sostituzione finisce già il giorno ${day}: indicare un giorno precedente`,
      past: 'fino a ieri il sostituto ha potuto agire: l’ultimo giorno non può essere prima di ieri',
    },
    oiv: 'chi valida la Relazione è indipendente dall’ente (D.Lgs. 150/2009, art. 14): lo sostituisce soltanto un altro suo componente',
  },
} as const;
