import type { Context } from 'hono';
import type { Actor } from '../../../../domain/acting.js';
import { capacityFor } from '../../../../domain/who-acts.js';
import { entityOf } from '../../../../register/entities.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { directoryOf } from '../../../../register/reading/directory-of.js';
import type { Refused } from '../../kit/act-form.js';
import { type Frame, frameOf } from '../../kit/frame.js';
import type { Site } from '../../kit/site.js';
import type { Duty } from '../duty.js';
import { type Delay, delayOf } from './delay.js';

/** What the pages of a duty at one step all need. */
export interface DutyPageData {
  readonly frame: Frame;
  readonly duty: Duty;
  readonly entity: string;
  readonly simulated: boolean;
  readonly directory: Directory;
  /** When the step is past its legal term, or was. */
  readonly delay?: Delay;
  /** Why a reason of the delay was not added, and what was written. */
  readonly unexplained?: Refused;
}

/** Reads what surrounds a duty's page. */
export async function dutyPageData({ deps, assets }: Site, c: Context): Promise<DutyPageData> {
  const duty = c.get('duty');
  const { db } = deps.register;
  const frame = await frameOf(deps, assets, c, duty.step.cycle);
  const [entity, directory, delay] = await Promise.all([
    entityOf(db, duty.ref.entity),
    directoryOf(db, duty.ref.entity, frame.today),
    delayOf(db, duty.step, frame.today),
  ]);
  return {
    frame,
    duty,
    entity: entity?.name ?? duty.ref.entity,
    simulated: frame.cycle?.simulated ?? false,
    directory,
    delay,
  };
}

/** The page's data with what is wrong with the form of the delay, if anything is. */
export const withRefused = (data: DutyPageData, unexplained: Refused | undefined): DutyPageData => ({
  ...data,
  unexplained,
});

/** The page's data with the person shown as they act here; where they may not, as they came. */
export const actingAs = (data: DutyPageData, actor: Actor | undefined): DutyPageData =>
  actor === undefined ? data : { ...data, duty: { ...data.duty, actor } };

/** The same, as the owner of the step they act as. */
export const asOwner = (data: DutyPageData): DutyPageData =>
  actingAs(data, actorAs(data.duty, data.duty.step.planned.owners));

/**
 * Who acts when the person does something that one of these roles may do: in their own right before in another's place,
 * unless the link they came by says otherwise. Undefined when they hold none of them today.
 */
export function actorAs(duty: Duty, roles: readonly string[]): Actor | undefined {
  const chosen = capacityFor(duty.capacities, (role) => roles.includes(role), duty.actor.actingFor);
  if (chosen === undefined) return undefined;
  return {
    person: duty.person.id,
    actingFor: chosen.actingFor,
  };
}
