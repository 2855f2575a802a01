import type { Facts } from '../../domain/trouble-facts.js';
import type { Db } from '../database.js';
import { openMigrationState } from '../migrate.js';
import { lastWorker } from '../workers.js';

/** When a worker last said that it is there: asked of the register, so that it is known also while Temporal is silent. */
export const lookAtWorkers = async (db: Db): Promise<Facts> => ({ about: 'workers', ...(await lastWorker(db)) });

/** Whether the register is of this version of the program. */
export const lookAtSchema = async (db: Db): Promise<Facts> => ({ about: 'schema', ...(await openMigrationState(db)) });
