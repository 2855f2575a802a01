import type { Handler } from 'hono';
import type { CycleName } from '../../../register/reading/cycles.js';
import { type CycleStanding, standingsOf } from '../../../register/reading/standings.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { homeWords } from '../../../words/home.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Icon } from '../kit/parts/icon.js';
import { Light } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { cyclePath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';

/** The cycles of who looks, body by body, with where each stands; when there is one, its own page. */
export function home({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const [only, ...others] = frame.cycles;
    if (only !== undefined && others.length === 0) return c.redirect(cyclePath(only));
    const ids = frame.cycles.map((cycle) => cycle.id);
    const standings = await standingsOf(deps.register.db, ids, frame.today);
    return answer(c, <HomePage frame={frame} standings={standings} />);
  };
}

interface HomePageProps {
  readonly frame: Frame;
  readonly standings: ReadonlyMap<string, CycleStanding>;
}

function HomePage({ frame, standings }: HomePageProps) {
  const bodies = [...new Set(frame.cycles.map((cycle) => cycle.entity))];
  const late = [...standings.values()].reduce((n, standing) => n + standing.late, 0);
  return (
    <Layout frame={frame} title={words.home.title}>
      <div class="ciclo-title">
        <h1>{words.home.title}</h1>
      </div>
      {frame.cycles.length === 0 ? (
        <p class="lead">{words.home.none}</p>
      ) : (
        <>
          <p class="lead">{homeWords.lead(bodies.length, frame.cycles.length, late)}</p>
          {bodies.map((entity) => (
            <Body {...{ frame, standings }} cycles={frame.cycles.filter((cycle) => cycle.entity === entity)} />
          ))}
        </>
      )}
    </Layout>
  );
}

function Body({ frame, standings, cycles }: HomePageProps & { readonly cycles: readonly CycleName[] }) {
  const [first] = cycles;
  if (first === undefined) return null;
  const id = `ente-${first.entity}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/enti/${encodeURIComponent(first.entity)}`}>{first.entityName}</a>
      </h2>
      <StackTable
        caption={homeWords.cyclesOf(first.entityName)}
        hideCaption
        columns={[
          { title: words.home.exercise },
          { title: words.home.status },
          { title: homeWords.late },
          { title: homeWords.next },
          { title: homeWords.result },
        ]}
        rows={cycles.map((cycle) => {
          const standing = standings.get(cycle.id);
          return {
            head: (
              <a href={cyclePath(cycle)} aria-label={homeWords.cycleOf(cycle.entityName, cycle.exercise)}>
                {cycle.exercise}
              </a>
            ),
            cells: [
              cycle.simulated
                ? `${words.cycle.status[cycle.status]} (${words.simulated.label.toLowerCase()})`
                : words.cycle.status[cycle.status],
              <Late frame={frame} cycle={cycle} standing={standing} />,
              <Next cycle={cycle} standing={standing} />,
              <Result frame={frame} cycle={cycle} standing={standing} />,
            ],
            ...(isRunning(cycle) && (standing?.late ?? 0) > 0 ? { mark: 'row-late' } : {}),
          };
        })}
      />
    </section>
  );
}

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
