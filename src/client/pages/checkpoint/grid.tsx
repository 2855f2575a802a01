import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { placeOf } from '../../../acts/place.js';
import { remind } from '../../../acts/step/remind.js';
import { treeInForce } from '../../../register/reading/checkpoint.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import {
  type GridCheckpoint,
  type GridRow,
  gridCheckpoints,
  gridForecasts,
  gridRows,
  isAwaited,
} from '../../../register/reading/grid-rows.js';
import { readingsWaiting } from '../../../register/reading/readings-waiting.js';
import { steeringWords } from '../../../words/steering.js';
import { KEY } from '../kit/act-form.js';
import { steeringActor } from '../kit/actor.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { type Filter, type Filtered, filteredIn } from '../kit/filter/filter.js';
import { FilterForm } from '../kit/filter/filters.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { ReadingsWaiting } from '../kit/parts/readings-waiting.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, GRID_PATH, MANAGE_PATH, stepPath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { SAID, SEAL } from '../kit/said.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import type { GridPageData } from './grid-data.js';
import { gridFilters, type KeepsRow } from './grid-filters.js';
import { GridTable } from './grid-table.js';
import { chooseAll, type GridView, gridView, HIDEABLE, totalsOf, viewFields } from './grid-view.js';

const words = steeringWords.grid;

/** Indicators by checkpoints: what has come, what is missing, what came back. */
export function grid(site: Site): Handler {
  return (c) => show(site, c, []);
}

/** Reminds the offices of the indicators chosen in the grid, or of all that are missing, with one mail each. */
export function remindFromGrid(site: Site): Handler {
  return async (c) => {
    const [entity, exercise] = [c.req.param('entity'), Number(c.req.param('exercise'))];
    if (entity === undefined) return c.notFound();
    if (steeringActor(c) === undefined) return forbidden(site, c);
    const data = await gridPageData(site, c);
    if (data === undefined) return c.notFound();
    const fields = await fieldsOf(c);
    const checkpoint = fields.id('monitoraggio');
    const subject = await remind.on.find(site.deps.register, { entity, exercise, name: checkpoint });
    if (subject === undefined) return c.notFound();
    const all = fields.text('tutti') !== '';
    const chosen = all ? [] : missingAt(data.rows, checkpoint).filter((code) => isChosen(fields, code));
    const draft = { chosen: new Set(chosen), text: fields.text('testo') };
    const refuse = (text: string) => show(site, c, [{ field: 'griglia', text }], draft);
    if (!all && chosen.length === 0) return refuse(words.noneSelected);
    const search = new URL(c.req.url).searchParams;
    search.set('fatto', words.reminded);
    return takeAct(
      site,
      c,
      remind,
      { place: placeOf(site.deps, entity, subject), sender: senderOf(c), instead: { indicator: chosen } },
      () => `${cyclePath(data.cycle, GRID_PATH)}?${search}`,
      ({ refusals }) =>
        refusals.length === 0 ? show(site, c, [], draft) : refuse(refusals.map(({ text }) => text).join(' ')),
    );
  };
}

const isChosen = (fields: Fields, code: string): boolean => fields.text(`i.${code}`) !== '';

const missingAt = (rows: readonly GridRow[], checkpoint: string): readonly string[] =>
  rows.filter((row) => isAwaited(row, checkpoint)).map((row) => row.indicator);

async function gridPageData({ deps, assets }: Site, c: Context): Promise<GridPageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const [checkpoints, rows, forecasts, directory, titles, waiting] = await Promise.all([
    gridCheckpoints(db, cycle.id),
    gridRows(db, cycle, allows(c, 'read-individual')),
    gridForecasts(db, cycle.id),
    directoryOf(db, cycle.entity, frame.today),
    planTitles(db, cycle),
    allows(c, 'steer') ? readingsWaiting(db, cycle) : undefined,
  ]);
  const counts = new Map(checkpoints.map((k) => [k.id, countAt(rows, k.id)]));
  return { frame, cycle, checkpoints, rows, counts, forecasts, directory, waiting, ...titles };
}

function countAt(rows: readonly GridRow[], checkpoint: string): string {
  const asked = rows.filter((row) => row.cells.has(checkpoint));
  return words.figures(asked.filter((row) => !isAwaited(row, checkpoint)).length, asked.length);
}

/** Titles of the areas, strategic objectives and perspectives of the plan, by code. */
async function planTitles(
  db: Site['deps']['register']['db'],
  { entity, exercise }: CycleName,
): Promise<Pick<GridPageData, 'areas' | 'objectives' | 'perspectives'>> {
  const tree = await treeInForce(db, entity, exercise);
  return {
    areas: new Map(tree?.areas.map(numbered)),
    objectives: new Map(tree?.areas.flatMap((area) => area.objectives.map(numbered))),
    perspectives: new Map(tree?.perspectives.map((one) => [one.id, one.title])),
  };
}

const numbered = ({ code, title }: { readonly code: string; readonly title: string }) =>
  [code, `${code}. ${title}`] as const;

/** A reminder that was written and not sent: it stands in the form again. */
interface Draft {
  readonly chosen: ReadonlySet<string>;
  readonly text: string;
}

async function show(site: Site, c: Context, problems: readonly Problem[], draft?: Draft): Promise<Response> {
  const data = await gridPageData(site, c);
  if (data === undefined) return c.notFound();
  const filters = [...gridFilters(data), ...viewFields()];
  const filtered = filteredIn(c, filters);
  const shown = data.rows.filter((row) => filtered.narrowings.every((keeps) => keeps(row)));
  return answer(
    c,
    <GridPage
      {...{ data, problems, filters, filtered }}
      text={draft?.text ?? ''}
      view={gridView(c, data, filtered, shown, draft?.chosen)}
      done={c.req.query('fatto')}
      steers={steeringActor(c) !== undefined}
    />,
    problems.length === 0 ? 200 : 422,
  );
}

interface GridPageProps {
  readonly data: GridPageData;
  readonly filters: readonly Filter<KeepsRow>[];
  readonly filtered: Filtered<KeepsRow>;
  readonly view: GridView;
  readonly problems: readonly Problem[];
  /** What was written to go with a reminder. */
  readonly text: string;
  readonly done: string | undefined;
  readonly steers: boolean;
}

function GridPage(props: GridPageProps) {
  const { data, filters, filtered, view, problems, text, done, steers } = props;
  const { frame, cycle, checkpoints } = data;
  const open = checkpoints.findLast((k) => k.state === 'collecting');
  const offices = new Set(view.rows.map((row) => row.office));
  const title = view.name === undefined ? words.title : words.view.titleOf(view.name);
  return (
    <Layout frame={frame} title={title} section="monitoring" crumbs={[cycleCrumb(cycle)]}>
      <div class="ciclo-title ciclo-title-close">
        <h1>{title}</h1>
        {checkpoints.length > 0 && (
          <p>{`${words.lead(view.rows.length, data.rows.length, offices.size)} ${words.totals(totalsOf(data, view.rows))}`}</p>
        )}
      </div>
      <Saved text={done} />
      <ReadingsWaiting cycle={cycle} waiting={data.waiting} />
      {problems.length > 0 && <Problems title={steeringWords.errors} of={problems} />}
      {checkpoints.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <>
          <FilterForm action={cyclePath(cycle, GRID_PATH)} {...{ filters, filtered, words }} compact>
            <HiddenColumns {...{ data, view }} />
          </FilterForm>
          {view.rows.length > 0 && open !== undefined && steers ? (
            <form method="post" action={`${cyclePath(cycle, `${GRID_PATH}/sollecito`)}${queryOf(frame)}`}>
              <input type="hidden" name={KEY} value={randomUUID()} />
              <input type="hidden" name="monitoraggio" value={open.id} />
              <BulkBar {...{ open, cycle, frame, text }} missing={missingAt(view.rows, open.id).length} />
              <GridTable {...data} {...{ view, open }} />
            </form>
          ) : (
            <GridTable {...data} {...{ view }} open={undefined} />
          )}
        </>
      )}
    </Layout>
  );
}

/** The filters stay when a form of the page is sent. */
function queryOf(frame: Frame): string {
  const search = new URL(frame.path, 'http://console').searchParams;
  for (const name of [SAID, SEAL]) search.delete(name);
  return search.size === 0 ? '' : `?${search}`;
}

/** Which columns are not shown: every column is in the file. */
function HiddenColumns({ data: { checkpoints }, view }: { data: GridPageData; view: GridView }) {
  const columns = [
    ...HIDEABLE.map((id) => [id, words.view.columns[id]] as const),
    ...checkpoints.map((k) => [k.id, k.title] as const),
  ];
  return (
    <details class="ciclo-filter-more" open={view.hidden.size > 0}>
      <summary>{words.view.hide}</summary>
      {columns.map(([id, title]) => (
        <label>
          <input type="checkbox" name="senza" value={id} checked={view.hidden.has(id)} /> {title}
        </label>
      ))}
    </details>
  );
}

interface BulkBarProps {
  readonly open: GridCheckpoint;
  readonly missing: number;
  readonly cycle: CycleName;
  readonly frame: Frame;
  readonly text: string;
}

function BulkBar({ open, missing, cycle, frame, text }: BulkBarProps) {
  return (
    <div class="ciclo-bulk">
      <p>{words.remindHint(open.title, missing)}</p>
      {missing > 0 && (
        <>
          <a class="btn btn-outline-primary btn-sm" href={chooseAll(frame.path)}>
            {words.selectAll}
          </a>
          <button type="submit" class="btn btn-primary btn-sm">
            {words.remindSelected}
          </button>
          <button type="submit" class="btn btn-outline-primary btn-sm" name="tutti" value="1">
            {words.remindAll}
          </button>
          <a class="btn btn-outline-secondary btn-sm" href={`${stepPath(cycle, open.id)}${MANAGE_PATH}#chiusura`}>
            {words.closeNow}
          </a>
          <details class="ciclo-bulk-text" open={text !== ''}>
            <summary>{words.ownText}</summary>
            <textarea name="testo" rows={3} maxlength={1_000} aria-label={words.ownText}>
              {text}
            </textarea>
          </details>
        </>
      )}
    </div>
  );
}
