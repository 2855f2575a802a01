import type { DatedStep } from '../../../../domain/calendar/types.js';
import { deskWorkOf } from '../../../../domain/oiv/asked.js';
import { oivWords } from '../../../../words/oiv.js';
import { wordsOf } from '../../../../words/validator.js';
import { cyclePath, OIV_PATH } from '../paths.js';

interface ToDeskProps {
  readonly cycle: { readonly entity: string; readonly exercise: number };
  /** How who validates is called in the body. */
  readonly validator: string;
  readonly planned: Omit<DatedStep, 'notices'>;
}

/** The way to the OIV's desk, at the steps whose work is done there. */
export function ToDesk({ cycle, validator, planned }: ToDeskProps) {
  const words = wordsOf(oivWords, validator);
  const work = deskWorkOf(planned);
  return (
    work !== undefined && (
      <p>
        <a href={cyclePath(cycle, OIV_PATH)}>{words.title}</a>
        {`: ${words.toDesk[work]}`}
      </p>
    )
  );
}
