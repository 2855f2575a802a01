import type { Context, Handler } from 'hono';
import { logLines } from '../../../office/exports.js';
import { logReader } from '../../../register/log-reader.js';
import { stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { logChoices, logFound, logPage, WHOLE_LOG } from '../../../register/reading/log-page.js';
import { planShown } from '../../../register/reading/plan.js';
import { logPageWords as words } from '../../../words/log-page.js';
import { type Filter, type Filtered, filteredIn } from '../kit/filter/filter.js';
import { FilterForm } from '../kit/filter/filters.js';
import { type Frame, frameOf, still } from '../kit/frame.js';
import { placesOf } from '../kit/model/plan-places.js';
import { Icon } from '../kit/parts/icon.js';
import { cyclePath } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { forbidden, Problems } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { takesAway } from '../kit/table/table-file.js';
import { allows } from '../kit/viewer.js';
import { logFilters, type Narrowing } from './log-filters.js';
import { type LogRow, LogTable } from './log-table.js';

/** Below the address of a cycle. */
export const LOG_PATH = '/registro';
const PAGE_SIZE = 100;

/**
 * Who did what when in a cycle, the latest first, for who may see the log. Taken away it is whole, from the first line, as
 * far as the filters go.
 */
export function log({ deps, assets }: Site): Handler {
  return async (c) => {
    if (!allows(c, 'export-log')) return forbidden({ deps, assets }, c);
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db, schema } = deps.register;
    const reader = await logReader(db, cycle, allows(c, 'read-individual'));
    const [choices, steps, directory, plan] = await Promise.all([
      logChoices(db, reader),
      stepRows(db, cycle.id),
      directoryOf(db, cycle.entity, frame.today),
      planShown(db, cycle.entity, cycle.exercise),
    ]);
    const titles = new Map(steps.map((step) => [step.id, step.planned.title]));
    const filters = logFilters({ ...choices, titles, directory });
    const filtered = filteredIn(c, filters);
    const search = Object.assign({ ...WHOLE_LOG }, ...filtered.narrowings);
    const page = pageIn(c);
    const { total, lines } = takesAway(c)
      ? await logFound(db, reader, search).then((found) => ({ total: found.length, lines: found }))
      : await logPage(db, reader, search, { page, size: PAGE_SIZE });
    const ref = { space: schema, entity: cycle.entity, exercise: cycle.exercise };
    const said = await logLines(db, ref, lines);
    const rows = lines.flatMap((record, at) => {
      const line = said[at];
      return line === undefined ? [] : [{ record, line }];
    });
    const codes = new Set(plan === undefined ? [] : placesOf(plan.plan).map(({ indicator }) => indicator.code));
    return answer(c, <LogPage {...{ frame, cycle, filters, filtered, page, total, rows, titles, directory, codes }} />);
  };
}

const pageIn = (c: Context): number => {
  const asked = Number(c.req.query('pagina') ?? '1');
  return Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
};

interface LogPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly filters: readonly Filter<Narrowing>[];
  readonly filtered: Filtered<Narrowing>;
  readonly page: number;
  readonly total: number;
  readonly rows: readonly LogRow[];
  readonly titles: ReadonlyMap<string, string>;
  readonly directory: Directory;
  /** Codes of the plan's indicators. */
  readonly codes: ReadonlySet<string>;
}

function LogPage(props: LogPageProps) {
  const { frame, cycle, filters, filtered, rows, total } = props;
  return (
    <PlanningPage frame={still(frame)} cycle={cycle} view="log" title={words.title(cycle.exercise)}>
      <p class="lead">{words.lead}</p>
      {filtered.problems.length > 0 && <Problems title={words.wrong} of={filtered.problems} />}
      <FilterForm action={cyclePath(cycle, LOG_PATH)} {...{ filters, filtered, words }} />
      <p>{rows.length === 0 && total === 0 ? words.noMatch : words.count(total)}</p>
      <LogTable {...props} />
      <Pager {...props} />
    </PlanningPage>
  );
}

function Pager({ frame, cycle, page, total }: LogPageProps) {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (pages === 1 && page === 1) return null;
  const at = (number: number): string => {
    const query = new URL(frame.path, 'http://console').searchParams;
    query.set('pagina', String(number));
    return `${cyclePath(cycle, LOG_PATH)}?${query}`;
  };
  return (
    <nav class="ciclo-pages" aria-label={words.pages}>
      {page > 1 && (
        <a href={at(Math.min(page - 1, pages))} rel="prev">
          <Icon assets={frame.assets} name="it-arrow-left" size="xs" /> {words.newer}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {words.older} <Icon assets={frame.assets} name="it-arrow-right" size="xs" />
        </a>
      )}
    </nav>
  );
}
