import type { Handler } from 'hono';
import { sql } from 'kysely';
import type { Site } from '../site.js';

/** For the container's check: 200 while the register answers, 503 otherwise. Says nothing a stranger should not know. */
export function health({ deps }: Site): Handler {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await sql`select 1`.execute(deps.register.db);
    } catch {
      // The reason goes to whoever looks at the pages' errors; a check only asks whether.
      return c.json({ stato: 'non disponibile', registro: 'non risponde' }, 503);
    }
    return c.json({ stato: 'ok', registro: 'ok', calendario: deps.clock() });
  };
}
