import { loadConfig } from '../../config.js';
import { calendarInstant, instantOfMs, REAL_TIME } from '../../domain/clock.js';
import { Failure } from '../../platform/errors.js';
import { refuseText } from '../../register/accept.js';
import { loadClock } from '../../register/clock.js';
import type { Db } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { personById } from '../../register/people.js';
import { issueToken, revokeToken, type TokenRecord, tokensOf } from '../../register/tokens.js';
import { apiWords } from '../../words/api.js';
import { italianMoment } from '../../words/format.js';
import { withRegister } from '../with-register.js';

const words = apiWords.cli.token;

interface Place {
  readonly entity: string;
  readonly space?: string;
  readonly json: boolean;
}

interface Issuing extends Place {
  readonly person: string;
  readonly title: string;
  readonly days: number;
}

/** Issues a token and writes its secret, alone on its line, to the standard output. */
export function issue({ entity, person, title, days, space, json }: Issuing, by: string): Promise<void> {
  return withRegister(loadConfig(), space, async ({ db }) => {
    await requireEntity(db, entity);
    const known = refuseText(person) === undefined ? await personById(db, entity, person) : undefined;
    if (known === undefined) throw new Failure(1, words.noPerson(person, entity));
    const { secret, reference } = await issueToken(db, { entity, person, title, issuedBy: by, days });
    await log(db, by, 'token-issued', `${entity}/${reference}`, { title, person, days });
    if (json) process.stdout.write(`${JSON.stringify({ reference, token: secret }, null, 2)}\n`);
    else {
      process.stderr.write(`${words.issued(reference)}\n`);
      process.stdout.write(`${secret}\n`);
    }
  });
}

export function list({ entity, space, json }: Place): Promise<void> {
  return withRegister(loadConfig(), space, async ({ db }) => {
    await requireEntity(db, entity);
    const tokens = await tokensOf(db, entity);
    if (json) process.stdout.write(`${JSON.stringify(tokens, null, 2)}\n`);
    else process.stdout.write(`${tokens.length === 0 ? words.none(entity) : tokens.map(lineOf).join('\n')}\n`);
  });
}

export function revoke({ entity, space, json }: Place, reference: string, by: string): Promise<void> {
  return withRegister(loadConfig(), space, async ({ db }) => {
    await requireEntity(db, entity);
    if (!(await revokeToken(db, entity, reference))) throw new Failure(1, words.unknown(reference, entity));
    await log(db, by, 'token-revoked', `${entity}/${reference}`);
    process.stdout.write(json ? `${JSON.stringify({ reference, revoked: true })}\n` : `${words.revoked(reference)}\n`);
  });
}

/** A mistyped entity must not look like one without tokens. */
async function requireEntity(db: Db, entity: string): Promise<void> {
  const there = (await db.selectFrom('entities').select('id').execute()).map(({ id }) => id);
  if (!there.includes(entity)) throw new Failure(1, words.noEntity(entity, there));
}

async function log(db: Db, actor: string, action: string, subject: string, detail: object = {}): Promise<void> {
  const clock = (await loadClock(db))?.clock ?? REAL_TIME;
  await appendLog(db, { at: calendarInstant(clock, Date.now()), actor, action, subject, detail });
}

function lineOf(token: TokenRecord): string {
  const until = italianMoment(instantOfMs(Date.parse(token.expiresAt)));
  return words.line(token.reference, token.personName, token.title, until, words.states[stateOf(token)]);
}

function stateOf({ revokedAt, expiresAt }: TokenRecord): keyof typeof words.states {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'standing';
}
