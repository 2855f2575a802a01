import type { Plan } from '../plan.js';
import { reconcile } from '../resources/reconcile.js';
import type { SectionOutline } from './outline.js';

/** What somebody brings in before a computed part has anything to say. */
interface DataNeeded {
  /** In Italian, with who brings it in and where; follows *mancano*. */
  readonly what: string;
  readonly lacksIn: (plan: Plan) => boolean;
}

const broughtIn = (sheets: string): string =>
  `le scrive il controllo di gestione nella cartella di lavoro del Piano, ${sheets}, che si scarica e si importa dalla pagina del Piano`;

/** Of parts that a new body's year can come to with nothing entered yet. */
const NEEDED: Readonly<Record<string, DataNeeded>> = {
  'programmazione/interventi': {
    what: `le risorse per obiettivo: ${broughtIn('foglio «Budget»')}`,
    lacksIn: ({ budget }) => budget.lines.length === 0,
  },
  'risorse/per-area': {
    what: `le risorse dei programmi: ${broughtIn('foglio «Budget», o «Schede» e «Altre risorse»')}`,
    lacksIn: (plan) => reconcile(plan).programmes.length === 0,
  },
};

const neededBy = ({ content }: SectionOutline): DataNeeded | undefined =>
  content.kind === 'computed' && Object.hasOwn(NEEDED, content.from) ? NEEDED[content.from] : undefined;

/** What a section lacks while it has nothing to say, in Italian; undefined where it is not known who would bring it. */
export const dataNeeded = (section: SectionOutline): string | undefined => neededBy(section)?.what;

/** Ids of the sections that are computed from something a plan has not. */
export const lackingIn = (sections: readonly SectionOutline[], plan: Plan): ReadonlySet<string> =>
  new Set(sections.filter((section) => neededBy(section)?.lacksIn(plan) === true).map(({ id }) => id));
