import { amendmentWords } from '../../../words/amendment.js';
import { italianDay } from '../../../words/format.js';
import { ChangeTable } from '../kit/parts/change-table.js';
import { StackTable } from '../kit/parts/stack-table.js';
import type { Differences } from './differences.js';

const words = amendmentWords.preview;

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
          <StackTable
            caption={words.effect}
            hideCaption
            columns={[{ title: words.what }, { title: words.now }, { title: words.proposed }]}
            rows={effect.lines.map((line) => ({
              head: line.title,
              cells: [line.now, line.differs ? <strong class="ciclo-is">{line.proposed}</strong> : line.proposed],
            }))}
          />
        </>
      )}
    </>
  );
}
