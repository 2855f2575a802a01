import { formatItalian } from '../../../../domain/calendar/civil-date.js';
import type { Assessment } from '../../../../register/assessments.js';
import type { OverrideRecord } from '../../../../register/overrides.js';
import { italianPercent } from '../../../../words/format.js';
import { overrideWords as words } from '../../../../words/overrides.js';
import type { Assets } from '../assets.js';
import { Counted, computedText } from './override.js';
import { StackTable } from './stack-table.js';

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
          <StackTable
            caption={words.title}
            hideCaption
            columns={[
              { title: words.columns.indicator },
              { title: words.columns.counts },
              { title: words.columns.computed },
              { title: words.columns.decidedBy },
              { title: words.columns.act },
              { title: words.columns.reason },
            ]}
            rows={shown.map((applied) => ({
              head: <IndicatorName code={applied.override.indicator} names={names} />,
              cells: [
                <Counted assets={assets} applied={applied} />,
                computedText(applied),
                applied.override.by,
                applied.override.act,
                applied.override.reason,
              ],
            }))}
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
