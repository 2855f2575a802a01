import { err, ok } from '../../domain/result.js';
import { faultsOfSurvey } from '../../domain/voices/survey.js';
import { addSurvey } from '../../register/surveys.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { day, line, text, whole } from '../readers.js';
import { aBody } from '../subject.js';
import { AT_FIELD } from './surveying.js';

const MOST_PEOPLE = 9_999_999;

/** Puts a survey on record once it is over: what it asked follows, question by question. */
export const recordSurvey = kept({
  verb: 'record-survey',
  path: 'nuova-indagine',
  resource: 'surveys',
  scope: 'steer',
  on: aBody,
  fields: {
    title: line(),
    askedOf: line(),
    method: optional(text()),
    fromDay: day(),
    toDay: day(),
    asked: whole(MOST_PEOPLE),
    answered: whole(MOST_PEOPLE),
  },
  gives: { survey: 'whole' },
  words: {
    title: 'Registra un’indagine',
    does: 'Registra un’indagine tra gli stakeholder: a chi, quando, quanti hanno risposto',
    lead: 'Si registra quando è conclusa; le domande con i risultati si aggiungono dopo, una alla volta.',
    submit: 'Registra l’indagine',
    fields: {
      title: { page: 'titolo', value: 'titolo', label: 'Titolo', missing: 'manca il titolo dell’indagine' },
      askedOf: {
        page: 'interpellati-chi',
        value: 'chi',
        label: 'A chi è stata rivolta',
        hint: 'Per esempio: utenti dello sportello del Registro delle imprese.',
        missing: 'manca a chi è stata rivolta',
      },
      method: {
        page: 'metodo',
        value: 'metodo',
        label: 'Come',
        hint: 'Per esempio: questionario consegnato allo sportello.',
      },
      fromDay: { page: 'dal', option: 'from', value: 'data', label: 'Dal', missing: 'manca il primo giorno' },
      toDay: { page: 'al', option: 'to', value: 'data', label: 'Al', missing: 'manca l’ultimo giorno' },
      asked: {
        page: 'interpellati',
        value: 'quanti',
        label: 'Quanti sono stati interpellati',
        missing: 'manca quanti sono stati interpellati',
      },
      answered: {
        page: 'risposte',
        value: 'quanti',
        label: 'Quanti hanno risposto',
        missing: 'manca quanti hanno risposto',
      },
    },
    done: ({ survey }) => `L’indagine è registrata con il n. ${survey}.`,
  },
  may: steering,
  keep: async (tx, acting, values) => {
    const survey = { ...values, method: values.method ?? '' };
    const faults = faultsOfSurvey(survey, acting.today);
    if (faults.length > 0)
      return err(faults.map((one) => ({ field: AT_FIELD[one.kind], text: voiceWords.faults(one) })));
    return ok({ survey: await addSurvey(tx, { ...doing(acting), ...survey, entity: acting.subject }) });
  },
  logs: ({ subject }, { title }, { survey }) => ({
    action: 'survey-recorded',
    subject: `${subject}/${survey}`,
    detail: { reason: title },
  }),
});
