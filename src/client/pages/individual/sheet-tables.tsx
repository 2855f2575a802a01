import {
  type JudgedBehaviour,
  type JudgedObjective,
  lineTitle,
  partTitle,
  sourceOf,
} from '../../../documents/individuale-valutazione.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { PassageRecord, VersionRecord } from '../../../register/reading/sheets.js';
import { evaluationWords as said } from '../../../words/evaluation.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { italianDay, italianNumber, italianPercent } from '../../../words/format.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { behavioursOf, objectivesOf, type SheetPageData, saidIn, whoDid } from './seen.js';
import { shownScore } from './sheet-table.js';

const objective = columnsOf<JudgedObjective>();

/** What the person is to reach, and what of it was reached. */
export function Objectives({ data }: { data: SheetPageData }) {
  const { seen } = data;
  if (seen.objectives === undefined) return null;
  const rows = objectivesOf(data);
  const lines = seen.trace?.parts.find(({ kind }) => kind === 'objectives')?.lines;
  const resultOf = ({ id }: JudgedObjective) => {
    const value = lines?.find(({ of }) => of === id)?.value;
    return value === undefined ? undefined : shownScore(value);
  };
  return (
    <section aria-labelledby="obiettivi">
      <h2 id="obiettivi">{words.sheet.objectives}</h2>
      <DataTable
        name="obiettivi"
        caption={said.objectives}
        hideCaption
        columns={[
          objective.text(said.objective, ({ title }) => title),
          objective.text(said.source, ({ result }) => sourceOf(result)),
          objective.percent(said.weight, ({ weight }) => weight),
          ...(lines === undefined ? [] : [objective.percent(said.result, resultOf)]),
          ...(rows.some(({ sentence }) => sentence !== undefined)
            ? [objective.text(said.sentence, ({ sentence }) => sentence)]
            : []),
        ]}
        rows={rows}
        empty={<p>{words.sheet.noObjectives}</p>}
      />
    </section>
  );
}

const behaviour = columnsOf<JudgedBehaviour>();

/** How the person is expected to behave, and how that was judged. */
export function Behaviours({ data }: { data: SheetPageData }) {
  const rows = behavioursOf(data);
  const { seen } = data;
  if (rows.length === 0 || seen.objectives === undefined) return null;
  return (
    <TableSection
      name="comportamenti"
      caption={said.behaviours}
      columns={[
        behaviour.text(said.behaviour, ({ title }) => title, {
          show: ({ title, descriptor }) => (
            <span class="ciclo-step-name">
              <span>{title}</span>
              <small>{descriptor}</small>
            </span>
          ),
        }),
        behaviour.percent(said.weight, ({ weight }) => weight),
        ...(seen.own === undefined || seen.own.length === 0 ? [] : [behaviour.text(said.self, ({ self }) => self)]),
        ...(seen.given === undefined || seen.given.length === 0
          ? []
          : [
              behaviour.text(said.judged, ({ judged }) => judged),
              behaviour.text(said.sentence, ({ sentence }) => sentence),
            ]),
      ]}
      rows={rows}
    />
  );
}

interface ScoreRow {
  readonly part: string;
  readonly title: string;
  readonly weight: string;
  readonly value: string | undefined;
  readonly whole: boolean;
}

const score = columnsOf<ScoreRow>();

/** The score, its band and its share of pay; what it was made from, for who may see it. */
export function Score({ data: { seen } }: { data: SheetPageData }) {
  const { score: found, trace } = seen;
  if (found === undefined) return null;
  const rows = (trace?.parts ?? []).flatMap((part): readonly ScoreRow[] => [
    { part: partTitle(part), title: partTitle(part), weight: part.weight, value: part.value, whole: true },
    ...part.lines.map((line) => ({
      part: partTitle(part),
      title: lineTitle(line),
      weight: shownScore(line.weight),
      value: line.value,
      whole: false,
    })),
  ]);
  return (
    <section class="ciclo-card" aria-labelledby="punteggio">
      <h2 id="punteggio">{said.score}</h2>
      {found.score === undefined ? (
        <p>{said.noScore}</p>
      ) : (
        <p class="ciclo-score">
          <strong>{italianNumber(shownScore(found.score))}</strong>
          {found.band !== undefined && <span>{`${said.band}: ${found.band.title}`}</span>}
          {found.pay !== undefined && <span>{`${said.pay}: ${italianPercent(shownScore(found.pay))}`}</span>}
        </p>
      )}
      {trace !== undefined && found.coverage !== '100' && (
        <p>
          {said.incomplete(
            italianPercent(shownScore(found.coverage)),
            italianPercent(shownScore(trace.worst)),
            italianPercent(shownScore(trace.best)),
            trace.band !== undefined,
          )}
        </p>
      )}
      {rows.length > 0 && (
        <details open>
          <summary>{said.scoreLead}</summary>
          {trace?.results !== undefined && <p>{said.resultsOf(trace.results.title, italianDay(trace.results.to))}</p>}
          <DataTable
            name="punteggio"
            caption={said.score}
            hideCaption
            columns={[
              score.text(said.line, ({ title }) => title, {
                show: ({ title, whole }) => (whole ? <strong>{title}</strong> : title),
              }),
              score.text(said.part, ({ part }) => part, { only: 'file' }),
              score.percent(said.weight, ({ weight }) => weight),
              score.text(said.value, ({ value }) =>
                value === undefined ? said.unknown : italianPercent(shownScore(value)),
              ),
            ]}
            rows={rows}
          />
        </details>
      )}
    </section>
  );
}

const passage = columnsOf<PassageRecord>();

/** What was done to the sheet, in order. */
export const Passages = ({ data }: { data: SheetPageData }) => (
  <TableSection
    name="passaggi"
    caption={said.passages}
    columns={[
      passage.text(said.what, (one) => words.done[one.passage]),
      passage.day(said.on, ({ at }) => romeDate(at)),
      passage.text(said.who, (one) => whoDid(data, one)),
      passage.text(said.text, (one) => saidIn(one)),
    ]}
    rows={data.seen.passages}
  />
);

const version = columnsOf<VersionRecord>();

/** How the objectives changed, with why. */
export function Versions({ data: { seen } }: { data: SheetPageData }) {
  const { versions = [] } = seen;
  if (versions.length < 2) return null;
  return (
    <TableSection
      name="versioni"
      caption={words.sheet.versions}
      columns={[
        version.count(words.sheet.version, ({ number }) => number),
        version.day(words.sheet.when, ({ at }) => romeDate(at)),
        version.text(words.sheet.reason, ({ reason }) => reason),
        version.text(words.sheet.objectives, ({ objectives }) =>
          objectives.map(({ title, weight }) => `${title} (${italianPercent(weight)})`).join('; '),
        ),
      ]}
      rows={versions}
    />
  );
}
