import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { ownersIn, type SectionOutline, sectionIn } from '../domain/drafting/outline.js';
import { STEERING } from '../domain/entity.js';
import { wholeNumber } from '../domain/whole-number.js';
import type { CycleStatus } from '../register/cycle-tables.js';
import { cycleOf } from '../register/cycles.js';
import type { Db, Register } from '../register/database.js';
import { type DraftedDocument, draftedIn, draftedOf } from '../register/drafting.js';
import { type RemarkRecord, remarkById } from '../register/drafting-remarks.js';
import { type DraftStanding, draftStanding } from '../register/drafting-standing.js';
import { draftingWords as words } from '../words/drafting.js';
import type { Named, Subject } from './subject.js';

/** The draft of a document of a cycle, and where it stands. */
export interface DraftSubject {
  readonly ref: CycleRef;
  readonly draft: DraftedDocument;
  readonly standing: DraftStanding;
  readonly cycle: CycleStatus;
}

/** A section of it. */
export interface SectionSubject extends DraftSubject {
  readonly section: SectionOutline;
}

/** A remark on it. */
export interface RemarkSubject extends DraftSubject {
  readonly remark: RemarkRecord;
}

/** The draft of a document of a cycle. */
export const aDraft: Subject<DraftSubject> = {
  api: '/cycles/{entity}/{exercise}/drafts/{document}',
  argument: { name: 'documento', help: 'documento del ciclo, per esempio piano, rpp o contesto' },
  ofCycle: true,
  find: async (register, named) => await draftSubject(register, named, named.name),
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await draftedIn(db, cycleId({ entity, exercise }))).map(({ document }) => document),
  unknown: words.noDraft,
  title: ({ draft }) => draft.outline.title ?? draft.document,
  id: ({ draft }) => `${draft.cycle}/draft/${draft.document}`,
};

/** A section, by the document and its own id: `piano.presentazione`. */
export const aSection: Subject<SectionSubject> = {
  api: '/cycles/{entity}/{exercise}/sections/{section}',
  argument: { name: 'sezione', help: 'documento e sezione, per esempio piano.presentazione' },
  ofCycle: true,
  find: async (register, named) => {
    const [document = '', id = ''] = named.name.split('.');
    const found = await draftSubject(register, named, document);
    const section = found && sectionIn(found.draft.outline, id);
    return found && section && { ...found, section };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await draftedIn(db, cycleId({ entity, exercise }))).flatMap(({ document, outline }) =>
      outline.sections.map(({ id }) => `${document}.${id}`),
    ),
  unknown: words.noSection,
  title: ({ section }) => section.title,
  id: ({ draft, section }) => `${draft.cycle}/draft/${draft.document}/${section.id}`,
};

/** A remark, by its number. */
export const aRemark: Subject<RemarkSubject> = {
  api: '/cycles/{entity}/{exercise}/remarks/{remark}',
  argument: { name: 'osservazione', help: 'numero dell’osservazione' },
  ofCycle: true,
  find: async (register, named) => {
    const id = wholeNumber(named.name);
    const cycle = cycleId({ entity: named.entity, exercise: named.exercise ?? 0 });
    const remark = id === undefined ? undefined : await remarkById(register.db, cycle, id);
    const found = remark && (await draftSubject(register, named, remark.document));
    return found && remark && { ...found, remark };
  },
  names: async () => [],
  unknown: words.noRemark,
  title: ({ remark }) => `Osservazione ${remark.id}`,
  id: ({ draft, remark }) => `${draft.cycle}/remark/${remark.id}`,
};

async function draftSubject(
  { db, schema }: Register,
  { entity, exercise = 0 }: Pick<Named, 'entity' | 'exercise'>,
  document: string,
): Promise<DraftSubject | undefined> {
  const at = { cycle: cycleId({ entity, exercise }), document };
  const draft = await draftedOf(db, at);
  if (draft === undefined) return undefined;
  const [standing, cycle] = await Promise.all([draftStanding(db, at), cycleOf(db, at.cycle)]);
  return { ref: { space: schema, entity, exercise }, draft, standing, cycle: cycle?.status ?? 'planned' };
}

/** Who writes a section: its owners, and controllo di gestione. */
export const writers = ({ section }: SectionSubject): readonly string[] => [...new Set([...section.owners, STEERING])];

/** Who prepares a document: whoever owns a section of it or the step that takes it to its board, and controllo di gestione. */
export const colleagues = ({ draft, standing: { step } }: DraftSubject): readonly string[] => [
  ...new Set([
    ...ownersIn(draft.outline),
    ...(step?.planned.owners ?? []),
    ...(step?.planned.participants ?? []),
    STEERING,
  ]),
];

/** Who answers for the document as a whole: the owners of the step that takes it to its board, and controllo di gestione. */
export const preparers = ({ standing: { step } }: DraftSubject): readonly string[] => [
  ...new Set([...(step?.planned.owners ?? []), STEERING]),
];

/** Why nothing is written in it now. */
export const notWriting = ({ standing, cycle }: Pick<DraftSubject, 'standing' | 'cycle'>): string | undefined => {
  if (cycle === 'closed' || cycle === 'cancelled') return words.closed;
  if (standing.phase === 'with-board') return words.withBoard;
  return standing.phase === 'approved' && !standing.amendable ? words.approved : undefined;
};

/** The same as it stands by now: somebody may have transmitted it since the page was shown. */
export async function notWritingNow(tx: Db, { draft, cycle }: DraftSubject): Promise<string | undefined> {
  return notWriting({ standing: await draftStanding(tx, draft), cycle });
}
