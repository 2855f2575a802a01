import { sql } from 'kysely';
import { type Entity, officeOfRole, officeRole, type Period } from '../domain/entity.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';

const WHATEVER_THE_DAY: Period = {};
const ALWAYS = { from: '-infinity', to: 'infinity' } as const;

/**
 * Writes the entity as the file says, whatever was there before. Idempotent. People no longer in the file stay, inactive,
 * because records name them; people, roles, memberships and substitutions written on pages are not touched.
 */
export async function saveEntity(db: Db, entity: Entity): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = { id: entity.id, name: entity.name, seat: entity.seat, data: json(entity) };
    await tx
      .insertInto('entities')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet({ name: row.name, seat: row.seat, data: row.data }))
      .execute();
    await saveOffices(tx, entity);
    await saveRoles(tx, entity);
    await savePeople(tx, entity);
    await replaceAssignments(tx, entity);
  });
}

/** The entity as last loaded from its file, with its offices as they stand: those are changed on pages too. */
export async function entityOf(db: Db, id: string): Promise<Entity | undefined> {
  const row = await db
    .selectFrom('entities')
    .select([
      'data',
      sql<Entity['offices']>`(
        select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title) order by o.title), '[]')
        from offices o where o.entity = entities.id and o.active)`.as('offices'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row.data, offices: inOrderOf(row.data.offices, row.offices) };
}

/** As the file has them, then what is new. */
export function inOrderOf<T extends { readonly id: string }>(
  filed: readonly { readonly id: string }[],
  now: readonly T[],
) {
  const place = (id: string): number => {
    const at = filed.findIndex((one) => one.id === id);
    return at === -1 ? filed.length : at;
  };
  return [...now].sort((a, b) => place(a.id) - place(b.id));
}

/** The entities in the register, in order of id. */
export async function listEntities(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.selectFrom('entities').select(['id', 'name']).orderBy('id').execute();
}

async function saveOffices(db: Db, entity: Entity): Promise<void> {
  if (entity.offices.length === 0) return;
  await db
    .insertInto('offices')
    .values(entity.offices.map((o) => ({ entity: entity.id, id: o.id, title: o.title })))
    .onConflict((c) =>
      c
        .columns(['entity', 'id'])
        .doUpdateSet((e) => ({ title: e.ref('excluded.title') }))
        .where('offices.origin', '=', 'file'),
    )
    .execute();
}

async function saveRoles(db: Db, entity: Entity): Promise<void> {
  if (entity.roles.length === 0) return;
  await db
    .insertInto('roles')
    .values(
      entity.roles.map((r) => ({
        entity: entity.id,
        id: r.id,
        title: r.title,
        board: r.board,
        recordedBy: r.recordedBy ?? null,
        external: r.external,
      })),
    )
    .onConflict((c) =>
      c.columns(['entity', 'id']).doUpdateSet((e) => ({
        title: e.ref('excluded.title'),
        board: e.ref('excluded.board'),
        recordedBy: e.ref('excluded.recordedBy'),
        external: e.ref('excluded.external'),
      })),
    )
    .execute();
}

async function savePeople(db: Db, entity: Entity): Promise<void> {
  await db
    .updateTable('people')
    .set({ active: false })
    .where('entity', '=', entity.id)
    .where('origin', '=', 'file')
    .execute();
  if (entity.people.length === 0) return;
  await db
    .insertInto('people')
    .values(
      entity.people.map((p) => ({
        entity: entity.id,
        id: p.id,
        name: p.name,
        email: p.email,
        manager: p.manager ?? null,
        active: true,
      })),
    )
    .onConflict((c) =>
      c
        .columns(['entity', 'id'])
        .doUpdateSet((e) => ({
          name: e.ref('excluded.name'),
          email: e.ref('excluded.email'),
          manager: e.ref('excluded.manager'),
          active: e.ref('excluded.active'),
        }))
        .where('people.origin', '=', 'file'),
    )
    .execute();
}

async function replaceAssignments(db: Db, entity: Entity): Promise<void> {
  for (const table of ['holdings', 'memberships', 'substitutes'] as const) {
    await db.deleteFrom(table).where('entity', '=', entity.id).where('origin', '=', 'file').execute();
  }
  const held = entity.people.flatMap((p) =>
    [...p.holds, ...p.offices.map((office) => ({ role: officeRole(office), ...WHATEVER_THE_DAY }))].map((h) => ({
      role: h.role,
      row: {
        entity: entity.id,
        person: p.id,
        fromDate: h.from ?? ALWAYS.from,
        toDate: h.to ?? ALWAYS.to,
        origin: 'file' as const,
      },
    })),
  );
  const holdings = held.flatMap(({ role, row }) => (officeOfRole(role) === undefined ? [{ ...row, role }] : []));
  const memberships = held.flatMap(({ role, row }) => {
    const office = officeOfRole(role);
    return office === undefined ? [] : [{ ...row, office }];
  });
  const onPages = await db
    .selectFrom('substitutes')
    .select(['absent', 'substitute', 'fromDate', 'toDate'])
    .where('entity', '=', entity.id)
    .execute();
  // What a page has recorded and a file written from the register says again is one substitution.
  const said = entity.substitutes.filter(
    (s) =>
      !onPages.some(
        (one) =>
          one.absent === s.absent && one.substitute === s.substitute && one.fromDate === s.from && one.toDate === s.to,
      ),
  );
  const substitutes = said.map((s) => ({
    entity: entity.id,
    absent: s.absent,
    substitute: s.substitute,
    fromDate: s.from,
    toDate: s.to,
    scope: s.scope === undefined ? null : [...s.scope],
    reason: s.reason,
    origin: 'file' as const,
  }));
  // What was ended or given on a page keeps its dates, whatever the file says of the same.
  if (holdings.length > 0)
    await db
      .insertInto('holdings')
      .values(holdings)
      .onConflict((c) => c.doNothing())
      .execute();
  if (memberships.length > 0)
    await db
      .insertInto('memberships')
      .values(memberships)
      .onConflict((c) => c.doNothing())
      .execute();
  if (substitutes.length > 0) await db.insertInto('substitutes').values(substitutes).execute();
}
