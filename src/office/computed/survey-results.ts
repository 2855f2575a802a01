import { number, percent, type Table } from '../../documents/content.js';
import { responseRate } from '../../domain/voices/survey.js';
import { surveysOf } from '../../register/surveys.js';
import { italianDay } from '../../words/format.js';
import { surveyWords as words } from '../../words/surveys.js';
import { voiceWords } from '../../words/voices.js';
import { type ComputedPart, directly } from './part.js';

/** `stakeholder/indagini`: surveys that ended in the two years before the exercise, with how many answered and what. */
export const surveyResults: ComputedPart = async ({ db }, { entity, exercise }) => {
  const [from, to] = [`${exercise - 2}-01-01`, `${exercise - 1}-12-31`];
  const surveys = (await surveysOf(db, entity)).filter(
    ({ withdrawn, toDay }) => withdrawn === null && toDay >= from && toDay <= to,
  );
  if (surveys.length === 0) return [];
  const { columns } = words;
  const table: Table = {
    kind: 'table',
    dataset: 'indagini',
    caption: words.title,
    columns: [
      { title: columns.title, heads: true, share: 2 },
      { title: columns.askedOf, share: 2 },
      { title: columns.period },
      { title: columns.asked, figures: true },
      { title: columns.answered, figures: true },
      { title: columns.rate, figures: true },
      { title: columns.question, share: 2 },
      { title: columns.result, figures: true },
    ],
    rows: surveys.flatMap((survey) => {
      const own = [
        survey.title,
        survey.askedOf,
        words.period(italianDay(survey.fromDay), italianDay(survey.toDay)),
        number(survey.asked),
        number(survey.answered),
        percent(responseRate(survey)),
      ];
      if (survey.questions.length === 0) return [{ cells: [...own, '', ''] }];
      return survey.questions.map((question) => ({ cells: [...own, question.text, voiceWords.result(question)] }));
    }),
  };
  return directly([table]);
};
