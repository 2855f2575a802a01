import type { SurveyFault } from '../../domain/voices/survey.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { type SurveyRecord, surveyOf, surveysOf } from '../../register/surveys.js';
import type { Subject } from '../subject.js';

/** A survey of the body. */
interface SurveySubject {
  readonly entity: string;
  readonly survey: SurveyRecord;
}

export const aSurvey: Subject<SurveySubject> = {
  api: '/entities/{entity}/surveys/{survey}',
  argument: { name: 'indagine', help: 'numero dell’indagine' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const id = wholeNumber(name);
    const survey = id === undefined ? undefined : await surveyOf(db, entity, id);
    return survey && { entity, survey };
  },
  names: async ({ db }, { entity }) => (await surveysOf(db, entity)).map(({ id }) => String(id)),
  unknown: (name) => `l’indagine n. ${name} non è tra quelle dell’ente`,
  title: ({ survey }) => survey.title,
  id: ({ entity, survey }) => `${entity}/survey/${survey.id}`,
};

/** Of a survey that measures nothing any more. */
export const surveyWithdrawn = ({ survey }: SurveySubject): string | undefined =>
  survey.withdrawn === null ? undefined : 'L’indagine è stata ritirata.';

/** At which field of its form each fault is said. */
export const AT_FIELD: Readonly<Record<SurveyFault['kind'], string>> = {
  'ends-before-it-begins': 'toDay',
  'not-over': 'toDay',
  'nobody-asked': 'asked',
  'more-than-asked': 'answered',
  'more-than-answered': 'answered',
  'no-scale': 'highest',
  'scale-not-wanted': 'highest',
  'scale-reversed': 'highest',
  outside: 'result',
};
