import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { consoleWords } from '../../../words/console.js';
import { actualText } from '../../../words/measure.js';
import { steeringWords } from '../../../words/steering.js';
import { type Fields, fieldsOf } from '../../access/fields.js';
import { forbidden, type Problem, Problems } from '../../access/refusals.js';
import { allows } from '../../access/viewer.js';
import { cyclePath, type Frame, frameOf, stepPath } from '../frame.js';
import { Layout } from '../layout.js';
import type { Directory } from '../model/directory.js';
import { Saved } from '../parts/saved.js';
import { as } from '../parts/table-roles.js';
import type { CycleName } from '../queries/cycles.js';
import { directoryOf } from '../queries/directory.js';
import { answer, cycleIdIn, type Site } from '../site.js';
import { steeringActor } from './actor.js';
import { CellTag } from './grid-cell.js';
import { CELL_STATES, filtered, filterIn, type GridFilter } from './grid-filter.js';
import { type GridCheckpoint, type GridRow, gridCheckpoints, gridRows } from './grid-rows.js';
import { MANAGE_PATH } from './manage.js';

const words = steeringWords.grid;

/** Below the address of a cycle. */
export const GRID_PATH = '/monitoraggi';

/** Indicators by checkpoints: what has come, what is missing, what came back. */
export function grid(site: Site): Handler {
  return (c) => show(site, c, []);
}

/** Reminds the offices of the indicators chosen in the grid, or of all that are missing, with one mail each. */
export function remindFromGrid(site: Site): Handler {
  return async (c) => {
    const actor = steeringActor(c);
    const [entity, exercise] = [c.req.param('entity'), Number(c.req.param('exercise'))];
    if (entity === undefined) return c.notFound();
    if (actor === undefined) return forbidden(site, c);
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const { db: _db, schema } = site.deps.register;
    const fields = await fieldsOf(c);
    const checkpoint = fields.id('monitoraggio');
    const all = fields.text('tutti') !== '';
    const chosen = all ? undefined : missingAt(scene.rows, checkpoint).filter((code) => isChosen(fields, code));
    if (chosen !== undefined && chosen.length === 0) {
      return show(site, c, [{ field: 'griglia', text: words.noneSelected }]);
    }
    const ref = { space: schema, entity, exercise };
    const reminded = await site.deps.actions.remind(
      ref,
      checkpoint,
      actor,
      fields.id('chiave') || randomUUID(),
      chosen,
    );
    if (!reminded.ok) return show(site, c, [{ field: 'griglia', text: reminded.error }]);
    const search = new URL(c.req.url).searchParams;
    search.set('fatto', words.reminded);
    return c.redirect(`${cyclePath(scene.cycle, GRID_PATH)}?${search}`, 303);
  };
}

const isChosen = (fields: Fields, code: string): boolean => fields.text(`i.${code}`) !== '';

const missingAt = (rows: readonly GridRow[], checkpoint: string): readonly string[] =>
  rows.filter((row) => isAwaited(row, checkpoint)).map((row) => row.indicator);

const isAwaited = (row: GridRow, checkpoint: string): boolean => {
  const state = row.cells.get(checkpoint)?.state;
  return state === 'missing' || state === 'returned';
};

interface Scene {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly checkpoints: readonly GridCheckpoint[];
  readonly rows: readonly GridRow[];
  readonly directory: Directory;
  readonly areas: ReadonlyMap<string, string>;
  readonly perspectives: ReadonlyMap<string, string>;
}

async function sceneOf({ deps, assets }: Site, c: Context): Promise<Scene | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const [checkpoints, rows, directory, titles] = await Promise.all([
    gridCheckpoints(db, cycle.id),
    gridRows(db, cycle, allows(c, 'read-individual')),
    directoryOf(db, cycle.entity, frame.today),
    planTitles(db, cycle),
  ]);
  return { frame, cycle, checkpoints, rows, directory, ...titles };
}

/** Titles of the areas and perspectives of the plan, by code. */
async function planTitles(
  db: Site['deps']['register']['db'],
  { entity, exercise }: CycleName,
): Promise<Pick<Scene, 'areas' | 'perspectives'>> {
  const row = await db
    .selectFrom('planVersions')
    .select('plan')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('status', '=', 'in-force')
    .executeTakeFirst();
  return {
    areas: new Map(row?.plan.areas.map((area) => [area.code, `${area.code}. ${area.title}`])),
    perspectives: new Map(row?.plan.perspectives.map((one) => [one.id, one.title])),
  };
}

async function show(site: Site, c: Context, problems: readonly Problem[]): Promise<Response> {
  const scene = await sceneOf(site, c);
  if (scene === undefined) return c.notFound();
  const filter = filterIn(c);
  const rows = filtered(
    scene.rows,
    filter,
    scene.checkpoints.map((k) => k.id),
  );
  return answer(
    c,
    <GridPage
      {...{ scene, filter, rows, problems }}
      done={c.req.query('fatto')}
      steers={steeringActor(c) !== undefined}
    />,
    problems.length === 0 ? 200 : 422,
  );
}

interface GridPageProps {
  readonly scene: Scene;
  readonly filter: GridFilter;
  readonly rows: readonly GridRow[];
  readonly problems: readonly Problem[];
  readonly done: string | undefined;
  readonly steers: boolean;
}

function GridPage(props: GridPageProps) {
  const { scene, rows, problems, done, steers } = props;
  const { frame, cycle, checkpoints } = scene;
  const open = checkpoints.findLast((k) => k.state === 'collecting');
  const offices = new Set(scene.rows.map((row) => row.office));
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="monitoring"
      crumbs={[{ title: consoleWords.cycle.title(cycle.exercise), href: cyclePath(cycle) }]}
    >
      <div class="ciclo-title">
        <h1>{words.title}</h1>
        {checkpoints.length > 0 && <p>{words.lead(scene.rows.length, offices.size)}</p>}
      </div>
      <Saved text={done} />
      {problems.length > 0 && <Problems title={steeringWords.errors} of={problems} />}
      {checkpoints.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <>
          <Filters {...props} />
          {rows.length === 0 ? (
            <p>{words.noMatch}</p>
          ) : open !== undefined && steers ? (
            <form method="post" action={`${cyclePath(cycle, `${GRID_PATH}/sollecito`)}${queryOf(frame)}`}>
              <input type="hidden" name="chiave" value={randomUUID()} />
              <input type="hidden" name="monitoraggio" value={open.id} />
              <BulkBar open={open} missing={missingAt(scene.rows, open.id).length} cycle={cycle} />
              <GridTable {...props} open={open} />
            </form>
          ) : (
            <GridTable {...props} open={undefined} />
          )}
        </>
      )}
    </Layout>
  );
}

/** The filters stay when a form of the page is sent. */
function queryOf(frame: Frame): string {
  const search = new URL(frame.path, 'http://console').searchParams;
  search.delete('fatto');
  return search.size === 0 ? '' : `?${search}`;
}

function BulkBar({ open, missing, cycle }: { open: GridCheckpoint; missing: number; cycle: CycleName }) {
  return (
    <div class="ciclo-bulk">
      <p>{words.remindHint(open.title, missing)}</p>
      {missing > 0 && (
        <>
          <button type="submit" class="btn btn-primary">
            {words.remindSelected}
          </button>
          <button type="submit" class="btn btn-outline-primary" name="tutti" value="1">
            {words.remindAll}
          </button>
          <a class="btn btn-outline-secondary" href={`${stepPath(cycle, open.id)}${MANAGE_PATH}#chiusura`}>
            {words.closeNow}
          </a>
        </>
      )}
    </div>
  );
}

function Filters({ scene, filter }: GridPageProps) {
  const { cycle, directory, rows, areas, perspectives } = scene;
  const codes = <T extends string | null>(of: (row: GridRow) => T): readonly string[] =>
    [...new Set(rows.map(of))].filter((code) => code !== null).toSorted();
  return (
    <form class="ciclo-filters" method="get" action={cyclePath(cycle, GRID_PATH)} aria-label={words.filters}>
      <Choice
        name="ufficio"
        label={words.office}
        all={words.all}
        chosen={filter.office}
        options={codes((row) => row.office).map((id) => [id, directory.title(`ufficio:${id}`)])}
      />
      <Choice
        name="area"
        label={words.area}
        all={words.allFeminine}
        chosen={filter.area}
        options={codes((row) => row.area).map((code) => [code, areas.get(code) ?? code])}
      />
      <Choice
        name="prospettiva"
        label={words.perspective}
        all={words.allFeminine}
        chosen={filter.perspective}
        options={codes((row) => row.perspective).map((id) => [id, perspectives.get(id) ?? id])}
      />
      <Choice
        name="stato"
        label={words.state}
        all={words.all}
        chosen={filter.state}
        options={CELL_STATES.map((state) => [state, words.states[state]])}
      />
      <button type="submit" class="btn btn-outline-primary">
        {words.apply}
      </button>
      {Object.values(filter).some((chosen) => chosen !== '') && <a href={cyclePath(cycle, GRID_PATH)}>{words.clear}</a>}
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, title: string])[];
}

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <div class="ciclo-filter">
      <label for={`filtro-${name}`}>{label}</label>
      <select id={`filtro-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(([value, title]) => (
          <option value={value} selected={value === chosen}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function GridTable({ scene, rows, open }: GridPageProps & { readonly open: GridCheckpoint | undefined }) {
  const { frame, cycle, checkpoints, directory } = scene;
  const counts = new Map(checkpoints.map((k) => [k.id, countAt(scene.rows, k.id)]));
  return (
    <table id="griglia" class="table ciclo-table ciclo-grid" {...as.table}>
      <caption class="visually-hidden" {...as.caption}>
        {words.title}
      </caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          <th scope="col" {...as.columnHeader}>
            {words.indicator}
          </th>
          <th scope="col" {...as.columnHeader}>
            {words.office}
          </th>
          <th scope="col" {...as.columnHeader}>
            {words.target}
          </th>
          {checkpoints.map((k) => (
            <th scope="col" {...as.columnHeader}>
              <a href={stepPath(cycle, k.id)}>{k.title}</a>
              <small>{`${words.checkpointState[k.state]}, ${counts.get(k.id)}`}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rows}>
        {rows.map((row) => (
          <tr {...as.row}>
            <th scope="row" {...as.rowHeader} data-label={words.indicator}>
              {open !== undefined && isAwaited(row, open.id) && (
                <input type="checkbox" name={`i.${row.indicator}`} value="1" aria-label={words.select(row.indicator)} />
              )}
              <a href={cyclePath(cycle, `/indicatori/${encodeURIComponent(row.indicator)}`)}>
                <b>{row.indicator}</b> {row.name}
              </a>
            </th>
            <td {...as.cell} data-label={words.office}>
              {directory.title(`ufficio:${row.office}`)}
            </td>
            <td {...as.cell} data-label={words.target}>
              {row.target}
            </td>
            {checkpoints.map((k) => {
              const cell = row.cells.get(k.id);
              return (
                <td {...as.cell} data-label={k.title}>
                  {cell === undefined ? (
                    words.states['not-asked']
                  ) : (
                    <div class="ciclo-grid-cell">
                      <CellTag assets={frame.assets} state={cell.state} />
                      {cell.actual !== null && <b>{actualText(cell.actual, cell.unit ?? undefined)}</b>}
                      {cell.remark !== null && <small>{words.returned(cell.remark)}</small>}
                      {open?.id === k.id && cell.actual !== null && cell.remark === null && (
                        <a
                          href={`${stepPath(cycle, k.id)}${MANAGE_PATH}?indicatore=${encodeURIComponent(row.indicator)}#restituzione`}
                          aria-label={words.giveBackOf(row.indicator)}
                        >
                          {words.giveBack}
                        </a>
                      )}
                    </div>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countAt(rows: readonly GridRow[], checkpoint: string): string {
  const asked = rows.filter((row) => row.cells.has(checkpoint));
  return words.figures(asked.filter((row) => !isAwaited(row, checkpoint)).length, asked.length);
}
