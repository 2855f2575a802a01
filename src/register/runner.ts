import type pg from 'pg';
import { registerWords } from '../words/register.js';
import { APPLICATION_ROLE } from './names.js';

/**
 * Lets the user of `runUrl` act as the application and as nothing else: they own nothing, so that what is append-only is so
 * for the program as well. Made with the password in the address when there is no such user.
 * @param owner connected as who owns the schemas; nothing is done when it is the same user
 */
export async function admitRunner(owner: pg.Client, runUrl: string): Promise<void> {
  const { username, password } = new URL(runUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (name === '' || name === owner.user) return;
  const user = owner.escapeIdentifier(name);
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
    if (rowCount === 0) {
      const rights = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
      await owner
        .query(`create role ${user} login ${rights} password ${owner.escapeLiteral(secret)}`)
        .catch(unlessMade);
    }
    const member = await owner.query(`select pg_has_role($1::name, $2::name, 'member') as yes`, [
      name,
      APPLICATION_ROLE,
    ]);
    if (member.rows[0]?.yes !== true) await owner.query(`grant ${APPLICATION_ROLE} to ${user}`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(registerWords.migration.runner(name, APPLICATION_ROLE, reason), { cause });
  }
}

/** Users are the whole server's: another database of it may have made this one at the same moment. */
function unlessMade(cause: unknown): void {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== '42710' && code !== '23505') throw cause;
}

/** Whether the user of an address may change a schema: it owns it, or it is not there yet. */
export async function mayMigrate(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean }>(
    `select pg_has_role(nspowner, 'member') as owns from pg_namespace where nspname = $1`,
    [schema],
  );
  return rows[0]?.owns ?? true;
}
