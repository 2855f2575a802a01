import { cycleId } from '../../domain/cycle-id.js';
import type { Refusal } from '../../domain/refusal.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';

/** Why nothing more can be said of what was done before a cycle: it runs already, or has ended. */
export async function begunAlready(db: Db, entity: string, exercise: number): Promise<readonly Refusal[]> {
  const cycle = await cycleOf(db, cycleId({ entity, exercise }));
  return cycle === undefined || cycle.status === 'planned' ? [] : [{ field: 'exercise', text: begun(exercise) }];
}

const begun = (exercise: number): string =>
  `il ciclo ${exercise} è già cominciato: ciò che era già fatto si registra prima di avviarlo. Le attività in corso si concludono dalla loro pagina, con la data dell’atto`;

/** How the exercise and the step are called, by both acts. */
export const earlierWords = {
  exercise: { page: 'esercizio', value: 'anno', label: 'Esercizio', missing: 'manca l’esercizio' },
  step: {
    page: 'attivita',
    value: 'attivita',
    label: 'Attività',
    missing: 'manca l’attività',
  },
} as const;
