import { randomUUID } from 'node:crypto';
import { LINK_PATH, RETURN_PARAMETER } from '../../../access/paths.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { msOfInstant } from '../../../domain/clock.js';
import type { SignIn } from '../../../mail/message.js';
import { renderMessage } from '../../../mail/render.js';
import type { OutgoingMail } from '../../../mail/transport.js';
import type { Db } from '../../../register/database.js';
import { type Person, peopleByEmail } from '../../../register/people.js';
import { contactFor } from '../../../register/reading/contact.js';
import { entityWithExercise } from '../../../register/reading/entity.js';
import { issueSignInLink, LINK_MINUTES } from '../../../register/sessions.js';
import { seeingEveryBody } from '../../../register/sight.js';
import { accessWords } from '../../../words/access.js';
import type { ConsoleDeps } from '../kit/deps.js';

/** Requests that wait at once; more are dropped, and told to the log. */
const MOST_WAITING = 500;

/** Milliseconds between somebody's asking and the round in which their mail is written: at least, at most. */
const LINK_PAUSE_MS: readonly [number, number] = [200, 1_200];

/** Where requests for a link are left. */
interface LinkPost {
  /**
   * Mails a link to who is on record with an address; nothing leaves for an address nobody has. What goes wrong is told to the log
   * only, and nobody is waited for.
   * @param verso our own path to go on to
   */
  ask(email: string, verso: string): void;
  stop(): void;
}

interface Asked {
  readonly email: string;
  readonly verso: string;
}

/**
 * A queue of requests, taken at moments that nobody who asks can foresee. For an address nobody has a mail is written as well, and
 * thrown away: neither the answer nor what is slower after it tells who is on record.
 */
export function createLinkPost(deps: ConsoleDeps): LinkPost {
  const [least, most] = deps.linkPauseMs ?? LINK_PAUSE_MS;
  const told = (reason: string): void => deps.log.line(accessWords.signIn.unsent(reason));
  let waiting: Asked[] = [];
  let next: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    next = undefined;
    const asked = waiting;
    waiting = [];
    for (const one of asked) {
      const unsent = await mailLink(deps, one).catch((cause: unknown) =>
        cause instanceof Error ? cause.message : String(cause),
      );
      if (unsent !== undefined) told(unsent);
    }
  };
  return {
    ask: (email, verso) => {
      if (waiting.length >= MOST_WAITING) return told(accessWords.signIn.tooManyWait);
      waiting.push({ email, verso });
      // Begun by whoever asked first, it finds out who all of them are.
      next ??= seeingEveryBody(() => setTimeout(() => void round(), least + Math.random() * (most - least)));
    },
    stop: () => clearTimeout(next),
  };
}

/** Stands for an address nobody has, in a mail that leaves for nobody. */
const NOBODY = { entity: '', name: 'Nessuno', email: 'nessuno@localhost' } as const;

/** @returns why it did not leave */
async function mailLink(deps: ConsoleDeps, { email, verso }: Asked): Promise<string | undefined> {
  const [person] = await peopleByEmail(deps.register.db, email);
  const mail = await written(deps, person ?? NOBODY, verso);
  if (person === undefined) return undefined;
  const outcome = await deps.post.transport.send(mail);
  return outcome.outcome === 'accepted' ? undefined : outcome.error;
}

async function written(
  { register: { db }, clock, rehearsal, consoleUrl, post }: ConsoleDeps,
  person: Pick<Person, 'entity' | 'name' | 'email'>,
  verso: string,
): Promise<OutgoingMail> {
  const secret = person === NOBODY ? randomUUID() : await issueSignInLink(db, person.email, LINK_MINUTES);
  const query = new URLSearchParams({ [RETURN_PARAMETER]: verso }).toString();
  const now = clock();
  const message: SignIn = {
    kind: 'sign-in',
    ...(await bodyOf(db, person.entity, now.slice(0, 4))),
    recipient: person.name,
    simulated: rehearsal,
    at: now,
    link: `${consoleUrl}${LINK_PATH}/${secret}?${query}`,
    minutes: LINK_MINUTES,
  };
  return {
    ...renderMessage(message, await contactFor(db, person.entity, romeDate(now))),
    messageId: `<${randomUUID()}@${post.from.address.split('@')[1] ?? 'localhost'}>`,
    from: post.from,
    // The address on record, not the one that was typed.
    to: { name: person.name, address: person.email },
    date: msOfInstant(now),
  };
}

/** The entity as a mail names it, with its latest exercise, or else the year. */
async function bodyOf(db: Db, entity: string, year: string): Promise<Pick<SignIn, 'entity' | 'exercise'>> {
  const found = await entityWithExercise(db, entity);
  return { entity: { id: entity, name: found?.title ?? entity }, exercise: found?.exercise ?? Number(year) };
}
