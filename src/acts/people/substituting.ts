import type { Actor } from '../../domain/acting.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { Substitution } from '../../domain/entity.js';
import { err, ok, type Result } from '../../domain/result.js';
import { refuseText } from '../../register/accept.js';
import { type Db, inTransaction } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { addSubstitution, peopleInService } from '../../register/people.js';
import { steeringWords } from '../../words/steering.js';

const words = steeringWords.substitutions;

/** A substitution as somebody asks for it. */
export interface AskedSubstitution {
  readonly absent: string;
  readonly substitute: string;
  readonly from: Result<CivilDate, string>;
  readonly to: Result<CivilDate, string>;
  readonly reason: string;
  /** Roles, or `ufficio:<id>`, all of the entity; none for everything. */
  readonly scope: readonly string[];
}

/** What is wrong with it, by the field of the form. */
export interface SubstitutionProblem {
  readonly field: 'assente' | 'sostituto' | 'dal' | 'al' | 'motivo';
  readonly text: string;
}

/** Records who acts for somebody absent, or answers everything that is wrong: then nothing has changed. */
export async function recordSubstitution(
  db: Db,
  entity: string,
  asked: AskedSubstitution,
  actor: Actor,
  now: Instant,
): Promise<Result<void, readonly SubstitutionProblem[]>> {
  const people = new Set((await peopleInService(db, entity)).map((p) => p.id));
  const problems = refuse(asked, people, romeDate(now));
  const { absent, substitute, from, to, scope, reason } = asked;
  if (problems.length > 0 || !from.ok || !to.ok) return err(problems);
  const substitution: Substitution = {
    absent,
    substitute,
    from: from.value,
    to: to.value,
    reason,
    ...(scope.length === 0 ? {} : { scope }),
  };
  await inTransaction(db, async (tx) => {
    await addSubstitution(tx, entity, substitution);
    await appendLog(tx, {
      key: `${entity}/substitution/${absent}/${substitute}/${from.value}/${to.value}/${now}`,
      at: now,
      actor: actor.person,
      ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }),
      action: 'substitution-recorded',
      subject: absent,
      detail: { ...substitution },
    });
  });
  return ok(undefined);
}

function refuse(
  asked: AskedSubstitution,
  people: ReadonlySet<string>,
  today: CivilDate,
): readonly SubstitutionProblem[] {
  const problems: SubstitutionProblem[] = [];
  const add = (field: SubstitutionProblem['field'], text: string): void => void problems.push({ field, text });
  if (!people.has(asked.absent)) add('assente', words.wrong.absent);
  if (!people.has(asked.substitute)) add('sostituto', words.wrong.substitute);
  else if (asked.absent === asked.substitute) add('sostituto', words.wrong.same);
  if (!asked.from.ok) add('dal', words.wrong.from);
  if (!asked.to.ok) add('al', words.wrong.to);
  else if (asked.to.value < today) add('al', words.wrong.past);
  else if (asked.from.ok && asked.to.value < asked.from.value) add('al', words.wrong.order);
  const unwritable = refuseText(asked.reason);
  if (asked.reason === '') add('motivo', words.wrong.reason);
  else if (unwritable !== undefined) add('motivo', unwritable);
  return problems;
}

/** Roles that people hold and offices: what a substitution may be limited to. */
export async function scopesOf(
  db: Db,
  entity: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const roles = await db
    .selectFrom('roles')
    .select(['id', 'title'])
    .where('entity', '=', entity)
    .where('board', '=', false)
    .where('external', '=', false)
    .orderBy('title')
    .execute();
  const offices = await db
    .selectFrom('offices')
    .select(['id', 'title'])
    .where('entity', '=', entity)
    .orderBy('title')
    .execute();
  return [...roles, ...offices.map((o) => ({ id: `ufficio:${o.id}`, title: o.title }))];
}
