import { italianWeekday } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import type { StepView } from '../../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianDay } from '../../../../words/format.js';
import type { Assets } from '../assets.js';
import { Icon } from './icon.js';

/** A date as Italian offices write it, readable by programs. */
export function Day({ date }: { date: CivilDate }) {
  return <time datetime={date}>{italianDay(date)}</time>;
}

/**
 * The due date with where it comes from: law or body, the norm, and why it is not the nominal one.
 * @param note number of the note of the page that holds the citation, instead of the citation itself
 */
export function Due({ assets, step, note }: { assets: Assets; step: StepView; note: number | undefined }) {
  const { norm, nominalDueOn } = step.planned;
  return (
    <span class="ciclo-due">
      <strong>
        <Day date={step.dueOn} />
      </strong>
      <span>
        <Force assets={assets} force={norm.force} />
        {note !== undefined && (
          <small>
            {', '}
            <a href={`#fonte-${note}`}>{words.step.note(note)}</a>
          </small>
        )}
      </span>
      {note === undefined && <small>{norm.citation}</small>}
      {step.extended && <small>{words.step.extended(italianDay(step.planned.dueOn))}</small>}
      {step.moved && <small>{words.step.moved(italianDay(nominalDueOn), italianWeekday(nominalDueOn))}</small>}
    </span>
  );
}

/** Whether a term is of law or of the body's own organisation. */
export function Force({ assets, force }: { assets: Assets; force: 'law' | 'body' }) {
  return (
    <span class={`ciclo-force ciclo-force-${force}`}>
      {force === 'law' && <Icon assets={assets} name="it-flag" size="xs" />}
      {force === 'law' ? words.step.law : words.step.body}
    </span>
  );
}
