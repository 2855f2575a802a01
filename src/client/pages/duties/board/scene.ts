import type { Context } from 'hono';
import type { Actor } from '../../../../domain/acting.js';
import { entityOf } from '../../../../register/entities.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { directoryOf } from '../../../../register/reading/directory-of.js';
import { type Frame, frameOf } from '../../kit/frame.js';
import type { Site } from '../../kit/site.js';
import type { Duty } from '../duty.js';
import { type Delay, delayOf } from './delay.js';

/** What the pages of a duty at one step all need. */
export interface DutyScene {
  readonly frame: Frame;
  readonly duty: Duty;
  readonly entity: string;
  readonly simulated: boolean;
  readonly directory: Directory;
  /** When the step is past its legal term, or was. */
  readonly delay?: Delay;
  /** Why a reason of the delay was not added. */
  readonly delayError?: string;
}

/** Reads what surrounds a duty's page. */
export async function sceneOf({ deps, assets }: Site, c: Context): Promise<DutyScene> {
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
    ...(delay === undefined ? {} : { delay }),
  };
}

/** The scene with what is wrong with the form of the delay, if anything is. */
export const withError = (scene: DutyScene, delayError: string | undefined): DutyScene =>
  delayError === undefined ? scene : { ...scene, delayError };

/**
 * Who acts when the person does something that one of these roles may do: in their own right before in another's place,
 * unless the link they came by says otherwise. Undefined when they hold none of them today.
 */
export function actorAs(duty: Duty, roles: readonly string[]): Actor | undefined {
  const held = duty.capacities.filter(({ role }) => roles.includes(role));
  const chosen =
    held.find(({ actingFor }) => actingFor === duty.actor.actingFor) ??
    held.find(({ actingFor }) => actingFor === undefined) ??
    held[0];
  if (chosen === undefined) return undefined;
  return {
    person: duty.person.id,
    ...(chosen.actingFor === undefined ? {} : { actingFor: chosen.actingFor }),
  };
}
