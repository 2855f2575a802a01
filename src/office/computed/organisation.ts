import type { Block } from '../../documents/content.js';
import { documentWords } from '../../words/documents.js';
import { type ComputedPart, directly } from './part.js';

const words = documentWords.organisation;

/** The organisation chart of the entity: its boards, its roles, its offices, as its data file has them. */
export const organisationChart: ComputedPart = async ({ bodies }, { entity }) => {
  const { roles, offices } = bodies.entity(entity);
  const titleOf = (id: string): string => roles.find((role) => role.id === id)?.title ?? id;
  const boards: Block = {
    kind: 'table',
    dataset: 'organi',
    caption: words.boards,
    columns: [
      { title: words.board, share: 3, heads: true },
      { title: words.recordedBy, share: 3 },
    ],
    rows: roles
      .filter(({ board }) => board)
      .map(({ title, recordedBy }) => ({ cells: [title, recordedBy === undefined ? '' : titleOf(recordedBy)] })),
  };
  const list: Block = {
    kind: 'list',
    title: words.offices,
    ordered: false,
    items: offices.map(({ title }) => [title]),
  };
  return directly([boards, list]);
};
