import { FOUNDERS, USUAL_KIND } from '../../../domain/body-kind.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { formatSeedError, readYaml } from '../../../seeds/read-yaml.js';
import { initWords } from '../../../words/init.js';
import {
  type Answers,
  answersSchema,
  type Known,
  readId,
  readOffice,
  readOneOf,
  readPatron,
  readPerson,
  readYear,
} from './answers.js';
import { type Choices, peopleFrom } from './questions.js';

/** What the command line gives, as it is written. */
export interface GivenOptions {
  readonly from?: string;
  readonly name?: string;
  readonly id?: string;
  readonly seat?: string;
  readonly patron?: string;
  readonly kind?: string;
  readonly template?: string;
  readonly year?: string;
  readonly policy?: string;
  readonly head?: string;
  readonly controller?: string;
  readonly secretary?: string;
  readonly validator?: string;
  /** As `validator`, from when there were Chambers alone. */
  readonly oiv?: string;
  readonly communication?: string;
  readonly office: readonly string[];
}

/** The answers of a file, with those of the options in their place; or everything wrong in both. */
export function knownFrom(options: GivenOptions, choices: Choices): Result<Known, readonly string[]> {
  const errors: string[] = [];
  const file = options.from === undefined ? undefined : readYaml(options.from, answersSchema);
  if (file?.ok === false) errors.push(...file.error.map(formatSeedError));
  const said = file?.ok === true ? file.value.value : {};
  const read = <T>(flag: string, written: string | undefined, as: (w: string) => Result<T, string>): T | undefined => {
    if (written === undefined) return undefined;
    const answer = as(written);
    if (answer.ok) return answer.value;
    errors.push(`--${flag}: ${answer.error}`);
    return undefined;
  };
  const named = (flag: string, written: string | undefined, wrong: string) =>
    read(flag, written, (w) => (w.trim() === '' ? err(wrong) : ok(w.trim())));
  for (const [field, possible] of [
    ['kind', choices.kinds.map(({ id }) => id)],
    ['template', choices.templates],
    ['policy', choices.policies],
  ] as const) {
    const chosen = said[field] === undefined ? undefined : readOneOf(said[field], possible);
    if (chosen?.ok === false) errors.push(`${options.from}: ${field}: ${chosen.error}`);
  }
  const offices = options.office.flatMap((written) => read('office', written, readOffice) ?? []);
  const known = {
    name: named('name', options.name, initWords.wrong.name) ?? said.name,
    id: read('id', options.id, readId) ?? said.id,
    seat: named('seat', options.seat, initWords.wrong.seat) ?? said.seat,
    patronSaint: read('patron', options.patron, readPatron) ?? said.patronSaint,
    kind:
      read('kind', options.kind, (w) =>
        readOneOf(
          w,
          choices.kinds.map(({ id }) => id),
        ),
      ) ?? said.kind,
    template: read('template', options.template, (w) => readOneOf(w, choices.templates)) ?? said.template,
    policy: read('policy', options.policy, (w) => readOneOf(w, choices.policies)) ?? said.policy,
    exercise: read('year', options.year, readYear) ?? said.exercise,
    offices: offices.length > 0 ? offices : said.offices,
  };
  const people = FOUNDERS.flatMap((role) => {
    const written = role === 'validator' ? (options.validator ?? options.oiv) : options[role];
    const person = read(role, written, readPerson) ?? said.people?.[role];
    return person === undefined ? [] : [[role, person] as const];
  });
  if (errors.length > 0) return err(errors);
  return ok({ ...withoutHoles(known), people: Object.fromEntries(people) });
}

/** The answers when nobody can be asked: the one policy there is goes without saying. Otherwise the flags that are missing. */
export function completeOf(known: Known, { policies }: Choices): Result<Answers, readonly string[]> {
  const { name, id, seat, patronSaint, kind = USUAL_KIND, template, exercise, offices, people } = known;
  const policy = known.policy ?? (policies.length === 1 ? policies[0] : undefined);
  const missing = [
    ...(Object.entries({ name, id, seat, patron: patronSaint, template, year: exercise, policy, office: offices }) as [
      string,
      unknown,
    ][]),
    ...FOUNDERS.map((role) => [role, people[role]] as const),
  ].flatMap(([flag, answer]) => (answer === undefined ? [`--${flag}`] : []));
  if (
    name === undefined ||
    id === undefined ||
    seat === undefined ||
    patronSaint === undefined ||
    template === undefined ||
    exercise === undefined ||
    policy === undefined ||
    offices === undefined ||
    missing.length > 0
  ) {
    return err(missing);
  }
  return ok({
    name,
    id,
    seat,
    patronSaint,
    kind,
    template,
    exercise,
    policy,
    offices,
    people: peopleFrom((r) => people[r]),
  });
}

/** Drops what is not known, which the type of `Known` wants absent. */
function withoutHoles<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // The copy drops exactly the keys whose value is undefined, as the type says.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
