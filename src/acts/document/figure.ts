import { err, ok } from '../../domain/result.js';
import { pictureSize } from '../../files/picture.js';
import { addFigure as keepFigure } from '../../register/drafting-files.js';
import { draftingWords as words } from '../../words/drafting.js';
import { kept } from '../act.js';
import { files } from '../readers.js';
import { aDraft, colleagues, type DraftSubject, notWriting } from './subjects.js';

const PICTURES: readonly string[] = ['image/png', 'image/jpeg'];

/** Keeps a picture for the texts of a document, which name it by its short name. */
export const addFigure = kept({
  verb: 'add-figure',
  path: 'figura',
  resource: 'figures',
  scope: 'act',
  on: aDraft,
  fields: { file: files(1) },
  gives: { figure: 'text' },
  words: {
    title: 'Allega una figura',
    does: 'Allega un’immagine a un documento, da richiamare nei testi delle sezioni',
    submit: 'Allega',
    fields: { file: { page: 'figura', value: 'file', label: 'Immagine', hint: 'PNG o JPEG.' } },
    done: ({ figure }) => `Figura allegata. Nel testo: ![che cosa mostra](figura:${figure} "didascalia")`,
  },
  may: colleagues,
  notNow: (subject: DraftSubject) => notWriting(subject),
  keep: async (tx, { actor, at, subject: { draft } }, { file: sent }) => {
    const [file] = sent;
    if (file === undefined) return err([{ field: 'file', text: words.noFile }]);
    const size = PICTURES.includes(file.mime) ? pictureSize(file.bytes) : undefined;
    if (size === undefined) return err([{ field: 'file', text: words.noFigure(file.name) }]);
    const by = { uploadedBy: actor.person, ...(actor.actingFor !== undefined && { actingFor: actor.actingFor }), at };
    return ok({ figure: await keepFigure(tx, draft, { ...file, ...by }, size) });
  },
  logs: ({ subject: { draft } }, _, { figure }) => ({
    action: 'figure-added',
    subject: draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document, figure },
  }),
});
