import { z } from 'zod';
import { type BodyKind, FOUNDERS, type Founder } from '../../../domain/body-kind.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { PatronSaint } from '../../../domain/calendar/holidays.js';
import { readMailAddress } from '../../../domain/mail-address.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { slug } from '../../../domain/slug.js';
import { expected, group, id, mailAddress, nonEmptyList, text, year } from '../../../seeds/fields.js';
import { calendarWords } from '../../../words/calendar.js';
import { initWords } from '../../../words/init.js';

const words = initWords.wrong;

/** What a file of answers calls who is asked for; the second name is that of files written when there were Chambers alone. */
const NAMES_OF: Readonly<Record<Founder, readonly [string, string]>> = {
  head: ['vertice', 'segretario-generale'],
  controller: ['controllo', 'controllo-gestione'],
  secretary: ['segreteria', 'segreteria-organi'],
  validator: ['validatore', 'oiv'],
  communication: ['comunicazione', 'comunicazione'],
};

export interface NamedPerson {
  readonly name: string;
  readonly email: string;
}

export interface NewOffice extends NamedPerson {
  readonly title: string;
}

/** Everything `ciclo init` needs to know. */
export interface Answers {
  readonly name: string;
  readonly id: string;
  readonly seat: string;
  readonly patronSaint: PatronSaint;
  /** Kind of body. */
  readonly kind: string;
  readonly template: string;
  readonly policy: string;
  readonly exercise: number;
  readonly people: Readonly<Record<Founder, NamedPerson>>;
  readonly offices: readonly NewOffice[];
}

/** What is known before the rest is asked. */
export type Known = Partial<Omit<Answers, 'people'>> & { readonly people: Partial<Answers['people']> };

const person = group({ name: text, email: mailAddress });
const upTo = (most: number, what: string) =>
  z.number(expected(what)).int(expected(what)).min(1, expected(what)).max(most, expected(what));

/** The shape of a file of answers; what is absent is asked. */
export const answersSchema = group({
  name: text.optional(),
  id: id.optional(),
  seat: text.optional(),
  patronSaint: group({
    name: text,
    month: upTo(12, calendarWords.fields.month),
    day: upTo(31, calendarWords.fields.day),
  }).optional(),
  kind: id.optional(),
  template: id.optional(),
  policy: id.optional(),
  exercise: year.optional(),
  people: group(
    Object.fromEntries(Object.values(NAMES_OF).flatMap((names) => names.map((name) => [name, person.optional()]))),
  )
    .transform(
      (named): Partial<Answers['people']> =>
        Object.fromEntries(
          FOUNDERS.flatMap((founder) => {
            const [name, before] = NAMES_OF[founder];
            const there = named[name] ?? named[before];
            return there === undefined ? [] : [[founder, there]];
          }),
        ),
    )
    .optional(),
  offices: nonEmptyList(group({ title: text, name: text, email: mailAddress })).optional(),
});

/** `San Giovanni Battista, 24/06` */
export function readPatron(written: string): Result<PatronSaint, string> {
  const match = /^(.+?)[,;]?\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(written.trim());
  const [, name = '', d = '', m = ''] = match ?? [];
  // A year with 29 February: a saint of that day is no mistake.
  const exists = parseCivilDate(`2000-${m.padStart(2, '0')}-${d.padStart(2, '0')}`).ok;
  return match !== null && exists
    ? ok({ name: name.trim(), month: Number(m), day: Number(d) })
    : err(words.patron(written));
}

/** `Anna Rossi <anna.rossi@ente.it>` */
export function readPerson(written: string): Result<NamedPerson, string> {
  const [, name = '', email = ''] = /^([^<>]+?)\s*<\s*([^<>\s]+)\s*>$/.exec(written.trim()) ?? [];
  const address = readMailAddress(email);
  return name !== '' && address.ok ? ok({ name, email: address.value }) : err(words.person(written));
}

/** `Ufficio Tributi: Anna Rossi <anna.rossi@ente.it>` */
export function readOffice(written: string): Result<NewOffice, string> {
  const [, title = '', whom = ''] = /^([^:]+?)\s*:\s*(.+)$/.exec(written.trim()) ?? [];
  const who = readPerson(whom);
  return title !== '' && who.ok ? ok({ title, ...who.value }) : err(words.office(written));
}

export const readYear = (written: string): Result<number, string> =>
  /^(19|20|21)\d\d$/.test(written.trim()) ? ok(Number(written)) : err(words.year(written));

export const readId = (written: string): Result<string, string> =>
  id.safeParse(written.trim()).success ? ok(written.trim()) : err(words.id(written));

export const readOneOf = (written: string, known: readonly string[]): Result<string, string> =>
  known.includes(written.trim()) ? ok(written.trim()) : err(words.oneOf(written, known));

/** What no single answer shows, of those there are: addresses shared, four eyes broken, offices given twice. */
export function conflictsIn(
  { people, offices = [] }: Pick<Known, 'people' | 'offices'>,
  called: BodyKind['founders'],
): readonly string[] {
  const everybody = [...FOUNDERS.flatMap((role) => people[role] ?? []), ...offices];
  const shared = everybody.flatMap(({ name, email }, i) => {
    const first = everybody.slice(0, i).find((other) => other.email.toLowerCase() === email.toLowerCase());
    return first === undefined || first.name === name ? [] : [words.otherName(email, first.name)];
  });
  const sameEyes = (['secretary', 'validator'] as const).flatMap((decides) =>
    (['head', 'controller'] as const).flatMap((prepares) =>
      people[decides] !== undefined && people[decides].email.toLowerCase() === people[prepares]?.email.toLowerCase()
        ? [words.fourEyes(called[prepares], called[decides])]
        : [],
    ),
  );
  const twice = offices.flatMap(({ title }, i) =>
    offices.findIndex((o) => slug(o.title) === slug(title)) === i ? [] : [words.officeTwice(title)],
  );
  return [...new Set([...shared, ...sameEyes, ...twice])];
}
