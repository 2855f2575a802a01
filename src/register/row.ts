import type { SelectType } from 'kysely';
import type { Tables } from './tables.js';

/** A row as it is read, or some columns of it: what is on record has the names and types of its table, and no list of its own. */
export type Row<T extends keyof Tables, C extends keyof Tables[T] = keyof Tables[T]> = {
  readonly [K in C]: SelectType<Tables[T][K]>;
};
