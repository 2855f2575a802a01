import type { Entity } from '../domain/entity.js';
import type { LoadedPlan } from './plan.js';
import type { Located } from './read-yaml.js';

/** A body among the data files. */
export interface Found {
  readonly entity: Entity;
  readonly folder: string;
  /** Where the entity is written. */
  readonly at: Located<Entity>;
  readonly plan?: LoadedPlan;
}
