import pg from 'pg';
import { runProgram } from '../../src/platform/program.js';

/** The databases that the Temporal server makes for itself beside the register's. */
const SERVERS_OWN = ['temporal_visibility', 'temporal'];

/** The harness's user makes databases, and no roles: the register's application has one of its own. */
export async function mayMakeRoles(url: string): Promise<void> {
  const { username } = new URL(url);
  const psql = `psql -qc 'alter role ${username} createrole'`;
  const { status, output } = await runProgram('su', ['postgres', '-c', psql], { cwd: '/' });
  if (status !== 0) throw new Error(`${username} may make no role: ${output}`);
}

/** What an earlier run of the Temporal server left, also one that was killed. */
export async function dropServersDatabases(url: string): Promise<void> {
  const other = new URL(url);
  other.pathname = '/postgres';
  await asking(other.href, async (client) => {
    for (const name of SERVERS_OWN) await client.query(`drop database if exists ${name} with (force)`);
  });
}

/** Has each body's average stored where the harness looks for it, in the transaction that stores it in the register. */
export async function copyAverages(url: string, schema: string): Promise<void> {
  await asking(url, (client) =>
    client.query(`
      create function ${schema}.copy_average() returns trigger language plpgsql security definer set search_path = ${schema} as $$
        begin
          insert into public.result (cycle, body, average)
          select split_part(split_part(a.cycle, '/', 1), '-', 1), split_part(split_part(a.cycle, '/', 1), '-', 2)::int, new.achievement::float8
          from assessments a where a.id = new.assessment;
          return null;
        end $$;
      create trigger copy_average after insert on ${schema}.rollup_results for each row when (new.node = 'entity') execute function ${schema}.copy_average()`),
  );
}

/** Asks a database something by a connection of its own. */
export async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
