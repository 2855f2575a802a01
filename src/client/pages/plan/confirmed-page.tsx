import type { Context, Handler } from 'hono';
import { computedBy } from '../../../domain/confirmed-readings.js';
import { sentence } from '../../../domain/targets/sentence.js';
import { type ReadTarget, readIn } from '../../../domain/to-read.js';
import { computedTargets } from '../../../register/confirmed-readings.js';
import { stepRows } from '../../../register/reading/cycle.js';
import { readingWords } from '../../../words/readings.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { still } from '../kit/frame.js';
import { AMENDMENT_PATH, CONFIRMED_PATH, planPath, READINGS_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { doneIn, partTitle } from './overview.js';
import { type PlanPageData, planCrumbs } from './page-data.js';
import { editorPageData } from './saving.js';

const words = readingWords.confirmed;

/** A confirmed reading with the checkpoint that computed it, whose title closes it to corrections. */
interface Correctable {
  readonly one: ReadTarget;
  readonly computed?: string;
}

/** What the confirmed readings of a plan allow. */
export interface ConfirmedPageData {
  readonly data: PlanPageData;
  readonly rows: readonly Correctable[];
  /** The page where an amendment is proposed, while there is one. */
  readonly amendment?: string;
}

/** What the pages of confirmed readings begin with; or the answer to give at once. */
export async function confirmedPageData(site: Site, c: Context): Promise<ConfirmedPageData | Response> {
  const data = await editorPageData(site, c);
  if (data instanceof Response) return data;
  const { cycle, parts, confirms } = data;
  if (!confirms) return c.redirect(data.path(), 303);
  const { db } = site.deps.register;
  // What a checkpoint has computed changes by an amendment: in the draft of one nothing is closed.
  if (data.amends) return { data, rows: readIn(parts, cycle.exercise).map((one) => ({ one })) };
  const [computed, steps] = await Promise.all([computedTargets(db, cycle.id), stepRows(db, cycle.id)]);
  const titles = new Map(steps.map((step) => [step.id, step.planned.title]));
  return {
    data,
    rows: readIn(parts, cycle.exercise).map((one) => {
      const by = [one, ...one.followers].flatMap((row) => computedBy(computed, row.indicator, cycle.exercise) ?? [])[0];
      return { one, computed: by === undefined ? undefined : (titles.get(by) ?? by) };
    }),
    amendment: data.mayAmend ? planPath(cycle, AMENDMENT_PATH) : undefined,
  };
}

/** The readings somebody has confirmed, each with the way to correct it. */
export function confirmedReadings(site: Site): Handler {
  return async (c) => {
    const found = await confirmedPageData(site, c);
    return found instanceof Response ? found : answer(c, <ConfirmedPage {...found} done={doneIn(c)} />);
  };
}

function ConfirmedPage({ data, rows, amendment, done }: ConfirmedPageData & { readonly done: string | undefined }) {
  const { frame, cycle, edits } = data;
  const parts = [...new Set(rows.map(({ one }) => one.part))];
  const { columns } = words;
  return (
    <PlanningPage
      frame={still(frame)}
      cycle={cycle}
      view="plan"
      title={words.title}
      under={[...planCrumbs(data), { title: readingWords.title, href: data.path(READINGS_PATH) }]}
      done={done}
    >
      <p class="lead">{rows.length === 0 ? words.none : edits ? words.lead : words.inForceLead}</p>
      {parts.map((part) => (
        <DataTable
          name="letture"
          kind="readings"
          caption={partTitle(part)}
          part={{ column: own.group, value: partTitle(part) }}
          columns={[
            text(columns.indicator, ({ one }) => one.indicator.name, {
              show: ({ one }) => (
                <>
                  <b>{one.indicator.code}</b> {one.indicator.name}
                </>
              ),
            }),
            text(own.code, ({ one }) => one.indicator.code, { only: 'file' }),
            text(columns.target, ({ one }) => one.text, {
              show: ({ one }) => <span class="ciclo-verbatim">{one.text}</span>,
            }),
            text(columns.reads, ({ one }) => sentence(one.reading), { show: ({ one }) => <Reads one={one} /> }),
            text(columns.by, ({ one }) => (one.by === undefined ? words.withPlan : data.directory.person(one.by))),
            act(columns.correct, (row) => <Way {...{ data, row, amendment }} />),
          ]}
          rows={rows.filter(({ one }) => one.part === part)}
        />
      ))}
      {rows.length > 0 && <TableAway name="letture" caption={words.title} />}
    </PlanningPage>
  );
}

const { columns: own } = takeAwayWords;
const { text, act } = columnsOf<Correctable>();

function Reads({ one: { reading, followers } }: { readonly one: ReadTarget }) {
  return (
    <>
      {sentence(reading)}
      {followers.length > 0 && (
        <small>{readingWords.followers(followers.map(({ indicator }) => indicator.code).join(', '))}</small>
      )}
    </>
  );
}

interface WayProps {
  readonly data: PlanPageData;
  readonly row: Correctable;
  readonly amendment: string | undefined;
}

function Way({ data, row: { one, computed }, amendment }: WayProps) {
  if (computed === undefined) {
    return (
      <a href={correctPath(data, one)} aria-label={words.correctOne(one.indicator.code)}>
        {words.correct}
      </a>
    );
  }
  return (
    <>
      <small>{words.computed(computed)}</small>{' '}
      {amendment === undefined ? <small>{words.onlyAmend}</small> : <a href={amendment}>{words.amend}</a>}
    </>
  );
}

const correctPath = (data: PlanPageData, { list, indicator }: ReadTarget): string =>
  data.path(`${CONFIRMED_PATH}/${encodeURIComponent(list.id)}/${encodeURIComponent(indicator.code)}`);
