import type { Office } from '../../domain/entity.js';
import { matchOffice, type OfficeMatch, plainName } from '../../domain/match-office.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { entityOf } from '../../register/entities.js';
import { importChoices, type LoggedChoices } from '../../register/import-choices.js';
import { headingKey, type Meaning, meaningOf, meaningsFor, meaningText } from '../../sheets/own-headings.js';
import { type OwnRows, readOwnRows } from '../../sheets/own-rows.js';
import { type OwnTable, openOwnTable, readOwnTable } from '../../sheets/own-table.js';
import { ownPlanWords as words } from '../../words/own-plan.js';
import { fieldFor, type SentFile } from '../field.js';

/** What was sent: a file, or a table as text; and what was said of it. */
export interface OwnSent {
  readonly file: SentFile | undefined;
  readonly table: string | undefined;
  readonly sheet: string;
  /** By heading. */
  readonly columns: ReadonlyMap<string, string>;
  /** By what is written. */
  readonly offices: ReadonlyMap<string, string>;
}

/** An office's own table as it was understood: what a page shows to be confirmed. */
export interface Understood {
  readonly table: OwnTable;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly read: OwnRows;
  /** What is written in the column of offices; `words.noOffice` where nothing is. */
  readonly written: readonly { readonly text: string; readonly match: OfficeMatch }[];
  readonly offices: readonly Office[];
  /** What is not settled yet: columns, then what is wrong in rows, then offices. */
  readonly refusals: readonly Refusal[];
}

/** Reads an office's own table by what is said of it now, what was said of one before, and its words. */
export async function understand(
  db: Db,
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  sent: OwnSent,
): Promise<Result<Understood, readonly Refusal[]>> {
  const { file, table: text, sheet } = sent;
  if (file !== undefined && text !== undefined) return err([{ field: 'table', text: words.both }]);
  const [known, body] = await Promise.all([importChoices(db, entity), entityOf(db, entity)]);
  const looked = { exercise, known: known.columns };
  if (file === undefined && text === undefined) return err([{ field: 'file', text: words.noFile }]);
  const found =
    file === undefined ? readOwnTable(text ?? '', sheet, looked) : await openOwnTable(file.bytes, sheet, looked);
  if (!found.ok) return err([{ field: file === undefined ? 'table' : 'file', text: found.error }]);
  const table = found.value;
  const offices = body?.offices ?? [];
  const { meanings, refusals } = settled(table, sent.columns, exercise);
  const read = readOwnRows(table, meanings);
  const place = file === undefined ? 'table' : 'file';
  const wrong: Refusal[] = read.errors.map((error) => ({ field: place, text: error }));
  if (wrong.length === 0 && refusals.length === 0 && read.indicators.length === 0)
    wrong.push({ field: place, text: words.noIndicators });
  const names = [...new Set(read.indicators.map(({ office }) => office.replaceAll('=', ' ') || words.noOffice))];
  const written = names.map((name) => ({
    text: name,
    match: chosen(name, sent.offices, offices) ?? matchOffice(name, offices, known.offices),
  }));
  const all = [...refusals, ...wrong, ...officeRefusals(written, sent.offices, offices)];
  return ok({ table, meanings, read, written, offices, refusals: all });
}

function chosen(name: string, said: OwnSent['offices'], offices: readonly Office[]): OfficeMatch | undefined {
  const office = [...said].find(([of]) => plainName(of) === plainName(name))?.[1];
  if (office === undefined) return undefined;
  return offices.some(({ id }) => id === office) ? { kind: 'sure', office } : { kind: 'unknown' };
}

/** What every column holds, by what was said of it or by its words; and what stands against it. */
function settled(table: OwnTable, said: OwnSent['columns'], exercise: number) {
  const refusals: Refusal[] = [];
  const headings = table.columns.map(({ heading }) => heading);
  const meanings = new Map(
    table.columns.flatMap(({ at, meaning }) => (meaning === undefined ? [] : [[at, meaning] as const])),
  );
  for (const [heading, text] of said) {
    const meaning = meaningOf(text);
    const columns = table.columns.filter((one) => plainName(one.heading) === plainName(heading));
    const refuse = (problem: string) => refusals.push({ field: fieldFor('columns', heading), text: problem });
    if (columns.length === 0) refuse(words.unknownHeading(heading, headings));
    else if (meaning === undefined) refuse(words.noMeaning(text, meaningsFor(exercise)));
    else for (const { at } of columns) meanings.set(at, meaning);
  }
  const byText = new Map<string, string[]>();
  for (const { at, heading } of table.columns) {
    const meaning = meanings.get(at);
    if (meaning === undefined || meaning.kind === 'ignora') continue;
    const text = meaningText(meaning);
    byText.set(text, [...(byText.get(text) ?? []), heading]);
  }
  for (const [text, of] of byText) if (of.length > 1) refusals.push({ field: 'columns', text: words.twice(text, of) });
  for (const kind of ['indicatore', 'target'] as const)
    if (![...meanings.values()].some((one) => one.kind === kind))
      refusals.push({ field: 'columns', text: words.needed(kind) });
  // A table of years gone by would make a plan that asks for nothing.
  const targets = [...meanings.values()].flatMap((one) => (one.kind === 'target' ? [one.year] : []));
  if (targets.length > 0 && targets.every((year) => year < exercise))
    refusals.push({ field: 'columns', text: words.otherYears(exercise) });
  return { meanings, refusals };
}

function officeRefusals(
  written: Understood['written'],
  said: OwnSent['offices'],
  offices: readonly Office[],
): readonly Refusal[] {
  const ids = offices.map(({ id }) => id);
  const titleOf = (id: string) => offices.find((one) => one.id === id)?.title ?? id;
  const doubts = written.flatMap(({ text, match }): Refusal[] => {
    const field = fieldFor('offices', text);
    if (match.kind === 'sure') return [];
    if (match.kind === 'doubtful')
      return [{ field, text: words.doubtfulOffice(text, titleOf(match.office), match.office) }];
    const wrong = [...said].find(([of]) => plainName(of) === plainName(text))?.[1];
    return [{ field, text: wrong === undefined ? words.unknownOffice(text, ids) : words.noSuchOffice(wrong) }];
  });
  const strays = [...said.keys()].filter((of) => !written.some(({ text }) => plainName(text) === plainName(of)));
  return [...doubts, ...strays.map((of) => ({ field: fieldFor('offices', of), text: words.strayOffice(of) }))];
}

/** What was said, as the next import is to know it. */
export function choicesOf({ columns, offices }: Pick<OwnSent, 'columns' | 'offices'>, exercise: number): LoggedChoices {
  const relative = (text: string) => text.replace(/(?:19|20)\d\d$/, (year) => `+${Number(year) - exercise}`);
  return {
    columns: [...columns].map(([heading, text]) => [headingKey(heading, exercise), relative(text)]),
    offices: [...offices].map(([text, id]) => [plainName(text), id]),
  };
}
