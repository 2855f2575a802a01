import { expect, test } from 'vitest';
import { completeSite } from '../../src/office/complete-site.js';
import type { Deps } from '../../src/office/deps.js';
import { aRegister } from '../register/register.js';

const register = aRegister();

test('a publication that could not be written is tried again, and those after it are looked at all the same', async () => {
  for (const cycle of ['prova/2016', 'altra/2016'])
    await register.owner.query(
      `insert into log (at, actor, action, subject, cycle, detail, recorded_at)
       values ('2016-01-31T10:00:00Z', 'ciclo', 'document-published', $1, $1, '{"hash": "nessuno"}', now() - interval '1 hour')`,
      [cycle],
    );
  const deps: Pick<Deps, 'register' | 'bodies' | 'publicDir'> = {
    register: { db: register.db, schema: register.schema, close: async () => undefined },
    get bodies(): Deps['bodies'] {
      throw new Error('no document is there to be written');
    },
    publicDir: '/nowhere',
  };
  const failed: string[] = [];
  const look = (since: number) => completeSite(deps, since, (cycle) => void failed.push(cycle));
  const read = await look(0);
  expect(read).toBe(0);
  await look(read);
  expect(failed).toEqual(['prova/2016', 'altra/2016', 'prova/2016', 'altra/2016']);
});
