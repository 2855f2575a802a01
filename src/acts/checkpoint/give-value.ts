import { LONGEST_ANSWER } from '../../domain/measured/longest.js';
import { err, ok } from '../../domain/result.js';
import { formOf } from '../../forms/form-of.js';
import { documentHash } from '../../register/documents.js';
import { viaNow } from '../../register/via.js';
import { givingWords } from '../../words/giving.js';
import { officerWords } from '../../words/officer.js';
import { sent } from '../act.js';
import { keyOf } from '../digest.js';
import { optional } from '../field.js';
import { files } from '../file-readers.js';
import { stepNotOpen } from '../parts.js';
import { line, measured, oneOf, text, yesNo } from '../readers.js';
import { anAnsweredIndicator, giving } from './answered-indicator.js';
import { readWritten, sendAnswers } from './written-answers.js';

const words = givingWords;

/** Gives the value of one indicator at a checkpoint, with the files that support it: on record together, or not at all. */
export const giveValue = sent({
  verb: 'give-value',
  path: 'valore',
  resource: 'values',
  scope: 'submit',
  on: anAnsweredIndicator,
  fields: {
    value: optional(measured()),
    numerator: optional(measured()),
    denominator: optional(measured()),
    reachedOn: optional(line()),
    mode: optional(oneOf(['value', 'unchanged', 'not-assessable'])),
    reason: optional(text(2, LONGEST_ANSWER.text)),
    note: optional(text(2, LONGEST_ANSWER.text)),
    cause: optional(text(2, LONGEST_ANSWER.text)),
    next: optional(text(2, LONGEST_ANSWER.text)),
    evidence: files(),
    lateReason: optional(text(2, LONGEST_ANSWER.text)),
    confirmed: yesNo(),
  },
  gives: { submission: 'whole' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      value: { page: 'valore', value: 'valore', label: words.value },
      numerator: { page: 'numeratore', value: 'numero', label: words.numerator },
      denominator: { page: 'denominatore', value: 'numero', label: words.denominator },
      reachedOn: { page: 'raggiunto', value: 'data', label: words.reachedOn },
      mode: { page: 'risposta', value: 'modo', label: words.mode },
      reason: { page: 'motivo', value: 'motivo', label: words.reason },
      note: { page: 'nota', value: 'nota', label: words.note },
      cause: { page: 'perche', value: 'perché', label: words.cause },
      next: { page: 'poi', value: 'azione', label: words.next },
      evidence: { page: 'allegati', value: 'file', label: words.evidence },
      lateReason: { page: 'motivo-ritardo', value: 'motivo', label: words.lateReason },
      confirmed: { page: 'conferma', option: 'confirm', label: words.confirmed },
    },
    done: ({ submission }) => words.done(submission),
  },
  may: giving,
  notNow: (subject) => stepNotOpen(subject),
  send: async (
    { register: { db }, actions, actor, at: moment, today, key, subject: { ref, step, indicator } },
    given,
  ) => {
    const { evidence, lateReason, ...answer } = given;
    const at = { cycle: step.cycle, checkpoint: step.id };
    const form = await formOf(db, at, actor.person, today, actor.actingFor);
    if (form === undefined) return err([{ text: officerWords.notOpen }]);
    const { answers, problems } = readWritten(form, [{ indicator, ...answer }]);
    if (problems.length > 0) return err(problems.map(({ message }) => ({ field: 'value', text: message })));
    const attached = evidence.map((file) => ({ ...file, uploadedBy: actor.person, at: moment }));
    const hashes = evidence.map(({ bytes }) => documentHash(bytes));
    // What supports the value that stands supports the next one too, as in the form.
    const there = form.rows.find(({ code }) => code === indicator)?.current?.evidence ?? [];
    const taken = await sendAnswers((submission) => actions.submit(ref, submission), {
      form,
      officer: actor.person,
      channel: viaNow()?.channel === 'command-line' ? 'terminal' : 'api',
      // The same request with another content is another form.
      key: keyOf([key, answer, hashes, lateReason]),
      answers: answers.map((one) => ({ ...one, evidence: [...new Set([...there, ...hashes])] })),
      files: attached,
      lateReason,
    });
    if (taken.ok) return ok({ submission: taken.value[0]?.submission ?? 0 });
    const { message, rows } = taken.error;
    return err([{ text: message }, ...rows.map((row) => ({ field: 'value', text: row.message }))]);
  },
});
