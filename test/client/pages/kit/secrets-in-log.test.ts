import { afterAll, expect, test } from 'vitest';
import { createConsole } from '../../../../src/client/system/app.js';
import type { Db } from '../../../../src/register/database.js';
import { consoleParts } from '../parts.js';

/** A register that breaks whatever it is asked. */
const broken = new Proxy({} as Db, {
  get: () => {
    throw new Error('the register is broken');
  },
});
const told: string[] = [];
const { app, stop } = createConsole({
  ...consoleParts(),
  register: { db: broken, schema: 'prova', close: async () => undefined },
  rehearsal: false,
  clock: () => '2016-05-10T10:00:00Z',
  log: { line: (text) => void told.push(text) },
});
afterAll(stop);

const SECRET = 'eyJhbGciOiJIUzI1NiJ9-segreto';

test.each([`/calendari/${SECRET}/mio.ics`, `/accesso/collegamento/${SECRET}`, `/accesso/gettone/${SECRET}`])(
  'a page that breaks leaves no secret of its address in the log: %s',
  async (path) => {
    told.length = 0;
    const answer = await app.request(path);
    expect(answer.status).toBe(500);
    expect(told.join('\n')).toContain('the register is broken');
    expect(told.join('\n')).toMatch(/\/:secret/);
    expect(told.join('\n')).not.toContain(SECRET);
  },
);
