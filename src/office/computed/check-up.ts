import type { Table } from '../../documents/content.js';
import { checkUpOf } from '../../domain/context/check-up.js';
import { bodyProfile } from '../../register/body.js';
import { checkUpAnswers } from '../../register/context.js';
import { followedOf } from '../../register/follow-up.js';
import { titlesOf } from '../../register/people.js';
import { checkUpWords as words } from '../../words/context.js';
import { followUpWords } from '../../words/follow-up.js';
import { italianDay } from '../../words/format.js';
import { type ComputedPart, directly } from './part.js';

/** How far each requirement of the cycle is applied in the exercise, beside the one before, with the actions against the gaps. */
export const checkUpResults: ComputedPart = async ({ db }, { entity, exercise }) => {
  const questionnaire = (await bodyProfile(db, entity))?.checkUp;
  if (questionnaire === undefined) return [];
  const checked = checkUpOf(questionnaire, await checkUpAnswers(db, entity), exercise);
  if (checked.every(({ answer }) => answer === undefined)) return [];
  const [actions, titles] = await Promise.all([followedOf(db, entity, 'improvement'), titlesOf(db, entity)]);
  const opened = actions.filter(({ source }) => source === words.source(exercise));
  const results: Table = {
    kind: 'table',
    dataset: 'check-up',
    caption: words.title,
    columns: [
      { title: words.area, share: 2 },
      { title: words.requirement, share: 4, heads: true },
      { title: words.norm, share: 2 },
      { title: words.degree, share: 1.5 },
      { title: words.evidence, share: 3 },
      // In the first year a body answers, there is nothing beside.
      { title: words.before, share: 1.5, dataOnly: checked.every(({ beforeDegree }) => beforeDegree === undefined) },
    ],
    rows: checked.map(({ requirement, degree, answer, beforeDegree }) => ({
      cells: [
        requirement.area,
        requirement.text,
        requirement.norm,
        degree?.title ?? words.unanswered,
        answer?.evidence ?? '',
        beforeDegree?.title ?? words.noBefore,
      ],
    })),
  };
  const against: Table = {
    kind: 'table',
    dataset: 'azioni-check-up',
    caption: words.actions,
    columns: [
      { title: words.area, share: 2 },
      { title: words.action, share: 4, heads: true },
      { title: words.owner, share: 2 },
      { title: words.dueOn, share: 1.5 },
      { title: words.state, share: 1.5 },
    ],
    rows: opened.map(({ heading, text, owner, dueOn, firstDue, state }) => {
      // Of what is over nothing is due any more: the term it had is told.
      const term = dueOn ?? firstDue;
      return {
        cells: [
          heading,
          text,
          owner === null ? words.noOwner : (titles.get(owner) ?? owner),
          term === null ? words.noTerm : italianDay(term),
          state === undefined ? followUpWords.unknown : followUpWords.state[state],
        ],
      };
    }),
  };
  return directly(opened.length === 0 ? [results] : [results, against]);
};
