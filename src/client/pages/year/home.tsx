import type { Handler } from 'hono';
import { listEntities } from '../../../register/entities.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { type CycleStanding, standingsOf } from '../../../register/reading/standings.js';
import { seeingEveryBody } from '../../../register/sight.js';
import type { TroubleRecord } from '../../../register/troubles.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { homeWords } from '../../../words/home.js';
import { sideBySideWords } from '../../../words/side-by-side.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Icon } from '../kit/parts/icon.js';
import { Light } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { TroublesAlert } from '../kit/parts/troubles-alert.js';
import { BEGIN_PATH, bodyPath, comparisonPath, cyclePath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { lightOf } from '../kit/table/cells.js';
import type { Column } from '../kit/table/column.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { saidToViewer } from './said-at-once.js';

/** The cycles of who looks, body by body, with where each stands; when there is one, its own page. */
export function home({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const [only, ...others] = frame.cycles;
    if (only !== undefined && others.length === 0) return c.redirect(cyclePath(only));
    const ids = frame.cycles.map((cycle) => cycle.id);
    const [standings, saying, entities] = await Promise.all([
      standingsOf(deps.register.db, ids, frame.today),
      saidToViewer(c, deps.register.db, frame.today),
      only === undefined ? seeingEveryBody(() => listEntities(deps.register.db)) : [],
    ]);
    const begin = entities.filter(({ id }) => frame.viewer?.people.some(({ entity }) => entity === id) === true);
    return answer(c, <HomePage {...{ frame, standings, saying, begin }} />);
  };
}

interface HomePageProps {
  readonly frame: Frame;
  readonly standings: ReadonlyMap<string, CycleStanding>;
  /** What of the bodies of who looks is said at once. */
  readonly saying: readonly TroubleRecord[];
  /** The bodies of who looks, where no cycle has begun: what was done before is put on record there. */
  readonly begin: readonly { readonly id: string; readonly name: string }[];
}

function HomePage({ frame, standings, saying, begin }: HomePageProps) {
  const bodies = [...new Set(frame.cycles.map((cycle) => cycle.entity))];
  const late = [...standings.values()].reduce((n, standing) => n + standing.late, 0);
  return (
    <Layout frame={frame} title={words.home.title}>
      <div class="ciclo-title">
        <h1>{words.home.title}</h1>
      </div>
      {frame.cycles.length === 0 ? (
        <>
          <p class="lead">{words.home.none}</p>
          <ul>
            {begin.map(({ id, name }) => (
              <li>
                <a href={bodyPath(id, BEGIN_PATH)}>{words.home.begin(name)}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p class="lead">{homeWords.lead(bodies.length, frame.cycles.length, late)}</p>
          <p>
            <a href={comparisonPath()}>{sideBySideWords.linkHome}</a>
          </p>
          {bodies.map((entity) => (
            <Body {...{ frame, standings, saying }} cycles={frame.cycles.filter((cycle) => cycle.entity === entity)} />
          ))}
          <TableAway name="cicli" caption={words.home.title} />
        </>
      )}
    </Layout>
  );
}

interface BodyProps extends Pick<HomePageProps, 'frame' | 'standings' | 'saying'> {
  readonly cycles: readonly CycleName[];
}

function Body({ frame, standings, saying, cycles }: BodyProps) {
  const [first] = cycles;
  if (first === undefined) return null;
  const id = `ente-${first.entity}`;
  const said = saying.filter((one) => one.entity === first.entity);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/enti/${encodeURIComponent(first.entity)}`}>{first.entityName}</a>
      </h2>
      <TroublesAlert entity={first.entity} count={said.length} saying={said} />
      <DataTable
        name="cicli"
        caption={homeWords.cyclesOf(first.entityName)}
        hideCaption
        part={{ column: own.entity, value: first.entityName }}
        columns={cycleColumns(frame, standings)}
        rows={cycles}
        markOf={(cycle) => (isRunning(cycle) && (standings.get(cycle.id)?.late ?? 0) > 0 ? 'row-late' : undefined)}
      />
    </section>
  );
}

const { columns: own } = takeAwayWords;
const { count, status, day, percent, text } = columnsOf<CycleName>();

function cycleColumns(frame: Frame, standings: ReadonlyMap<string, CycleStanding>): readonly Column<CycleName>[] {
  const inFile = { only: 'file' } as const;
  const standingOf = ({ id }: CycleName) => standings.get(id);
  const nextOf = (cycle: CycleName) => (isRunning(cycle) ? (standingOf(cycle)?.next ?? undefined) : undefined);
  const resultOf = (cycle: CycleName) => {
    const result = standingOf(cycle)?.result ?? undefined;
    return result === undefined ? undefined : { ...result, achievement: result.achievement ?? undefined };
  };
  return [
    count(words.home.exercise, ({ exercise }) => exercise, {
      figures: false,
      show: (cycle) => (
        <a href={cyclePath(cycle)} aria-label={homeWords.cycleOf(cycle.entityName, cycle.exercise)}>
          {cycle.exercise}
        </a>
      ),
    }),
    status(words.home.status, statusText),
    count(homeWords.late, (cycle) => (isRunning(cycle) ? (standingOf(cycle)?.late ?? 0) : undefined), {
      figures: false,
      show: (cycle) => <Late {...{ frame, cycle }} standing={standingOf(cycle)} />,
    }),
    day(homeWords.next, (cycle) => nextOf(cycle)?.dueOn, {
      show: (cycle) => <Next cycle={cycle} standing={standingOf(cycle)} />,
    }),
    text(words.columns.step, (cycle) => nextOf(cycle)?.title, inFile),
    percent(homeWords.result, (cycle) => resultOf(cycle)?.achievement, {
      figures: false,
      show: (cycle) => <Result {...{ frame, cycle }} standing={standingOf(cycle)} />,
    }),
    status(own.light, (cycle) => lightOf(resultOf(cycle)), inFile),
    text(own.checkpoint, (cycle) => resultOf(cycle)?.checkpoint, inFile),
  ];
}

const statusText = ({ status: of, simulated }: CycleName): string =>
  simulated ? `${words.cycle.status[of]} (${words.simulated.label.toLowerCase()})` : words.cycle.status[of];

interface CellProps {
  readonly cycle: CycleName;
  readonly standing: CycleStanding | undefined;
}

const isRunning = ({ status }: CycleName): boolean => status !== 'closed' && status !== 'cancelled';

function Late({ frame, cycle, standing }: CellProps & { readonly frame: Frame }) {
  const late = standing?.late ?? 0;
  if (!isRunning(cycle)) return <>–</>;
  if (late === 0) return <>{homeWords.noneLate}</>;
  return (
    <a class="ciclo-tag ciclo-light-red" href={cyclePath(cycle)}>
      <Icon assets={frame.assets} name="it-warning-circle" size="xs" />
      {homeWords.lateCount(late)}
    </a>
  );
}

function Next({ cycle, standing }: CellProps) {
  const next = standing?.next ?? null;
  if (next === null || !isRunning(cycle)) return <>–</>;
  return (
    <span class="ciclo-actual">
      <time datetime={next.dueOn}>{italianDay(next.dueOn)}</time>
      <small>{next.title}</small>
    </span>
  );
}

function Result({ frame, cycle, standing }: CellProps & { readonly frame: Frame }) {
  const result = standing?.result ?? null;
  if (result === null) return <>{homeWords.noResult}</>;
  return (
    <span class="ciclo-actual">
      <span class="ciclo-achievement">
        <a href={cyclePath(cycle, '/cruscotto')}>{percentOrNot(result.achievement ?? undefined)}</a>
        <Light assets={frame.assets} light={result.light} />
      </span>
      <small>{result.checkpoint}</small>
    </span>
  );
}
