import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../../../../src/register/documents.js';
import { logOf } from '../../../../src/register/log.js';
import { issueToken } from '../../../../src/register/tokens.js';
import { aLiveCycle, eventually, hidden } from '../live-cycle.js';
import { textOf } from '../site.js';

const TASK = 'piano-comunicazione';
const APPROVAL = 'piano-approvazione';
const SECRETARY = 'fiorenzo.altobellini';

describe('an act that no worker is there to carry out', () => {
  const live = aLiveCycle('2016-01-25', undefined, 1_500);
  let link: string;
  let page: string;

  const completion = (): FormData => {
    const data = new FormData();
    data.set('chiave', hidden(page, 'chiave'));
    data.set('nota', 'diffuso a tutti gli uffici');
    data.set('controllato', 'si');
    return data;
  };
  const actionsAt = async (step: string): Promise<readonly string[]> =>
    (await logOf(live.register.db, { cycle: live.cycle, step })).map((line) => line.action);

  beforeAll(async () => {
    await live.open(TASK, '2016-03-07');
    await live.open(APPROVAL);
    live.later(42);
    link = await live.link(TASK, 'guglielmo.tarasconi');
    await eventually(async () => {
      page = await live.page(link);
      return page.includes('name="nota"');
    });
    await eventually(async () => (await documentsOf(live.register.db, live.cycle)).some((d) => d.kind === 'piano'));
    await live.rest();
  });

  test('is kept, and the page says where it will be told; the same form sent again is the same act', async () => {
    const first = await live.request(`${link}/conclusione`, completion());
    expect(first.status).toBe(303);
    const address = first.headers.get('location') ?? '';
    expect(address).toMatch(/^\/richieste\//);
    const told = textOf(await live.page(address));
    expect(told).toContain('Non è ancora registrata: si saprà qui');
    expect(told).toContain('Conclusione dell’attività: ');
    const second = await live.request(`${link}/conclusione`, completion());
    expect(second.headers.get('location')).toBe(address);
    expect(await actionsAt(TASK)).not.toContain('step-completed');
  });

  test('asked by another program it is answered with 202 and the same kind of address', async () => {
    await sql`update cycles set policy = policy || '{"decisionsByToken":"allowed"}'`.execute(live.register.db);
    const { secret } = await issueToken(live.register.db, {
      entity: 'ccms',
      person: SECRETARY,
      title: 'protocollo',
      issuedBy: SECRETARY,
      days: 3,
      scopes: ['read', 'decide'],
    });
    const answer = await fetch(`${live.url}/api/v1/cycles/ccms/2016/steps/${APPROVAL}/decisions`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${secret}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'delibera-9',
      },
      body: JSON.stringify({
        outcome: 'approved',
        documentHash: 'f'.repeat(64),
        actNumber: '9',
        actDate: '2016-01-25',
      }),
    });
    expect(answer.status).toBe(202);
    const { address, state } = (await answer.json()) as { address: string; state: string };
    expect(state).toBe('waiting');
    expect(answer.headers.get('location')).toBe(address);
    expect(new URL(address).pathname).toMatch(/^\/richieste\//);
  });

  test('once a worker is there it is carried out once, and the page says so; what is refused is told with its reason', async () => {
    const again = await live.request(`${link}/conclusione`, completion());
    const address = again.headers.get('location') ?? '';
    const waiting = await live.register.db.selectFrom('awaitedActs').select(['act', 'secret']).orderBy('act').execute();
    expect(waiting.map((one) => one.act)).toEqual(['complete', 'decide']);
    await live.hire();
    await eventually(async () => textOf(await live.page(address)).includes('È registrata'));
    // Asked again, also of a step that has ended since, it says the same.
    expect(textOf(await live.page(address))).toContain('È registrata');
    await eventually(async () => (await actionsAt(TASK)).includes('step-completed'));
    expect((await actionsAt(TASK)).filter((action) => action === 'step-completed')).toHaveLength(1);

    const refused = `/richieste/${waiting[1]?.secret}`;
    await eventually(async () => textOf(await live.page(refused)).includes('Non è stata registrata'));
    expect(textOf(await live.page(refused))).toMatch(/documento/);
    const asJson = await fetch(`${live.url}${refused}`, { headers: { Accept: 'application/json' } });
    expect(await asJson.json()).toMatchObject({ state: 'refused', detail: expect.stringMatching(/documento/) });
    expect(await actionsAt(APPROVAL)).not.toContain('decision-approved');
    const kept = await live.register.db.selectFrom('awaitedActs').select('command').execute();
    expect(kept.every(({ command }) => command === null)).toBe(true);
  });

  test('an address nobody was given tells nothing', async () => {
    expect((await live.request('/richieste/un-segreto-qualunque')).status).toBe(404);
  });
});
