import type { Context, Handler } from 'hono';
import { percent as percentCell } from '../../../documents/content.js';
import { periodOf } from '../../../domain/achievement/assess.js';
import type { IndicatorAssessment } from '../../../domain/achievement/types.js';
import { withSupposed } from '../../../domain/confirmed-readings.js';
import { sum } from '../../../domain/findings/number.js';
import { allIndicators, scorecardIndicators } from '../../../domain/findings/walk.js';
import { equal, exactText, HUNDRED } from '../../../domain/rational.js';
import type { Override, ScorecardNode } from '../../../domain/scorecard/types.js';
import { checkpointOf } from '../../../register/checkpoints.js';
import { withReadings } from '../../../register/confirmed-readings.js';
import { cycleOf } from '../../../register/cycles.js';
import { measuredInTheEnd } from '../../../register/last-year.js';
import { currentMeasurements } from '../../../register/measurements.js';
import { asOverride, overridesOf } from '../../../register/overrides.js';
import { planVersion } from '../../../register/plans.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { type GridCheckpoint, gridCheckpoints } from '../../../register/reading/grid-rows.js';
import { consoleWords } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Light, Trace } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { cyclePath, indicatorPath, RESULTS_PATH } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { achievementCell, countedOf, lightText } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';
import { isWritten, MOST, type Understood, understand, type WrittenHypothesis } from './hypotheses.js';
import { ReadingChoice } from './readings.js';
import {
  type ResultChange,
  resultChanges,
  type SupposedResults,
  type Supposition,
  supposeResults,
} from './supposed-results.js';
import { WhatIfPage } from './what-if-frame.js';

const words = planningWords.results;
/** Rows a page shows of the indicators that would change. */
const MOST_ROWS = 200;

/** What results would be with other targets, weights or values. Nothing is written. */
export function supposeResultsPage({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const checkpoints = await gridCheckpoints(db, cycle.id);
    const asked = askedIn(c);
    const chosen =
      checkpoints.find((k) => k.id === asked.checkpoint) ??
      checkpoints.findLast((k) => k.state === 'closed') ??
      checkpoints.at(-1);
    const found =
      chosen === undefined
        ? undefined
        : await hypothesise(deps.register.db, cycle, chosen.id, asked, allows(c, 'read-individual'));
    return answer(
      c,
      <ResultsPage {...{ frame, cycle, checkpoints, chosen, asked, found }} />,
      (found?.understood.problems.length ?? 0) === 0 ? 200 : 422,
    );
  };
}

interface Asked {
  readonly checkpoint: string;
  readonly supposition: Supposition;
  readonly lines: readonly WrittenHypothesis[];
  /** Indicator whose page the reader comes from. */
  readonly from: string;
}

const LONGEST = 400;

function askedIn(c: Context): Asked {
  const text = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, LONGEST);
  const supposition = (['target', 'none'] as const).find((one) => one === text('mancanti')) ?? 'no';
  const lines = Array.from({ length: MOST }, (_, i) => i + 1).map((n) => ({
    n,
    code: text(`c${n}`),
    target: text(`t${n}`),
    weight: text(`p${n}`),
    value: text(`v${n}`),
    reading: text(`l${n}`),
    readFor: text(`r${n}`),
  }));
  return { checkpoint: text('monitoraggio'), supposition, lines, from: text('indicatore') };
}

/** Id of the list of codes a field proposes. */
const CODES = 'codici';

interface Found {
  /** The plan's indicators, to choose among. */
  readonly known: readonly { readonly code: string; readonly name: string }[];
  readonly understood: Understood;
  readonly results: SupposedResults;
  readonly changes: readonly ResultChange[];
  readonly version: number;
  readonly individualShown: boolean;
  /** Indicators that nobody has confirmed the reading of: their one reading is supposed. */
  readonly suppositions: number;
}

async function hypothesise(
  db: Site['deps']['register']['db'],
  { id, entity, exercise }: CycleName,
  checkpoint: string,
  { lines, supposition }: Asked,
  individualShown: boolean,
): Promise<Found | undefined> {
  const ref = { cycle: id, checkpoint };
  const [record, cycle, measured, overrides, lastYear] = await Promise.all([
    checkpointOf(db, ref),
    cycleOf(db, id),
    currentMeasurements(db, ref),
    overridesOf(db, id),
    measuredInTheEnd(db, entity, exercise - 1),
  ]);
  if (record === undefined || cycle === undefined) return undefined;
  const version = await planVersion(db, entity, exercise, record.planVersion);
  if (version === undefined) throw new Error(`plan version ${record.planVersion} of ${id} is missing`);
  const { plan: read } = await withReadings(db, version);
  const { plan, supposed } = withSupposed(individualShown ? read : { ...read, individual: [] });
  const understood = understand(plan, lines);
  const standing: readonly Override[] = overrides.map(asOverride);
  const results = supposeResults(
    plan,
    understood.plan,
    {
      actuals: new Map(measured.map((m) => [m.indicator, m.actual])),
      period: periodOf(record),
      policy: cycle.policy,
      overrides: standing,
      lastYear,
    },
    understood.problems.length === 0 ? understood.values : new Map(),
    supposition,
  );
  const changes = resultChanges(understood.plan, results, new Set(understood.said.keys()));
  const known = allIndicators(plan).map(({ node }) => node);
  const suppositions = supposed.size;
  return { known, understood, results, changes, version: version.version, individualShown, suppositions };
}

interface ResultsPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly checkpoints: readonly GridCheckpoint[];
  readonly chosen: GridCheckpoint | undefined;
  readonly asked: Asked;
  readonly found: Found | undefined;
}

function ResultsPage(props: ResultsPageProps) {
  const { frame, cycle, found, asked } = props;
  const supposes = asked.supposition !== 'no' || asked.lines.some(isWritten);
  return (
    <WhatIfPage frame={frame} cycle={cycle} view="results" problems={found?.understood.problems ?? []}>
      {found === undefined ? (
        <p>{words.none}</p>
      ) : (
        <>
          {found.suppositions > 0 && <p>{readingWords.supposed(found.suppositions)}</p>}
          <HypothesisForm {...props} found={found} supposes={supposes} />
          {supposes && found.understood.problems.length === 0 && <Outcome {...props} found={found} />}
        </>
      )}
    </WhatIfPage>
  );
}

type WithFound = ResultsPageProps & { readonly found: Found };

function HypothesisForm({ cycle, checkpoints, chosen, asked, found, supposes }: WithFound & { supposes: boolean }) {
  const written = asked.lines.filter(isWritten);
  const empty = asked.lines.filter((line) => !isWritten(line)).slice(0, written.length === 0 ? 1 : 2);
  const [first, ...rest] = empty;
  const proposed = first === undefined ? [] : [{ ...first, code: asked.from }, ...rest];
  const shown = [...written, ...proposed].toSorted((a, b) => a.n - b.n);
  return (
    <form method="get" action={cyclePath(cycle, RESULTS_PATH)}>
      <div class="ciclo-filters">
        <div class="ciclo-filter">
          <label for="monitoraggio">{words.checkpoint}</label>
          <select id="monitoraggio" name="monitoraggio">
            {checkpoints.map((k) => (
              <option value={k.id} selected={k.id === chosen?.id}>
                {k.title}
              </option>
            ))}
          </select>
        </div>
        <div class="ciclo-filter">
          <label for="mancanti">{words.missing}</label>
          <select id="mancanti" name="mancanti">
            {(['no', 'target', 'none'] as const).map((one) => (
              <option value={one} selected={one === asked.supposition}>
                {words.suppose[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <h2>{words.change}</h2>
      <datalist id={CODES}>
        {found.known.map(({ code, name }) => (
          <option value={code}>{name}</option>
        ))}
      </datalist>
      {shown.map((line) => (
        <Line line={line} found={found} exercise={cycle.exercise} />
      ))}
      <p class="ciclo-bulk">
        <button type="submit" class="btn btn-primary">
          {planningWords.whatIf.compute}
        </button>
        {supposes && <a href={cyclePath(cycle, RESULTS_PATH)}>{planningWords.whatIf.clear}</a>}
      </p>
    </form>
  );
}

function Line({ line, found, exercise }: { line: WrittenHypothesis; found: Found; exercise: number }) {
  const { n } = line;
  const { problems, asking } = found.understood;
  const field = (name: string, label: string, value: string, hint?: string, list?: string) => {
    const id = `${name}${n}`;
    const problem = problems.find((p) => p.field === id)?.text;
    return (
      <FormField id={id} label={label} hint={hint} problem={problem}>
        <input
          id={id}
          name={id}
          type="text"
          value={value}
          list={list}
          {...fieldState(id, hint !== undefined, problem)}
        />
      </FormField>
    );
  };
  const outcome = asking.get(n);
  return (
    <fieldset class="ciclo-hypothesis ciclo-fields">
      <legend>{words.row(n)}</legend>
      {field('c', words.indicator, line.code, n === 1 ? words.codeHint : undefined, CODES)}
      {field('t', words.target, line.target)}
      {field('p', words.weight, line.weight)}
      {field('v', words.value, line.value)}
      {outcome !== undefined && (
        <div class="ciclo-hypothesis-reading">
          <input type="hidden" name={`r${n}`} value={line.target} />
          <ReadingChoice
            name={`l${n}`}
            legend={readingWords.legend(exercise, line.target)}
            outcome={outcome}
            chosen={line.reading}
            rewrite="elsewhere"
          />
        </div>
      )}
      {outcome === undefined && line.reading !== '' && (
        <>
          <input type="hidden" name={`r${n}`} value={line.readFor} />
          <input type="hidden" name={`l${n}`} value={line.reading} />
        </>
      )}
    </fieldset>
  );
}

function Outcome({ frame, cycle, found }: WithFound) {
  const { results, changes, understood, version } = found;
  const { before, after } = results;
  const total = sum(
    scorecardIndicators(understood.plan).flatMap(({ node }) => (node.weight === undefined ? [] : [node.weight])),
  );
  const afterAreas = new Map(after.entity.children.map((node) => [node.node, node]));
  return (
    <section aria-labelledby="esito">
      <h2 id="esito">{words.total}</h2>
      <div class="ciclo-before-after">
        <TotalFigure assets={frame.assets} title={words.before} node={before.entity} />
        <TotalFigure assets={frame.assets} title={words.after} node={after.entity} />
      </div>
      <p>
        <small>
          {`${words.plan(version)}. `}
          {!equal(total, HUNDRED) && words.weightsSum(italianPercent(exactText(total)))}
        </small>
      </p>
      <DataTable
        name="aree"
        caption={words.areas}
        columns={[
          area.text(words.areas, ({ title }) => title),
          area.percent(words.before, ({ achievement }) => achievement, {
            show: ({ achievement }) => percentOrNot(achievement),
          }),
          area.percent(words.after, ({ node }) => afterAreas.get(node)?.achievement, {
            show: ({ node }) => <strong>{percentOrNot(afterAreas.get(node)?.achievement)}</strong>,
          }),
        ]}
        rows={before.entity.children}
      />
      <h3>{words.indicators}</h3>
      {changes.length === 0 ? <p>{words.same}</p> : <Changes {...{ frame, cycle, found }} />}
    </section>
  );
}

function TotalFigure({ assets, title, node }: { assets: Assets; title: string; node: ScorecardNode }) {
  return (
    <div class="ciclo-card">
      <h3>{title}</h3>
      <p class="ciclo-figure">
        <strong>{percentOrNot(node.achievement)}</strong>
        {node.achievement !== undefined && <Light assets={assets} light={node.light} />}
      </p>
      <p>
        {`${words.coverage(italianPercent(node.coverage))}, ${words.between(italianPercent(node.worst), italianPercent(node.best))}`}
      </p>
      <Trace lines={node.trace} of={title} />
    </div>
  );
}

function Changes({ frame, cycle, found }: Pick<WithFound, 'frame' | 'cycle' | 'found'>) {
  const { changes, understood } = found;
  const saidOf = (change: ResultChange): readonly string[] => [
    ...(understood.said.get(change.indicator.code) ?? []),
    ...supposedText(change),
  ];
  const inFile = { only: 'file' } as const;
  return (
    <>
      <DataTable
        name="risultati"
        caption={words.caption}
        hideCaption
        most={MOST_ROWS}
        columns={[
          text(planningWords.columns.indicator, ({ indicator }) => indicator.name, {
            show: (change) => (
              <>
                <a href={indicatorPath(cycle, change.indicator.code)}>
                  {`${change.indicator.code} ${change.indicator.name}`}
                </a>
                {saidOf(change).map((said) => (
                  <small class="ciclo-later">{said}</small>
                ))}
              </>
            ),
          }),
          text(own.code, ({ indicator }) => indicator.code, inFile),
          text(own.supposed, (change) => saidOf(change).join('; '), inFile),
          mixed(words.before, ({ before }) => judgedCell(before), {
            show: ({ before }) => <Judged assets={frame.assets} assessment={before} />,
          }),
          mixed(words.after, afterCell, { show: (change) => <After assets={frame.assets} change={change} /> }),
          status(own.light, lightAfter, inFile),
        ]}
        rows={changes}
      />
      {changes.length > MOST_ROWS && <p>{words.shown(MOST_ROWS, changes.length)}</p>}
    </>
  );
}

const { columns: own } = takeAwayWords;
const { text, mixed, status } = columnsOf<ResultChange>();
const area = columnsOf<ScorecardNode>();

const judgedCell = (assessment: IndicatorAssessment | undefined) =>
  assessment === undefined ? undefined : achievementCell(countedOf(assessment, undefined));

const afterCell = ({ supposed, after }: ResultChange) =>
  supposed !== undefined && 'percent' in supposed ? percentCell(supposed.percent) : judgedCell(after);

const lightAfter = ({ supposed, after }: ResultChange): string | undefined =>
  after === undefined || (supposed !== undefined && 'percent' in supposed)
    ? undefined
    : lightText(countedOf(after, undefined));

function supposedText({ supposed }: ResultChange): readonly string[] {
  if (supposed === undefined) return [];
  return 'value' in supposed
    ? [words.supposed(actualText(supposed.value, undefined))]
    : [words.supposedScore(italianPercent(supposed.percent))];
}

/** A result supposed as such counts in the totals without a value: it has no computation to show. */
function After({ assets, change }: { assets: Assets; change: ResultChange }) {
  const { supposed, after, indicator } = change;
  if (supposed !== undefined && 'percent' in supposed) return <strong>{italianPercent(supposed.percent)}</strong>;
  return (
    <div>
      <Judged assets={assets} assessment={after} />
      {after !== undefined && <Trace lines={after.trace} of={indicator.code} />}
    </div>
  );
}

function Judged({ assets, assessment }: { assets: Assets; assessment: IndicatorAssessment | undefined }) {
  if (assessment === undefined) return <>{planningWords.parts.none}</>;
  if (assessment.achievement === undefined) return <em>{consoleWords.assessmentState[assessment.state]}</em>;
  return (
    <span class="ciclo-achievement">
      <strong>{italianPercent(assessment.achievement)}</strong>
      <Light assets={assets} light={assessment.light} />
    </span>
  );
}
