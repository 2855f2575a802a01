import type { CivilDate } from '../domain/calendar/types.js';
import { plainText, refuseText } from '../domain/measured/plain-text.js';
import { parseWrittenDate } from '../domain/measured/written-date.js';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { FILE_LIMITS } from '../files/limits.js';
import { type Field, oneText, type SentFile, tidy } from './field.js';
import { fieldWords as words } from './words.js';

/*
 * The readers of the product: one for each kind of thing a person writes. An act says which of them its fields are; nothing else
 * reads what people write in a form, an option or a call.
 */

/** Letters of what is written, at most. */
export const LONGEST = { text: 8_000, line: 200, actNumber: 100 } as const;

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

/** A text of one line: it may stand in the subject of a mail. */
export const line = (most: number = LONGEST.line, least = 1): Field<string> =>
  oneText({ kind: 'line' }, { maxLength: most }, (written) =>
    /[\p{Cc}\u2028\u2029]/u.test(written) ? err(words.oneLine) : kept(most, least)(written),
  );

/** The number of an act: `12`, `12/2016`, `determinazione n. 12`. */
export const actNumber = (): Field<string> => line(LONGEST.actNumber);

/** The id of something of the register, whatever it is: it is looked for, never kept. */
export const id = (): Field<string> => line(LONGEST.actNumber);

/** A day as offices write it: `29/01/2016`, `29-1-2016`, `2016-01-29`, `29 gennaio 2016`. */
export const day = (): Field<CivilDate> =>
  oneText({ kind: 'day' }, { format: 'date' }, (written) => {
    const plain = plainText(written);
    const read = plain.ok ? parseWrittenDate(plain.value) : plain;
    return read ?? err(words.notADay(quoted(written)));
  });

interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** Figures after the comma, at most. */
  readonly decimals?: number;
}

const decimalWithin =
  ({ least, most, decimals }: Bounds) =>
  (written: string): Result<DecimalText, string> => {
    const read = parseItalianNumber(written.replace(/\s*[%€]$/, ''));
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

/** A number of things. */
export const whole = (most = 10_000): Field<number> =>
  oneText({ kind: 'line', keyboard: 'numeric' }, {}, (written) =>
    /^\d{1,9}$/.test(written) && Number(written) <= most
      ? ok(Number(written))
      : err(words.notWhole(quoted(written), most)),
  );

/** An exercise: `2017`. */
export const year = (): Field<number> =>
  oneText({ kind: 'line', keyboard: 'numeric' }, {}, (written) =>
    /^20\d\d$/.test(written) ? ok(Number(written)) : err(words.notAYear(quoted(written))),
  );

/** One of what is offered; without options, of what is offered by the place where the act is done. */
export const oneOf = <const T extends string = string>(options?: readonly T[]): Field<T> =>
  oneText({ kind: 'one-of', ...(options && { options }) }, options === undefined ? {} : { options }, (written) => {
    const found = options?.find((one) => one === written);
    if (found !== undefined) return ok(found);
    // What a place offers is checked where it is known: see `carryOut`.
    return options === undefined ? ok(written as T) : err(words.notOneOf(quoted(written), options));
  });

/** Any of what is offered, none too. */
export const anyOf = <const T extends string = string>(options?: readonly T[]): Field<readonly T[]> => ({
  control: { kind: 'any-of', ...(options && { options }) },
  limits: options === undefined ? {} : { options },
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

/** Pictures for a document, without what does not belong on a page. */
export const pictures = (most: number): Field<readonly SentFile[]> => ({
  ...files(most),
  control: { kind: 'files', most, pictures: true },
});

/** Files that go on record with the act. */
export const files = (most: number = FILE_LIMITS.evidenceFiles): Field<readonly SentFile[]> => ({
  control: { kind: 'files', most },
  limits: {},
  optional: true,
  read: ({ files: sent }) => {
    if (sent.length > most) return err(words.tooManyFiles(most));
    const wrong = sent.find((one) => !one.ok);
    return wrong?.ok === false ? wrong : ok(sent.flatMap((one) => (one.ok ? [one.value] : [])));
  },
});
