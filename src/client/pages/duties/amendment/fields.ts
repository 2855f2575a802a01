import { FORM_ID } from '../officer/posted.js';

/** Names of fields; those about an indicator are followed by a colon and its code. */
export const FIELD = {
  id: FORM_ID,
  from: 'versione',
  pick: 'i',
  add: 'nuovo',
  target: 'target',
  weight: 'peso',
  remove: 'togli',
  reading: 'lettura',
  accumulation: 'nel-corso',
  name: 'denominazione',
  office: 'ufficio',
  resum: 'ricalcola',
  reason: 'motivo',
  action: 'azione',
} as const;
export const ACTION = { preview: 'anteprima', propose: 'proponi' } as const;

/** The tick that confirms together what is written in its targets. */
export const CONFIRM = 'confermo';

export const fieldOf = (field: keyof typeof FIELD, code: string): string => `${FIELD[field]}:${code}`;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}
