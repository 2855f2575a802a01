import { beforeAll, describe, expect, test } from 'vitest';
import { FOLLOWED_STEP } from '../../../../src/access/followed-path.js';
import { invitationsOutstanding } from '../../../../src/register/reading/outstanding.js';
import { testInvitations } from '../parts.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const site = aHalfRunSite('2016-04-20');
const AT = '2016-04-20T10:00:00Z';
let own = '';
let others = '';

beforeAll(async () => {
  const invited = ['noemi.ghirlandini', 'clelia.malaspini'].map((person) => ({
    ...{ cycle: 'ccms/2016', step: FOLLOWED_STEP, entity: 'ccms' },
    person,
  }));
  const links = await testInvitations().links(site.register.db, invited, '2016-04-20', AT);
  [own = '', others = ''] = links.map((link) => new URL(link).pathname);
});

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost' },
  });

describe('the link of the weekly list', () => {
  test('opens what its person answers for, without signing in', async () => {
    const page = await site.page(`${own}/voci`);
    expect(textOf(page)).toContain('Noemi Ghirlandini');
    expect(rowOf(page, 'Tassi di assenza')).toContain('31/01/2016');
    await expectTakenAway(async (path) => site.app.request(path), `${own}/voci`, 'voci');
    expect(page).toContain(`href="${own}/trasparenza/personale/8"`);
  });

  test('takes how an item stands, on record under its person, and goes back to what is left', async () => {
    const item = `${own}/trasparenza/personale/8`;
    expect(await site.page(item)).toContain('name="stato"');
    const wrong = await post(item, { stato: '', chiave: 'w' });
    expect([wrong.status, textOf(await wrong.text())]).toEqual([422, expect.stringContaining('Scegliere lo stato')]);
    const taken = await post(item, { stato: 'fulfilled', nota: 'Pubblicati.', scadenza: '', chiave: 'i' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${own}/voci?registrato`]);
    expect(textOf(await site.page(`${own}/voci?registrato`))).toContain('L’aggiornamento è registrato.');
    const { rows } = await site.owner.query(`select actor, channel from log where action = 'obligation-followed'`);
    expect(rows).toEqual([{ actor: 'noemi.ghirlandini', channel: 'mail-link' }]);
  });

  test('is on the list of who administers the body, who can take it back', async () => {
    const { rows } = await site.owner.query(
      `select id from invitations where step = 'ente' and person = 'noemi.ghirlandini'`,
    );
    expect(rows).toHaveLength(1);
    const outstanding = await invitationsOutstanding(site.register.db, 'ccms', AT);
    const list = outstanding.find(({ step }) => step === FOLLOWED_STEP);
    expect(list?.invitations.map(({ person }) => person)).toEqual(['Clelia Malaspini', 'Noemi Ghirlandini']);
  });

  test('opens nothing of somebody else, nor what a false link asks for', async () => {
    expect((await site.app.request(`${others}/trasparenza/personale/8`)).status).toBe(404);
    expect((await post(`${others}/trasparenza/personale/8`, { stato: 'fulfilled', chiave: 'o' })).status).toBe(404);
    expect((await site.app.request(`${own}x/voci`)).status).toBe(404);
    expect((await site.app.request(own)).status).toBe(404);
  });
});
