import { STEERING } from '../../domain/entity.js';
import type { FieldWords } from '../act.js';
import { optional } from '../field.js';
import { line, text } from '../readers.js';
import type { StepSubject } from '../subject.js';

/** Who may do what controllo di gestione does. */
export const steering = (): readonly string[] => [STEERING];

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
export const party = ({ step: { planned } }: StepSubject): readonly string[] => [
  STEERING,
  ...planned.owners,
  ...(planned.recorder === undefined ? [] : [planned.recorder]),
];
