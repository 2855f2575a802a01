import { err, ok } from '../../domain/result.js';
import { saveAct } from '../../register/acts.js';
import { decisionsOf } from '../../register/decisions.js';
import { boardWords } from '../../words/board.js';
import { kept } from '../act.js';
import { files } from '../file-readers.js';
import { id } from '../readers.js';
import { ACT_FILE } from './decide.js';
import { aMatter, recorders } from './matter.js';

/** Adds a file to the act of a decision on record: the text often comes, signed, days after the sitting. */
export const attachAct = kept({
  verb: 'attach-act',
  path: 'atto',
  resource: 'acts',
  scope: 'decide',
  on: aMatter,
  fields: { decision: id(), file: files({ ...ACT_FILE, least: 1 }) },
  gives: { hash: 'text' },
  words: {
    title: boardWords.recorded.attach,
    does: 'Allega il testo dell’atto a una decisione registrata',
    submit: boardWords.recorded.attach,
    fields: {
      decision: {
        page: 'modulo',
        value: 'chiave',
        label: 'Chiave della decisione, o la sua ultima parte',
        missing: 'manca la decisione',
      },
      file: { page: 'atto', value: 'file', label: boardWords.form.file, missing: boardWords.errors.noFile },
    },
    done: () => boardWords.recorded.attached,
  },
  may: recorders,
  keep: async (tx, { subject: { step }, actor: { person, actingFor }, at }, { decision, file }) => {
    const found = (await decisionsOf(tx, step.cycle, step.id)).find(({ key }) => isCalled(key, decision));
    const [sent] = file;
    if (found === undefined || sent === undefined)
      return err([{ field: 'decision', text: boardWords.errors.noDecision }]);
    return ok({ hash: await saveAct(tx, found.key, { ...sent, uploadedBy: person, actingFor, at }) });
  },
  logs: ({ subject: { step } }, { file }, { hash }) => ({
    action: 'act-attached',
    subject: file[0]?.name ?? step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { hash },
  }),
});

/** What a decision is called by in addresses: the last part of its key. */
export const callingName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Whether a decision is meant by its key, or by the last part of it, as addresses have it. */
export const isCalled = (key: string, name: string): boolean =>
  name !== '' && (key === name || key.endsWith(`/${name}`));
