import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const site = aHalfRunSite('2016-09-20');

beforeAll(async () => {
  const { db } = site.register;
  await sql`insert into entities (id, name, seat, data)
    select 'altra', 'Camera di Commercio di Altrove', seat, data from entities where id = 'ccms'`.execute(db);
  for (const [id, entity, exercise, status] of [
    ['ccms/2015', 'ccms', 2015, 'closed'],
    ['altra/2016', 'altra', 2016, 'running'],
  ] as const) {
    await sql`insert into cycles (id, entity, exercise, template, template_version, calendar, policy, simulated, status)
      select ${id}, ${entity}, ${exercise}, template, template_version, calendar, policy, simulated, ${status}
      from cycles where id = 'ccms/2016'`.execute(db);
  }
});

describe('the first page, for who follows several bodies and years', () => {
  test('says of each cycle how many steps are late, the next due date and the last result', async () => {
    const { db } = site.register;
    const late = await db
      .selectFrom('steps')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('cycle', '=', 'ccms/2016')
      .where('dueOn', '<', '2016-09-20')
      .where('status', 'not in', ['done', 'cancelled'])
      .executeTakeFirstOrThrow();
    const html = await site.page('/');
    const text = textOf(html);
    await expectTakenAway(async (path) => site.app.request(path), '/', 'cicli');
    expect(text).toContain('2 enti, 3 cicli.');
    const row = rowOf(html.slice(html.indexOf('id="ente-ccms"')), '2016');
    expect(late.n).toBeGreaterThan(0);
    expect(row).toContain(late.n === 1 ? 'un’attività' : `${late.n} attività`);
    expect(row).toContain('Primo monitoraggio quadrimestrale');
    expect(row).toMatch(/\d+,\d+%/);
    expect(rowOf(html, '2015')).toContain('nessuno ancora');
    expect(text.indexOf('Altrove')).toBeGreaterThan(0);
  });

  test('costs the same few queries however many cycles there are', async () => {
    const before = site.queries();
    await site.page('/');
    expect(site.queries() - before).toBeLessThanOrEqual(3);
  });
});
