import type { Handler } from 'hono';
import { type Relation, SHEET_PARTS, SIGHT } from '../../../access/individual-sight.js';
import { type AccessRole, accessRoles, may, PERMISSIONS } from '../../../access/roles.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../../../domain/entity.js';
import type { Capacity } from '../../../domain/who-acts.js';
import type { Db } from '../../../register/database.js';
import { holdersOn } from '../../../register/holders.js';
import { activePeople, titlesOf } from '../../../register/people.js';
import { recordersOf } from '../../../register/reading/people.js';
import { peopleWords } from '../../../words/people.js';
import { sightWords as words } from '../../../words/sight.js';
import { BodyPage, bodyPageData } from '../kit/body-frame.js';
import { PEOPLE_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

/** Somebody in service, with what they may see and do. */
interface Line {
  readonly name: string;
  readonly is: readonly string[];
  readonly roles: ReadonlySet<AccessRole>;
}

/** Who may see and do what, by the tables that decide it: to who steers or administers the body. */
export function sight(site: Site): Handler {
  return async (c) => {
    if (!allows(c, 'administer')) return forbidden(site, c);
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const lines = await linesOn(site.deps.register.db, data.entity.id, data.frame.today);
    const under = { title: peopleWords.title };
    return answer(
      c,
      <BodyPage data={data} view={PEOPLE_PATH} title={words.title} lead={words.lead} under={under}>
        <DataTable
          name="chi-vede"
          caption={words.title}
          hideCaption
          columns={[
            text(words.person, ({ name }) => name),
            text(words.is, ({ is }) => is.join('; ') || words.nothing),
            ...PERMISSIONS.map((permission) =>
              text(words.permissions[permission], ({ roles }) => yesOrNo(may(roles, permission))),
            ),
          ]}
          rows={lines}
        />
        <h2>{words.meaning}</h2>
        <dl>
          {PERMISSIONS.map((permission) => (
            <>
              <dt>{words.permissions[permission]}</dt>
              <dd>{words.permissionHints[permission]}</dd>
            </>
          ))}
        </dl>
        <p>{words.ofStep}</p>
        <h2>{words.sheets.title}</h2>
        <p>{words.sheets.lead}</p>
        <DataTable
          name="chi-vede-schede"
          caption={words.sheets.title}
          hideCaption
          columns={[
            relation(words.sheets.relation, (one) => words.sheets.relations[one]),
            ...SHEET_PARTS.map((part) =>
              relation(words.sheets.parts[part], (one) => yesOrNo(SIGHT[one].includes(part))),
            ),
          ]}
          rows={RELATIONS}
        />
      </BodyPage>,
    );
  };
}

const { text } = columnsOf<Line>();
const { text: relation } = columnsOf<Relation>();

// The keys of a record of relations are relations.
const RELATIONS = Object.keys(SIGHT) as readonly Relation[];

const yesOrNo = (allowed: boolean): string => (allowed ? words.yes : words.no);

/** Where an office is called as a role is, the page tells them apart: one lets its people do more than the other. */
function titleOf(titles: ReadonlyMap<string, string>, role: string): string {
  const title = titles.get(role) ?? role;
  const same = [...titles].some(([other, called]) => called === title && !other.startsWith(OFFICE_PREFIX));
  return same && role.startsWith(OFFICE_PREFIX) ? words.office(title) : title;
}

/** Everybody in service by name, with what they act as on a day. */
async function linesOn(db: Db, entity: string, on: CivilDate): Promise<readonly Line[]> {
  const [people, titles, holders, recorders] = await Promise.all([
    activePeople(db, entity),
    titlesOf(db, entity),
    holdersOn(db, entity, on),
    recordersOf(db, entity),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const acting = new Map<string, Capacity[]>(people.map(({ id }) => [id, []]));
  for (const role of titles.keys())
    for (const { id, actingFor } of holders.of(role)) acting.get(id)?.push({ role, actingFor });
  return people
    .map(({ id, name }): Line => {
      const capacities = acting.get(id) ?? [];
      const said = ({ role, actingFor }: Capacity): string => {
        const title = titleOf(titles, role);
        return actingFor === undefined ? title : words.actingFor(title, names.get(actingFor) ?? actingFor);
      };
      return { name, is: capacities.map(said), roles: accessRoles(capacities, recorders) };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'it'));
}
