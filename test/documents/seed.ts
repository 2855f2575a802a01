import type { DocumentContent, DocumentHeading } from '../../src/documents/content.js';
import { pianoContent } from '../../src/documents/piano.js';
import { officeRole } from '../../src/domain/entity.js';
import type { Plan } from '../../src/domain/plan.js';
import { bodiesOnFile } from '../setup/bodies.js';

export const seedBodies = bodiesOnFile();

const { roles, offices } = seedBodies.entity('ccms');
const TITLES = new Map([
  ...roles.map(({ id, title }) => [id, title] as const),
  ...offices.map(({ id, title }) => [officeRole(id), title] as const),
]);

/** Title of a role or an office of the reference body. */
export const titleOf = (id: string): string => TITLES.get(id) ?? id;

/** The plan of Massa-Carrara 2016. */
export function plan(): Plan {
  const found = seedBodies.plan('ccms', 2016);
  if (found === undefined) throw new Error('the seed has no plan');
  return found;
}

export const heading = (kind: string, title = kind): DocumentHeading => ({
  kind,
  title,
  entity: seedBodies.entity('ccms').name,
  exercise: 2016,
  version: 1,
  on: '2016-01-25',
  simulated: false,
});

/** The Piano with everything the seed has beside the plan. */
export function pianoOfTheSeed(): DocumentContent {
  const calendar = seedBodies.calendar('ccms', 2016);
  if (!calendar.ok) throw new Error('the seed has no calendar');
  return pianoContent(heading('piano', 'Piano della performance 2016-2018'), plan(), {
    ...seedBodies.beside('ccms'),
    calendar: calendar.value,
    titleOf,
    about: seedBodies.body('ccms').profile.about ?? [],
    organisation: seedBodies.entity('ccms'),
  });
}
