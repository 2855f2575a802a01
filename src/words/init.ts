import type { Founder } from '../domain/body-kind.js';
import { shellWord } from './shell-word.js';

/** What an example of answers is written of. */
interface ExampleKind {
  readonly kind: string;
  /** What one body of the kind is: `Comune`. */
  readonly name: string;
  readonly called: Readonly<Record<Founder, string>>;
  /** The usual one first. */
  readonly calendars: readonly { readonly id: string; readonly title: string }[];
}

/** What `ciclo init` asks and says. */
export const initWords = {
  description: 'prepara i file di un nuovo ente: undici domande, oppure le risposte in un file',
  options: {
    from: 'file YAML o JSON con le risposte (si veda --example); le opzioni date insieme prevalgono',
    example: 'mostra un file di risposte da compilare, per il tipo di ente di --kind, e non scrive nulla',
    dir: 'cartella degli enti in cui nasce quella del nuovo (se manca: CICLO_SEEDS, o seeds/)',
    name: 'denominazione dell’ente',
    id: 'identificativo, per esempio comune-di-valfiorita',
    seat: 'comune della sede',
    patron: 'santo patrono e giorno, per esempio "San Giovanni Battista, 24/06"',
    kind: 'tipo di ente: camera, comune, provincia, universita, azienda-sanitaria, ministero-agenzia, ordine-piccolo, o uno proprio in kinds/',
    template: 'modello di calendario, per esempio piao',
    year: 'esercizio del Piano',
    policy: 'Sistema di misurazione e valutazione, per esempio smvp-2016',
    holder: (title: string) => `${title}, nella forma "Nome Cognome <indirizzo>"`,
    office: 'ufficio e chi ne risponde, nella forma "Ufficio: Nome Cognome <indirizzo>"; si ripete',
    json: 'risponde in JSON',
  },
  /** Before the kind of body is known. */
  founders: {
    head: 'chi dirige l’ente',
    controller: 'chi segue il ciclo',
    secretary: 'chi registra gli atti degli organi',
    validator: 'chi valida la Relazione (OIV o Nucleo di valutazione)',
    communication: 'chi pubblica sul sito',
  },
  ask: {
    lead: 'Undici domande per preparare i file del nuovo ente. Tra parentesi quadre la risposta proposta: Invio la accetta.',
    numbered: (n: number, question: string, proposed: string | undefined) =>
      `${n}. ${question}${proposed === undefined ? '' : ` [${proposed}]`}: `,
    kind: 'Tipo di ente',
    name: 'Denominazione dell’ente',
    id: 'Identificativo, breve e definitivo',
    seat: 'Comune della sede',
    patron: 'Santo patrono e giorno (per esempio San Giovanni Battista, 24/06)',
    template: 'Modello di calendario; il primo è quello solito per questo tipo di ente',
    /** One a line, before its question. */
    choice: (id: string, title: string) => `     ${id}: ${title}`,
    chosen: '\n   Quale',
    year: 'Esercizio del Piano',
    policy: (known: readonly string[]) =>
      `Sistema di misurazione e valutazione; per cominciare va bene quello proposto, le regole dell’ente si scrivono poi (${known.join(', ')})`,
    leaders: 'Chi dirige e chi segue il ciclo (Nome Cognome <indirizzo>)',
    boards: 'Chi registra gli atti, chi valida, chi pubblica (Nome Cognome <indirizzo>)',
    offices:
      'Uffici che rilevano indicatori, uno per riga (Ufficio: Nome Cognome <indirizzo>); una riga vuota per finire',
    within: (title: string) => `     ${title}: `,
    another: '     Ufficio: ',
  },
  wrong: {
    name: 'serve la denominazione dell’ente',
    id: (text: string) =>
      `«${text}» non va bene: servono minuscole, cifre e trattini, per esempio comune-di-valfiorita`,
    seat: 'serve il comune della sede: ne dipende la festa del patrono',
    patron: (text: string) =>
      `«${text}» non si legge: si attende il nome e il giorno, per esempio San Giovanni Battista, 24/06`,
    oneOf: (text: string, known: readonly string[]) => `«${text}» non c’è: si attende uno fra ${known.join(', ')}`,
    year: (text: string) => `«${text}» non è un esercizio: si attende un anno di quattro cifre, per esempio 2027`,
    person: (text: string) => `«${text}» non si legge: si attende Nome Cognome <indirizzo>`,
    office: (text: string) => `«${text}» non si legge: si attende Ufficio: Nome Cognome <indirizzo>`,
    noOffice: 'serve almeno un ufficio che rilevi gli indicatori',
    officeTwice: (title: string) => `l’ufficio «${title}» è già nell’elenco`,
    otherName: (email: string, name: string) => `l’indirizzo ${email} è già di ${name}: ogni persona ha il suo`,
    fourEyes: (role: string, other: string) =>
      `«${role}» e «${other}» non possono essere la stessa persona: chi prepara un documento non ne registra la decisione`,
  },
  missing: (flags: readonly string[]) =>
    `Mancano delle risposte: ${flags.join(', ')}. Si danno come opzioni, in un file (--from), o in un terminale, rispondendo alle domande.`,
  interrupted: 'Interrotto: non è stato scritto nulla.',
  exists: (folder: string) => `La cartella ${folder} esiste già: non è stato scritto nulla.`,
  idTaken: (id: string, file: string) =>
    `L’identificativo «${id}» è già di un altro ente (${file}): non è stato scritto nulla.`,
  cannotWrite: (folder: string, reason: string) => `Nella cartella ${folder} non si può scrivere: ${reason}`,
  unsound: 'Con queste risposte i file non sarebbero in ordine; non è stato scritto nulla:',
  written: (name: string, files: readonly string[]) => [`${name}: scritti`, ...files.map((file) => `  ${file}`)],
  /** Roles by who was given them, those nobody was asked for among them. */
  given: (people: readonly { readonly name: string; readonly roles: readonly string[] }[]) => [
    '',
    'Chi ricopre che cosa, per cominciare:',
    ...people.map(({ name, roles }) => `  ${name}: ${roles.join(', ')}`),
  ],
  answersFor: (office: string) => `ufficio «${office}», di cui risponde`,
  next: (id: string, year: number, folder: string, seeds: string | undefined) => {
    const where = seeds === undefined ? '' : ` --seeds ${shellWord(seeds)}`;
    return [
      '',
      'Che cosa fare adesso:',
      `  1. dare in ${folder}/entity.yaml i ruoli a chi li ricopre davvero;`,
      `  2. sostituire in ${folder}/plan gli obiettivi, gli indicatori e i target d’esempio;`,
      `  3. controllare:            bin/ciclo check ${shellWord(folder)}`,
      `  4. vedere le scadenze:     bin/ciclo calendar plan --entity ${id} --year ${year}${where}`,
      `  5. fare la prova generale: npm start -- --entity ${id} --year ${year}${where}`,
    ];
  },
  /** Comments and placeholders of the files themselves. */
  files: {
    entity: (validator: string) => [
      'L’ente: uffici, ruoli, persone, sostituti. Quando il ciclo è avviato le persone si aggiornano nella pagina «Persone e incarichi»,',
      'o qui: chi ricopre un ruolo si guarda il giorno in cui una mail parte o un atto si registra.',
      `Un incarico a termine si scrive { role: ${validator}, to: 2028-06-30 }.`,
    ],
    saint: 'Il santo patrono del comune della sede: quel giorno gli uffici sono chiusi.',
    policy: 'Le regole del Sistema di misurazione: policies/ accanto a questa cartella, oppure quelle del programma.',
    head: 'A chi arriva l’ultimo sollecito.',
    offices: 'Chi rileva gli indicatori. Ogni ufficio è anche un ruolo, ufficio:<id>, che non si scrive qui.',
    roles: 'Gli identificativi sono quelli del modello di calendario; i titoli sono dell’ente.',
    boards: 'Gli organi decidono in seduta; chi ne registra gli atti non prepara i documenti.',
    external: 'Nominati nei documenti, mai sollecitati.',
    substitutes: [
      'Chi agisce al posto di un assente, e quando:',
      '  - { absent: nome.cognome, substitute: nome.cognome, from: 2027-08-02, to: 2027-08-20, reason: Congedo ordinario }',
    ],
    calendar: ['Le scelte di calendario dell’ente. Le attività, i tempi e le norme sono nel modello.'],
    term: 'Quanto dura la rilevazione di un monitoraggio; senza questa riga vale il modello.',
    notices: 'Promemoria e solleciti, in giorni lavorativi prima e dopo la scadenza.',
    budgetTerms: 'Esercizi in cui la legge ha differito il bilancio: - { exercise: 2027, term: 2027-03-31 }',
    plan: [
      'Intestazione del Piano. Le sezioni sono nei file accanto: scorecard.yaml (obiettivi e indicatori), sheets.yaml (schede),',
      'individual.yaml (obiettivi individuali), budget.yaml (risorse per obiettivo). Al nuovo esercizio si cambia questo file.',
    ],
    perspective: 'Servizi e territorio',
    scorecard: [
      'Obiettivi e indicatori, con un indicatore d’esempio per ufficio: tutto ciò che dice «esempio» va sostituito.',
      'I target si scrivono come nel Piano («almeno 25», «entro il 30/11/2027», «non oltre 15 giorni»): come si leggono lo dice',
      '`ciclo plan check --targets`. I pesi degli indicatori sommano a quello del programma, e così via fino al 100%.',
    ],
    area: 'Area strategica d’esempio',
    objective: 'Obiettivo strategico d’esempio',
    programme: 'Programma d’esempio',
    indicator: (title: string) => `Indicatore d’esempio: ${title}`,
    source: 'esempio',
    sheets: [
      'Schede di programmazione: per ogni programma uffici, risorse e indicatori. Senza schede si lascia l’elenco vuoto.',
    ],
    individual: [
      'Obiettivi individuali dei dirigenti. I risultati individuali restano riservati. Senza, si lascia l’elenco vuoto.',
    ],
    budget: [
      'Le risorse per obiettivo (righe e totali, importi all’italiana: 1.250,00). Senza, si lasciano vuoti: dove un documento le vuole',
      'prima di andare all’organo, come la RPP, lo dice «ciclo check», e si scrivono poi nella cartella di lavoro del Piano.',
    ],
    rehearsal: [
      'Il copione della prova generale: che cosa va storto. Senza altre righe ognuno è puntuale e ogni documento è approvato.',
      'Per esempio:',
      '  late: [{ step: analisi-contesto, days: 6, note: "dati arrivati in ritardo" }]',
    ],
  },
  example: ({
    kind,
    name,
    called,
    calendars,
  }: ExampleKind) => `# Le risposte per un nuovo ente: ciclo init --from QUESTO-FILE
# kind è il tipo di ente (ciclo init --help li elenca); template uno dei suoi modelli di calendario:
${calendars.map(({ id, title }) => `#   ${id}: ${title}`).join('\n')}
kind: ${kind}
name: ${name} di Valfiorita
id: ${kind}-di-valfiorita
seat: Valfiorita
patronSaint: { name: San Giovanni Battista, month: 6, day: 24 }
template: ${calendars[0]?.id ?? ''}
policy: smvp-2016
exercise: 2027
people:
  # ${called.head}
  vertice: { name: Elvira Montanari, email: elvira.montanari@valfiorita.example }
  # ${called.controller}
  controllo: { name: Sauro Benedetti, email: sauro.benedetti@valfiorita.example }
  # ${called.secretary}
  segreteria: { name: Ida Farnesi, email: ida.farnesi@valfiorita.example }
  # ${called.validator}
  validatore: { name: Corrado Lisi, email: corrado.lisi@valfiorita.example }
  # ${called.communication}
  comunicazione: { name: Ida Farnesi, email: ida.farnesi@valfiorita.example }
# Uffici che rilevano indicatori, ognuno con chi ne risponde.
offices:
  - { title: Servizi al pubblico, name: Nives Gori, email: nives.gori@valfiorita.example }
  - { title: Ufficio tecnico, name: Delio Fabbri, email: delio.fabbri@valfiorita.example }
`,
} as const;
