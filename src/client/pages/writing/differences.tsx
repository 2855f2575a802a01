import { writingWords } from '../../../words/writing.js';
import { diffTexts, excerptOf, type Run } from './text-diff.js';

const words = writingWords.versions;

/** What changes from one text to another: what came and went is said in words too, not by colour alone. */
export function Differences({ before, after }: { before: string; after: string }) {
  const lines = diffTexts(before, after);
  if (lines === undefined) {
    return (
      <>
        <p>{words.tooFar}</p>
        <pre class="ciclo-diff">{before}</pre>
        <pre class="ciclo-diff">{after}</pre>
      </>
    );
  }
  if (lines.every(({ change }) => change === 'same')) return <p>{words.same}</p>;
  return (
    <div class="ciclo-diff">
      {excerptOf(lines).map((line) =>
        line.change === 'skipped' ? (
          <p class="is-skipped">{words.skipped(line.count)}</p>
        ) : (
          <p class={`is-${line.change}`}>
            {line.runs.map((run) => (
              <Changed run={run} />
            ))}
          </p>
        ),
      )}
    </div>
  );
}

function Changed({ run: { text, change } }: { run: Run }) {
  if (change === 'same') return <>{text}</>;
  const said = <span class="visually-hidden">{`[${change === 'added' ? words.added : words.removed}] `}</span>;
  return change === 'added' ? (
    <ins>
      {said}
      {text}
    </ins>
  ) : (
    <del>
      {said}
      {text}
    </del>
  );
}
