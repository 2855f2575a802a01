import type { CivilDate } from '../domain/calendar/types.js';
import { LONGEST_ANSWER } from '../domain/measured/longest.js';
import { refuseText } from '../domain/measured/plain-text.js';
import { readDay } from '../domain/measured/written-date.js';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { wholeNumber } from '../domain/whole-number.js';
import { FILE_LIMITS } from '../files/limits.js';
import { tooMuchIn } from '../files/written-text.js';
import { readWeight } from '../sheets/decimals.js';
import { type Field, oneText, tidy, type Written, writtenText } from './field.js';
import { fieldWords as words } from './words.js';

/*
 * The readers of the product: one for each kind of thing a person writes. An act says which of them its fields are; nothing else
 * reads what people write in a form, an option or a call.
 */

/** Letters of what is written, at most. */
export const LONGEST = { text: 8_000, line: 200, actNumber: 100, table: 200_000 } as const;

/** How much of what was written is said again. */
const QUOTED = 40;
const quoted = (written: string): string => written.slice(0, QUOTED);

const kept =
  (most: number, least = 1) =>
  (written: string): Result<string, string> => {
    const refusal =
      written.length > most
        ? words.tooLong(written.length, most)
        : written.length < least
          ? words.tooShort(least)
          : refuseText(written);
    return refusal === undefined ? ok(written) : err(refusal);
  };

/** A text of any lines. */
export const text = (rows = 2, most: number = LONGEST.text): Field<string> =>
  oneText({ kind: 'lines', rows }, { maxLength: most }, kept(most));

/** The text of a section of a document: what is too much for one is said for what it is, a table or figures, before its letters. */
export const sectionText = (): Field<string> =>
  oneText({ kind: 'lines', rows: 24 }, { maxLength: FILE_LIMITS.section }, (written) => {
    const tooMuch = tooMuchIn(written);
    return tooMuch.length > 0 ? err(tooMuch.join('; ')) : kept(FILE_LIMITS.section)(written);
  });

/** A text of one line: it may stand in the subject of a mail. */
export const line = (most: number = LONGEST.line, least = 1): Field<string> =>
  oneText({ kind: 'line' }, { maxLength: most }, (written) =>
    /[\p{Cc}\u2028\u2029]/u.test(written) ? err(words.oneLine) : kept(most, least)(written),
  );

/** A table copied from a document, as it was: what stands around its cells too. */
export const table = (rows = 10): Field<string> => ({
  control: { kind: 'lines', rows },
  limits: { maxLength: LONGEST.table },
  optional: false,
  read: ({ texts }) => {
    const written = texts.at(-1) ?? '';
    return tidy(written) === '' ? err(words.missing) : kept(LONGEST.table)(written);
  },
});

/** The number of an act: `12`, `12/2016`, `determinazione n. 12`. */
export const actNumber = (): Field<string> => line(LONGEST.actNumber);

/** The id of something of the register, whatever it is: it is looked for, never kept. */
export const id = (): Field<string> => line(LONGEST.actNumber);

/** A day as offices write it: `29/01/2016`, `29-1-2016`, `2016-01-29`, `29 gennaio 2016`. */
export const day = (): Field<CivilDate> =>
  oneText({ kind: 'day' }, { format: 'date' }, (written) => readDay(written) ?? err(words.notADay(quoted(written))));

interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** Figures after the comma, at most. */
  readonly decimals?: number;
}

const decimalWithin =
  ({ least, most, decimals }: Bounds) =>
  (written: string): Result<DecimalText, string> => {
    // No number is longer, and what is would be gone through again for each of its spaces.
    if (written.length > LONGEST.line) return err(words.tooLong(written.length, LONGEST.line));
    const read = parseItalianNumber(written.replace(/(?<!\s)\s*[%€]$/, ''));
    if (!read.ok) return read;
    if (decimals !== undefined && (read.value.split('.')[1]?.length ?? 0) > decimals)
      return err(words.tooFine(quoted(written), decimals));
    if ((least !== undefined && Number(read.value) < least) || (most !== undefined && Number(read.value) > most))
      return err(words.outside(quoted(written), least, most));
    return read;
  };

/** An Italian number that cannot be read in two ways; a sign of percent or euro after it is left out. */
export const decimal = (bounds: Bounds = {}): Field<DecimalText> =>
  oneText({ kind: 'line', keyboard: 'decimal' }, {}, decimalWithin(bounds));

/** An amount in euro, to the cent: `12.500,00`, `12500`. */
export const amount = (): Field<DecimalText> =>
  oneText({ kind: 'line', keyboard: 'decimal' }, {}, (written) => {
    const read = decimalWithin({ least: 0, decimals: 2 })(written);
    return read.ok ? read : err(words.notAnAmount(read.error));
  });

/** A value as it was measured, of whatever kind: what it may be, its reading says (`forms/answer`). */
export const measured = (): Field<string> =>
  oneText({ kind: 'line', keyboard: 'decimal' }, { maxLength: LONGEST_ANSWER.value }, kept(LONGEST_ANSWER.value));

/** A number of things. */
export const whole = (most = 10_000): Field<number> =>
  oneText({ kind: 'line', keyboard: 'numeric' }, {}, (written) => {
    const number = wholeNumber(written);
    return number !== undefined && number <= most ? ok(number) : err(words.notWhole(quoted(written), most));
  });

/** An exercise: `2017`. */
export const year = (): Field<number> =>
  oneText({ kind: 'line', keyboard: 'numeric' }, {}, (written) =>
    /^20\d\d$/.test(written) ? ok(Number(written)) : err(words.notAYear(quoted(written))),
  );

/**
 * One of what is offered; without options, of what is offered by the place where the act is done.
 * @param names what they are called by who writes them by hand
 */
export const oneOf = <const T extends string = string>(
  options?: readonly T[],
  names: Readonly<Record<string, T>> = {},
): Field<T> =>
  oneText({ kind: 'one-of', options }, { options }, (written) => {
    const named = Object.entries(names).find(([name]) => name === written.toLowerCase())?.[1];
    const found = named ?? options?.find((one) => one === written);
    if (found !== undefined) return ok(found);
    // What a place offers is checked where it is known: see `carryOut`.
    if (options === undefined) return ok(written as T);
    const known = Object.keys(names);
    return err(words.notOneOf(quoted(written), known.length > 0 ? known : options));
  });

/** The SHA-256 of something on record, or its beginning: hexadecimal, small letters. */
export const hash = (): Field<string> =>
  oneText({ kind: 'line' }, { maxLength: 64 }, (written) =>
    /^[0-9a-f]{6,64}$/i.test(written) ? ok(written.toLowerCase()) : err(words.notAHash(quoted(written))),
  );

/** Figures that go together, as `9,8,1,0` or each by itself: all of them or none. */
export const counts = <const K extends string>(
  labels: Readonly<Record<K, string>>,
  most = 999,
): Field<Readonly<Record<K, number>>> => {
  const parts = Object.entries<string>(labels);
  return {
    control: { kind: 'counts', parts: parts.map(([part]) => part), most },
    limits: {},
    optional: false,
    read: ({ texts }) => {
      const written = (texts.length === 1 ? (texts[0] ?? '').split(',') : texts).map(tidy);
      if (written.every((one) => one === '')) return err(words.missing);
      if (written.length > parts.length) return err(words.notCounts(quoted(texts.join(',')), Object.values(labels)));
      const figures: Record<string, number> = {};
      for (const [i, [part, label]] of parts.entries()) {
        const figure = written[i] ?? '';
        if (figure === '') return err(words.countsTogether(label));
        const number = wholeNumber(figure);
        if (number === undefined || number > most) return err(words.notACount(label, quoted(figure), most));
        figures[part] = number;
      }
      // One figure for each part.
      return ok(figures as Record<K, number>);
    },
  };
};

/** Any of what is offered, none too. */
export const anyOf = <const T extends string = string>(options?: readonly T[]): Field<readonly T[]> => ({
  control: { kind: 'any-of', options },
  limits: { options },
  optional: true,
  read: ({ texts }) => {
    const written = [...new Set(texts.map(tidy).filter((one) => one !== ''))];
    const stray = options === undefined ? undefined : written.find((one) => !options.some((known) => known === one));
    // What a place offers is checked where it is known: see `carryOut`.
    return stray === undefined
      ? ok(written as readonly string[] as readonly T[])
      : err(words.notOneOf(stray, options ?? []));
  },
});

/** A value written for one of the rows a place offers, not read yet: what it may be depends on the row. */
export interface Figure {
  readonly row: string;
  readonly written: string;
  /** Where it stands in a file; absent: it was typed. */
  readonly cell?: string;
}

/** Values for rows of a place, `riga=valore`; rows with nothing written are left out. */
export const figures = (): Field<readonly Figure[]> => ({
  control: { kind: 'each' },
  limits: {},
  optional: true,
  read: ({ texts }) => {
    const lines = texts.flatMap((one) => tidy(one).split('\n')).filter((one) => tidy(one) !== '');
    const read: Figure[] = [];
    const rows = new Set<string>();
    for (const line of lines) {
      const at = line.indexOf('=');
      if (at < 1) return err(words.notAFigure(quoted(line)));
      const row = tidy(line.slice(0, at));
      if (rows.has(row)) return err(words.twice(quoted(row)));
      rows.add(row);
      const written = tidy(line.slice(at + 1));
      if (written.length > LONGEST.line) return err(words.tooLong(written.length, LONGEST.line));
      if (written !== '') read.push({ row, written });
    }
    return ok(read);
  },
});

const YES: ReadonlySet<string> = new Set(['sì', 'si', 'on', 'true', '1']);
const NO: ReadonlySet<string> = new Set(['', 'no', 'false', '0']);

/** A box that is ticked or not. */
export const yesNo = (): Field<boolean> => ({
  control: { kind: 'yes-no' },
  limits: {},
  optional: true,
  read: ({ texts }) => {
    const written = tidy(texts.at(-1) ?? '').toLowerCase();
    return YES.has(written) ? ok(true) : NO.has(written) ? ok(false) : err(words.notYesNo(quoted(written)));
  },
});

/** A box that must be ticked: what cannot be taken back is not done by a slip. */
export const confirmed = (): Field<true> => ({
  control: { kind: 'yes-no' },
  limits: {},
  optional: false,
  read: (written) => {
    const ticked = yesNo().read(written);
    return ticked.ok ? (ticked.value ? ok(true) : err(words.missing)) : ticked;
  },
});

/** A percentage of the plan, from 0 to 100: `2,50`, `6,00%`. */
export const weight = (): Field<DecimalText> =>
  oneText({ kind: 'line', keyboard: 'decimal' }, {}, (written) => {
    const read = readWeight(written);
    return read === undefined ? err(words.notAWeight(quoted(written))) : ok(read);
  });

/** What is changed of something that stands: nothing written leaves it, an empty text takes it away (`null`). */
export const change = <T>(of: Field<T>): Field<T | null | undefined> => ({
  ...of,
  optional: true,
  read: (written) => {
    if (written.texts.length === 0 && written.files.length === 0) return ok(undefined);
    return written.texts.every((one) => tidy(one) === '') ? ok(null) : of.read(written);
  },
});

/** A value for each of several named things, each written `codice=valore`. */
export function each<T>(of: Field<T>): Field<ReadonlyMap<string, T>> {
  const parts = (written: Written) =>
    written.texts.map((text) => {
      const at = text.indexOf('=');
      const name = text.slice(0, Math.max(at, 0)).trim();
      return { of: name, text, read: at > 0 ? of.read(writtenText(text.slice(at + 1))) : err(words.notNamed(text)) };
    });
  const problemsOf = (written: Written) =>
    parts(written).flatMap(({ of: name, read }, i, all) =>
      !read.ok
        ? [{ of: name, text: read.error }]
        : all.findIndex((one) => one.of === name) < i
          ? [{ of: name, text: words.namedTwice(name) }]
          : [],
    );
  return {
    control: { kind: 'each' },
    limits: {},
    optional: true,
    problemsOf,
    read: (written) => {
      const problems = problemsOf(written);
      if (problems.length > 0) return err(problems.map(({ of: name, text }) => `${name}: ${text}`).join('; '));
      return ok(new Map(parts(written).flatMap((one) => (one.read.ok ? [[one.of, one.read.value] as const] : []))));
    },
  };
}
