import { amendmentWords } from '../../../words/amendment.js';
import { italianDay } from '../../../words/format.js';
import { ChangeTable } from '../kit/parts/change-table.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { Differences, Effect } from './differences.js';

const words = amendmentWords.preview;
const { text, printed } = columnsOf<Effect>();

/** What the draft of an amendment would change, what it would contradict, and what the results would be. */
export function DifferencesSection({ inForce, differences }: { inForce: number; differences: Differences }) {
  return (
    <section aria-labelledby="differenze">
      <h2 id="differenze">{words.title(inForce)}</h2>
      {differences.empty ? <p>{words.nothing}</p> : <Told differences={differences} />}
    </section>
  );
}

function Told({ differences }: { differences: Differences }) {
  const { effect } = differences;
  return (
    <>
      <h3>{words.changes}</h3>
      {differences.summary !== '' && (
        <p>
          <strong>{`${differences.summary}.`}</strong>
        </p>
      )}
      <ChangeTable changes={differences.changes} caption={words.changes} />
      <h3>{words.findings}</h3>
      {differences.findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <ul>
          {differences.findings.map((finding) => (
            <li>
              <strong>{finding.place}</strong>
              {`: ${finding.fact}`}
            </li>
          ))}
        </ul>
      )}
      {differences.solved > 0 && <p>{words.solved(differences.solved)}</p>}
      <h3>{words.effect}</h3>
      {effect === undefined ? (
        <p>{words.noEffect}</p>
      ) : (
        <>
          <p>
            {`${words.effectLead(effect.checkpoint, italianDay(effect.on))}${effect.supposed ? ` ${words.supposed}` : ''}`}
          </p>
          <DataTable
            name="effetti"
            caption={words.effect}
            hideCaption
            columns={[
              text(words.what, ({ title }) => title),
              printed(words.now, ({ now }) => now),
              printed(words.proposed, ({ proposed }) => proposed, {
                show: ({ proposed, differs }) => (differs ? <strong class="ciclo-is">{proposed}</strong> : proposed),
              }),
            ]}
            rows={effect.lines}
          />
        </>
      )}
    </>
  );
}
