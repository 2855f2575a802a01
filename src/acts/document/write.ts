import { err, ok } from '../../domain/result.js';
import { dropTyped } from '../../register/drafting-typing.js';
import { saveSection } from '../../register/drafting-versions.js';
import { personById } from '../../register/people.js';
import { draftingWords as words } from '../../words/drafting.js';
import { kept } from '../act.js';
import { aSection, notWriting, notWritingNow, type SectionSubject, writers } from '../draft-subjects.js';
import { optional } from '../field.js';
import { sectionText, whole } from '../readers.js';

/**
 * Saves the text of a section. Made from a revision that is no longer the last one it is refused, and nothing of either text is lost:
 * the one that stands stays, and what was typed is kept for who typed it.
 */
export const write = kept({
  verb: 'write',
  path: 'testo',
  resource: 'texts',
  scope: 'act',
  on: aSection,
  fields: { text: optional(sectionText()), shown: whole(1_000_000) },
  gives: { revision: 'whole' },
  words: {
    title: 'Scrivi la sezione',
    does: 'Salva il testo di una sezione di un documento',
    submit: 'Salva',
    fields: {
      text: {
        page: 'testo',
        value: 'testo',
        label: 'Testo',
        hint: 'In Markdown: titoli con #, elenchi con -, tabelle con |, collegamenti, figure.',
      },
      shown: {
        page: 'revisione',
        value: 'n',
        label: 'Revisione da cui si parte',
        hint: '0 se non è ancora stato scritto nulla.',
        missing: 'manca la revisione da cui si parte',
      },
    },
    done: ({ revision }) => `Salvato: revisione ${revision}.`,
  },
  may: writers,
  notNow: (subject: SectionSubject) => notWriting(subject),
  keep: async (tx, { entity, actor, at, subject }, { text: written = '', shown }) => {
    const notNow = await notWritingNow(tx, subject);
    if (notNow !== undefined) return err([{ text: notNow }]);
    const ref = { cycle: subject.draft.cycle, document: subject.draft.document, section: subject.section.id };
    const by = { writtenBy: actor.person, actingFor: actor.actingFor };
    const saved = await saveSection(tx, ref, { text: written, shown, ...by, at });
    if (saved.ok) {
      await dropTyped(tx, ref, actor.person);
      return ok({ revision: saved.value });
    }
    if (saved.error.why === 'no-section') return err([{ text: words.noSection(subject.section.title) }]);
    const { writtenBy, revision } = saved.error.standing;
    const who = writtenBy === null ? undefined : await personById(tx, entity, writtenBy);
    return err([{ field: 'text', text: words.overtaken(who?.name ?? writtenBy ?? '', revision) }]);
  },
  logs: ({ subject: { draft, section } }, _, { revision }) => ({
    action: 'section-written',
    subject: section.title,
    cycle: draft.cycle,
    detail: { document: draft.document, section: section.id, revision },
  }),
});
