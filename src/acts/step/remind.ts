import { reminderPreview } from '../../office/reminder-preview.js';
import { steeringWords } from '../../words/steering.js';
import { type CheckedFact, type Place, sent } from '../act.js';
import { answered } from '../answered.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { anyOf, text } from '../readers.js';
import { aStep, type StepSubject } from '../subject.js';

const { check } = steeringWords.remind;

/** Mails whoever a step waits for, now. */
export const remind = sent({
  verb: 'remind',
  path: 'sollecito',
  resource: 'reminders',
  scope: 'steer',
  on: aStep,
  fields: { indicator: anyOf(), text: optional(text(4, 1_000)) },
  gives: {},
  words: {
    title: 'Sollecita ora',
    does: 'Sollecita subito chi deve provvedere',
    submit: 'Invia il sollecito',
    fields: {
      indicator: {
        page: 'indicatore',
        value: 'codice',
        label: 'Di un monitoraggio, solo gli uffici di questi indicatori',
      },
      text: {
        page: 'testo',
        value: 'testo',
        label: 'Testo da aggiungere (facoltativo)',
        hint: 'Apre il messaggio, con il nome di chi lo scrive.',
      },
    },
    done: () => 'Sollecito avviato: i messaggi partono adesso.',
  },
  may: steering,
  checks: { lead: check.lead, submit: check.submit, shows: wouldSend, without: ['text'] },
  notNow: ({ step }) =>
    step.status === 'open' || step.status === 'late'
      ? undefined
      : 'L’attività non è aperta: non c’è nessuno da sollecitare.',
  send: async ({ actions, actor, key, subject: { ref, step } }, { indicator, text: own }) =>
    answered(
      await actions.remind(ref, step.id, actor, key, indicator.length === 0 ? undefined : indicator, own),
      () => ({}),
    ),
});

/** The mail before it goes, and who would receive it. */
async function wouldSend(
  { mails, at, subject: { ref, step } }: Place<StepSubject>,
  values: Readonly<Record<string, unknown>>,
  by: string,
): Promise<readonly CheckedFact[]> {
  const { indicator, text: own } = values;
  const about = { label: check.step, value: step.planned.title };
  if (mails === undefined) return [about];
  const { recipients, mail } = await reminderPreview(mails, {
    ref,
    step: { ...step.planned, dueOn: step.dueOn },
    late: step.status === 'late',
    at,
    by,
    indicators: [indicator ?? []].flat().map(String),
    text: own === undefined ? undefined : String(own),
  });
  return [
    about,
    { label: check.recipients(recipients.length), value: recipients.length === 0 ? check.nobody : recipients },
    ...(mail === undefined
      ? []
      : [
          { label: check.subject, value: mail.subject },
          { label: recipients.length === 1 ? check.text : check.textFor(mail.to), value: mail.text },
        ]),
  ];
}
