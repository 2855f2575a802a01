import { beforeAll, describe, expect, test } from 'vitest';
import { writeMissingDelayNotices } from '../../../../src/office/delay.js';
import { snapshotOf } from '../../../../src/office/forms.js';
import { attachmentsOf } from '../../../../src/register/acts.js';
import { delayKind, delayReasonsOf } from '../../../../src/register/delays.js';
import { documentsOf } from '../../../../src/register/documents.js';
import { logOf } from '../../../../src/register/log.js';
import { addSubstitution } from '../../../../src/register/people.js';
import { aLiveCycle, eventually, hidden } from '../live-cycle.js';
import { textOf } from '../site.js';

const TASK = 'piano-comunicazione';
const APPROVAL = 'piano-approvazione';

describe('a task', () => {
  const live = aLiveCycle('2016-01-25');
  let link: string;

  const form = (html: string, fields: Readonly<Record<string, string>>): FormData => {
    const data = new FormData();
    data.set('chiave', hidden(html, 'chiave'));
    data.set('controllato', 'si');
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  beforeAll(async () => {
    await live.open(TASK, '2016-03-07');
    live.later(42);
    link = await live.link(TASK, 'guglielmo.tarasconi');
    await eventually(async () => (await live.page(link)).includes('name="nota"'));
  });

  test('is concluded from a link, by who answers for it, with by when and how late it is', async () => {
    const text = textOf(await live.page(link));
    expect(text).toContain('Guglielmo Tarasconi');
    expect(text).toMatch(/Entro 29\/02\/2016 in ritardo di 7 giorni/);
    expect(text).toContain('Motivo del ritardo');
    expect((await live.request(await live.link(TASK, 'zeno.bragadini'))).status).toBe(403);
  });

  test('without a note, or with files that will not do, nothing is recorded and what is wrong is named', async () => {
    const data = form(await live.page(link), { nota: ' ' });
    data.append('allegati', new File(['<svg onload=alert(1)>'], 'logo.svg', { type: 'image/svg+xml' }));
    data.append('allegati', new File(['x'], 'finto.pdf'));
    const answer = await live.request(`${link}/conclusione`, data);
    expect(answer.status).toBe(422);
    const text = textOf(await answer.text());
    expect(text).toContain('Scrivere una nota');
    expect(text).toContain('logo.svg');
    expect(text).toContain('finto.pdf');
    expect(await attachmentsOf(live.register.db, live.cycle, TASK)).toEqual([]);
  });

  test('a substitute concludes it for who is absent: note, reason and file are on record; the second click is told so', async () => {
    const away = { from: '2016-03-07', to: '2016-03-07', reason: 'congedo' } as const;
    await addSubstitution(live.register.db, 'ccms', {
      ...away,
      absent: 'guglielmo.tarasconi',
      substitute: 'lidia.fornasetti',
    });
    const hers = await live.link(TASK, 'lidia.fornasetti', 'guglielmo.tarasconi');
    const html = await live.page(hers);
    expect(textOf(html)).toContain('Lidia Fornasetti, in sostituzione di Guglielmo Tarasconi');
    const data = form(html, { nota: 'Comunicato al personale <il 7 marzo>', 'motivo-ritardo': 'sito in manutenzione' });
    data.append('allegati', new File(['oggetto;data\nnota;07/03'], 'elenco.csv', { type: 'text/csv' }));
    const sent = await live.request(`${hers}/conclusione`, data);
    expect(sent.status).toBe(303);
    const done = await live.page(sent.headers.get('location') ?? '');
    const text = textOf(done);
    expect(text).toContain('La conclusione è stata registrata.');
    expect(text).toContain('Lidia Fornasetti, in sostituzione di Guglielmo Tarasconi');
    expect(text).toContain('Comunicato al personale <il 7 marzo>');
    expect(text).toContain('in ritardo di 7 giorni');
    const file = await live.request(/href="([^"]*\/allegati\/[0-9a-f]{64})"/.exec(done)?.[1] ?? '');
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="elenco.csv"');
    const log = await logOf(live.register.db, { cycle: live.cycle, step: TASK });
    expect(log.find((l) => l.action === 'step-completed')).toMatchObject({
      actor: 'lidia.fornasetti',
      actingFor: 'guglielmo.tarasconi',
      channel: 'mail-link',
    });
    expect(await delayReasonsOf(live.register.db, live.cycle, TASK)).toMatchObject([
      { reason: 'sito in manutenzione' },
    ]);

    const again = await live.request(`${hers}/conclusione`, data);
    expect(again.status).toBe(409);
    const told = textOf(await again.text());
    expect(told).toMatch(/risultava già conclusa da Lidia Fornasetti il 07\/03\/2016/);
    expect(told).not.toContain('non è stato registrato');
    data.set('chiave', crypto.randomUUID());
    data.set('nota', 'Ho anche avvisato i capi area');
    const second = textOf(await (await live.request(`${hers}/conclusione`, data)).text());
    expect(second).toContain('Ciò che era scritto nella nota non è stato registrato');
    expect(second).toContain('Ho anche avvisato i capi area');
    expect(
      (await logOf(live.register.db, { cycle: live.cycle, step: TASK })).filter((l) => l.action === 'step-completed'),
    ).toHaveLength(1);
  });

  test('one that waits for others says for which', async () => {
    const waiting = textOf(
      await live.page(await live.link('relazione-redazione', 'lidia.fornasetti', 'guglielmo.tarasconi')),
    );
    expect(waiting).toContain('non è ancora aperta');
    expect(waiting).not.toContain('Segna come conclusa');
  });

  test('a publication step says what is published, where, and that nothing is asked', async () => {
    const text = textOf(await live.page(await live.link('relazione-pubblicazione', 'matilde.orsolini')));
    expect(text).toContain('La pubblicazione avviene da sé');
    expect(text).toContain('Amministrazione trasparente › Performance');
    expect(text).toContain('non ancora pubblicato');
  });
});

describe('a legal term that is missed', () => {
  const live = aLiveCycle('2016-01-25');
  const notices = async () =>
    (await documentsOf(live.register.db, live.cycle)).filter((d) => d.kind === delayKind(APPROVAL));

  beforeAll(async () => {
    await live.open(APPROVAL, '2016-02-03');
    live.later(9);
    await eventually(async () => (await notices()).length > 0);
  });

  test('gives the notice of delay as the step goes late, with the norm and who waits for whom on record', async () => {
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    const content = JSON.stringify((await snapshotOf(live.register.db, notice?.hash ?? ''))?.content);
    expect(content).toContain('Dipartimento della funzione pubblica');
    expect(content).toContain('art. 10, c. 1, lett. a)');
    expect(content).toContain('Segretario Generale');
    const log = await logOf(live.register.db, { cycle: live.cycle, step: APPROVAL });
    expect(log.find((l) => l.action === 'delay-notice-written')?.detail).toMatchObject({ hash: notice?.hash });
    expect(JSON.stringify(log.find((l) => l.action === 'delay-notice-written')?.detail)).toContain('waits');
    expect(await live.page(`/cicli/ccms/2016/attivita/${APPROVAL}`)).toContain(`/documenti/${notice?.hash}`);
  });

  test('owners add reasons; each is kept, and a new version carries them all; the same form counts once', async () => {
    const link = await live.link(APPROVAL, 'ottavia.brandini');
    const html = await live.page(link);
    expect(textOf(html)).toContain('Comunicazione di ritardo, versione 1');
    const data = new FormData();
    data.set('chiave', hidden(html.slice(html.indexOf('id="ritardo"')), 'chiave'));
    data.set('motivo', '');
    expect((await live.request(`${link}/ritardo`, data)).status).toBe(422);
    data.set('motivo', 'la Giunta non ha raggiunto il numero legale');
    expect((await live.request(`${link}/ritardo`, data)).status).toBe(303);
    expect((await live.request(`${link}/ritardo`, data)).status).toBe(303);
    expect(await delayReasonsOf(live.register.db, live.cycle, APPROVAL)).toHaveLength(1);
    const last = (await notices()).at(-1);
    expect(last?.version).toBe(2);
    const content = JSON.stringify((await snapshotOf(live.register.db, last?.hash ?? ''))?.content);
    expect(content).toContain('la Giunta non ha raggiunto il numero legale (Ottavia Brandini, 03/02/2016)');
    const pdf = await live.request(`${link}/documento/${last?.hash}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(textOf(await live.page(link))).toContain('la Giunta non ha raggiunto il numero legale');
  });

  test('a step that could not even open gets its notice too, once', async () => {
    const { db } = live.register;
    const now = '2017-07-05T08:00:00Z';
    await writeMissingDelayNotices(db, now);
    const written = async () => (await documentsOf(db, live.cycle)).filter((d) => d.kind.startsWith('ritardo-'));
    const all = await written();
    expect(all.map((d) => d.kind)).toContain(delayKind('relazione-pubblicazione'));
    const late = all.find((d) => d.kind === delayKind('relazione-pubblicazione'));
    const content = JSON.stringify((await snapshotOf(db, late?.hash ?? ''))?.content);
    expect(content).toContain("Validazione della Relazione da parte dell'OIV");
    await writeMissingDelayNotices(db, now);
    expect(await written()).toHaveLength(all.length);
  });

  test('a step whose term is the body’s own has no such notice', async () => {
    const own = await live.link('monitoraggio-1', 'guglielmo.tarasconi');
    const data = new FormData();
    data.set('motivo', 'x');
    expect((await live.request(`${own}/ritardo`, data)).status).toBe(404);
  });
});
