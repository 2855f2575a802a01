import { err, ok } from '../../domain/result.js';
import { addFigure as keepFigure } from '../../register/drafting-files.js';
import { draftingWords as words } from '../../words/drafting.js';
import { kept } from '../act.js';
import { aDraft, colleagues, type DraftSubject, notWriting } from '../draft-subjects.js';
import { pictures } from '../file-readers.js';

/** Keeps a picture for the texts of a document, which name it by its short name. */
export const addFigure = kept({
  verb: 'add-figure',
  path: 'figura',
  resource: 'figures',
  scope: 'act',
  on: aDraft,
  fields: { file: pictures(1) },
  gives: { figure: 'text' },
  words: {
    title: 'Allega una figura',
    does: 'Allega un’immagine a un documento, da richiamare nei testi delle sezioni',
    submit: 'Allega',
    fields: {
      file: {
        page: 'figura',
        value: 'file',
        label: 'Immagine',
        hint: 'PNG, JPEG o SVG, fino a 2 MB.',
        missing: 'manca l’immagine',
      },
    },
    done: ({ figure }) => `Figura allegata. Nel testo: ![che cosa mostra](figura:${figure} "didascalia")`,
  },
  may: colleagues,
  notNow: (subject: DraftSubject) => notWriting(subject),
  keep: async (tx, { actor, at, subject: { draft } }, { file: sent }) => {
    const [file] = sent;
    if (file === undefined) return err([{ field: 'file', text: words.noFile }]);
    const { size, ...picture } = file;
    if (size === undefined) throw new Error('a picture is looked at before the act begins');
    const by = { uploadedBy: actor.person, actingFor: actor.actingFor, at };
    return ok({ figure: await keepFigure(tx, draft, { ...picture, ...by }, size) });
  },
  logs: ({ subject: { draft } }, _, { figure }) => ({
    action: 'figure-added',
    subject: draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document, figure },
  }),
});
