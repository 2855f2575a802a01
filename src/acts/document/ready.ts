import type { SectionState } from '../../domain/drafting/section.js';
import { err, ok } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { sectionsOf, setSectionState } from '../../register/drafting.js';
import { draftingWords as words } from '../../words/drafting.js';
import type { Acting, Place } from '../act.js';
import { kept } from '../act.js';
import { aSection, notWriting, notWritingNow, type SectionSubject, writers } from '../draft-subjects.js';

const ofASection = { scope: 'act', on: aSection, fields: {}, gives: {}, may: writers } as const;

/** Why it is neither ready nor a draft now: it is not written by anybody, or the document is not written in. */
const notNow = (subject: SectionSubject): string | undefined =>
  subject.section.content.kind === 'written' ? notWriting(subject) : words.noSection(subject.section.title);

/** Who says that a text is ready has read that text. */
const stands = async ({ register: { db }, subject }: Place<SectionSubject>) => {
  const revision = await revisionOf(db, subject);
  return { version: String(revision), said: words.stands(revision) };
};

async function revisionOf(db: Db, { draft, section }: SectionSubject): Promise<number> {
  return (await sectionsOf(db, draft)).find(({ outline }) => outline.id === section.id)?.revision ?? 0;
}

const becomes =
  (state: Exclude<SectionState, 'to-write'>) =>
  async (tx: Db, { subject }: Acting<SectionSubject>) => {
    const why = await notWritingNow(tx, subject);
    if (why !== undefined) return err([{ text: why }]);
    const { cycle, document } = subject.draft;
    const set = await setSectionState(tx, { cycle, document, section: subject.section.id }, state);
    return set ? ok({}) : err([{ text: words.empty }]);
  };

const line =
  (action: string) =>
  ({ subject: { draft, section } }: Acting<SectionSubject>) => ({
    action,
    subject: section.title,
    cycle: draft.cycle,
    detail: { document: draft.document, section: section.id },
  });

/** Says that a section is ready for the board. */
export const markReady = kept({
  ...ofASection,
  verb: 'mark-ready',
  path: 'pronta',
  resource: 'readiness',
  words: {
    title: 'Dichiara pronta la sezione',
    does: 'Dichiara pronta una sezione di un documento',
    submit: 'Dichiara pronta',
    fields: {},
    done: () => 'La sezione è pronta.',
  },
  notNow,
  stands,
  keep: becomes('ready'),
  logs: line('section-ready'),
});

/** Takes that back: it is a draft again. */
export const backToDraft = kept({
  ...ofASection,
  verb: 'back-to-draft',
  path: 'in-bozza',
  resource: 'reopenings',
  words: {
    title: 'Riporta in bozza la sezione',
    does: 'Riporta in bozza una sezione di un documento',
    submit: 'Riporta in bozza',
    fields: {},
    done: () => 'La sezione è di nuovo in bozza.',
  },
  notNow,
  stands,
  keep: becomes('draft'),
  logs: line('section-back-to-draft'),
});
