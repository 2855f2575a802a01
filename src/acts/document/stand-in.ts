import { err, ok } from '../../domain/result.js';
import { putStandIn, standInOf, withdrawStandIn as takeAway } from '../../register/drafting-files.js';
import { draftingWords as words } from '../../words/drafting.js';
import { kept, type Place, type Standing } from '../act.js';
import { aDraft, type DraftSubject, notWriting, notWritingNow, preparers } from '../draft-subjects.js';
import { files } from '../file-readers.js';

const notNow = (subject: DraftSubject): string | undefined =>
  subject.draft.outline.standIn ? notWriting(subject) : words.notAllowed;

/** Which file stands in: who looked at another, or at none, is asked. */
async function stands({ register: { db }, subject: { draft } }: Place<DraftSubject>): Promise<Standing> {
  const file = await standInOf(db, draft);
  return { version: file?.hash ?? 'nessuno', said: words.standsIn(file?.name) };
}

/** Puts the body's own PDF in place of the whole document, before it is transmitted. */
export const standIn = kept({
  verb: 'stand-in',
  path: 'file',
  resource: 'stand-ins',
  scope: 'act',
  on: aDraft,
  fields: { file: files({ most: 1, least: 1 }) },
  gives: { hash: 'text' },
  words: {
    title: 'Usa il documento dell’ente',
    does: 'Mette un PDF dell’ente al posto di tutto il documento',
    lead: 'Il file va all’organo e si pubblica così com’è, al posto delle sezioni. Si può ritirare finché il documento non è trasmesso.',
    submit: 'Usa questo file',
    fields: { file: { page: 'file', value: 'file', label: 'Documento in PDF', missing: 'manca il documento in PDF' } },
    done: ({ hash }) => `Il file sostituisce il documento; impronta ${hash.slice(0, 12)}.`,
  },
  may: preparers,
  notNow,
  stands,
  keep: async (tx, { actor, at, subject }, { file: sent }) => {
    const why = await notWritingNow(tx, subject);
    if (why !== undefined) return err([{ text: why }]);
    const [file] = sent;
    if (file === undefined) return err([{ field: 'file', text: words.noFile }]);
    if (file.mime !== 'application/pdf') return err([{ field: 'file', text: words.notPdf(file.name) }]);
    const by = { uploadedBy: actor.person, actingFor: actor.actingFor, at };
    const { cycle, document } = subject.draft;
    return ok({ hash: await putStandIn(tx, { cycle, document }, { ...file, ...by }) });
  },
  logs: ({ subject: { draft } }, { file: [file] }, { hash }) => ({
    action: 'stand-in-put',
    subject: draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document, name: file?.name, hash },
  }),
});

/** Takes it back: the sections are the document again. */
export const withdrawStandIn = kept({
  verb: 'withdraw-stand-in',
  path: 'ritiro-file',
  resource: 'stand-in-withdrawals',
  scope: 'act',
  on: aDraft,
  fields: {},
  gives: {},
  words: {
    title: 'Ritira il documento dell’ente',
    does: 'Ritira il PDF che sta al posto del documento: tornano le sezioni',
    submit: 'Ritira il file',
    fields: {},
    done: () => 'Il file è ritirato: il documento si compone di nuovo dalle sezioni.',
  },
  may: preparers,
  notNow,
  stands,
  keep: async (tx, { actor, at, subject }) => {
    const why = await notWritingNow(tx, subject);
    if (why !== undefined) return err([{ text: why }]);
    const { cycle, document } = subject.draft;
    const done = await takeAway(tx, { cycle, document }, { by: actor.person, at });
    return done ? ok({}) : err([{ text: words.noStandIn }]);
  },
  logs: ({ subject: { draft } }) => ({
    action: 'stand-in-withdrawn',
    subject: draft.outline.title ?? draft.document,
    cycle: draft.cycle,
    detail: { document: draft.document },
  }),
});
