import { addDays, maxDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { MANAGE_PATH, stepPath } from '../../pages/kit/paths.js';
import type { Form } from '../page.js';
import type { Script } from '../script.js';
import type { Answers } from '../visitor.js';
import { officesAt } from './offices.js';
import { firstHolder } from './people.js';
import { type Act, type CastDeps, later, morning, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { stepPage } from './standing.js';
import { signedIn } from './visiting.js';

const words = castWords.steering;

/** Extensions the script has controllo di gestione grant at a step. */
export function extensions(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.extensions
    .filter((extension) => extension.step === step.id)
    .map(({ on, days, reason }) => {
      // Under a very fast clock the term may be over before anybody gets to it: days are then granted from today.
      const dueOn = (): CivilDate => addDays(maxDate(step.dueOn, romeDate(deps.now())), days);
      return acting(deps, step, `extend/${on}`, morning(on), 'proroga', {
        stands: reason,
        answers: () => ({ scadenza: dueOn(), motivo: reason }),
        line: (name) => words.extended(step.title, name),
      });
    });
}

/** A value goes back to its office with a remark, once it is there. */
export const givingBack = (deps: CastDeps, step: SeenStep, at: Instant, code: string, remark: string) =>
  acting(deps, step, 'return', at, 'restituzione', {
    stands: remark,
    answers: (form) =>
      form.fields.get('indicatore')?.options.includes(code) === true
        ? { indicatore: code, osservazione: remark }
        : undefined,
    line: (name) => words.returned(code, name),
  });

/** How much longer a checkpoint stays open while others than the silent offices are missing: seconds, on a slow machine. */
const LENIENT_DAYS = 90;

/** A checkpoint is closed though values are missing: of offices that will not answer, or after a last wait. */
export function closing(deps: CastDeps, step: SeenStep, at: Instant, part: Script['checkpoints'][string]) {
  const isTime = async (): Promise<boolean> => {
    const page = await stepPage(deps, step.id);
    const missing = (await officesAt(deps, page)).filter(({ complete }) => !complete);
    const hopeless = missing.every(({ office }) => part.silentOffices.includes(office));
    const wasReturned = part.returned === undefined || page.says(part.returned.remark);
    return (hopeless && wasReturned) || deps.now() > later(at, LENIENT_DAYS);
  };
  return acting(deps, step, 'close', at, 'chiusura', {
    answers: async () => ((await isTime()) ? { motivo: part.closingReason } : undefined),
    line: (name) => words.closed(step.title, name),
  });
}

interface Commanded {
  /** What the page of the step says once it has been done; absent of what ends the step. */
  readonly stands?: string;
  /** Undefined while the form does not offer what is meant. */
  answers(form: Form): Answers | undefined | Promise<Answers | undefined>;
  line(name: string): string;
}

/** Somebody of controllo di gestione signs in, goes to the step's management page and sends one of its forms. */
function acting(
  deps: CastDeps,
  step: SeenStep,
  name: string,
  at: Instant,
  command: 'proroga' | 'restituzione' | 'chiusura',
  { stands, answers, line }: Commanded,
): readonly [string, Act] {
  const run = async (): Promise<Outcome> => {
    if (stands !== undefined && (await stepPage(deps, step.id)).says(stands)) return 'done';
    const person = await firstHolder(deps, [STEERING]);
    const { visitor, page } = await signedIn(deps, person, `${stepPath(deps.ref, step.id)}${MANAGE_PATH}`);
    const form = page.formTo(`/${command}`);
    const written = form === undefined ? undefined : await answers(form);
    if (form === undefined || written === undefined) return 'waiting';
    return report(deps, line(person.name), await visitor.send(form, written));
  };
  return [`${step.id}/${name}`, { at, step: step.id, by: STEERING, run }];
}
