import pg from 'pg';
import { quotedSchema } from './names.js';
import { EVERY_BODY } from './sight.js';
import type { TroubleRecord } from './troubles.js';

/**
 * Connects to a server that may not answer for as long as something is asked of it.
 * @param withinMs for the connection to be there, and for each answer
 * @throws what the driver says when there is none
 */
export async function askServer<T>(url: string, withinMs: number, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs, query_timeout: withinMs });
  // A connection that breaks makes the query fail too, which is where it is told.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** What a server says of itself. */
export interface ServerFacts {
  readonly version: string;
  /** Whether what it confirms is on disk. */
  readonly keeps: boolean;
  readonly now: Date;
}

export async function serverFacts(client: pg.Client): Promise<readonly ServerFacts[]> {
  const { rows } = await client.query<{ version: string; fsync: string; now: Date }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync, clock_timestamp() as now`,
  );
  return rows.map(({ version, fsync, now }) => ({ version, keeps: fsync === 'on', now }));
}

/** What is stuck in a register of this version, of every body, but for backups that are old: the oldest first. */
export async function standingTroubles(
  client: pg.Client,
  schema: string,
): Promise<readonly Pick<TroubleRecord, 'kind' | 'entity' | 'since' | 'reason' | 'detail'>[]> {
  await client.query(`select set_config('ciclo.sees', $1, false)`, [EVERY_BODY]);
  const { rows } = await client.query<Pick<TroubleRecord, 'kind' | 'entity' | 'since' | 'reason' | 'detail'>>(
    `select kind, entity, since, reason, detail from ${quotedSchema(schema)}.troubles
     where ended_at is null and kind <> 'backup-old' order by since, id`,
  );
  return rows;
}
