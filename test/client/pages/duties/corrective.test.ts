import { beforeAll, describe, expect, test } from 'vitest';
import { addCorrectiveActions } from '../../../../src/register/corrective-actions.js';
import { signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const LIST = '/enti/ccms/azioni-correttive';
const ITEM = `${LIST}/2016-monitoraggio-1/1-2-3-01`;

// Mid September: the first checkpoint is closed, its corrective actions were due at the second.
const site = aHalfRunSite('2016-09-20');

beforeAll(async () => {
  const { db } = site.register;
  await addCorrectiveActions(
    db,
    ['1.2.3-01', 'SG-1-01'].map((indicator) => ({
      key: indicator,
      cycle: 'ccms/2016',
      checkpoint: 'monitoraggio-1',
      indicator,
      officer: 'ottavia.brandini',
      text: 'due conferenze stampa a giugno',
      at: '2016-06-01T08:00:00Z',
      simulated: true,
      // Of an individual objective the body follows nothing.
      ...(indicator === 'SG-1-01'
        ? {}
        : {
            follow: {
              entity: 'ccms',
              exercise: 2016,
              name: 'N. presenze (uscite) sui media locali (stampa, TV)',
              heading: 'Primo monitoraggio quadrimestrale 2016',
              source: 'Primo monitoraggio quadrimestrale, indicatore 1.2.3-01, grado di realizzazione 40%',
              owner: 'ufficio:segreteria-generale',
              dueOn: '2016-08-31' as const,
            },
          }),
    })),
  );
});

describe('the corrective actions of a body', () => {
  test('are listed with who answers, by when and how late, by the checkpoint that found the result', async () => {
    const page = await site.page(LIST);
    expect(textOf(page)).toContain('Primo monitoraggio quadrimestrale 2016');
    expect(rowOf(page, '1.2.3-01')).toMatch(
      /1\.2\.3-01 N\. presenze \(uscite\) sui media locali \(stampa, TV\): due conferenze stampa a giugno Da avviare Segreteria Generale Ottavia Brandini 31\/08\/2016 in ritardo di 20 giorni/,
    );
    expect(page).not.toContain('SG-1-01');
  });

  test('are closed by who answers for them, and only with what came of it', async () => {
    const officer = await signedIn(site, 'ottavia.brandini');
    const fields = { stato: 'done', nota: '', responsabile: 'ufficio:segreteria-generale', scadenza: '', chiave: 'b' };
    const refused = await officer.post(ITEM, fields);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('manca l’esito');
    expect((await officer.post(ITEM, { ...fields, nota: 'tre conferenze, 21 uscite' })).status).toBe(303);
    expect(rowOf(await site.page(LIST), '1.2.3-01')).toContain('Conclusa');
    const log = await site.register.db
      .selectFrom('log')
      .select('action')
      .where('subject', '=', 'ccms/2016-monitoraggio-1/1-2-3-01')
      .execute();
    expect(log).toEqual([{ action: 'corrective-followed' }]);
  });

  test('are not for who answers for another office', async () => {
    const other = await signedIn(site, 'lidia.fornasetti');
    expect((await other.post(ITEM, { stato: 'abandoned', nota: 'x' })).status).toBe(403);
  });

  test('stand on the page of their indicator, with their outcome', async () => {
    const page = await site.page('/cicli/ccms/2016/indicatori/1.2.3-01');
    expect(rowOf(page, 'due conferenze stampa')).toContain('Conclusa');
    expect(page).toContain(`href="${ITEM}"`);
  });
});
