import { CAST_PATH } from '../../../access/paths.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { Page } from '../page.js';
import { createVisitor, type Visitor } from '../visitor.js';
import type { CastDeps } from './planned.js';

/** Somebody of the cast, as the page they sign in from has them. */
export interface Member {
  readonly entity: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they act as today: role ids, `ufficio:<id>` for offices, with how the pages call each. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The page a rehearsal's visitors sign in from, with whoever has come to it. */
export async function everybody(deps: CastDeps): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const visitor = createVisitor(deps.visit, new URL(deps.consoleUrl).origin);
  return { visitor, page: await visitor.open(`${deps.consoleUrl}${CAST_PATH}`) };
}

/** Who is who does not change within a day. */
const known = new WeakMap<CastDeps, { readonly on: string; readonly members: Promise<readonly Member[]> }>();

/** The people of the body today, in order of id. */
export async function membersOf(deps: CastDeps): Promise<readonly Member[]> {
  const on = romeDate(deps.now());
  const before = known.get(deps);
  if (before?.on === on) return before.members;
  const members = everybody(deps).then(({ page }) => readMembers(page).filter((one) => one.entity === deps.ref.entity));
  known.set(deps, { on, members });
  return members;
}

function readMembers(page: Page): readonly Member[] {
  const members = page.find('tbody tr').map((row): Member => {
    const hidden = (name: string): string => row.find(`input[name=${name}]`)[0]?.attribute('value') ?? '';
    const titles = row.find('[data-roles]').map((one) => [one.attribute('data-roles') ?? '', one.text] as const);
    return {
      entity: hidden('entity'),
      id: hidden('person'),
      name: row.find('th .ciclo-step-name span')[0]?.text ?? '',
      email: row.find('th small')[0]?.text ?? '',
      roles: new Map(titles.flatMap(([ids, title]) => ids.split(' ').map((id) => [id, title] as const))),
    };
  });
  return members.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The first who holds any of the roles today. @throws Error when nobody does */
export async function firstHolder(deps: CastDeps, roles: readonly string[]): Promise<Member> {
  const members = await membersOf(deps);
  for (const role of roles) {
    const holder = members.find((member) => member.roles.has(role));
    if (holder !== undefined) return holder;
  }
  throw new Error(`nobody in ${deps.ref.entity} holds any of: ${roles.join(', ')}`);
}

/** How pages say that somebody acts for somebody absent. */
export const STANDING_IN = / \(per [^)]*\)$/;

/** The first, in order of id, of some names as pages show them: `Dalila Montefiori (per Guglielmo Tarasconi)`. */
export async function firstNamed(deps: CastDeps, names: readonly string[]): Promise<Member | undefined> {
  const plain = new Set(names.map((name) => name.replace(STANDING_IN, '')));
  return (await membersOf(deps)).find((member) => plain.has(member.name));
}
