import { err, ok } from '../../domain/result.js';
import { saveAttachment } from '../../register/acts.js';
import { taskWords } from '../../words/task.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { files } from '../file-readers.js';
import { party, runOf } from '../parts.js';
import { actNumber, day, text } from '../readers.js';
import { aStep } from '../subject.js';

/**
 * Puts on record something that happened and concerns a step, with its files: the page of the step shows it. What comes when the step has
 * ended comes so.
 */
export const note = kept({
  verb: 'note',
  path: 'fatto',
  resource: 'notes',
  scope: 'act',
  on: aStep,
  fields: { text: text(3), on: optional(day()), actNumber: optional(actNumber()), files: files() },
  gives: {},
  words: {
    title: 'Registra un fatto nuovo',
    does: 'Registra un fatto che riguarda un’attività: resta nella sua cronologia',
    lead: 'Qualcosa che è successo e riguarda l’attività: resta nella sua cronologia, con il nome di chi lo scrive.',
    submit: 'Registra il fatto',
    fields: {
      text: { page: 'fatto', value: 'fatto', label: 'Che cosa è successo', missing: 'manca che cosa è successo' },
      on: { page: 'giorno', value: 'data', label: 'Quando (facoltativo)' },
      actNumber: { page: 'atto', option: 'act', value: 'atto', label: 'Numero dell’atto (facoltativo)' },
      files: { page: 'allegati', option: 'file', value: 'file', label: taskWords.files },
    },
    done: () => 'Il fatto è registrato.',
  },
  may: party,
  keep: async (tx, { subject, today, at, actor: { person, actingFor } }, { on, files: attached }) => {
    if (on !== undefined && on > today)
      return err([{ field: 'on', text: 'il giorno è nel futuro: si registra ciò che è già successo' }]);
    for (const file of attached)
      await saveAttachment(tx, runOf(subject), { ...file, uploadedBy: person, actingFor, at });
    return ok({});
  },
  logs: ({ subject: { step } }, { text, on, actNumber }) => ({
    action: 'step-noted',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { reason: text, on, actNumber },
  }),
});
