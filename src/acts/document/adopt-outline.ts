import { outlineChanges } from '../../domain/drafting/outline.js';
import { err, ok } from '../../domain/result.js';
import { addAdoption, adoptionOf, outlineOnFile } from '../../register/outlines.js';
import { draftingWords } from '../../words/drafting.js';
import { italianDay } from '../../words/format.js';
import type { Place } from '../act.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { aDraft, type DraftSubject, notWriting, notWritingNow, preparers } from '../draft-subjects.js';
import { actNumber, day } from '../readers.js';

const words = draftingWords.outline;

/** How the outline of the draft stands beside the one of the body's files. */
async function stands({ register: { db }, entity, subject: { draft } }: Place<DraftSubject>) {
  const [adopted, onFile] = await Promise.all([adoptionOf(db, draft), outlineOnFile(db, entity, draft.document)]);
  const said = words.stands(adopted, onFile && outlineChanges(draft.outline, onFile));
  return { version: versionOf([adopted?.at, draft.outline, onFile]), said };
}

/**
 * Puts on record the act by which the body adopts what a document consists of. While it is being written, its outline becomes the one of
 * the body's files today; what was written stays.
 */
export const adoptOutline = kept({
  verb: 'adopt-outline',
  path: 'struttura',
  resource: 'outline-adoptions',
  scope: 'act',
  on: aDraft,
  fields: { actNumber: actNumber(), actDate: day() },
  gives: { added: 'whole', gone: 'whole' },
  words: {
    title: 'Adotta la struttura del documento',
    does: 'Registra l’atto con cui l’ente adotta la struttura di un documento, o la sostituisce con quella dei suoi file',
    lead: 'La struttura del documento diventa quella dei file dell’ente, con l’atto che la adotta. I testi già scritti restano: quelli delle sezioni che escono si ritrovano se la sezione ritorna.',
    submit: 'Adotta la struttura',
    fields: {
      actNumber: {
        page: 'atto',
        value: 'numero',
        option: 'act',
        label: 'Numero dell’atto',
        missing: 'manca il numero dell’atto',
      },
      actDate: {
        page: 'giorno',
        option: 'on',
        value: 'data',
        label: 'Data dell’atto',
        missing: 'manca la data dell’atto',
      },
    },
    done: ({ added, gone }) => words.done(added, gone),
  },
  may: preparers,
  notNow: (subject: DraftSubject) => notWriting(subject),
  stands,
  keep: async (tx, { entity, actor, at, today, subject }, { actNumber: number, actDate }) => {
    const why = await notWritingNow(tx, subject);
    if (why !== undefined) return err([{ text: why }]);
    if (actDate > today) return err([{ field: 'actDate', text: words.later(italianDay(actDate)) }]);
    const { draft } = subject;
    const outline = await outlineOnFile(tx, entity, draft.document);
    if (outline === undefined) return err([{ text: words.notOnFile }]);
    const { added, gone } = outlineChanges(draft.outline, outline);
    const of = { cycle: draft.cycle, document: draft.document };
    const by = { byPerson: actor.person, actingFor: actor.actingFor ?? null, at };
    await addAdoption(tx, { ...of, outline, actNumber: number, actDate, ...by });
    return ok({ added: added.length, gone: gone.length });
  },
  logs: ({ subject: { draft } }, { actNumber: number, actDate }, { added, gone }) => ({
    action: 'outline-adopted',
    subject: draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document, actNumber: number, actDate, reason: words.done(added, gone) },
  }),
});
