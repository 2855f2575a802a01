import { officeOfRole } from '../../../domain/entity.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Page } from '../page.js';
import { membersOf, STANDING_IN } from './people.js';
import type { CastDeps } from './planned.js';

/** An office that a checkpoint asks, as the page of its step lists it. */
interface SeenOffice {
  readonly office: string;
  readonly title: string;
  /** Nothing is missing and nothing is to be done again. */
  readonly complete: boolean;
}

/** The offices a checkpoint asks and somebody answers for; none before it has opened. */
export async function officesAt(deps: CastDeps, page: Page): Promise<readonly SeenOffice[]> {
  const titles = (await membersOf(deps)).flatMap(({ roles }) => [...roles]);
  const idOf = new Map(
    titles.flatMap(([role, title]) => {
      const office = officeOfRole(role);
      return office === undefined ? [] : [[plain(title), office] as const];
    }),
  );
  return page.find('section[aria-labelledby=uffici] tbody tr').flatMap((row) => {
    const [names] = row.find('th small');
    const title = (row.find('th')[0]?.text ?? '').slice(0, names === undefined ? undefined : -names.text.length).trim();
    const office = idOf.get(title);
    const complete = row.find('td')[0]?.text === words.checkpoint.complete;
    return office === undefined ? [] : [{ office, title, complete }];
  });
}

/** Codes of the indicators the page of a checkpoint lists under an office's title, in its order. */
export const codesOf = (page: Page, title: string): readonly string[] =>
  page.find('th small').flatMap(({ text }) => {
    const [code, office] = text.split(' · ');
    return code !== undefined && office === title ? [code] : [];
  });

/** A title without the absent person somebody holds it for. */
const plain = (title: string): string => title.replace(STANDING_IN, '');
