import { beforeAll, describe, expect, test } from 'vitest';
import { createInvitations, type Invitations } from '../../../../src/access/invitations.js';
import { CONSOLE_URL } from '../parts.js';
import { aDesk, NOW } from './desk.js';

const desk = aDesk();
const [OLD, NEW, OTHER] = ['the secret of last year, long enough', 'the secret of this year, long enough', 'another'];
const INVITED = { cycle: 'prova/2016', step: 'analisi', entity: 'prova', person: 'carla' } as const;
let old = '';

const tokenFrom = async (invitations: Invitations): Promise<string> =>
  (await invitations.links(desk.db, [INVITED], '2016-05-20', NOW))[0]?.split('/').at(-1) ?? '';

beforeAll(async () => {
  old = await tokenFrom(createInvitations(OLD, CONSOLE_URL));
});

describe('when the secret is changed', () => {
  test('links already sent open what they opened, while the secret before is told', async () => {
    const rotated = createInvitations(NEW, CONSOLE_URL, OLD);
    expect(await rotated.read(desk.db, old, NOW)).toMatchObject({ ok: true, value: { person: 'carla' } });
    expect(await createInvitations(NEW, CONSOLE_URL).read(desk.db, old, NOW)).toEqual({ ok: false, error: 'forged' });
  });

  test('until they expire', async () => {
    const later = '2017-03-01T08:00:00Z' as const;
    const rotated = createInvitations(NEW, CONSOLE_URL, OLD);
    expect(await rotated.read(desk.db, old, later)).toEqual({ ok: false, error: 'expired' });
  });

  test('new links are signed with the new one alone', async () => {
    const token = await tokenFrom(createInvitations(NEW, CONSOLE_URL, OLD));
    expect((await createInvitations(NEW, CONSOLE_URL).read(desk.db, token, NOW)).ok).toBe(true);
    expect((await createInvitations(OLD, CONSOLE_URL).read(desk.db, token, NOW)).ok).toBe(false);
  });

  test('what neither signed opens nothing', async () => {
    const token = await tokenFrom(createInvitations(OTHER, CONSOLE_URL));
    const rotated = createInvitations(NEW, CONSOLE_URL, OLD);
    expect(await rotated.read(desk.db, token, NOW)).toEqual({ ok: false, error: 'forged' });
  });
});
