import type { Verdict } from '../../../domain/oiv/checklist.js';
import { oivWords } from '../../../words/oiv.js';

const LIGHTS: Readonly<Record<Verdict, string>> = { met: 'green', partly: 'yellow', 'not-met': 'red' };

/** What the OIV says, in a word with a colour; or that it has said nothing yet. */
export function VerdictTag({ verdict }: { verdict: Verdict | undefined }) {
  return verdict === undefined ? (
    <em>{oivWords.notJudged}</em>
  ) : (
    <span class={`ciclo-tag ciclo-light-${LIGHTS[verdict]}`}>{oivWords.verdicts[verdict]}</span>
  );
}
