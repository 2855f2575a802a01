import { amendmentWords } from '../../../../words/amendment.js';
import { italianDay } from '../../../../words/format.js';
import { ChangeTable } from '../../kit/parts/change-table.js';
import { StackTable } from '../../kit/parts/stack-table.js';
import type { Preview } from './preview.js';

const words = amendmentWords.preview;

/** What a proposal would change, what it would contradict, and what the results would be. */
export function PreviewSection({ preview, supposed }: { preview: Preview; supposed: boolean }) {
  if (preview.empty) return <p class="lead">{words.nothing}</p>;
  return (
    <>
      <h3>{words.changes}</h3>
      {preview.summary !== '' && (
        <p>
          <strong>{`${preview.summary}.`}</strong>
        </p>
      )}
      <ChangeTable changes={preview.changes} caption={words.changes} />
      <h3>{words.findings}</h3>
      {preview.findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <ul>
          {preview.findings.map((finding) => (
            <li>
              <strong>{finding.place}</strong>
              {`: ${finding.fact}`}
            </li>
          ))}
        </ul>
      )}
      {preview.solved > 0 && <p>{words.solved(preview.solved)}</p>}
      <h3>{words.effect}</h3>
      {preview.effect === undefined ? (
        <p>{words.noEffect}</p>
      ) : (
        <>
          <p>
            {`${words.effectLead(preview.effect.checkpoint, italianDay(preview.effect.on))}${supposed ? ` ${words.supposed}` : ''}`}
          </p>
          <StackTable
            caption={words.effect}
            hideCaption
            columns={[{ title: words.what }, { title: words.now }, { title: words.proposed }]}
            rows={preview.effect.lines.map((line) => ({
              head: line.title,
              cells: [line.now, line.differs ? <strong class="ciclo-is">{line.proposed}</strong> : line.proposed],
            }))}
          />
        </>
      )}
    </>
  );
}
