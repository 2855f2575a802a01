import type { Actor, CycleRef } from '../../../domain/acting.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { Failure } from '../../../platform/errors.js';
import type { StepRecord } from '../../../register/steps.js';
import type { AtWork } from '../../system/with-actions.js';

/** What every act is given. */
export interface ActOptions {
  readonly entity: string;
  readonly year: number;
  readonly as: string;
  readonly space?: string;
  readonly json: boolean;
}

/** An act about to be taken: on what, and by whom. */
export interface Acting extends AtWork {
  readonly ref: CycleRef;
  readonly today: CivilDate;
  /** The actor for somebody with one of these roles today, in their own right or for somebody absent. */
  actorAs(roles: readonly string[]): Promise<Actor>;
  /** @throws Refused when the cycle has no such step */
  step(id: string): Promise<StepRecord>;
}

/** Said no, before or by what was asked. */
export class Refused extends Failure {
  constructor(message: string) {
    super(1, message);
  }
}
