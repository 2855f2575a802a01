import type { DatedStep, StepKind } from '../domain/calendar/types.js';
import { ADMINISTRATOR, STEERING } from '../domain/entity.js';
import type { StepRun } from '../register/acts.js';
import type { FieldWords } from './act.js';
import { optional } from './field.js';
import { line, text } from './readers.js';
import type { StepSubject } from './subject.js';
import { actWords } from './words.js';

/** Who may do what controllo di gestione does. */
export const steering = (): readonly string[] => [STEERING];

/** Who may let people and programs in, and take that back. */
export const administering = (): readonly string[] => [ADMINISTRATOR, STEERING];

/** The reason of what is ordered, and the act that orders it. */
export const orderFields = { reason: text(), act: optional(line()) };

export const orderWords = (reason: string) => ({
  reason: {
    page: 'motivo',
    value: 'motivo',
    label: reason,
    hint: 'Resta nel registro, con il nome di chi dispone e la data.',
    missing: 'manca il motivo',
  } satisfies FieldWords,
  act: {
    page: 'atto',
    value: 'atto',
    label: 'Atto che lo dispone (facoltativo)',
    hint: 'Per esempio: determinazione n. 12, con la sua data.',
  } satisfies FieldWords,
});

/** A reason, with the act that orders it when there is one: `dati in ritardo (det. 4)`. */
export const ordered = ({ reason, act }: { readonly reason: string; readonly act: string | undefined }): string =>
  act === undefined ? reason : `${reason} (${act})`;

/** Who has to do with a step: its owners, who records its board's decisions, controllo di gestione. */
export const party = ({ step }: StepSubject): readonly string[] => partyOf(step.planned);

/** The same, of a step as it was planned. */
export const partyOf = (planned: Pick<DatedStep, 'owners' | 'recorder'>): readonly string[] => [
  STEERING,
  ...planned.owners,
  ...(planned.recorder === undefined ? [] : [planned.recorder]),
];

/** Who is to do what the step asks. */
export const owners = ({ step: { planned } }: StepSubject): readonly string[] => planned.owners;

/** Of what is done to steps of some kinds alone. */
export const onlyTo =
  (...kinds: readonly StepKind[]) =>
  ({ step: { planned } }: StepSubject): string | undefined =>
    kinds.includes(planned.kind) ? undefined : actWords.otherKind(planned.title, planned.kind, kinds);

/** The run of a step, by what names it in the register. */
export const runOf = ({ step }: StepSubject): StepRun => ({ cycle: step.cycle, step: step.id, run: step.run });

/** Of what can only be done to a step that is going on. */
export const stepNotOpen = ({ step: { status } }: StepSubject): string | undefined =>
  status === 'open' || status === 'late' ? undefined : 'L’attività non è in corso.';
