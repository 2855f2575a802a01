import type { StepView } from '../../../register/reading/step-view.js';
import { steeringWords } from '../../../words/steering.js';

const words = steeringWords.trouble;

/** Why a step does not go on, where something is wrong with it. */
export function Trouble({ step }: { step: StepView }) {
  if (step.trouble === null) return null;
  const said = step.status === 'failed' ? words.failed : words.stuck;
  return (
    <div class="alert alert-danger" role="alert">
      <strong>{words.title}</strong>
      <p>{said(step.trouble)}</p>
    </div>
  );
}
