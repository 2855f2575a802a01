import { err, type Result } from '../../../domain/result.js';
import { slug } from '../../../domain/slug.js';
import { initWords } from '../../../words/init.js';
import {
  type Answers,
  conflictsIn,
  HOLDERS,
  type HolderRole,
  type Known,
  type NamedPerson,
  type NewOffice,
  readId,
  readOffice,
  readOneOf,
  readPatron,
  readPerson,
  readYear,
} from './answers.js';

const words = initWords.ask;

/** Somebody at a terminal. `ask` rejects when they go away. */
export interface Asker {
  ask(prompt: string): Promise<string>;
  say(line: string): void;
}

/** What can be chosen from, and what is proposed. */
export interface Choices {
  readonly templates: readonly string[];
  readonly policies: readonly string[];
  readonly exercise: number;
  /** Why an identifier can not be the new body's; undefined when it can. */
  taken(id: string): string | undefined;
}

/** The ten questions: what is known is not asked, what is wrong is asked again. */
export async function askAnswers(
  asker: Asker,
  known: Known,
  { templates, policies, exercise, taken }: Choices,
): Promise<Answers> {
  asker.say(words.lead);
  const one = async <T>(
    n: number,
    question: string,
    there: T | undefined,
    read: (written: string) => Result<T, string>,
    proposed?: string,
  ): Promise<T> => there ?? (await again(asker, words.numbered(n, question, proposed), read, proposed));
  const name = await one(1, words.name, known.name, said(initWords.wrong.name));
  return {
    name,
    id: await one(2, words.id, known.id, (w) => unlessTaken(readId(w), taken), slug(name)),
    seat: await one(3, words.seat, known.seat, said(initWords.wrong.seat)),
    patronSaint: await one(4, words.patron, known.patronSaint, readPatron),
    template: await one(
      5,
      words.template(templates),
      known.template,
      (w) => readOneOf(w, templates),
      proposedIn(templates, 'piao'),
    ),
    exercise: await one(6, words.year, known.exercise, readYear, String(exercise)),
    policy: await one(7, words.policy(policies), known.policy, (w) => readOneOf(w, policies), policies[0]),
    ...(await askWho(asker, known)),
  };
}

function unlessTaken(id: Result<string, string>, taken: Choices['taken']): Result<string, string> {
  const why = id.ok ? taken(id.value) : undefined;
  return why === undefined ? id : err(why);
}

async function askWho(asker: Asker, known: Known): Promise<Pick<Answers, 'people' | 'offices'>> {
  const people = await askPeople(asker, known);
  return { people, offices: known.offices ?? (await askOffices(asker, people)) };
}

/** An answer, unless it does not hold together with those before it. */
function holding<T>(
  read: Result<T, string>,
  withIt: (answer: T) => Pick<Known, 'people' | 'offices'>,
): Result<T, string> {
  const [conflict] = read.ok ? conflictsIn(withIt(read.value)) : [];
  return conflict === undefined ? read : err(conflict);
}

const LEADERS: readonly HolderRole[] = ['segretario-generale', 'controllo-gestione'];

async function askPeople(asker: Asker, { people: known, offices = [] }: Known): Promise<Answers['people']> {
  const named = new Map<HolderRole, NamedPerson>();
  for (const [n, question, roles] of [
    [8, words.leaders, LEADERS],
    [9, words.boards, HOLDERS.filter((role) => !LEADERS.includes(role))],
  ] as const) {
    if (roles.some((role) => known[role] === undefined)) asker.say(words.numbered(n, question, undefined));
    for (const role of roles) {
      const read = (written: string): Result<NamedPerson, string> =>
        holding(readPerson(written), (person) => ({
          people: { ...known, ...Object.fromEntries(named), [role]: person },
          offices,
        }));
      named.set(role, known[role] ?? (await again(asker, words.within(initWords.roles[role]), read)));
    }
  }
  return peopleFrom((role) => named.get(role));
}

/** @throws when somebody is not there */
export function peopleFrom(find: (role: HolderRole) => NamedPerson | undefined): Answers['people'] {
  const of = (role: HolderRole): NamedPerson => {
    const found = find(role);
    if (found === undefined) throw new Error(`nobody given for ${role}`);
    return found;
  };
  return {
    'segretario-generale': of('segretario-generale'),
    'controllo-gestione': of('controllo-gestione'),
    'segreteria-organi': of('segreteria-organi'),
    oiv: of('oiv'),
    comunicazione: of('comunicazione'),
  };
}

async function askOffices(asker: Asker, people: Answers['people']): Promise<readonly NewOffice[]> {
  asker.say(words.numbered(10, words.offices, undefined));
  const offices: NewOffice[] = [];
  for (;;) {
    const written = (await asker.ask(words.another)).trim();
    if (written === '' && offices.length > 0) return offices;
    const office =
      written === '' ? undefined : holding(readOffice(written), (one) => ({ people, offices: [...offices, one] }));
    if (office === undefined) asker.say(`     ${initWords.wrong.noOffice}`);
    else if (!office.ok) asker.say(`     ${office.error}`);
    else offices.push(office.value);
  }
}

async function again<T>(
  asker: Asker,
  prompt: string,
  read: (written: string) => Result<T, string>,
  proposed?: string,
): Promise<T> {
  for (;;) {
    const written = (await asker.ask(prompt)).trim();
    const answer = read(written === '' ? (proposed ?? '') : written);
    if (answer.ok) return answer.value;
    asker.say(`   ${answer.error}`);
  }
}

const said =
  (wrong: string) =>
  (written: string): Result<string, string> =>
    written === '' ? { ok: false, error: wrong } : { ok: true, value: written };

const proposedIn = (known: readonly string[], usual: string): string | undefined =>
  known.includes(usual) ? usual : known[0];
