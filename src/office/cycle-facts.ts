import type { CycleRef } from '../domain/acting.js';
import { type CycleFacts, cycleId, factsOfCycle } from '../register/cycles.js';
import type { Db } from '../register/database.js';

/** `ccms/2016`: the cycle's id in the register. */
export const idOf = (ref: CycleRef): string => cycleId(ref.entity, ref.exercise);

/** @throws when the cycle is not in the register */
export const cycleFacts = (db: Db, ref: CycleRef): Promise<CycleFacts> => factsOfCycle(db, idOf(ref));
