import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { type CycleFacts, factsOfCycle } from '../register/cycles.js';
import type { Db } from '../register/database.js';

/** @throws when the cycle is not in the register */
export const cycleFacts = (db: Db, ref: CycleRef): Promise<CycleFacts> => factsOfCycle(db, cycleId(ref));
