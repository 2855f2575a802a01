import { AsyncLocalStorage } from 'node:async_hooks';
import type { Via } from '../domain/via.js';

/*
 * Who lets somebody in says once by which way they came, and whatever is done meanwhile is logged so: no act can forget
 * to say it. What nobody came in for is the system's own.
 */
const current = new AsyncLocalStorage<Via>();

/** Does `work` as something asked by this way. */
export const through = <T>(via: Via, work: () => T): T => current.run(via, work);

/** The way by which what is being done was asked; undefined for what the system does by itself. */
export const viaNow = (): Via | undefined => current.getStore();
