import { describe, expect, it } from 'vitest';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { CONSOLE_URL } from '../parts.js';
import { textOf } from '../site.js';
import { anOfficerSite, CHECKPOINT, CYCLE, filled } from './officer-site.js';

const REF = { cycle: CYCLE, checkpoint: CHECKPOINT };
const TERM = {
  indicator: 'A-10',
  name: 'Incontri sul bando',
  office: 'promozione',
  target: 'almeno 3 entro il 31/03/2016',
  unit: { kind: 'count', noun: 'incontri' },
  reading: {
    kind: 'threshold',
    operator: '>=',
    value: '3',
    unit: { kind: 'count', noun: 'incontri' },
    direction: 'more-is-better',
    accumulation: 'accumulates',
    by: '2016-03-31',
  },
} as const;

type Changes = Parameters<typeof filled>[1];

/** Olga at her form, without a browser. */
function olgaAt(site: ReturnType<typeof anOfficerSite>) {
  let link: string | undefined;
  const here = async (): Promise<string> => {
    link ??= await site.invite('olga');
    return link;
  };
  const post = async (body: FormData, below = ''): Promise<Response> =>
    site.app.request((await here()) + below, { method: 'POST', body, headers: { Origin: CONSOLE_URL } });
  const page = async (): Promise<string> => (await site.app.request(await here())).text();
  return {
    here,
    post,
    page,
    send: async (changes: Changes, button = 'invia') => post(filled(await page(), changes, button)),
    actual: async (code: string) => (await currentMeasurements(site.db, REF)).find((m) => m.indicator === code)?.actual,
  };
}

/** The mark beside a question, as a browser sends it. */
const markIn = (html: string, code: string): string | undefined => {
  const tag = [...html.matchAll(/<input\b[^>]*>/g)]
    .map(([one]) => one)
    .find((one) => one.includes(`name="conferma:${code}"`));
  return / value="([^"]*)"/.exec(tag ?? '')?.[1];
};

describe('an odd value on the form, without scripts', () => {
  const site = anOfficerSite();
  const olga = olgaAt(site);

  it('comes back with the value kept and a question at its indicator, and nothing changes', async () => {
    await olga.here();
    const before = await site.counts();
    const answer = await olga.send({ 'valore:A-2': '120%', 'valore:A-1': '9' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(textOf(html)).toContain('Un valore è insolito: nulla è ancora stato inviato');
    expect(textOf(html)).toContain('120% supera il 100%: è giusto? Sì, è giusto');
    expect(html).toContain('href="#voce-2-confirm"');
    expect(html).toContain('id="voce-2-confirm"');
    expect(html).toContain('value="120%"');
    expect(html).toContain('value="9"');
    expect(markIn(html, 'A-1')).toBeUndefined();
    expect(await site.counts()).toEqual(before);
  });

  it('is asked about also when it is only computed', async () => {
    const html = await (await olga.send({ 'valore:A-2': '120%' }, 'calcola')).text();
    expect(markIn(html, 'A-2')).toBe('120% supera il 100%');
    const fragment = await olga.post(
      filled(await olga.page(), { 'valore:A-2': '120%' }, 'calcola'),
      '/calcola?voce=A-2',
    );
    expect(markIn(await fragment.text(), 'A-2')).toBe('120% supera il 100%');
  });

  it('said to be right is taken, and the record says that it was asked', async () => {
    const html = await (await olga.send({ 'valore:A-2': '120%' })).text();
    const answer = await olga.post(filled(html, { 'conferma:A-2': markIn(html, 'A-2') ?? '' }));
    expect(answer.status).toBe(303);
    expect(await olga.actual('A-2')).toEqual({ kind: 'number', value: '120', confirmed: ['120% supera il 100%'] });
    const again = await olga.send({});
    expect(textOf(await again.text())).toContain('Non c’è nulla di nuovo da inviare');
  });

  it('changed after the question is asked about again', async () => {
    const html = await (await olga.send({ 'valore:A-2': '130%' })).text();
    const answer = await olga.post(filled(html, { 'valore:A-2': '140%', 'conferma:A-2': markIn(html, 'A-2') ?? '' }));
    expect(answer.status).toBe(422);
    expect(markIn(await answer.text(), 'A-2')).toBe('140% supera il 100%');
    expect(await olga.actual('A-2')).toMatchObject({ value: '120' });
  });

  it.each([
    ['a day still to come', { 'valore:A-6': '11/05/2016' }, 'deve ancora venire: oggi è il 10/05/2016'],
    ['a day of a century ago', { 'valore:A-6': '10/05/1916' }, 'fuori dall’esercizio 2016'],
    ['85 pasted into a percentage', { 'valore:A-2': '8500' }, 'si intendeva forse 85%?'],
    ['more than all', { 'numeratore:A-3': '20', 'denominatore:A-3': '17' }, 'una parte non può superare il tutto'],
  ])('is refused where it can not be: %s', async (_, changes, why) => {
    const before = await site.counts();
    const answer = await olga.send(changes);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(why);
    expect(await site.counts()).toEqual(before);
  });
});

describe('a target with a term of its own', () => {
  const site = anOfficerSite([TERM]);
  const olga = olgaAt(site);

  it('asks when it was reached, and has no figure without', async () => {
    const html = await (await olga.send({ 'valore:A-10': '3' })).text();
    const text = textOf(html);
    expect(html).toContain('name="raggiunto:A-10"');
    expect(html).not.toContain('name="raggiunto:A-1"');
    expect(text).toContain('Manca il giorno in cui il target è stato raggiunto (il termine era il 31/03/2016)');
    expect(text).toContain('Non si calcola: dato mancante');
  });

  it('is full with a day in time, and traced', async () => {
    const answer = await olga.send({ 'valore:A-10': '3', 'raggiunto:A-10': '29-mar-2016' });
    expect(answer.status).toBe(303);
    expect(await olga.actual('A-10')).toEqual({ kind: 'number', value: '3', reachedOn: '2016-03-29' });
    const html = await olga.page();
    expect(html).toContain('value="29/03/2016"');
    expect(textOf(html)).toContain('Inviato: 3 incontri, raggiunto il 29/03/2016');
  });

  it('reached late counts what there was on the last day', async () => {
    const text = textOf(
      await (await olga.send({ 'valore:A-10': '3', 'raggiunto:A-10': '12/04/2016' }, 'calcola')).text(),
    );
    expect(text).toContain('Grado di realizzazione 66,67%');
    expect(text).toContain('12/04/2016, ma il termine era il 31/03/2016: a quel giorno al massimo 2 incontri');
  });

  it.each([
    ['no day', 'presto', '«presto» non è un giorno'],
    ['a day still to come', '11/05/2016', 'deve ancora venire'],
    ['a day after the checkpoint', '02/05/2016', 'il valore è quello al 30/04/2016'],
  ])('refuses %s at its field', async (_, reachedOn, why) => {
    const html = await (await olga.send({ 'valore:A-10': '3', 'raggiunto:A-10': reachedOn })).text();
    expect(html).toMatch(/href="#voce-10-reachedOn"/);
    expect(textOf(html)).toContain(why);
  });

  it('keeps the day in a draft', async () => {
    await olga.send({ 'valore:A-10': '2', 'raggiunto:A-10': '30/03/2016' }, 'bozza');
    expect(await olga.page()).toContain('value="30/03/2016"');
  });
});

describe('an odd value in a sheet', () => {
  const site = anOfficerSite();
  const olga = olgaAt(site);
  const upload = async (lines: readonly string[], mode = 'tutto'): Promise<Response> => {
    const data = new FormData();
    data.set('modulo', crypto.randomUUID());
    data.set('errori', mode);
    data.set('foglio', new File([['Codice;Valore;Nota', ...lines].join('\n')], 'foglio.csv'));
    return olga.post(data, '/foglio');
  };
  /** The form of the answer that sends the sheet's values, with some of them marked as right. */
  const confirming = (html: string, ...codes: readonly string[]): FormData => {
    const form = /<form\b[^>]*class="ciclo-item".*?<\/form>/s.exec(html)?.[0] ?? '';
    const data = new FormData();
    data.set('azione', 'invia');
    for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
      const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
      const name = attribute('name');
      if (name.startsWith('conferma:') && !codes.includes(name.slice('conferma:'.length))) continue;
      data.append(name, attribute('value'));
    }
    return data;
  };

  it('is listed with its question; all of the sheet waits for the answer', async () => {
    await olga.here();
    const before = await site.counts();
    const answer = await upload(['A-1;9;prima', 'A-2;120%;']);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(textOf(html)).toContain('A-2 – Utenti soddisfatti del servizio: 120% 120% supera il 100%: è giusto?');
    expect(await site.counts()).toEqual(before);
    const unmarked = await olga.post(confirming(html));
    expect(unmarked.status).toBe(422);
    expect(await unmarked.text()).toContain('id="voce-2-confirm"');
    const sent = await olga.post(confirming(html, 'A-2'));
    expect(sent.status).toBe(303);
    const standing = await currentMeasurements(site.db, REF);
    expect(standing.map(({ indicator, actual, note, channel }) => ({ indicator, actual, note, channel }))).toEqual([
      { indicator: 'A-1', actual: { kind: 'number', value: '9' }, note: 'prima', channel: 'sheet' },
      {
        indicator: 'A-2',
        actual: { kind: 'number', value: '120', confirmed: ['120% supera il 100%'] },
        note: null,
        channel: 'sheet',
      },
    ]);
  });

  it('waits alone when the officer takes what can be taken', async () => {
    const answer = await upload(['A-1;10;', 'A-2;150%;', 'A-4;tanti;'], 'parziale');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(textOf(html)).toContain(
      'Una riga è stata registrata; una riga con errori no; una riga insolita è da confermare.',
    );
    expect(await olga.actual('A-1')).toEqual({ kind: 'number', value: '10' });
    expect((await olga.post(confirming(html, 'A-2'))).status).toBe(303);
    expect(await olga.actual('A-2')).toMatchObject({ value: '150' });
  });
});
