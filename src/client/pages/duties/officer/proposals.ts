import { carryOut } from '../../../../acts/carry-out.js';
import { proposeAction } from '../../../../acts/checkpoint/propose-action.js';
import { readFields, type WrittenIn, writtenText } from '../../../../acts/field.js';
import { placeOf } from '../../../../acts/place.js';
import type { Refusal } from '../../../../domain/refusal.js';
import type { RedRow } from '../../../../forms/red-rows.js';
import type { CorrectiveActionRecord } from '../../../../register/corrective-actions.js';
import type { Site } from '../../kit/site.js';
import type { OfficerPageData } from './page-data.js';
import { FORM_ID, textIn } from './posted.js';

/** What an officer proposes for an indicator, as it was written. */
interface Proposal {
  readonly red: RedRow;
  readonly text: string;
  readonly due: string;
  /** Version of what was proposed when the page was made. */
  readonly seen: string;
}

/** Fields as they were written, with what is wrong with them, by indicator. */
export type WrongProposals = ReadonlyMap<
  string,
  { readonly text: string; readonly due: string; readonly field: 'text' | 'due'; readonly message: string }
>;

export const textField = (code: string): string => `azione:${code}`;
export const dueField = (code: string): string => `entro:${code}`;
export const seenField = (code: string): string => `visto:${code}`;

/**
 * The proposals of a form: those whose text is new, or that come with a date.
 * @param before what is proposed so far, by indicator
 */
export const proposalsIn = (
  sent: FormData,
  rows: readonly RedRow[],
  before: ReadonlyMap<string, CorrectiveActionRecord>,
): readonly Proposal[] =>
  rows
    .map((red) => {
      const { code } = red.row;
      const [text, due] = [textIn(sent, textField(code)).trim(), textIn(sent, dueField(code)).trim()];
      return { red, text, due, seen: textIn(sent, seenField(code)) };
    })
    .filter(({ red, text, due }) => due !== '' || (text !== '' && text !== (before.get(red.row.code)?.text ?? '')));

/** Puts proposals on record, each by an act of its own. @returns what is wrong: if it can not be read, nothing is on record */
export async function propose(
  { deps }: Site,
  { duty, form }: OfficerPageData,
  sent: FormData,
  proposals: readonly Proposal[],
): Promise<WrongProposals> {
  const unreadable = proposals.flatMap((one) => {
    const read = readFields(proposeAction.fields, written(one), (name) => proposeAction.words.fields[name].missing);
    return read.ok ? [] : [wrong(one, read.error)];
  });
  if (unreadable.length > 0) return new Map(unreadable);
  const refused: (readonly [string, WrongProposals extends ReadonlyMap<string, infer W> ? W : never])[] = [];
  for (const one of proposals) {
    const { row } = one.red;
    const { entity, exercise } = duty.ref;
    const named = { entity, exercise, within: form.checkpoint, name: row.code };
    const subject = await proposeAction.on.find(deps.register, named);
    if (subject === undefined) continue;
    const who = { person: duty.person.id, actingFor: row.actingFor ?? null };
    const asked = { ...placeOf(deps, entity, subject), ...who, key: textIn(sent, FORM_ID), seen: one.seen };
    const done = await carryOut(proposeAction, asked, written(one));
    if (!done.ok) refused.push(wrong(one, done.error.refusals));
  }
  return new Map(refused);
}

const written =
  ({ text, due }: Proposal): WrittenIn =>
  (name) =>
    writtenText(name === 'text' ? text : due);

const wrong = ({ red: { row }, text, due }: Proposal, refusals: readonly Refusal[]) => {
  const field = refusals.every((one) => one.field === 'due') ? ('due' as const) : ('text' as const);
  return [row.code, { text, due, field, message: refusals.map((one) => one.text).join('; ') }] as const;
};
