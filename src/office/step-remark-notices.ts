import { stepPath } from '../access/cycle-path.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { officeRole, STEERING } from '../domain/entity.js';
import type { StepRemarkMail } from '../mail/message.js';
import type { Db } from '../register/database.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { actingPerson, type Holder, holdersOf, personById } from '../register/people.js';
import { type UntoldSaying, untoldSayings } from '../register/step-remarks.js';
import { eachApart, throwAll } from './each-apart.js';

/** Kind of the notices that tell what was said about a step. */
export const STEP_REMARK_NOTICE = 'step-remark';

/** Sayings told in one round. */
const MOST = 200;

/**
 * Writes to who is called by name in a remark or a reply, and to who has spoken in the thread before; of a remark that calls nobody to
 * who answers: the office of its indicator, or else controllo di gestione. Whoever said it is not told. Idempotent: the occasion is
 * what was said.
 */
export async function planStepRemarkNotices(
  db: Db,
  post: { readonly domain: string; readonly consoleUrl: string },
  now: Instant,
): Promise<void> {
  const notices: NewNotice[] = [];
  const failures = await eachApart(
    await untoldSayings(db, STEP_REMARK_NOTICE, MOST),
    ({ cycle, occasion }) => `${cycle}/${occasion}`,
    async (saying) => notices.push(...(await noticesOf(db, post.consoleUrl, saying, now))),
  );
  await planNotices(db, notices, post.domain);
  throwAll(failures);
}

async function noticesOf(
  db: Db,
  consoleUrl: string,
  saying: UntoldSaying,
  now: Instant,
): Promise<readonly NewNotice[]> {
  const { cycle, entity, exercise, simulated, step, occasion, remark, indicator, text, person } = saying;
  const on = romeDate(now);
  const by = (await personById(db, entity, person))?.name ?? person;
  return (await recipients(db, saying, on))
    .filter(({ to }) => to.id !== person)
    .map(({ to, why }): NewNotice => {
      const message: StepRemarkMail = {
        kind: STEP_REMARK_NOTICE,
        entity: { id: entity, name: saying.name },
        exercise,
        recipient: to.name,
        simulated,
        at: now,
        title: saying.title,
        indicator: indicator ?? undefined,
        by,
        said: text,
        why,
        link: `${consoleUrl}${stepPath({ entity, exercise }, step)}#osservazione-${remark}`,
      };
      return {
        ...{ cycle, step, kind: message.kind, on, person: to.id, occasion },
        to: { name: to.name, address: to.email },
        message,
        simulated,
        dueAt: now,
      };
    });
}

interface Recipient {
  readonly to: Holder;
  readonly why: StepRemarkMail['why'];
}

/** Each person once: called by name before for having spoken. */
async function recipients(
  db: Db,
  { entity, mentions, before, office }: UntoldSaying,
  on: ReturnType<typeof romeDate>,
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  const add = (to: Holder | undefined, why: Recipient['why']): void => {
    if (to !== undefined && found.every((one) => one.to.id !== to.id)) found.push({ to, why });
  };
  for (const id of mentions) add(await actingPerson(db, entity, id, on), 'called');
  for (const id of before) add(await actingPerson(db, entity, id, on), 'replied');
  if (found.length > 0) return found;
  const role = office === null ? STEERING : officeRole(office);
  for (const holder of await holdersOf(db, entity, role, on)) add(holder, 'said');
  return found;
}
