import { z } from 'zod';
import { parseCivilDate } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { readMailAddress } from '../domain/mail-address.js';
import { MISSION } from '../domain/missions.js';
import { planWords } from '../words/plan.js';

const words = planWords.fields;

/** The error setting of every field: says in Italian what was expected and what was found instead. */
export function expected(what: string): {
  error: (issue: { readonly input?: unknown; readonly code?: string | undefined }) => string;
} {
  return {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys)) {
        return words.unknown(issue.keys.map(String));
      }
      return issue.input === undefined ? words.missing(what) : words.wrong(what, describe(issue.input));
    },
  };
}

/** A group of named fields; a field nobody knows is refused, because it is most often a misspelt one. */
export function group<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, expected(words.object));
}

export function list<S extends z.ZodType>(item: S) {
  return z.array(item, expected(words.list));
}

export function nonEmptyList<S extends z.ZodType>(item: S) {
  return z.array(item, expected(words.list)).min(1, expected(words.nonEmptyList));
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, expected(words.oneOf(values)));
}

/** A mail address, kept as it is sent to. */
export const mailAddress = z
  .string(expected(words.email))
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/, expected(words.email))
  .transform((value, context): string => {
    const address = readMailAddress(value);
    if (address.ok) return address.value;
    context.addIssue({ code: 'custom', message: words.mailAddress(describe(value), address.error) });
    return z.NEVER;
  });

/** Any text that says something. */
export const text = z.string(expected(words.text)).min(1, expected(words.text));

/** Text that may be empty and must be quoted, so that `80` or `1.000` is not taken for a number. */
export const verbatim = z.string(expected(words.value)).describe(words.value);

export const year = z
  .number(expected(words.year))
  .int(expected(words.year))
  .min(1900, expected(words.year))
  .max(2200, expected(words.year));

export const flag = z.boolean(expected(words.flag));

/** Office, role or perspective: `ufficio-promozione`. */
export const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, words.id);

export const missioneProgramma = matching(MISSION, words.missione);

/** `2016-01-31`, a day of the calendar. */
export const civilDate = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, words.date).transform(
  (value, context): CivilDate => {
    const date = parseCivilDate(value);
    if (date.ok) return date.value;
    context.addIssue({ code: 'custom', message: date.error });
    return z.NEVER;
  },
);

/** `6,00%` → `6.00`, percent. */
export const percent = matching(/^\d{1,3}(,\d+)?%$/, words.percent).transform((value) =>
  value.slice(0, -1).replace(',', '.'),
);

/** `1.250,00` → `1250.00`, euro. */
export const amount = matching(/^-?\d{1,3}(\.\d{3})*,\d{2}$/, words.amount).transform((value) =>
  value.replaceAll('.', '').replace(',', '.'),
);

/** `0,01` → `0.01`. */
export const decimal = matching(/^-?\d+(,\d+)?$/, words.decimal).transform((value) => value.replace(',', '.'));

/** A code of the plan's tree, of as many levels as `pattern` says. */
export function code(pattern: RegExp, example: string) {
  return matching(pattern, words.code(example));
}

/** One verbatim text per year: `{ 2016: "almeno 25", 2017: "+5%" }` → in order of year. */
export const textByYear = z
  .record(matching(/^\d{4}$/, words.year), verbatim, expected(words.yearTexts))
  .describe(words.yearTexts)
  .transform((byYear) =>
    Object.keys(byYear)
      .sort()
      .map((y) => ({ year: Number(y), text: byYear[y] ?? '' })),
  );

function matching(pattern: RegExp, what: string) {
  return z.string(expected(what)).regex(pattern, expected(what)).describe(what);
}

function describe(input: unknown): string {
  const found = planWords.found;
  if (input === null) return found.nothing;
  if (typeof input === 'string') return found.text(input);
  if (typeof input === 'number' || typeof input === 'bigint') return found.number(String(input));
  if (typeof input === 'boolean') return found.flag(String(input));
  return Array.isArray(input) ? found.list : found.object;
}

/** What a role is, in the files of a body and of a kind of body alike. */
export const roleFields = {
  id,
  title: text,
  board: flag.default(false),
  recordedBy: id.optional(),
  external: flag.default(false),
  executive: flag.optional(),
};
