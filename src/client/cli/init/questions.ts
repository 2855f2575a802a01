import { type BodyKind, FOUNDERS, type Founder, USUAL_KIND } from '../../../domain/body-kind.js';
import { err, type Result } from '../../../domain/result.js';
import { slug } from '../../../domain/slug.js';
import { initWords } from '../../../words/init.js';
import {
  type Answers,
  conflictsIn,
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
  readonly kinds: readonly BodyKind[];
  readonly templates: readonly string[];
  readonly policies: readonly string[];
  /** What a calendar is for. */
  calendarTitle(id: string): string;
  readonly exercise: number;
  /** Why an identifier can not be the new body's; undefined when it can. */
  taken(id: string): string | undefined;
}

/** The eleven questions: what is known is not asked, what is wrong is asked again. */
export async function askAnswers(
  asker: Asker,
  known: Known,
  { kinds, templates, policies, calendarTitle, exercise, taken }: Choices,
): Promise<Answers> {
  asker.say(words.lead);
  const one = async <T>(
    n: number,
    question: string,
    there: T | undefined,
    read: (written: string) => Result<T, string>,
    proposed?: string,
  ): Promise<T> => there ?? (await again(asker, words.numbered(n, question, proposed), read, proposed));
  const ids = kinds.map(({ id }) => id);
  const kindId = await one(1, among(words.kind, kinds), known.kind, (w) => readOneOf(w, ids), USUAL_KIND);
  const kind = kindNamed(kinds, kindId);
  const usual = kind.calendars.filter((id) => templates.includes(id));
  const calendars = usual.length > 0 ? usual : templates;
  const name = await one(2, words.name, known.name, said(initWords.wrong.name));
  return {
    kind: kindId,
    name,
    id: await one(3, words.id, known.id, (w) => unlessTaken(readId(w), taken), slug(name)),
    seat: await one(4, words.seat, known.seat, said(initWords.wrong.seat)),
    patronSaint: await one(5, words.patron, known.patronSaint, readPatron),
    template: await one(
      6,
      among(
        words.template,
        calendars.map((id) => ({ id, title: calendarTitle(id) })),
      ),
      known.template,
      (w) => readOneOf(w, templates),
      calendars[0],
    ),
    exercise: await one(7, words.year, known.exercise, readYear, String(exercise)),
    policy: await one(8, words.policy(policies), known.policy, (w) => readOneOf(w, policies), policies[0]),
    ...(await askWho(asker, known, kind.founders)),
  };
}

/** A question with what can be chosen, one a line. */
const among = (question: string, choices: readonly { readonly id: string; readonly title: string }[]): string =>
  [question, ...choices.map(({ id, title }) => words.choice(id, title))].join('\n') + words.chosen;

function unlessTaken(id: Result<string, string>, taken: Choices['taken']): Result<string, string> {
  const why = id.ok ? taken(id.value) : undefined;
  return why === undefined ? id : err(why);
}

async function askWho(
  asker: Asker,
  known: Known,
  called: BodyKind['founders'],
): Promise<Pick<Answers, 'people' | 'offices'>> {
  const people = await askPeople(asker, known, called);
  return { people, offices: known.offices ?? (await askOffices(asker, people, called)) };
}

/** An answer, unless it does not hold together with those before it. */
function holding<T>(
  read: Result<T, string>,
  called: BodyKind['founders'],
  withIt: (answer: T) => Pick<Known, 'people' | 'offices'>,
): Result<T, string> {
  const [conflict] = read.ok ? conflictsIn(withIt(read.value), called) : [];
  return conflict === undefined ? read : err(conflict);
}

const LEADERS: readonly Founder[] = ['head', 'controller'];

async function askPeople(
  asker: Asker,
  { people: known, offices = [] }: Known,
  called: BodyKind['founders'],
): Promise<Answers['people']> {
  const named = new Map<Founder, NamedPerson>();
  for (const [n, question, roles] of [
    [9, words.leaders, LEADERS],
    [10, words.boards, FOUNDERS.filter((role) => !LEADERS.includes(role))],
  ] as const) {
    if (roles.some((role) => known[role] === undefined)) asker.say(words.numbered(n, question, undefined));
    for (const role of roles) {
      const read = (written: string): Result<NamedPerson, string> =>
        holding(readPerson(written), called, (person) => ({
          people: { ...known, ...Object.fromEntries(named), [role]: person },
          offices,
        }));
      named.set(role, known[role] ?? (await again(asker, words.within(called[role]), read)));
    }
  }
  return peopleFrom((role) => named.get(role));
}

/** @throws when somebody is not there */
export function peopleFrom(find: (role: Founder) => NamedPerson | undefined): Answers['people'] {
  const of = (role: Founder): NamedPerson => {
    const found = find(role);
    if (found === undefined) throw new Error(`nobody given for ${role}`);
    return found;
  };
  return {
    head: of('head'),
    controller: of('controller'),
    secretary: of('secretary'),
    validator: of('validator'),
    communication: of('communication'),
  };
}

async function askOffices(
  asker: Asker,
  people: Answers['people'],
  called: BodyKind['founders'],
): Promise<readonly NewOffice[]> {
  asker.say(words.numbered(11, words.offices, undefined));
  const offices: NewOffice[] = [];
  for (;;) {
    const written = (await asker.ask(words.another)).trim();
    if (written === '' && offices.length > 0) return offices;
    const office =
      written === ''
        ? undefined
        : holding(readOffice(written), called, (one) => ({ people, offices: [...offices, one] }));
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

/** @throws when there is none of that name, which no answer is */
export function kindNamed(kinds: readonly BodyKind[], id: string): BodyKind {
  const kind = kinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no kind of body is called ${id}`);
  return kind;
}
