import type { Handler } from 'hono';
import type { Instant } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { consoleWords as words } from '../../../words/console.js';
import { cyclePath, type Frame, frameOf } from '../frame.js';
import { Layout } from '../layout.js';
import { Day } from '../parts/due.js';
import { StackTable } from '../parts/stack-table.js';
import { answer, type Site } from '../site.js';

/** The cycles in the register; when there is one, its own page. */
export function home({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const [only, ...others] = frame.cycles;
    if (only !== undefined && others.length === 0) return c.redirect(cyclePath(only));
    return answer(c, <HomePage frame={frame} />);
  };
}

function HomePage({ frame }: { frame: Frame }) {
  return (
    <Layout frame={frame} title={words.home.title}>
      <h1>{words.home.title}</h1>
      {frame.cycles.length === 0 ? (
        <p class="lead">{words.home.none}</p>
      ) : (
        <StackTable
          caption={words.home.caption}
          hideCaption
          columns={[
            { title: words.home.entity },
            { title: words.home.exercise },
            { title: words.home.status },
            { title: words.home.opened },
            { title: words.home.closed },
          ]}
          rows={frame.cycles.map((cycle) => ({
            head: <a href={cyclePath(cycle)}>{`${cycle.entityName}, ${cycle.exercise}`}</a>,
            cells: [
              cycle.exercise,
              cycle.simulated
                ? `${words.cycle.status[cycle.status]} (${words.simulated.label.toLowerCase()})`
                : words.cycle.status[cycle.status],
              <DayOf at={cycle.openedAt} />,
              <DayOf at={cycle.closedAt} />,
            ],
          }))}
        />
      )}
    </Layout>
  );
}

const DayOf = ({ at }: { at: Instant | null }) => (at === null ? <span>–</span> : <Day date={romeDate(at)} />);
