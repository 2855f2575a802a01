import { ok } from '../../domain/result.js';
import { withdrawSurvey as withdraw } from '../../register/surveys.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import { aSurvey, surveyWithdrawn } from './surveying.js';

/** Takes a survey back: it stays on record, and measures no indicator from now on. Values already collected stay. */
export const withdrawSurvey = kept({
  verb: 'withdraw-survey',
  path: 'ritiro',
  resource: 'withdrawals',
  scope: 'steer',
  on: aSurvey,
  fields: { reason: text() },
  gives: {},
  words: {
    title: 'Ritira l’indagine',
    does: 'Ritira un’indagine: resta nel registro e non misura più indicatori',
    lead: 'Resta nel registro con il motivo, e da ora non misura più indicatori. I valori già raccolti restano.',
    submit: 'Ritira',
    fields: { reason: { page: 'motivo', value: 'motivo', label: 'Perché', missing: 'manca il motivo' } },
    done: () => 'L’indagine è ritirata.',
  },
  may: steering,
  notNow: surveyWithdrawn,
  keep: async (tx, { actor, at, subject: { survey } }, { reason }) => {
    await withdraw(tx, { actor: actor.person, actingFor: actor.actingFor, at, survey: survey.id, reason });
    return ok({});
  },
  logs: ({ subject: { entity, survey } }, { reason }) => ({
    action: 'survey-withdrawn',
    subject: `${entity}/${survey.id}`,
    detail: { reason: `${survey.title}: ${reason}` },
  }),
});
