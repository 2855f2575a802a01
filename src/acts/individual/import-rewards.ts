import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { policyOf } from '../../register/cycles.js';
import { addRewardImport, lastRewardImport } from '../../register/rewards.js';
import { readRewards } from '../../sheets/read-rewards.js';
import { count } from '../../words/plural.js';
import { rewardWords as words } from '../../words/rewards.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { files } from '../file-readers.js';
import { steering } from '../parts.js';
import { aCycle } from '../subject.js';

/** Puts on record what is set aside and paid for results, by group of evaluated people, from a file. */
export const importRewards = kept({
  verb: 'import-rewards',
  path: 'importa-premi',
  resource: 'reward-imports',
  scope: 'steer',
  on: aCycle,
  fields: { file: files({ most: 1, least: 1 }) },
  gives: { groups: 'whole', again: 'yes-no' },
  words: {
    title: 'Importa gli importi dei premi',
    does: 'Registra quanto è stanziato e distribuito per i risultati, per gruppo di persone valutate, da un file CSV',
    lead: 'Il file ha tre colonne, «Gruppo», «Stanziato» e «Distribuito», e una riga per ogni gruppo del Sistema di valutazione. Gli importi sono del gruppo: quanto riceve una persona non si importa e non si conserva. Un file nuovo sostituisce quello di prima, che resta nel registro.',
    submit: 'Importa gli importi',
    fields: { file: { page: 'file', value: 'file', label: 'File CSV', missing: 'manca il file' } },
    done: ({ groups, again }) =>
      again
        ? 'Questo file è già l’ultimo importato: gli importi restano come registrati.'
        : `Importi registrati per ${count(groups, 'un gruppo', 'gruppi')}.`,
  },
  may: steering,
  stands: async ({ register, subject: { ref } }) => {
    const last = await lastRewardImport(register.db, ref.entity, ref.exercise);
    return { version: String(last?.id ?? 0), said: words.imported(last?.fileName) };
  },
  keep: async (tx, acting, { file }) => {
    const { entity, exercise } = acting.subject.ref;
    const groups = (await policyOf(tx, cycleId({ entity, exercise }))).individual?.groups;
    if (groups === undefined) return err([{ text: words.refused.noRules }]);
    const [sent] = file;
    if (sent === undefined) return err([{ field: 'file', text: 'manca il file' }]);
    const read = readRewards(sent.bytes, groups);
    if (!read.ok) return err(read.error.map((text) => ({ field: 'file', text: `${sent.name}: ${text}` })));
    const { hash: fileHash, amounts } = read.value;
    const added = await addRewardImport(tx, {
      ...doing(acting),
      ...{ entity, exercise, fileHash, fileName: sent.name, amounts },
    });
    return ok({ groups: amounts.length, again: !added });
  },
  logs: ({ subject: { id } }, { file }, { groups, again }) => ({
    action: 'rewards-imported',
    subject: file[0]?.name ?? '',
    cycle: id,
    detail: { reason: again ? 'file già importato' : `${groups} gruppi` },
  }),
});
