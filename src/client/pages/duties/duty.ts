import type { Context, MiddlewareHandler } from 'hono';
import { DUTY_PATH, type InvitationProblem } from '../../../access/invitations.js';
import type { Actor, CycleRef } from '../../../domain/acting.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { cycleKey } from '../../../domain/cycle-id.js';
import { officeRole } from '../../../domain/entity.js';
import type { Capacity } from '../../../domain/who-acts.js';
import { capacityFor } from '../../../domain/who-acts.js';
import { frozenIndicators } from '../../../register/checkpoints.js';
import type { Db } from '../../../register/database.js';
import { delegatedCapacitiesOf } from '../../../register/delegations.js';
import type { InvitationRecord } from '../../../register/invitations.js';
import { capacitiesOf, type Person, personById } from '../../../register/people.js';
import { seeing } from '../../../register/sight.js';
import { type StepRecord, stepOf } from '../../../register/steps.js';
import { through } from '../../../register/via.js';
import { cyclePath } from '../kit/paths.js';
import { cycleIdIn, type Site } from '../kit/site.js';

/**
 * What one person has to do at one step, however they reached the page: by the link in a mail, or signed in. The pages
 * of duties are the same for both.
 */
export interface Duty {
  readonly ref: CycleRef;
  readonly step: StepRecord;
  readonly person: Person;
  readonly actor: Actor;
  /** Roles among the step's owners, recorder or, at a checkpoint, offices and indicators delegated, which the person acts as today. */
  readonly capacities: readonly Capacity[];
  /** Address of the duty's page; what its forms post to lies below. */
  readonly here: string;
  readonly by: 'invitation' | 'session';
  /** When the person came by a link. */
  readonly invitation?: InvitationRecord;
}

declare module 'hono' {
  interface ContextVariableMap {
    duty: Duty;
  }
}

/** Why there is no duty to show. */
export type NoDuty = InvitationProblem | 'not-theirs' | 'unknown';

/** Opens the duty an invitation's token stands for. A GET that comes here changes nothing. */
export function invitedDuty(site: Site, refuse: (c: Context, why: NoDuty) => Promise<Response>): MiddlewareHandler {
  const { deps } = site;
  return async (c, next) => {
    const token = c.req.param('token') ?? '';
    const read = await deps.invitations.read(deps.register.db, token, deps.clock());
    if (!read.ok) return refuse(c, read.error);
    const { value: invitation } = read;
    const actingFor = invitation.actingFor ?? undefined;
    const duty = await dutyOf(site, {
      cycle: invitation.cycle,
      step: invitation.step,
      person: invitation.person,
      here: `${DUTY_PATH}/${token}`,
      actingFor,
    });
    if (typeof duty === 'string') return refuse(c, duty);
    c.set('duty', { ...duty, by: 'invitation', invitation });
    await through({ channel: 'mail-link' }, () => seeing(duty.ref.entity, next));
    return undefined;
  };
}

/** Opens the duty the signed-in person has at the step in the address. Goes after `ofEntity`. */
export function ownDuty(site: Site, refuse: (c: Context, why: NoDuty) => Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    const [cycle, entity, step] = [cycleIdIn(c), c.req.param('entity'), c.req.param('step')];
    const person = c.get('standing')?.person.id;
    if (cycle === undefined || entity === undefined || step === undefined) return refuse(c, 'unknown');
    if (person === undefined) return refuse(c, 'not-theirs');
    const exercise = Number(c.req.param('exercise'));
    const here = cyclePath({ entity, exercise }, `/attivita/${encodeURIComponent(step)}/adempimento`);
    const duty = await dutyOf(site, { cycle, step, person, here });
    if (typeof duty === 'string') return refuse(c, duty);
    c.set('duty', { ...duty, by: 'session' });
    await next();
    return undefined;
  };
}

interface Sought {
  readonly cycle: string;
  readonly step: string;
  readonly person: string;
  /** Whom an invitation says they stand in for; absent: whatever they act as today. */
  readonly actingFor?: string;
  readonly here: string;
}

async function dutyOf({ deps }: Site, sought: Sought): Promise<Omit<Duty, 'by' | 'invitation'> | NoDuty> {
  const { db, schema } = deps.register;
  const step = await stepOf(db, sought.cycle, sought.step);
  if (step === undefined) return 'unknown';
  const { entity, exercise } = cycleKey(sought.cycle);
  const person = await personById(db, entity, sought.person);
  if (person === undefined) return 'unknown';
  const asked = await rolesAskedAt(db, step);
  const today = romeDate(deps.clock());
  const capacities = [
    ...(await capacitiesOf(db, entity, person.id, today)).filter((held) => asked.has(held.role)),
    ...(step.planned.kind === 'checkpoint'
      ? await delegatedCapacitiesOf(db, { cycle: step.cycle, checkpoint: step.id }, person.id, today)
      : []),
  ];
  // In their own right before in another's place, unless the link says otherwise.
  const capacity =
    sought.actingFor === undefined
      ? capacityFor(capacities, () => true)
      : capacities.find((held) => held.actingFor === sought.actingFor);
  if (capacity === undefined) return 'not-theirs';
  const actor = { person: person.id, actingFor: capacity.actingFor };
  return {
    ref: { space: schema, entity, exercise },
    step,
    person,
    actor,
    capacities,
    here: sought.here,
  };
}

/** The roles a step asks something of: its owners, who records its board's decisions, the offices of its indicators. */
async function rolesAskedAt(db: Db, { cycle, id, planned }: StepRecord): Promise<ReadonlySet<string>> {
  const offices =
    planned.kind === 'checkpoint'
      ? (await frozenIndicators(db, { cycle, checkpoint: id })).map((i) => officeRole(i.office))
      : [];
  return new Set([...planned.owners, ...(planned.recorder === undefined ? [] : [planned.recorder]), ...offices]);
}
