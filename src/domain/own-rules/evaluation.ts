import type { Dictionary, EvaluatedGroup, IndividualRules, ScorePart } from '../individual/types.js';
import type { Policy } from '../policy.js';
import { err, never, ok, type Result } from '../result.js';
import { slug } from '../slug.js';
import { type FileValue, notOneOf, type Piece, partsOf, percentText, plain, readPercent } from './piece.js';

/** Who evaluates whom, from what a score is made, within which days people answer, which behaviours are looked at. */
export const evaluationPieces = ({ groups, dictionaries }: IndividualRules): readonly Piece[] => [
  ...groups.flatMap((group) => [evaluator(group), laterInstances(group), parts(group, dictionaries), terms(group)]),
  ...dictionaries.flatMap((one) => [behaviours(one), scale(one)]),
];

const SUPERIOR = 'chi dirige la persona';
const EVALUATORS = [SUPERIOR, 'propone oiv; decide giunta'];
const ROLE = '([a-z0-9]+(?:-[a-z0-9]+)*)';

const evaluator = (of: EvaluatedGroup): Piece =>
  ofGroup(of, 'chi-valuta', 'evaluator', EVALUATORS, {
    names: 'roles',
    said: ({ evaluator: who }) =>
      who.kind === 'superior' ? SUPERIOR : `propone ${who.proposes}; decide ${who.decides}`,
    read: (written) => {
      if (plain(written) === SUPERIOR) return ok({ kind: 'superior' });
      const [, proposes, decides] = new RegExp(`^propone ${ROLE} ?; ?decide ${ROLE}$`).exec(plain(written)) ?? [];
      return proposes === undefined ? undefined : ok({ kind: 'board', proposes, decides });
    },
  });

const INSTANCES = ['seconda istanza oiv; conciliazione comitato-conciliazione'];

const laterInstances = (of: EvaluatedGroup): Piece =>
  ofGroup(of, 'istanze', undefined, INSTANCES, {
    names: 'roles',
    said: ({ secondInstance, conciliation }) => `seconda istanza ${secondInstance}; conciliazione ${conciliation}`,
    read: (written, group) => {
      const form = new RegExp(`^seconda istanza ${ROLE} ?; ?conciliazione ${ROLE}$`);
      const [, secondInstance, conciliation] = form.exec(plain(written)) ?? [];
      return secondInstance === undefined ? undefined : ok({ ...asFile(group), secondInstance, conciliation });
    },
  });

const PARTS = ['risultati dell’ente 30%; obiettivi 50%; comportamenti 20%', 'risultati dell’ufficio 100%'];

const parts = (of: EvaluatedGroup, dictionaries: readonly Dictionary[]): Piece =>
  ofGroup(of, 'parti', 'parts', PARTS, {
    said: (group) => group.parts.map(saidPart).join('; '),
    read: (written, group) => {
      const read = partsOf(written).map((part): FileValue | undefined => {
        const form = /^(risultati dell['’](ente|ufficio)|obiettivi|comportamenti)(?: \(([a-z0-9-]+)\))?,? (\S+)$/;
        const [, kind, whose, named, share = ''] = form.exec(plain(part)) ?? [];
        const weight = readPercent(share);
        if (kind === undefined || !weight.ok) return undefined;
        if (kind === 'obiettivi') return { kind: 'objectives', weight: weight.value };
        if (whose !== undefined)
          return { kind: 'organisational', weight: weight.value, of: whose === 'ente' ? 'entity' : 'office' };
        const before = group.parts.find((one) => one.kind === 'behaviours');
        const dictionary = named ?? before?.dictionary ?? dictionaries[0]?.id ?? '';
        return { kind: 'behaviours', weight: weight.value, dictionary };
      });
      const known = read.flatMap((part) => part ?? []);
      return known.length === 0 || known.length < read.length ? undefined : ok(known);
    },
  });

/** `comportamenti (dirigenza) 20%` */
function saidPart(part: ScorePart): string {
  const weight = percentText(part.weight);
  switch (part.kind) {
    case 'organisational':
      return `risultati dell’${part.of === 'entity' ? 'ente' : 'ufficio'} ${weight}`;
    case 'objectives':
      return `obiettivi ${weight}`;
    case 'behaviours':
      return `comportamenti (${part.dictionary}) ${weight}`;
    default:
      return never(part);
  }
}

const STAGES = {
  acceptance: 'accettazione',
  selfEvaluation: 'autovalutazione',
  observations: 'osservazioni',
  secondInstance: 'seconda istanza',
  conciliation: 'conciliazione',
} as const;
const stages = Object.entries(STAGES) as readonly [keyof typeof STAGES, string][];
const TERMS = [stages.map(([, title]) => `${title} 10`).join('; ')];

const terms = (of: EvaluatedGroup): Piece =>
  ofGroup(of, 'termini', 'terms', TERMS, {
    said: (group) => stages.map(([stage, title]) => `${title} ${group.terms[stage]}`).join('; '),
    read: (written) => {
      const read = partsOf(written).map((part) => /^(.+?) (\d{1,3})(?: giorn[oi])?$/.exec(plain(part)));
      const days = stages.map(([stage, title]) => [stage, read.find((one) => one?.[1] === title)?.[2]] as const);
      if (read.length > stages.length || days.some(([, count]) => count === undefined)) return undefined;
      return ok(Object.fromEntries(days.map(([stage, count]) => [stage, Number(count)])));
    },
  });

interface OfGroup {
  readonly names?: 'roles';
  said(group: EvaluatedGroup): string;
  /** What is to stand in the file; undefined where these are not its words. */
  read(written: string, group: EvaluatedGroup): Result<FileValue, string> | undefined;
}

/** A piece of what the rules say of one group: of a field, or of the whole of it. */
function ofGroup(
  { id, title }: EvaluatedGroup,
  what: string,
  field: string | undefined,
  ways: readonly string[],
  { said, read, ...more }: OfGroup,
): Piece {
  const groupIn = ({ individual }: Policy) => individual?.groups.find((group) => group.id === id);
  return {
    ...{ id: `${what}-${id}`, group: 'evaluation', ways, of: title, ...more },
    said: (rules) => {
      const group = groupIn(rules);
      return group === undefined ? '' : said(group);
    },
    read: (written, rules) => {
      const group = groupIn(rules);
      if (group === undefined) return err(`nelle regole non c’è un gruppo «${id}»`);
      const value = read(written, group) ?? err(notOneOf(written, 'una regola per questo gruppo', ways));
      const at = rules.individual?.groups.indexOf(group) ?? 0;
      const path = ['individual', 'groups', at, ...(field === undefined ? [] : [field])];
      return value.ok ? ok({ path, value: value.value }) : value;
    },
  };
}

const BEHAVIOURS = ['Guida 60%: assegna compiti chiari; Relazioni 40%: cura il rapporto con gli utenti'];

const behaviours = (of: Dictionary): Piece =>
  ofDictionary(of, 'comportamenti', 'behaviours', BEHAVIOURS, {
    items: (dictionary) => dictionary.behaviours.map((one) => ({ ...one, figure: one.weight })),
    field: 'weight',
  });

const SCALE = ['Non adeguato 0%: non si osserva; Adeguato 70%: si osserva di norma; Eccellente 100%: è un riferimento'];

const scale = (of: Dictionary): Piece =>
  ofDictionary(of, 'scala', 'scale', SCALE, {
    items: (dictionary) => dictionary.scale.map((one) => ({ ...one, figure: one.score })),
    field: 'score',
  });

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly descriptor: string;
  /** Percent. */
  readonly figure: string;
}

/** `Guida 60%: assegna compiti chiari` */
const LISTED = /^(.{1,120}?),? (\d{1,3}(?:,\d{1,6})? ?%) ?: ?(.+)$/;

/** A list of a dictionary, each with its percentage and what is seen of it. One that keeps its title stays the one it was. */
function ofDictionary(
  { id, title }: Dictionary,
  what: string,
  list: 'behaviours' | 'scale',
  ways: readonly string[],
  { items, field }: { items(dictionary: Dictionary): readonly Listed[]; field: 'weight' | 'score' },
): Piece {
  const dictionaryIn = ({ individual }: Policy) => individual?.dictionaries.find((one) => one.id === id);
  return {
    ...{ id: `${what}-${id}`, group: 'evaluation', ways, of: title },
    said: (rules) => {
      const dictionary = dictionaryIn(rules);
      const all = dictionary === undefined ? [] : items(dictionary);
      return all.map((one) => `${one.title} ${percentText(one.figure)}: ${one.descriptor}`).join('; ');
    },
    read: (written, rules) => {
      const dictionary = dictionaryIn(rules);
      if (dictionary === undefined) return err(`nelle regole non c’è un dizionario «${id}»`);
      const read: { id: string; title: string; descriptor: string; figure: string }[] = [];
      for (const part of partsOf(written)) {
        const [, name, figure = '', descriptor = ''] = LISTED.exec(part) ?? [];
        const last = read.at(-1);
        if (name !== undefined) {
          const before = items(dictionary).find((one) => plain(one.title) === plain(name));
          read.push({ id: before?.id ?? slug(name), title: name.trim(), descriptor, figure: figure.replace(' ', '') });
        } else if (last !== undefined) {
          // A semicolon of the sentence itself.
          last.descriptor = `${last.descriptor}; ${part}`;
        } else return err(notOneOf(part, 'una voce di questo elenco', ways));
      }
      if (read.length === 0) return err(notOneOf(written, 'un elenco', ways));
      const path = ['individual', 'dictionaries', rules.individual?.dictionaries.indexOf(dictionary) ?? 0, list];
      return ok({ path, value: read.map(({ figure, ...one }) => ({ ...one, [field]: figure })) });
    },
  };
}

/** A group as the file of the rules writes it. */
const asFile = ({ parts: all, bands, ...group }: EvaluatedGroup): { readonly [key: string]: FileValue } => ({
  ...{ ...group, who: { ...group.who }, evaluator: { ...group.evaluator }, terms: { ...group.terms } },
  parts: all.map((part) => ({ ...part, weight: percentText(part.weight) })),
  bands: bands.map((band) => ({ ...band, from: percentText(band.from), pay: percentText(band.pay) })),
});
