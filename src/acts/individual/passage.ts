import { PASSAGE_PATHS } from '../../access/evaluation-path.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { type Passage, refusePassage, rolesFor, stageAfter } from '../../domain/individual/stages.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { sheetOf } from '../../register/reading/sheets.js';
import { addPassage, type NewPassage } from '../../register/sheets.js';
import { individualActWords } from '../../words/individual-acts.js';
import type { Acting, ActWords, Kept, Place, Standing } from '../act.js';
import { doing } from '../doing.js';
import type { Fields, Values } from '../field.js';
import { actNumber, day } from '../readers.js';
import { aSheet, notByThem, type SheetSubject, sheetSubject } from './a-sheet.js';

/** What a passage puts on record, beside that it was made. */
export type Said = Omit<NewPassage, 'passage' | 'stage'>;

type NoFacts = Readonly<Record<never, never>>;
type PassageAct<F extends Fields> = Kept<SheetSubject, F, NoFacts>;

interface Described<F extends Fields> {
  readonly passage: Passage;
  readonly verb: string;
  readonly resource: string;
  readonly fields: F;
  readonly words: ActWords<F, Record<never, never>, SheetSubject>;
  starts?(subject: SheetSubject): Readonly<Record<string, string>>;
  readonly offers?: PassageAct<F>['offers'];
  /** Made only of what the register holds now; what it writes of its own, it writes in the same transaction. */
  says(tx: Db, acting: Acting<SheetSubject>, values: Values<F>): Promise<Result<Said, readonly Refusal[]>>;
}

/** Describes one passage of the procedure as an act on a sheet: who may, when, and that it goes on record, are said by the procedure. */
export const passageAct = <const F extends Fields>({
  passage,
  says,
  starts,
  ...described
}: Described<F>): PassageAct<F> => ({
  ...described,
  path: PASSAGE_PATHS[passage],
  scope: 'act',
  on: aSheet,
  gives: {},
  may: ({ group, roles }) => rolesFor(passage, group, roles),
  starts: starts === undefined ? undefined : ({ subject }) => starts(subject),
  // A note of a talk takes nobody's place: both who had it may write one.
  stands: passage === 'note-talk' ? undefined : sheetStanding,
  keep: async (tx, acting, values) => {
    const now = await asItStands(tx, acting);
    if (now === undefined) return err([{ text: individualActWords.unknownSheet(String(acting.subject.sheet.id)) }]);
    const refused =
      refusePassage(now.sheet, passage, now.group.terms, acting.today) ?? notByThem(passage, now.sheet, acting.actor);
    if (refused !== undefined) return err([{ text: refused }]);
    const said = await says(tx, { ...acting, subject: now }, values);
    if (!said.ok) return said;
    const stage = stageAfter(now.sheet.stage, passage);
    await addPassage(tx, doing(acting), now.sheet.id, { ...said.value, passage, stage });
    return ok({});
  },
  // The number alone: what was said is on the sheet, for who may see it.
  logs: ({ subject: { sheet } }) => ({ action: `sheet-${passage}`, subject: sheetSubject(sheet.cycle, sheet.id) }),
});

/** Who accepts, changes or judges does it of the sheet they read: what somebody else has done of it since is asked about. */
async function sheetStanding({ register: { db }, subject }: Place<SheetSubject>): Promise<Standing> {
  const { sheet } = (await asItStands(db, { subject })) ?? subject;
  return {
    version: String(sheet.passages.at(-1)?.id ?? ''),
    said: individualActWords.standsNow(sheet.stage, sheet.versions.at(-1)?.number ?? 1),
  };
}

/** The sheet as whoever came before has left it. */
async function asItStands(
  tx: Db,
  { subject }: Pick<Acting<SheetSubject>, 'subject'>,
): Promise<SheetSubject | undefined> {
  const sheet = await sheetOf(tx, subject.sheet.cycle, subject.sheet.id);
  return sheet && { ...subject, sheet };
}

/** The act something rests on. */
export const byAct = { actNumber: actNumber(), actDate: day() };

export const byActWords = {
  actNumber: {
    page: 'atto',
    option: 'act',
    value: 'atto',
    label: 'Atto',
    hint: 'Per esempio: determinazione n. 12.',
    missing: 'manca l’atto',
  },
  actDate: {
    page: 'data',
    option: 'act-date',
    value: 'data',
    label: 'Data dell’atto',
    missing: 'manca la data dell’atto',
  },
} as const;

/** The act as it goes on record; one of a later day is refused. */
export const actOf = (
  { actNumber: number, actDate: date }: { readonly actNumber: string; readonly actDate: CivilDate },
  today: CivilDate,
): Result<NonNullable<NewPassage['act']>, readonly Refusal[]> =>
  date > today ? err([{ field: 'actDate', text: individualActWords.actLater }]) : ok({ number, date });
