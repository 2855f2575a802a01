import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { OutlineChanges } from '../domain/drafting/outline.js';
import type { MissingSection, SectionState } from '../domain/drafting/section.js';
import { italianDay } from './format.js';
import { count, plural } from './plural.js';

/** Titles of sections said one by one. */
const MOST_TITLES = 3;

const said = (one: string, more: string, titles: readonly string[]): readonly string[] =>
  titles.length === 0 ? [] : [`${plural(titles.length, one, more)} ${titles.map((title) => `«${title}»`).join(', ')}`];

const changesOf = ({ added, gone, changed }: OutlineChanges): string =>
  added.length + gone.length + changed.length === 0
    ? 'La struttura nei file dell’ente è la stessa.'
    : `Nei file dell’ente la struttura è un’altra: ${[
        ...said('entra', 'entrano', added),
        ...said('esce', 'escono', gone),
        ...said('cambia', 'cambiano', changed),
      ].join('; ')}.`;

/** What who prepares a document of the cycle reads. */
export const draftingWords = {
  states: { 'to-write': 'da scrivere', draft: 'in bozza', ready: 'pronta' } satisfies Record<SectionState, string>,
  missing: { 'to-write': 'da scrivere', draft: 'in bozza', 'nothing-there': 'senza contenuto' } satisfies Record<
    MissingSection['why'],
    string
  >,
  origin: { written: 'scritta', computed: 'ricavata dai dati', taken: 'ripresa da un altro documento' },
  link: {
    title: 'Il documento in preparazione',
    prepares: 'L’attività si conclude quando le sezioni di questo documento sono pronte.',
    part: 'L’attività prepara una parte di questo documento.',
    transmits: 'Il documento va all’organo quando chi lo prepara lo trasmette, dalla pagina della bozza.',
    open: 'Apri la bozza',
    lacks: (section: string) => `La sezione ${section}.`,
    toPlan: 'Vai al Piano',
  },
  /** Of what waits for one person. */
  owed: {
    sections: 'Sezioni da scrivere',
    lacks: (needs: string) => `Mancano ${needs}`,
    toWrite: (titles: readonly string[]) =>
      `${count(titles.length, 'una sezione da scrivere', 'sezioni da scrivere')}: ${titles.slice(0, MOST_TITLES).join('; ')}${titles.length > MOST_TITLES ? '…' : ''}`,
  },
  outline: {
    title: 'Struttura del documento',
    notOnFile: 'La struttura di questo documento non è ancora stata letta dai file dell’ente.',
    /** By which act the sections are those they are; and, for who may adopt others, how those of the files differ. */
    stands: (
      adopted: { readonly actNumber: string; readonly actDate: CivilDate } | undefined,
      onFile?: OutlineChanges,
    ) =>
      [
        adopted === undefined
          ? 'Le sezioni sono quelle con cui la bozza è iniziata: nessun atto di adozione è registrato.'
          : `Le sezioni sono quelle adottate con l’atto ${actNumbered(adopted.actNumber)} ${withArticle('del', italianDay(adopted.actDate))}.`,
        ...(onFile === undefined ? [] : [changesOf(onFile)]),
      ].join(' '),
    later: (day: string) =>
      `l’atto è ${withArticle('del', day)}, che deve ancora venire: si registra un atto già adottato`,
    done: (added: number, gone: number) =>
      added + gone === 0
        ? 'L’adozione della struttura è registrata.'
        : `La struttura è adottata: ${[
            ...(added > 0 ? [count(added, 'una sezione in più', 'sezioni in più')] : []),
            ...(gone > 0 ? [count(gone, 'una sezione in meno', 'sezioni in meno')] : []),
          ].join(', ')}.`,
  },
  noDraft: (document: string) => `il documento «${document}» del ciclo non si prepara in sezioni`,
  noSection: (section: string) =>
    `la sezione «${section}» non è tra quelle del documento, o non si scrive: se c’era, il suo testo resta tra le versioni`,
  noRemark: (id: string) => `l’osservazione «${id}» non è tra quelle del ciclo`,
  closed: 'Il ciclo non è in corso: i suoi documenti non si scrivono più.',
  goesByItself: 'Il documento di questa attività va all’organo da sé, quando l’attività si apre.',
  openRemarks: 'Osservazioni non ancora chiuse',
  wholeDocument: 'Documento intero',
  sent: 'Il documento è già stato trasmesso all’organo.',
  withBoard: 'Il documento è stato trasmesso all’organo: si scrive di nuovo se viene respinto.',
  approved: 'Il documento è approvato: non si scrive più.',
  overtaken: (by: string, revision: number) =>
    `nel frattempo ${by === '' ? 'il testo è cambiato' : `${by} ha salvato un altro testo`} (revisione ${revision}): quello resta, e il testo appena scritto non è perduto. Confrontarli, e salvare di nuovo partendo dalla revisione ${revision}`,
  empty: 'la sezione è vuota: una sezione si dichiara pronta quando dice qualcosa',
  noFile: 'manca il file',
  notPdf: (name: string) => `«${name}» non è un PDF`,
  notAllowed: 'questo documento si compone dalle sezioni: non si sostituisce con un file',
  standsIn: (name: string | undefined): string =>
    name === undefined
      ? 'Ora nessun file sostituisce il documento.'
      : `Ora il file «${name}» sostituisce il documento.`,
  noStandIn: 'nessun file sostituisce il documento',
  answered: 'l’osservazione ha già una risposta, o è chiusa',
  alreadyClosed: 'l’osservazione è già chiusa',
  notYours: 'un’osservazione la chiude chi l’ha fatta, o il controllo di gestione',
  stands: (revision: number) => `Ora la sezione è alla revisione ${revision}.`,
};
