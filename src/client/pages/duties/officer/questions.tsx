import { officerWords as words } from '../../../../words/officer.js';
import type { Assets } from '../../kit/assets.js';
import { markOf } from './answers.js';
import { fieldId } from './fields.js';
import { Callout } from './parts.js';
import { fieldOf } from './posted.js';

interface QuestionsProps {
  readonly assets: Assets;
  /** Code of the indicator. */
  readonly code: string;
  /** What the ids of its card's elements begin with. */
  readonly id: string;
  readonly questions: readonly string[];
  readonly marked?: boolean;
}

/** What is odd about an answer, to be said to be right before it is taken; nothing when nothing is. */
export function Questions({ assets, code, id, questions, marked = false }: QuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <Callout assets={assets} kind="warning">
      <div id={`${id}-domande`}>
        {questions.map((question) => (
          <p>{words.odd.question(question)}</p>
        ))}
      </div>
      <span class="ciclo-mark">
        <input
          type="checkbox"
          id={fieldId(id, 'confirm')}
          name={fieldOf('confirm', code)}
          value={markOf(questions)}
          checked={marked}
          aria-describedby={`${id}-domande`}
        />
        <label for={fieldId(id, 'confirm')}>{words.odd.yes}</label>
      </span>
    </Callout>
  );
}
