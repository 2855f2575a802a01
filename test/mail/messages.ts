import type {
  CheckpointRequest,
  ComputationFailed,
  CorrectiveAction,
  IndicatorAsked,
  NotComputed,
  ValueReturned,
} from '../../src/mail/checkpoint-messages.js';
import type { Appointed, DelegationTold, SubstitutionBegun } from '../../src/mail/mandate-messages.js';
import type {
  AddressChanged,
  CommunicationMail,
  CycleSummary,
  FollowUpReminder,
  Message,
  PhaseNotice,
  ReceiptMail,
  SignIn,
  StepRemarkMail,
  TokenNotice,
  TroubleNotice,
} from '../../src/mail/message.js';
import type { MessageBase, StepFacts } from '../../src/mail/message-base.js';
import type {
  DecisionRequest,
  DecisionResult,
  Escalation,
  Published,
  StepOpening,
} from '../../src/mail/step-messages.js';

export const STEP: StepFacts = {
  id: 'piano-approvazione',
  title: 'Approvazione del Piano',
  phase: 'Pianificazione',
  window: 'Ott-Gen',
  dueOn: '2016-01-31',
  norm: 'D.Lgs. 150/2009, art. 10, c. 1, lett. a)',
  force: 'law',
};

export const BASE: MessageBase = {
  entity: { id: 'ccms', name: 'Camera di Commercio di Massa-Carrara' },
  exercise: 2016,
  recipient: 'Anna Prova',
  simulated: false,
  at: '2016-01-21T08:00:00Z',
};

export const LINK = 'https://ciclo.camera.example/attivita/ccms/2016/piano-approvazione';
const about = { ...BASE, step: STEP, link: LINK };

export const INDICATORS: readonly IndicatorAsked[] = [
  {
    code: '1.1.1-01',
    name: 'Incontri con le imprese',
    unit: 'incontri',
    last: '9 al 31/12/2015',
    target: 'almeno 25',
    reading: 'almeno 25: più è alto, meglio è',
  },
  { code: '1.1.1-02', name: 'Tempo medio di lavorazione', unit: 'giorni', target: '7' },
];

export const opening: StepOpening = { ...about, kind: 'step-opening' };
export const escalation: Escalation = {
  ...about,
  at: '2016-02-05T08:00:00Z',
  kind: 'escalation',
  to: 'manager',
  waitingFor: ['Bruno Prova'],
};
export const checkpoint: CheckpointRequest = {
  ...about,
  kind: 'checkpoint-request',
  moment: 'opening',
  period: '2016-04-30',
  indicators: INDICATORS,
};
export const decision: DecisionRequest = {
  ...about,
  kind: 'decision-request',
  moment: 'opening',
  board: 'Giunta camerale',
  document: { title: 'Piano della performance 2016-2018', hash: 'ab'.repeat(32), frozenOn: '2016-01-20' },
  round: 1,
};
export const validation: DecisionRequest = {
  ...decision,
  asked: 'validation',
  board: 'Organismo Indipendente di Valutazione',
  document: { ...decision.document, title: 'Relazione sulla performance 2016' },
};
export const amendment: DecisionRequest = {
  ...decision,
  amends: true,
  round: 2,
  changes: 'Motivo: target già superato a maggio\nModifiche al Piano in vigore: un target modificato.',
};
export const result: DecisionResult = {
  ...about,
  kind: 'decision-result',
  board: 'Giunta camerale',
  document: 'Piano della performance 2016-2018',
  outcome: 'rejected',
  remarks: 'I pesi dell’area 2 non sommano a 100.\nRivedere anche il target 1.1.',
};
export const returned: ValueReturned = {
  ...about,
  kind: 'value-returned',
  indicators: INDICATORS.slice(0, 1),
  remark: 'Sembra la somma di due anni',
  returnedBy: 'Carla Prova',
};
export const corrective: CorrectiveAction = {
  ...about,
  kind: 'corrective-action',
  period: '2016-08-31',
  indicators: [
    { code: '1.1.1-01', name: 'Incontri con le imprese', target: 'almeno 25', actual: '9', achievement: '36,00%' },
  ],
};
export const notComputed: NotComputed = {
  ...about,
  kind: 'not-computed',
  period: '2016-08-31',
  indicators: [
    {
      code: '1.1.1-01',
      name: 'Incontri con le imprese',
      reason: 'il calcolo si è interrotto su questo indicatore: il numero ha più di 60 caratteri',
    },
  ],
};
export const computationFailed: ComputationFailed = {
  ...about,
  kind: 'computation-failed',
  reason: 'plan version 1 of ccms/2016 is missing',
};
export const published: Published = {
  ...about,
  kind: 'published',
  document: 'Piano della performance 2016-2018',
  verified: true,
  section: 'Performance / Piano della performance',
};
export const troubles: TroubleNotice = {
  ...BASE,
  kind: 'troubles',
  moment: 'begun',
  troubles: [
    {
      title: 'Mail non arrivate',
      since: '20/01/2016 alle 09:00',
      reason: 'Una mail non è arrivata a chi doveva: il server di posta la rifiuta: 550 casella inesistente.',
      remedy: 'Correggere l’indirizzo nel file dell’ente.',
    },
  ],
  link: LINK,
};
export const summary: CycleSummary = {
  ...BASE,
  kind: 'cycle-summary',
  on: '2016-09-05',
  link: LINK,
  cycles: [
    {
      exercise: 2016,
      done: 17,
      total: 28,
      achievement: { value: '71,20%', coverage: '86,00%', checkpoint: 'Monitoraggio al 31 agosto' },
    },
    { exercise: 2017, done: 2, total: 28 },
  ],
  late: [
    {
      ...{ title: 'Budget direzionale', exercise: 2016, dueOn: '2015-12-31', waitingFor: ['Bruno Prova'] },
      link: 'https://ciclo.example/cicli/ccms/2016/attivita/budget',
    },
  ],
  due: [],
  red: [
    {
      name: 'Eventi promozionali',
      code: '1.1.1-01',
      exercise: 2016,
      found: '88,00%, Monitoraggio al 31 agosto',
      forecast: '15 (50,00%, rosso; in proporzione ai giorni trascorsi, 244 su 366)',
      link: 'https://ciclo.example/cicli/ccms/2016/indicatori/1.1.1-01',
    },
  ],
  unsent: [],
  unconfirmed: [{ exercise: 2017, count: 12, link: 'https://ciclo.example/cicli/ccms/2017/piano/letture' }],
};

export const signIn: SignIn = {
  ...BASE,
  kind: 'sign-in',
  link: LINK,
  minutes: 15,
};

export const followUp: FollowUpReminder = {
  ...BASE,
  kind: 'follow-up-reminder',
  link: LINK,
  own: [
    {
      kind: 'obligation',
      text: 'Tassi di assenza e maggior presenza del personale',
      state: 'Assolto',
      dueOn: '2016-01-31',
      lateDays: 0,
      owner: 'Ufficio Risorse Umane',
      norm: 'D.Lgs. 33/2013, art. 16, c. 3',
      link: LINK,
    },
  ],
  others: [
    {
      kind: 'improvement',
      text: 'Estensione del monitoraggio dei processi',
      state: 'In corso',
      dueOn: '2016-01-10',
      lateDays: 11,
      owner: 'Controllo di gestione',
      link: LINK,
    },
  ],
};

export const tokenAsked: TokenNotice = {
  ...BASE,
  kind: 'token',
  moment: 'to-confirm',
  title: 'Gestionale degli atti',
  scopes: ['read', 'submit'],
  requestedBy: 'Guglielmo Tarasconi',
  days: 365,
  link: LINK,
};

export const addressChanged: AddressChanged = {
  ...BASE,
  kind: 'address-changed',
  to: 'anna.nuova@camera.example',
  by: 'Guglielmo Tarasconi',
};

export const communicated: CommunicationMail = {
  ...BASE,
  kind: 'communication',
  about: 'Piano della Performance 2016-2018',
  text: 'Il Piano è stato approvato.\n\nLe osservazioni sono gradite.',
  document: { title: 'Piano della Performance 2016-2018', hash: 'a'.repeat(64) },
  link: LINK,
};

export const phaseOpened: PhaseNotice = {
  ...BASE,
  kind: 'phase',
  moment: 'opened',
  phase: 'Fase 1, Analisi propedeutiche',
  steps: [{ title: 'Analisi del contesto', dueOn: '2015-09-30' }],
  documents: [],
  link: LINK,
};

const substitution: SubstitutionBegun = {
  ...BASE,
  kind: 'substitution',
  to: 'substitute',
  absent: 'Fiorenzo Aldobrandi',
  substitute: BASE.recipient,
  from: '2016-01-18',
  until: '2016-01-31',
  scope: [],
  tasks: [
    { title: 'Approvazione del Piano della Performance', dueOn: '2016-01-29', link: LINK },
    { title: 'Primo monitoraggio quadrimestrale', dueOn: '2016-05-20', link: LINK },
  ],
  link: LINK,
};

const delegation: DelegationTold = {
  ...BASE,
  kind: 'delegation',
  what: 'given',
  by: 'Clelia Malaspini',
  indicator: { code: '2.1.2-01', name: 'Iniziative con le imprese' },
  title: 'Secondo monitoraggio quadrimestrale',
  until: null,
  dueOn: '2016-09-15',
  link: LINK,
};

const appointment: Appointed = {
  ...BASE,
  kind: 'appointment',
  mandates: [{ title: 'Controllo di gestione', from: '2016-05-10' }],
  tasks: substitution.tasks,
  link: LINK,
};

const receipt: ReceiptMail = {
  ...BASE,
  kind: 'receipt',
  of: 'values',
  number: 13,
  title: 'Secondo monitoraggio quadrimestrale',
  doneAt: '2016-09-11T08:31:00Z',
  values: [
    { code: '2.1.2-01', name: 'Iniziative con le imprese', value: '12 iniziative' },
    { code: '2.1.2-02', name: 'Tempo medio di pagamento', value: '14,3 giorni' },
  ],
  link: LINK,
};

const stepRemark: StepRemarkMail = {
  ...BASE,
  kind: 'step-remark',
  title: 'Secondo monitoraggio quadrimestrale',
  indicator: '2.1.2-01',
  by: 'Lidia Fornasetti',
  said: 'Il dato comprende le iniziative di agosto? @Anna Prova',
  why: 'called',
  link: LINK,
};

const reportReady: Message = {
  ...BASE,
  kind: 'report-ready',
  report: 'Rapporto: primo monitoraggio quadrimestrale 2016',
  version: 1,
  link: LINK,
};

const evaluation = {
  ...BASE,
  kind: 'evaluation',
  link: LINK,
  items: [
    {
      ask: '12/accept/2016-02-03',
      passage: 'accept',
      moment: 'opening',
      sheet: 12,
      dueOn: '2016-02-13',
      right: true,
      link: LINK,
    },
  ],
} as const satisfies Message;

/** One of each kind. */
export const ALL: readonly Message[] = [
  opening,
  { ...about, kind: 'step-reminder' },
  { ...about, kind: 'step-due-today', at: '2016-01-31T08:00:00Z' },
  { ...about, kind: 'step-late', at: '2016-02-03T08:00:00Z' },
  escalation,
  checkpoint,
  decision,
  validation,
  { ...validation, asked: 'opinion' },
  amendment,
  result,
  { ...result, amends: true },
  returned,
  corrective,
  notComputed,
  computationFailed,
  published,
  {
    ...about,
    kind: 'proposal-withdrawn',
    board: 'Giunta camerale',
    document: 'Piano della performance 2016-2018',
    reason: 'Un target è stato scritto male',
    by: 'Guglielmo Tarasconi',
  },
  {
    ...about,
    kind: 'draft-sections',
    audience: 'owner',
    document: 'Piano della performance 2016-2018',
    sections: [{ title: 'Presentazione del Piano', state: 'da scrivere', owners: 'Controllo di gestione' }],
  },
  {
    ...about,
    kind: 'draft-sections',
    audience: 'steering',
    document: 'Piano della performance 2016-2018',
    sections: [
      { title: 'Presentazione del Piano', state: 'da scrivere', owners: 'Controllo di gestione' },
      { title: '3. Analisi del contesto', state: 'senza contenuto', owners: 'Controllo di gestione' },
      {
        title: 'Risorse',
        state: 'senza contenuto',
        needs: 'le risorse dei programmi',
        owners: 'Controllo di gestione',
      },
    ],
  },
  {
    ...about,
    kind: 'draft-remarks',
    document: 'Piano della performance 2016-2018',
    remarks: [
      { section: 'Presentazione del Piano', text: 'manca il confronto con l’anno prima', by: 'Lidia Fornasetti' },
      { text: 'rivedere i termini', by: 'Giunta camerale' },
    ],
  },
  { ...about, kind: 'step-trouble', state: 'stuck', reason: 'il disco del sito è pieno' },
  { ...about, kind: 'step-trouble', state: 'failed', reason: 'interrotta dal gestore del sistema' },
  followUp,
  troubles,
  evaluation,
  { ...evaluation, items: [...evaluation.items, { ...evaluation.items[0], sheet: 14, moment: 'late', right: false }] },
  { ...troubles, moment: 'weekly', troubles: Array.from({ length: 22 }, () => troubles.troubles).flat() },
  summary,
  communicated,
  { ...communicated, text: undefined, document: undefined },
  phaseOpened,
  { ...phaseOpened, moment: 'concluded', documents: ['Relazione previsionale e programmatica 2016'] },
  substitution,
  { ...substitution, scope: ['Segretario Generale'], tasks: substitution.tasks.slice(0, 1) },
  { ...substitution, tasks: [] },
  { ...substitution, to: 'absent', tasks: [] },
  delegation,
  { ...delegation, until: '2016-12-31' },
  { ...delegation, what: 'taken-back' },
  { ...delegation, what: 'given-back' },
  appointment,
  { ...appointment, tasks: [] },
  {
    ...appointment,
    mandates: [...appointment.mandates, { title: 'Ufficio Promozione', from: '2016-05-10', until: '2016-12-31' }],
  },
  stepRemark,
  { ...stepRemark, why: 'replied', indicator: undefined },
  { ...stepRemark, why: 'said' },
  receipt,
  { ...receipt, values: receipt.values.slice(0, 1) },
  { ...receipt, values: Array.from({ length: 12 }, () => receipt.values).flat() },
  { ...receipt, of: 'decision', number: undefined, values: [] },
  { ...receipt, of: 'completion', number: undefined, values: [] },
  { ...receipt, of: 'transmission', number: undefined, values: [] },
  {
    ...{ ...receipt, of: 'completion', number: undefined, values: [] },
    doneBy: { name: 'Guglielmo Tarasconi', said: 'Analisi acquisita agli atti' },
  },
  {
    ...{ ...receipt, of: 'decision', number: undefined, values: [] },
    doneBy: { name: 'Fiorenzo Aldobrandi', said: 'Rivedere i pesi', decided: 'respinto con osservazioni' },
  },
  { ...receipt, of: 'transmission', number: undefined, values: [], doneBy: { name: 'Guglielmo Tarasconi' } },
  reportReady,
  { ...reportReady, version: 2 },
  signIn,
  tokenAsked,
  { ...tokenAsked, moment: 'issued', reference: '0a1b2c3d4e5f' },
  { ...tokenAsked, moment: 'used', reference: '0a1b2c3d4e5f' },
  addressChanged,
];
