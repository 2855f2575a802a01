import { number, type Table } from '../../documents/content.js';
import { current } from '../../domain/voices/stakeholder.js';
import { stakeholdersOf } from '../../register/stakeholders.js';
import { stakeholderWords as words } from '../../words/stakeholders.js';
import { type ComputedPart, directly } from './part.js';

/** `stakeholder/registro`: who the stakeholders are, what they expect and how they are involved. */
export const stakeholderRegister: ComputedPart = async ({ db }, { entity }) => {
  const register = current(await stakeholdersOf(db, entity));
  // Names alone say nothing that the body has made of them: the part is missing until one is described.
  if (!register.some(({ described }) => described)) return [];
  const { columns } = words;
  const table: Table = {
    kind: 'table',
    dataset: 'stakeholder',
    caption: words.registerTitle,
    columns: [
      { title: columns.name, heads: true },
      { title: columns.category },
      { title: columns.expects, share: 2 },
      { title: columns.influence, figures: true },
      { title: columns.interest, figures: true },
      { title: columns.services, share: 2 },
      { title: columns.involvement, share: 2 },
    ],
    rows: register.map((one) => ({
      cells: [
        one.name,
        one.category,
        one.expects,
        one.influence === null ? '' : number(one.influence),
        one.interest === null ? '' : number(one.interest),
        one.services,
        one.involvement,
      ],
    })),
  };
  return directly([table]);
};
