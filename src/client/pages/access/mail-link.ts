import { randomUUID } from 'node:crypto';
import { LINK_PATH, RETURN_PARAMETER } from '../../../access/paths.js';
import { msOfInstant } from '../../../domain/clock.js';
import type { SignIn } from '../../../mail/message.js';
import { renderMessage } from '../../../mail/render.js';
import type { Db } from '../../../register/database.js';
import { type Person, peopleByEmail } from '../../../register/people.js';
import { entityWithExercise } from '../../../register/reading/entity.js';
import { issueSignInLink } from '../../../register/sessions.js';
import { accessWords } from '../../../words/access.js';
import type { ConsoleDeps } from '../kit/deps.js';

/** How long a link lasts, in minutes of the wall clock. */
export const LINK_MINUTES = 15;

/**
 * Mails a link to who is on record with an address; does nothing for an address nobody has. What goes wrong is told to
 * the log only: who asked gets the same answer whatever happens, and as quickly, so nobody is waited for here.
 * @param verso our own path to go on to
 */
export function mailLink(deps: ConsoleDeps, email: string, verso: string): void {
  const { db } = deps.register;
  const told = (reason: string): void => deps.log.line(accessWords.signIn.unsent(reason));
  peopleByEmail(db, email)
    .then(async ([person]) => {
      if (person === undefined) return;
      const sent = await send(deps, person, verso);
      if (sent !== undefined) told(sent);
    })
    .catch((cause: unknown) => told(cause instanceof Error ? cause.message : String(cause)));
}

/** @returns why it did not leave */
async function send(deps: ConsoleDeps, person: Person, verso: string): Promise<string | undefined> {
  const { db } = deps.register;
  const secret = await issueSignInLink(db, person.email, LINK_MINUTES);
  const query = new URLSearchParams({ [RETURN_PARAMETER]: verso }).toString();
  const now = deps.clock();
  const message: SignIn = {
    kind: 'sign-in',
    ...(await bodyOf(db, person.entity, now.slice(0, 4))),
    recipient: person.name,
    simulated: deps.rehearsal,
    at: now,
    link: `${deps.consoleUrl}${LINK_PATH}/${secret}?${query}`,
    minutes: LINK_MINUTES,
  };
  const { post } = deps;
  const outcome = await post.transport.send({
    ...renderMessage(message),
    messageId: `<${randomUUID()}@${post.from.address.split('@')[1] ?? 'localhost'}>`,
    from: post.from,
    // The address on record, not the one that was typed.
    to: { name: person.name, address: person.email },
    date: msOfInstant(now),
  });
  return outcome.outcome === 'accepted' ? undefined : outcome.error;
}

/** The entity as a mail names it, with its latest exercise, or else the year. */
async function bodyOf(db: Db, entity: string, year: string): Promise<Pick<SignIn, 'entity' | 'exercise'>> {
  const { title, exercise } = await entityWithExercise(db, entity);
  return { entity: { id: entity, name: title }, exercise: exercise ?? Number(year) };
}
