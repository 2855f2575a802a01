import type { Context, Handler } from 'hono';
import { logContent } from '../../../documents/registro.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import { romeDateTime } from '../../../domain/calendar/zone.js';
import { logLines } from '../../../office/exports.js';
import { refuseText } from '../../../register/accept.js';
import type { LogRecord } from '../../../register/log.js';
import { logReader } from '../../../register/log-reader.js';
import { stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type LogSearch, logChoices, logPage } from '../../../register/reading/log-page.js';
import { consoleWords, logSentences } from '../../../words/console.js';
import { documentWords } from '../../../words/documents.js';
import { italianMoment } from '../../../words/format.js';
import { logPageWords as words } from '../../../words/log-page.js';
import { type Frame, frameOf, still } from '../kit/frame.js';
import { logLine } from '../kit/model/log-line.js';
import { FilterChoice } from '../kit/parts/filter-choice.js';
import { Icon } from '../kit/parts/icon.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { TakeAwayLinks } from '../kit/parts/take-away-links.js';
import { cyclePath, indicatorPath, stepPath } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { AWAY_FORMS, formNamed, headingNow, takenAway } from '../kit/take-away.js';
import { allows } from '../kit/viewer.js';

/** Below the address of a cycle. */
export const LOG_PATH = '/registro';
const PAGE_SIZE = 100;
/** Name of the log's table, and of the file it is taken away as. */
const TABLE = 'registro';

/** Who did what when in a cycle, the latest first, for who may see the log. */
export function log({ deps, assets }: Site): Handler {
  return async (c) => {
    if (!allows(c, 'export-log')) return forbidden({ deps, assets }, c);
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const { search, problems } = searchIn(c);
    const reader = await logReader(db, cycle, allows(c, 'read-individual'));
    const page = pageIn(c);
    const [found, choices, steps, directory] = await Promise.all([
      logPage(db, reader, search, { page, size: PAGE_SIZE }),
      logChoices(db, reader),
      stepRows(db, cycle.id),
      directoryOf(db, cycle.entity, frame.today),
    ]);
    const titles = new Map(steps.map((step) => [step.id, step.planned.title]));
    return answer(c, <LogPage {...{ frame, cycle, search, problems, page, ...found, choices, titles, directory }} />);
  };
}

/** The whole log of a cycle as a table, in the form asked. */
export function exportLog({ deps, assets }: Site): Handler {
  return async (c) => {
    if (!allows(c, 'export-log')) return forbidden({ deps, assets }, c);
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    const form = formNamed(TABLE, c.req.param('file'));
    if (cycle === undefined || form === undefined) return c.notFound();
    const { db, schema } = deps.register;
    const ref = { space: schema, entity: cycle.entity, exercise: cycle.exercise };
    const lines = await logLines(db, ref, await logReader(db, cycle, allows(c, 'read-individual')));
    const title = `${documentWords.titles.registro ?? ''} ${cycle.exercise}`;
    const content = logContent(headingNow(frame, cycle, TABLE, title), lines);
    return takenAway(c, content, TABLE, form, words.fileName(cycle.entity, cycle.exercise, form));
  };
}

function searchIn(c: Context): { readonly search: LogSearch; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const text = (name: string): string => {
    const written = c.req.query(name)?.trim() ?? '';
    return refuseText(written) === undefined ? written : '';
  };
  const date = (name: 'dal' | 'al') => {
    const written = text(name);
    if (written === '') return undefined;
    const read = parseCivilDate(written);
    if (read.ok) return read.value;
    problems.push({ field: name, text: words.wrongDate(written.slice(0, 40)) });
    return undefined;
  };
  const [from, to] = [date('dal'), date('al')];
  return {
    search: {
      person: text('persona'),
      step: text('attivita'),
      indicator: text('indicatore'),
      action: text('operazione'),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    problems,
  };
}

const pageIn = (c: Context): number => {
  const asked = Number(c.req.query('pagina') ?? '1');
  return Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
};

interface LogPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly search: LogSearch;
  readonly problems: readonly Problem[];
  readonly page: number;
  readonly total: number;
  readonly lines: readonly LogRecord[];
  readonly choices: { readonly people: readonly string[]; readonly actions: readonly string[] };
  readonly titles: ReadonlyMap<string, string>;
  readonly directory: Directory;
}

function LogPage(props: LogPageProps) {
  const { frame, cycle, problems, lines, total } = props;
  return (
    <PlanningPage frame={still(frame)} cycle={cycle} view="log" title={words.title(cycle.exercise)}>
      <p class="lead">{words.lead}</p>
      {problems.length > 0 && <Problems title={words.wrong} of={problems} />}
      <Filters {...props} />
      <p>{lines.length === 0 && total === 0 ? words.noMatch : words.count(total)}</p>
      {lines.length > 0 && <Lines {...props} />}
      <Pager {...props} />
      <section aria-labelledby="esporta">
        <h2 id="esporta">{words.export}</h2>
        <p>{words.exportLead}</p>
        <TakeAwayLinks
          assets={frame.assets}
          forms={AWAY_FORMS}
          hrefOf={(form) => cyclePath(cycle, `${LOG_PATH}/${TABLE}.${form}`)}
        />
      </section>
    </PlanningPage>
  );
}

function Filters({ cycle, search, choices, titles, directory }: LogPageProps) {
  const people = choices.people
    .map((id): [string, string] => [id, id === 'sistema' ? consoleWords.stepPage.system : directory.person(id)])
    .toSorted((a, b) => a[1].localeCompare(b[1], 'it'));
  const actions = choices.actions
    .map((id): [string, string] => [id, logSentences[id] ?? id])
    .toSorted((a, b) => a[1].localeCompare(b[1], 'it'));
  const chosen = Object.values(search).some((value) => value !== '');
  return (
    <form class="ciclo-filters" method="get" action={cyclePath(cycle, LOG_PATH)} aria-label={words.filters}>
      <FilterChoice
        id="persona"
        name="persona"
        all={words.everybody}
        label={words.person}
        chosen={search.person}
        options={people}
      />
      <FilterChoice
        id="attivita"
        name="attivita"
        all={words.everybody}
        label={words.step}
        chosen={search.step}
        options={[...titles]}
      />
      <FilterChoice
        id="operazione"
        name="operazione"
        all={words.everybody}
        label={words.action}
        chosen={search.action}
        options={actions}
      />
      <Written name="indicatore" label={words.indicator} type="text" value={search.indicator} />
      <Written name="dal" label={words.from} type="date" value={search.from ?? ''} />
      <Written name="al" label={words.to} type="date" value={search.to ?? ''} />
      <button type="submit" class="btn btn-outline-primary">
        {words.apply}
      </button>
      {chosen && <a href={cyclePath(cycle, LOG_PATH)}>{words.clear}</a>}
    </form>
  );
}

function Written({ name, label, type, value }: { name: string; label: string; type: 'text' | 'date'; value: string }) {
  return (
    <div class="ciclo-filter">
      <label for={name}>{label}</label>
      <input id={name} name={name} type={type} value={value} />
    </div>
  );
}

function Lines({ cycle, lines, titles, directory }: LogPageProps) {
  return (
    <StackTable
      caption={words.title(cycle.exercise)}
      hideCaption
      columns={[{ title: words.when }, { title: words.what }, { title: words.step }, { title: words.who }]}
      rows={lines.map((record) => {
        const title = record.step === null ? undefined : titles.get(record.step);
        const line = logLine(record, directory, title ?? '');
        return {
          head: <time datetime={romeDateTime(record.at).date}>{italianMoment(record.at)}</time>,
          cells: [
            <span class="ciclo-actual">
              <span>
                {line.what}
                {line.subject !== undefined && line.subject !== cycle.id && (
                  <>
                    {': '}
                    <Subject cycle={cycle} subject={line.subject} />
                  </>
                )}
              </span>
              <Facts of={[...line.facts, ...valuesIn(record)]} />
            </span>,
            record.step === null || title === undefined ? '–' : <a href={stepPath(cycle, record.step)}>{title}</a>,
            line.onBehalfOf === undefined
              ? line.who
              : `${line.who}, ${consoleWords.stepPage.onBehalf(line.onBehalfOf)}`,
          ],
        };
      })}
    />
  );
}

const Facts = ({ of }: { of: readonly string[] }) => (of.length === 0 ? null : <small>{of.join('; ')}</small>);

/** How many values a form brought. */
function valuesIn({ detail }: LogRecord): readonly string[] {
  const codes: unknown = Reflect.get(detail, 'indicators');
  return Array.isArray(codes) && codes.length > 0 ? [words.values(codes.length)] : [];
}

/** What it was done to: a way to its page when it is an indicator. */
function Subject({ cycle, subject }: { cycle: CycleName; subject: string }) {
  return /^\d+\.\d+\.\d+-\w+$/.test(subject) ? (
    <a href={indicatorPath(cycle, subject)}>{subject}</a>
  ) : (
    <span>{subject}</span>
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
