import { askForToken, takeBackToken } from '../../acts/access/tokens.js';
import { loadConfig } from '../../config.js';
import { instantOfMs } from '../../domain/clock.js';
import { CONFIRM_HOURS, type Scope } from '../../domain/token.js';
import { Failure } from '../../platform/errors.js';
import { runningInstance } from '../../platform/instance-lock.js';
import { refuseText } from '../../register/accept.js';
import { presentIn } from '../../register/clock.js';
import type { Db } from '../../register/database.js';
import { listEntities } from '../../register/entities.js';
import { personById } from '../../register/people.js';
import { seeingEveryBody } from '../../register/sight.js';
import { type TokenRecord, tokensOf } from '../../register/tokens.js';
import { apiWords } from '../../words/api.js';
import { italianMoment } from '../../words/format.js';
import { withRegister } from '../system/with-register.js';

const words = apiWords.cli.token;

interface Place {
  readonly entity: string;
  readonly space?: string;
  readonly json: boolean;
}

interface Issuing extends Place {
  readonly person: string;
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** Asks a person for a token: they confirm it from their mail, and its secret is shown to them alone. */
export function issue({ entity, person, title, scopes, days, space, json }: Issuing, by: string): Promise<void> {
  const config = loadConfig();
  return withRegister(config, space, entity, async ({ db }) => {
    await requireEntity(db, entity);
    const known = refuseText(person) === undefined ? await personById(db, entity, person) : undefined;
    if (known === undefined) throw new Failure(1, words.noPerson(person, entity));
    // A system at work says itself where its console is; one that does not run will be where it is configured.
    const running = runningInstance(config.dataDir)?.consoleUrl ?? '';
    const desk = {
      db,
      now: await presentIn(db),
      consoleUrl: running === '' ? config.console.url : running,
      domain: /@([^\s>]+)/.exec(config.mailFrom)?.[1] ?? 'localhost',
    };
    const asked = await askForToken(desk, { entity, person, title, scopes, days }, { id: by, name: by });
    if (!asked.ok) throw new Failure(1, asked.error);
    if (json) process.stdout.write(`${JSON.stringify({ asked: true, person, confirmWithinHours: CONFIRM_HOURS })}\n`);
    else process.stdout.write(`${words.asked(known.name, CONFIRM_HOURS)}\n`);
  });
}

export function list({ entity, space, json }: Place): Promise<void> {
  return withRegister(loadConfig(), space, entity, async ({ db }) => {
    await requireEntity(db, entity);
    const tokens = await tokensOf(db, entity);
    if (json) process.stdout.write(`${JSON.stringify(tokens, null, 2)}\n`);
    else process.stdout.write(`${tokens.length === 0 ? words.none(entity) : tokens.map(lineOf).join('\n')}\n`);
  });
}

export function revoke({ entity, space, json }: Place, reference: string, by: string): Promise<void> {
  return withRegister(loadConfig(), space, entity, async ({ db }) => {
    await requireEntity(db, entity);
    const taken = await takeBackToken({ db, now: await presentIn(db) }, entity, reference, by);
    if (!taken) throw new Failure(1, words.unknown(reference, entity));
    process.stdout.write(json ? `${JSON.stringify({ reference, revoked: true })}\n` : `${words.revoked(reference)}\n`);
  });
}

/** A mistyped entity must not look like one without tokens. */
async function requireEntity(db: Db, entity: string): Promise<void> {
  const there = (await seeingEveryBody(() => listEntities(db))).map(({ id }) => id);
  if (!there.includes(entity)) throw new Failure(1, words.noEntity(entity, there));
}

function lineOf(token: TokenRecord): string {
  const until = italianMoment(instantOfMs(Date.parse(token.expiresAt)));
  return words.line(token.reference, token.personName, token.title, until, words.states[stateOf(token)]);
}

function stateOf({ revokedAt, expiresAt }: TokenRecord): keyof typeof words.states {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'standing';
}
