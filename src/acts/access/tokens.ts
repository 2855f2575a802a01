import { CONFIRM_PATH } from '../../access/paths.js';
import { addDays, weekday } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { err, ok, type Result } from '../../domain/result.js';
import { decidesByToken, type Scope } from '../../domain/token.js';
import { type BodyCycle, bodyCycle, standingPolicies } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { appendLog, isLogged } from '../../register/log.js';
import { type Person, personById } from '../../register/people.js';
import { confirmToken, requestToken } from '../../register/token-requests.js';
import { type IssuedToken, issueToken, revokeToken, type TokenRecord } from '../../register/tokens.js';
import { accessWords } from '../../words/access.js';
import { docs, type TokenDesk, tellOfToken } from './token-notices.js';

/** A token as it is asked for. */
interface AskedToken {
  readonly entity: string;
  /** Whom it acts for. */
  readonly person: string;
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** Who asks: a person of the body, or somebody at a terminal. */
interface Asker {
  /** Id of a person, or `terminale:<user>`. */
  readonly id: string;
  readonly name: string;
  /** Whom a person asks for, where they stand in for somebody who administers. */
  readonly actingFor?: string | undefined;
}

const words = accessWords.administration;

/**
 * Asks for a token. For oneself it is issued at once, and only then is its secret answered; for somebody else nothing
 * lives until they confirm it from the mail that this sends them. Either way their mailbox and the log know.
 * @returns the token, or `asked` when its person is asked; otherwise why not, in Italian
 */
export async function askForToken(
  desk: TokenDesk,
  asked: AskedToken,
  by: Asker,
): Promise<Result<IssuedToken | 'asked', string>> {
  const person = await personById(desk.db, asked.entity, asked.person);
  if (person === undefined) return err(words.badPerson);
  const cycle = await bodyCycle(desk.db, asked.entity);
  if (cycle === undefined) return err(words.noCycle);
  if (asked.scopes.includes('decide') && !(await bodyDecidesByToken(desk.db, asked.entity)))
    return err(words.noDeciding);
  const { entity, title, scopes, days } = asked;
  const detail = { title, person: person.id, scopes, days };
  return await inTransaction(desk.db, async (db) => {
    if (by.id !== person.id) {
      const secret = await requestToken(db, { ...asked, requestedBy: by.id });
      await appendLog(db, {
        at: desk.now,
        actor: by.id,
        actingFor: by.actingFor,
        action: 'token-requested',
        subject: person.name,
        cycle: cycle.id,
        detail,
      });
      const told = { moment: 'to-confirm' as const, title, scopes, requestedBy: by.name, days };
      const link = `${desk.consoleUrl}${CONFIRM_PATH}/${secret}`;
      await tellOfToken({ ...desk, db }, cycle, person, { ...told, link }, `richiesta-${secret.slice(0, 8)}`);
      return ok('asked');
    }
    const token = await issueToken(db, { ...asked, issuedBy: by.id });
    await issued({ ...desk, db }, cycle, person, { entity, title, scopes, days }, token, by);
    return ok(token);
  });
}

/** Confirms a request from its mail: the token lives from now on, and its secret is for who confirms. */
export async function confirmRequest(desk: TokenDesk, secret: string): Promise<IssuedToken | undefined> {
  return await inTransaction(desk.db, async (db) => {
    const confirmed = await confirmToken(db, secret);
    if (confirmed === undefined) return undefined;
    const { request, token } = confirmed;
    const [person, cycle] = [await personById(db, request.entity, request.person), await bodyCycle(db, request.entity)];
    if (person === undefined || cycle === undefined)
      throw new Error(`nobody to issue the token of ${request.person} to`);
    const by = await personById(db, request.entity, request.requestedBy);
    await issued({ ...desk, db }, cycle, person, request, token, { name: by?.name ?? request.requestedBy });
    return token;
  });
}

/** Puts a use on record: a line of the log for each day on which a token was used, a mail for each week. */
export async function recordTokenUse(desk: TokenDesk, token: TokenRecord): Promise<void> {
  const on = romeDate(desk.now);
  const key = `token-used/${token.entity}/${token.reference}/${on}`;
  if (await isLogged(desk.db, key)) return;
  const person = await personById(desk.db, token.entity, token.person);
  const cycle = await bodyCycle(desk.db, token.entity);
  if (person === undefined || cycle === undefined) return;
  const by = await personById(desk.db, token.entity, token.issuedBy);
  await inTransaction(desk.db, async (db) => {
    await appendLog(db, {
      key,
      at: desk.now,
      actor: person.id,
      action: 'token-used',
      subject: token.title,
      cycle: cycle.id,
      detail: { reference: token.reference },
    });
    const { title, scopes, reference } = token;
    const told = { moment: 'used' as const, title, scopes, reference, requestedBy: by?.name ?? token.issuedBy };
    await tellOfToken({ ...desk, db }, cycle, person, { ...told, link: docs(desk) }, `uso-${reference}`, mondayOf(on));
  });
}

/** Takes a token back at the terminal, for whoever is at the machine. @returns false when the body has none of this reference that still stands */
export async function takeBackToken(
  { db, now }: Pick<TokenDesk, 'db' | 'now'>,
  entity: string,
  reference: string,
  by: string,
): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    if (!(await revokeToken(tx, entity, reference))) return false;
    const cycle = await bodyCycle(tx, entity);
    const subject = `${entity}/${reference}`;
    await appendLog(tx, { at: now, actor: by, action: 'token-revoked', subject, cycle: cycle?.id });
    return true;
  });
}

/** Whether the rules of a cycle of the body that is not over let decisions be recorded by token. */
export async function bodyDecidesByToken(db: Db, entity: string): Promise<boolean> {
  return (await standingPolicies(db, entity)).some(decidesByToken);
}

async function issued(
  desk: TokenDesk,
  cycle: BodyCycle,
  person: Person,
  asked: Omit<AskedToken, 'person'>,
  { reference }: IssuedToken,
  { name: requestedBy, actingFor }: Pick<Asker, 'name' | 'actingFor'>,
): Promise<void> {
  const { entity, title, scopes, days } = asked;
  await appendLog(desk.db, {
    at: desk.now,
    actor: person.id,
    actingFor,
    action: 'token-issued',
    subject: `${entity}/${reference}`,
    cycle: cycle.id,
    detail: { title, person: person.id, scopes, days, requestedBy },
  });
  const told = { moment: 'issued' as const, title, scopes, days, reference, requestedBy, link: docs(desk) };
  await tellOfToken(desk, cycle, person, told, `emesso-${reference}`);
}

const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekday(date));
