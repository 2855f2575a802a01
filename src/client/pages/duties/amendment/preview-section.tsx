import { amendmentWords } from '../../../../words/amendment.js';
import { italianDay } from '../../../../words/format.js';
import { ChangeTable } from '../../kit/parts/change-table.js';
import { columnsOf } from '../../kit/table/column.js';
import { DataTable } from '../../kit/table/data-table.js';
import type { Effect, Preview } from './preview.js';

const words = amendmentWords.preview;
const { text, printed } = columnsOf<Effect>();

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
            rows={preview.effect.lines}
          />
        </>
      )}
    </>
  );
}
