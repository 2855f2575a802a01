import type { Context, Handler } from 'hono';
import {
  type AskedSubstitution,
  recordSubstitution as recordSubstitutionOf,
  scopesOf,
} from '../../../acts/people/substituting.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { err, ok, type Result } from '../../../domain/result.js';
import type { Db } from '../../../register/database.js';
import { peopleInService } from '../../../register/people.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { steeringActor } from '../kit/actor.js';
import { type BodyScene, bodyScene } from '../kit/body-frame.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { Layout } from '../kit/layout.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = steeringWords.substitutions;

/** Below the address of an entity. */
export const SUBSTITUTIONS_PATH = '/sostituzioni';

/** Who stands in for whom, and the form to record another. */
export function substitutions(site: Site): Handler {
  return async (c) => (steeringActor(c) === undefined ? forbidden(site, c) : show(site, c));
}

/** Records a substitution, or shows what to correct. */
export function recordSubstitution(site: Site): Handler {
  return async (c) => {
    const actor = steeringActor(c);
    const entity = c.req.param('entity');
    if (entity === undefined) return c.notFound();
    if (actor === undefined) return forbidden(site, c);
    const { db } = site.deps.register;
    const fields = await fieldsOf(c);
    const asked = { ...readForm(fields), scope: await scopeIn(db, entity, fields) };
    const recorded = await recordSubstitutionOf(db, entity, asked, actor, site.deps.clock());
    if (!recorded.ok) return show(site, c, { fields, problems: recorded.error });
    return c.redirect(bodyPath(entity, `${SUBSTITUTIONS_PATH}?registrata`), 303);
  };
}

function readForm(fields: Fields): Omit<AskedSubstitution, 'scope'> {
  const date = (name: string): Result<CivilDate, string> => {
    const parsed = parseCivilDate(fields.text(name).trim());
    return parsed.ok ? ok(parsed.value) : err(parsed.error);
  };
  return {
    absent: fields.id('assente'),
    substitute: fields.id('sostituto'),
    from: date('dal'),
    to: date('al'),
    reason: fields.text('motivo').trim(),
  };
}

/** The roles and offices ticked, among those the entity has. */
async function scopeIn(db: Db, entity: string, fields: Fields): Promise<readonly string[]> {
  return (await scopesOf(db, entity)).map(({ id }) => id).filter((id) => fields.text(`per.${id}`) !== '');
}

const substitutionsOf = (db: Db, entity: string) =>
  db
    .selectFrom('substitutes')
    .select(['id', 'absent', 'substitute', 'fromDate', 'toDate', 'scope', 'reason'])
    .where('entity', '=', entity)
    .orderBy('fromDate', 'desc')
    .orderBy('id', 'desc')
    .execute();

interface Refused {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const scene = await bodyScene(site, c);
  if (scene === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [rows, people, scopes, directory] = await Promise.all([
    substitutionsOf(db, scene.entity.id),
    peopleInService(db, scene.entity.id),
    scopesOf(db, scene.entity.id),
    directoryOf(db, scene.entity.id, scene.frame.today),
  ]);
  const saved = c.req.query('registrata') !== undefined;
  return answer(
    c,
    <SubstitutionsPage {...{ scene, rows, people, scopes, directory, refused, saved }} />,
    refused === undefined ? 200 : 422,
  );
}

interface SubstitutionsPageProps {
  readonly scene: BodyScene;
  readonly rows: Awaited<ReturnType<typeof substitutionsOf>>;
  readonly people: Awaited<ReturnType<typeof peopleInService>>;
  readonly scopes: Awaited<ReturnType<typeof scopesOf>>;
  readonly directory: Directory;
  readonly refused: Refused | undefined;
  readonly saved: boolean;
}

function SubstitutionsPage(props: SubstitutionsPageProps) {
  const { scene, rows, directory, refused, saved } = props;
  const { today } = scene.frame;
  return (
    <Layout
      frame={scene.frame}
      title={words.title}
      section="body"
      crumbs={[{ title: scene.entity.title, href: bodyPath(scene.entity.id) }]}
    >
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <p>{words.lead}</p>
      <Saved text={saved ? words.saved : undefined} />
      {refused !== undefined && <Problems title={steeringWords.errors} of={refused.problems} />}
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          name="sostituzioni"
          caption={words.title}
          hideCaption
          columns={[
            text(words.absent, ({ absent }) => directory.person(absent)),
            text(words.substitute, ({ substitute }) => directory.person(substitute)),
            text(words.period, periodText, {
              only: 'page',
              show: (row) =>
                row.fromDate <= today && today <= row.toDate ? `${periodText(row)}, ${words.now}` : periodText(row),
            }),
            day(own.from, ({ fromDate }) => fromDate, { only: 'file' }),
            day(own.to, ({ toDate }) => toDate, { only: 'file' }),
            text(words.scope, ({ scope }) =>
              scope === null ? words.everything : scope.map((id) => directory.title(id)).join('; '),
            ),
            text(words.reason, ({ reason }) => reason),
          ]}
          rows={rows}
        />
      )}
      <AddForm {...props} />
    </Layout>
  );
}

const { columns: own } = takeAwayWords;
const { text, day } = columnsOf<Awaited<ReturnType<typeof substitutionsOf>>[number]>();

const periodText = ({ fromDate, toDate }: { readonly fromDate: CivilDate; readonly toDate: CivilDate }): string =>
  `${italianDay(fromDate)} – ${italianDay(toDate)}`;

function AddForm({ people, scopes, refused }: SubstitutionsPageProps) {
  const problemOf = (field: string): string | undefined => refused?.problems.find((p) => p.field === field)?.text;
  const written = (name: string): string => refused?.fields.text(name) ?? '';
  const person = (name: 'assente' | 'sostituto', label: string) => (
    <FormField id={name} label={label} problem={problemOf(name)}>
      <select id={name} name={name} {...fieldState(name, false, problemOf(name))}>
        <option value="">{words.choose}</option>
        {people.map((p) => (
          <option value={p.id} selected={p.id === written(name)}>
            {p.name}
          </option>
        ))}
      </select>
    </FormField>
  );
  const date = (name: 'dal' | 'al', label: string) => (
    <FormField id={name} label={label} problem={problemOf(name)}>
      <input id={name} name={name} type="date" value={written(name)} {...fieldState(name, false, problemOf(name))} />
    </FormField>
  );
  return (
    <section class="ciclo-card" aria-labelledby="nuova">
      <h2 id="nuova">{words.add}</h2>
      <form class="ciclo-access" method="post" novalidate>
        {person('assente', words.absent)}
        {person('sostituto', words.substitute)}
        {date('dal', words.from)}
        {date('al', words.to)}
        <fieldset class="ciclo-scopes">
          <legend>{words.scope}</legend>
          <p>{words.scopeHint}</p>
          {scopes.map(({ id, title }) => (
            <div class="form-check">
              <input
                type="checkbox"
                id={`per-${id}`}
                name={`per.${id}`}
                value="1"
                checked={written(`per.${id}`) !== ''}
              />
              <label for={`per-${id}`}>{title}</label>
            </div>
          ))}
        </fieldset>
        <FormField id="motivo" label={words.reason} problem={problemOf('motivo')}>
          <input
            id="motivo"
            name="motivo"
            type="text"
            value={written('motivo')}
            {...fieldState('motivo', false, problemOf('motivo'))}
          />
        </FormField>
        <button type="submit" class="btn btn-primary">
          {words.submit}
        </button>
      </form>
    </section>
  );
}
