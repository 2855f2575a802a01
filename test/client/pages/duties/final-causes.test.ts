import { describe, expect, it } from 'vitest';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { CONSOLE_URL } from '../parts.js';
import { textOf } from '../site.js';
import { anOfficerSite, CHECKPOINT, CYCLE, filled } from './officer-site.js';

describe('a value that stays yellow', () => {
  const site = anOfficerSite();
  const send = async (body: FormData, link: string) =>
    await site.app.request(link, { method: 'POST', body, headers: { Origin: CONSOLE_URL } });
  const measured = async () =>
    (await currentMeasurements(site.db, { cycle: CYCLE, checkpoint: CHECKPOINT })).find((m) => m.indicator === 'A-2');

  it('is asked for its cause at the final collection, once, and for the Relazione', async () => {
    await site.owner.query('update checkpoints set final = true');
    const link = await site.invite('olga');
    const page = await (await site.app.request(link)).text();
    const asked = await send(filled(page, { 'valore:A-2': '60%' }), link);
    expect(asked.status).toBe(422);
    const html = await asked.text();
    expect(textOf(html)).toContain('Un valore è sotto il target: nulla è ancora stato inviato');
    expect(textOf(html)).toContain('resta nel rapporto e nella Relazione');
    const sent = await send(filled(html, { 'perche:A-2': 'sportello chiuso', 'poi:A-2': 'nuovo orario' }), link);
    expect(sent.status).toBe(303);
    expect(await measured()).toMatchObject({ cause: 'sportello chiuso', next: 'nuovo orario' });
  });
});

describe('a value that is yellow while the year runs', () => {
  const site = anOfficerSite();

  it('is taken as it is', async () => {
    const link = await site.invite('olga');
    const page = await (await site.app.request(link)).text();
    const body = filled(page, { 'valore:A-2': '60%' });
    expect((await site.app.request(link, { method: 'POST', body, headers: { Origin: CONSOLE_URL } })).status).toBe(303);
  });
});
