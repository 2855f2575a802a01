import type { Handler } from 'hono';
import { AFTER_SIGN_IN, CAST_PATH, SIGN_IN_PATH } from '../../../access/paths.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { Db } from '../../../register/database.js';
import { holdersOn } from '../../../register/holders.js';
import { type Person, personById, titlesOf } from '../../../register/people.js';
import { everybodyInService } from '../../../register/reading/people.js';
import { accessWords } from '../../../words/access.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { fieldsOf } from '../kit/fields.js';
import { bareFrame, type Frame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { refusal } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { enter } from './entrance.js';

const words = accessWords.cast;

interface Member extends Person {
  /** A role and an office may have the same title. */
  readonly titles: readonly { readonly title: string; readonly roles: readonly string[] }[];
}

/** Everybody in a rehearsal, to sign in as. Elsewhere there is no such page. */
export function castPage({ deps, assets }: Site): Handler {
  return async (c) => {
    if (!deps.rehearsal) return c.notFound();
    const cast = await castOn(deps.register.db, romeDate(deps.clock()));
    return answer(c, <CastPage frame={bareFrame(deps, assets, c)} cast={cast} />);
  };
}

/** Signs in as one of the cast, only in a rehearsal. */
export function enterAs(site: Site): Handler {
  const { deps } = site;
  return async (c) => {
    if (!deps.rehearsal) return c.notFound();
    const fields = await fieldsOf(c);
    const chosen = await personById(deps.register.db, fields.id('entity'), fields.id('person'));
    if (chosen === undefined) return refusal(site, c, { title: words.title, text: words.unknown }, 422);
    await enter(c, deps, chosen.email, 'rehearsal');
    return c.redirect(AFTER_SIGN_IN, 303);
  };
}

/** Everybody in service with what they are on a day: six queries for each body, however many people it has. */
async function castOn(db: Db, on: CivilDate): Promise<readonly Member[]> {
  const people = await everybodyInService(db);
  const names = new Map(people.map((p) => [`${p.entity}/${p.id}`, p.name]));
  const held = new Map<string, Map<string, string[]>>();
  for (const entity of new Set(people.map((p) => p.entity))) {
    const [titles, holders] = await Promise.all([titlesOf(db, entity), holdersOn(db, entity, on)]);
    for (const [role, title] of [...titles].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const { id, actingFor } of holders.of(role)) {
        const key = `${entity}/${id}`;
        const said =
          actingFor === undefined ? title : words.actingFor(title, names.get(`${entity}/${actingFor}`) ?? actingFor);
        const own = held.get(key) ?? new Map<string, string[]>();
        held.set(key, own.set(said, [...(own.get(said) ?? []), role]));
      }
    }
  }
  return people.map((person) => ({
    ...person,
    titles: [...(held.get(`${person.entity}/${person.id}`) ?? [])].map(([title, roles]) => ({ title, roles })),
  }));
}

function CastPage({ frame, cast }: { frame: Frame; cast: readonly Member[] }) {
  return (
    <Layout frame={frame} title={words.title} crumbs={[{ title: accessWords.signIn.title, href: SIGN_IN_PATH }]}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {cast.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <DataTable
          name="personaggi"
          caption={words.caption}
          hideCaption
          columns={[
            text(words.person, ({ name }) => name, {
              show: ({ name, email }) => (
                <span class="ciclo-step-name">
                  <span>{name}</span>
                  <small>{email}</small>
                </span>
              ),
            }),
            text(own.email, ({ email }) => email, { only: 'file' }),
            text(words.roles, ({ titles }) => titles.map(({ title }) => title).join('; '), {
              show: ({ titles }) => (titles.length === 0 ? words.nothing : <Titles of={titles} />),
            }),
            act(words.enterHead, (member) => <Enter member={member} />),
          ]}
          rows={cast}
        />
      )}
    </Layout>
  );
}

const { columns: own } = takeAwayWords;
const { text, act } = columnsOf<Member>();

function Enter({ member: { entity, id, name } }: { readonly member: Member }) {
  return (
    <form method="post" action={CAST_PATH}>
      <input type="hidden" name="entity" value={entity} />
      <input type="hidden" name="person" value={id} />
      <button type="submit" class="btn btn-outline-primary btn-sm" aria-label={words.enter(name)}>
        {accessWords.link.enter}
      </button>
    </form>
  );
}

const Titles = ({ of }: { of: Member['titles'] }) => (
  <>
    {of.map(({ title, roles }, index) => (
      <>
        {index > 0 && '; '}
        <span data-roles={roles.join(' ')}>{title}</span>
      </>
    ))}
  </>
);
