import { type Cell, percent } from '../../../../documents/content.js';
import { formatItalian } from '../../../../domain/calendar/civil-date.js';
import type { AppliedOverride } from '../../../../domain/scorecard/types.js';
import type { Assessment } from '../../../../register/assessments.js';
import type { OverrideRecord } from '../../../../register/overrides.js';
import { italianPercent } from '../../../../words/format.js';
import { overrideWords as words } from '../../../../words/overrides.js';
import { takeAwayWords } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import { columnsOf } from '../table/column.js';
import { DataTable } from '../table/data-table.js';
import { Counted, computedText } from './override.js';

const { text, mixed } = columnsOf<AppliedOverride>();

interface OverrideTableProps {
  readonly assets: Assets;
  readonly assessment: Assessment | undefined;
  /** Names of indicators by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes that only individual objectives have: counted, not shown. */
  readonly individual: ReadonlySet<string>;
  /** In force, but recorded after these results. */
  readonly pending: readonly OverrideRecord[];
}

/** Every override of a result with who, why and act, beside what was computed; nothing where there are none. */
export function OverrideTable({ assets, assessment, names, individual, pending }: OverrideTableProps) {
  const all = assessment?.overrides ?? [];
  const shown = all.filter((applied) => !individual.has(applied.override.indicator));
  const awaited = pending.filter((row) => !individual.has(row.indicator));
  const kept = all.length + pending.length - shown.length - awaited.length;
  if (all.length + pending.length === 0) return null;
  return (
    <section aria-labelledby="forzature">
      <h2 id="forzature">{words.title}</h2>
      {shown.length > 0 && (
        <>
          <p>{words.lead}</p>
          <DataTable
            name="forzature"
            caption={words.title}
            hideCaption
            columns={[
              text(words.columns.indicator, ({ override: { indicator } }) => names.get(indicator) ?? indicator, {
                show: ({ override }) => <IndicatorName code={override.indicator} names={names} />,
              }),
              text(takeAwayWords.columns.code, ({ override }) => override.indicator, { only: 'file' }),
              mixed(words.columns.counts, ({ override }) => countsCell(override), {
                show: (applied) => <Counted assets={assets} applied={applied} />,
              }),
              text(words.columns.computed, computedText),
              text(words.columns.decidedBy, ({ override }) => override.by),
              text(words.columns.act, ({ override }) => override.act),
              text(words.columns.reason, ({ override }) => override.reason),
            ]}
            rows={shown}
          />
        </>
      )}
      {awaited.length > 0 && (
        <>
          <p>{words.pending(awaited.length)}</p>
          <ul>
            {awaited.map((row) => (
              <li>{pendingText(row)}</li>
            ))}
          </ul>
        </>
      )}
      {kept > 0 && <p>{words.private(kept)}</p>}
    </section>
  );
}

const countsCell = (override: AppliedOverride['override']): Cell =>
  override.kind === 'forced' ? percent(override.value) : words.neutralised;

function IndicatorName({ code, names }: { code: string; names: ReadonlyMap<string, string> }) {
  return (
    <span class="ciclo-step-name">
      <span>{names.get(code) ?? code}</span>
      <small>{code}</small>
    </span>
  );
}

const pendingText = ({ indicator, value, decidedBy, actNumber, actDate, reason }: OverrideRecord): string =>
  `${indicator}: ${value === null ? words.neutralised : `${words.forced}, ${italianPercent(value)}`}. ${words.decided(decidedBy, words.act(actNumber, formatItalian(actDate)))}. ${reason}`;
