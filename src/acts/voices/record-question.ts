import { err, ok } from '../../domain/result.js';
import { faultsOfQuestion, SURVEY_UNITS } from '../../domain/voices/survey.js';
import { addQuestion } from '../../register/surveys.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { decimal, line, oneOf, whole } from '../readers.js';
import { AT_FIELD, aSurvey, surveyWithdrawn } from './surveying.js';

/** Puts on record what a question of a survey asked, and its result. */
export const recordQuestion = kept({
  verb: 'record-question',
  path: 'domanda',
  resource: 'questions',
  scope: 'steer',
  on: aSurvey,
  fields: {
    text: line(),
    unit: oneOf(SURVEY_UNITS),
    lowest: optional(decimal()),
    highest: optional(decimal()),
    result: decimal(),
    answered: optional(whole(9_999_999)),
  },
  gives: { question: 'whole' },
  words: {
    title: 'Aggiungi una domanda con il risultato',
    does: 'Registra una domanda di un’indagine con il suo risultato',
    submit: 'Aggiungi la domanda',
    fields: {
      text: { page: 'domanda', value: 'domanda', label: 'Domanda', missing: 'manca la domanda' },
      unit: {
        page: 'misura',
        value: 'misura',
        label: 'Che cos’è il risultato',
        options: voiceWords.units,
        missing: 'manca se il risultato è una percentuale o una media',
      },
      lowest: {
        page: 'minimo',
        value: 'numero',
        label: 'Minimo della scala',
        hint: 'Solo per una media, per esempio 1.',
      },
      highest: {
        page: 'massimo',
        value: 'numero',
        label: 'Massimo della scala',
        hint: 'Solo per una media, per esempio 10.',
      },
      result: {
        page: 'risultato',
        value: 'numero',
        label: 'Risultato',
        hint: 'Per esempio 87,5 oppure 7,8.',
        missing: 'manca il risultato',
      },
      answered: {
        page: 'risposte',
        value: 'quanti',
        label: 'Quanti hanno risposto a questa domanda',
        hint: 'Solo se non sono tutti quelli che hanno risposto all’indagine.',
      },
    },
    done: ({ question }) => `La domanda n. ${question} è registrata con il suo risultato.`,
  },
  may: steering,
  notNow: surveyWithdrawn,
  keep: async (tx, { actor, at, subject: { survey } }, values) => {
    const { lowest = null, highest = null, answered = null, ...rest } = values;
    const question = { ...rest, lowest, highest, answered };
    const faults = faultsOfQuestion({ ...question, number: 1 }, survey.answered);
    if (faults.length > 0)
      return err(faults.map((one) => ({ field: AT_FIELD[one.kind], text: voiceWords.faults(one) })));
    const who = { actor: actor.person, actingFor: actor.actingFor, at };
    return ok({ question: await addQuestion(tx, { ...who, ...question, survey: survey.id }) });
  },
  logs: ({ subject: { entity, survey } }, { text }, { question }) => ({
    action: 'survey-question-recorded',
    subject: `${entity}/${survey.id}/${question}`,
    detail: { reason: text },
  }),
});
