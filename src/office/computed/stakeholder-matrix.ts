import { number, paragraph, type Table } from '../../documents/content.js';
import { byEngagement, current } from '../../domain/voices/stakeholder.js';
import { stakeholdersOf } from '../../register/stakeholders.js';
import { stakeholderWords as words } from '../../words/stakeholders.js';
import { voiceWords } from '../../words/voices.js';
import { type ComputedPart, directly } from './part.js';

/** `stakeholder/matrice`: the matrix of influence and interest, field by field. */
export const stakeholderMatrix: ComputedPart = async ({ db }, { entity }) => {
  const register = current(await stakeholdersOf(db, entity));
  const fields = byEngagement(register);
  if (fields.every(({ members }) => members.length === 0)) return [];
  const unplaced = register.filter(({ influence, interest }) => influence === null || interest === null);
  const table: Table = {
    kind: 'table',
    dataset: 'matrice-stakeholder',
    caption: words.matrixTitle,
    columns: [
      { title: words.engagement, share: 2 },
      { title: words.columns.name, heads: true, share: 2 },
      { title: words.columns.influence, figures: true },
      { title: words.columns.interest, figures: true },
    ],
    rows: fields.flatMap(({ engagement, members }) =>
      members.map(({ name, influence, interest }) => ({
        cells: [voiceWords.engagement[engagement], name, number(influence), number(interest)],
      })),
    ),
  };
  return directly([
    paragraph(words.matrixLead),
    table,
    ...(unplaced.length === 0 ? [] : [paragraph(words.unplaced(unplaced.map(({ name }) => name)))]),
  ]);
};
