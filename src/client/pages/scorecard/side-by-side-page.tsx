import type { Handler } from 'hono';
import type { CycleName } from '../../../register/reading/cycles.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { sideBySideWords as words } from '../../../words/side-by-side.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { comparisonPath, cyclePath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { cycleTitle, lastWithResults, type SidesFound, sidesOf } from './side-by-side.js';
import { IndicatorTables, TotalsTable } from './side-by-side-tables.js';

/** In the address: the two cycles, `ccms/2016`, and the day of the year their results are of, `04-30`. */
const ASKED = { first: 'primo', second: 'secondo', moment: 'al' } as const;

/** Two exercises, or two bodies, side by side. Of a cycle that who asks may not read nothing is said, not even that it is there. */
export function sideBySide({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const { cycles } = frame;
    const asked = [ASKED.first, ASKED.second].map((name) => c.req.query(name));
    const named = asked.map((id) => cycles.find((cycle) => cycle.id === id));
    if (asked.some((id, i) => id !== undefined && named[i] === undefined)) return c.notFound();
    const first = named[0] ?? (await lastWithResults(deps.register.db, cycles)) ?? cycles[0];
    const second = named[1] ?? (first && besides(first, cycles));
    const moment = c.req.query(ASKED.moment);
    const sides =
      first === undefined || second === undefined || first === second
        ? undefined
        : await sidesOf(deps.register.db, first, second, moment);
    if (moment !== undefined && sides?.moment !== moment) return c.notFound();
    return answer(c, <SideBySidePage {...{ frame, first, second, sides }} />);
  };
}

/** What a cycle is put beside where nobody said: the exercise before of its body, or another body's same exercise, or any other. */
function besides(first: CycleName, cycles: readonly CycleName[]): CycleName | undefined {
  const others = cycles.filter((cycle) => cycle !== first);
  return (
    others.find(({ entity, exercise }) => entity === first.entity && exercise < first.exercise) ??
    others.find(({ exercise }) => exercise === first.exercise) ??
    others[0]
  );
}

interface SideBySidePageProps {
  readonly frame: Frame;
  readonly first: CycleName | undefined;
  readonly second: CycleName | undefined;
  readonly sides: SidesFound | undefined;
}

function SideBySidePage({ frame, first, second, sides }: SideBySidePageProps) {
  const own = first?.entity === second?.entity ? first : undefined;
  return (
    <Layout
      frame={own === undefined ? frame : { ...frame, cycle: own }}
      title={words.title}
      section="scorecard"
      crumbs={[
        { title: consoleWords.nav.home, href: '/' },
        ...(own === undefined
          ? []
          : [{ title: consoleWords.scorecard.title(own.exercise), href: cyclePath(own, '/cruscotto') }]),
      ]}
    >
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <p class="lead">{words.lead}</p>
      {frame.cycles.length < 2 ? <p>{words.single}</p> : <Choice {...{ frame, first, second }} />}
      {first !== undefined && first === second && frame.cycles.length > 1 && <p role="alert">{words.same}</p>}
      {sides !== undefined && first !== undefined && second !== undefined && (
        <Results {...{ frame, first, second, sides }} />
      )}
    </Layout>
  );
}

function Choice({ frame, first, second }: Omit<SideBySidePageProps, 'sides'>) {
  const fields = [
    { name: ASKED.first, label: words.first, chosen: first },
    { name: ASKED.second, label: words.second, chosen: second },
  ];
  return (
    <form class="ciclo-filters" method="get" action={comparisonPath()} aria-label={words.form}>
      {fields.map(({ name, label, chosen }) => (
        <div class="ciclo-filter">
          <label for={name}>{label}</label>
          <select id={name} name={name}>
            {frame.cycles.map((cycle) => (
              <option value={cycle.id} selected={cycle === chosen}>
                {cycleTitle(cycle)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" class="btn btn-outline-primary">
        {words.submit}
      </button>
    </form>
  );
}

interface ResultsProps {
  readonly frame: Frame;
  readonly first: CycleName;
  readonly second: CycleName;
  readonly sides: SidesFound;
}

function Results({ frame, first, second, sides }: ResultsProps) {
  const { first: one, second: other } = sides;
  if (one === undefined || other === undefined) {
    const without = [one === undefined ? [first] : [], other === undefined ? [second] : []].flat();
    return <p>{words.noResults(without.map(cycleTitle))}</p>;
  }
  const rules = [one, other].map(({ assessment }) => assessment.policyVersion);
  return (
    <>
      {sides.moments.length > 1 && <Moments {...{ first, second, sides }} />}
      <ul class="ciclo-links">
        {[one, other].map(({ cycle, checkpoint, assessment }) => (
          <li>
            <a href={cyclePath(cycle, `/cruscotto?monitoraggio=${encodeURIComponent(checkpoint.checkpoint)}`)}>
              {words.standing(
                cycleTitle(cycle),
                checkpoint.title,
                italianDay(checkpoint.to),
                italianMoment(assessment.at),
              )}
            </a>
          </li>
        ))}
      </ul>
      {sides.moment === undefined && <p>{words.otherMoment}</p>}
      {rules[0] !== rules[1] && <p>{words.otherRules(rules[0] ?? '', rules[1] ?? '')}</p>}
      <TotalsTable {...{ frame, one, other }} compared={sides.compared} />
      {sides.compared === 'exercises' ? (
        <IndicatorTables assets={frame.assets} {...{ one, other }} />
      ) : (
        <p>{words.noIndicators}</p>
      )}
    </>
  );
}

/** The days of the year at which both have results. */
function Moments({ first, second, sides }: Omit<ResultsProps, 'frame'>) {
  return (
    <nav class="ciclo-tabs" aria-label={words.moments}>
      <ul>
        {sides.moments.toReversed().map((moment) => (
          <li>
            <a
              href={comparisonPath({ [ASKED.first]: first.id, [ASKED.second]: second.id, [ASKED.moment]: moment })}
              aria-current={moment === sides.moment ? 'page' : undefined}
            >
              {words.moment(moment)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
