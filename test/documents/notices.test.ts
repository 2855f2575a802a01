import { describe, expect, test } from 'vitest';
import { readNarrative } from '../../src/documents/narrative.js';
import { type DelayNoticeData, delayNotice } from '../../src/documents/ritardo.js';

const DATA: DelayNoticeData = {
  entity: 'Camera di Commercio di Massa-Carrara',
  exercise: 2016,
  on: '2016-02-15',
  simulated: false,
  step: 'Approvazione del Piano della Performance',
  due: '2016-01-31',
  norm: 'D.Lgs. 150/2009, art. 10',
  daysLate: 15,
  reasons: ['Il bilancio è stato approvato il 5 febbraio.'],
  waits: [
    {
      waiting: 'Giunta camerale',
      waitedFor: 'Controllo di gestione',
      what: 'Predisposizione del Piano',
      since: '2016-01-20',
      until: '2016-02-10',
    },
    { waiting: 'OIV', waitedFor: 'Giunta camerale', what: 'Approvazione', since: '2016-02-01' },
  ],
  to: ['Dipartimento della funzione pubblica'],
  signers: ['Il Segretario Generale'],
};

const pageOf = async (data: DelayNoticeData): Promise<string> =>
  (await delayNotice(data)).forms[0]?.bytes.toString('utf8') ?? '';

describe('the notice of delay', () => {
  test('says what is late, by which norm, by how much, and why', async () => {
    const page = await pageOf(DATA);
    expect(page).toContain(
      '«Approvazione del Piano della Performance», che la norma indicata prevede entro il 31/01/2016',
    );
    expect(page).toContain('D.Lgs. 150/2009, art. 10');
    expect(page).toContain('Il ritardo è di 15 giorni.');
    expect(page).toContain('<li>Il bilancio è stato approvato il 5 febbraio.</li>');
  });

  test('says who waited for whom, and who still waits', async () => {
    const page = await pageOf(DATA);
    expect(page).toContain('<th scope="row">Giunta camerale</th><td>Controllo di gestione</td>');
    expect(page).toContain('<td>10/02/2016</td>');
    expect(page).toContain('ancora atteso');
  });

  test('leaves place for date and signature', async () => {
    expect(await pageOf(DATA)).toMatch(/Luogo e data: _+.*Il Segretario Generale – Firma: _+/s);
  });

  test('without reasons on record asks for them before it is signed', async () => {
    expect(await pageOf({ ...DATA, reasons: [], waits: [] })).toContain('indicarli prima della firma');
  });

  test('of one day is in the singular; done, it says when', async () => {
    const page = await pageOf({ ...DATA, daysLate: 1, doneOn: '2016-02-01', expectedOn: '2016-02-20' });
    expect(page).toContain('Il ritardo è di 1 giorno. L’adempimento è stato concluso il 01/02/2016.');
    expect(page).not.toContain('Si prevede');
  });

  test('is a document like the others: kind, snapshot, hash on its page', async () => {
    const written = await delayNotice(DATA);
    expect(written).toMatchObject({ kind: 'ritardo', mime: 'application/json' });
    expect(written.forms[0]?.bytes.toString('utf8')).toContain(written.hash);
  });
});

describe('a narrative chapter', () => {
  test('has a title, an opening and sections', () => {
    expect(readNarrative('# Contesto\n\nUna riga\nche continua.\n\n## Esterno\n\n- uno\n- **due**\n')).toEqual({
      title: 'Contesto',
      parts: [
        { title: undefined, blocks: [{ kind: 'paragraph', text: ['Una riga che continua.'] }] },
        {
          title: 'Esterno',
          blocks: [{ kind: 'list', ordered: false, items: [['uno'], [{ kind: 'strong', text: 'due' }]] }],
        },
      ],
    });
  });

  test('keeps what it does not know as text, and runs or loads nothing', () => {
    const { parts } = readNarrative(
      'Prima <script>alert(1)</script> e ![foto](http://esempio.example/x.png)\n\n<iframe src="x"></iframe>\n\n[giù](javascript:alert(1)) e [sito](https://esempio.example)\n',
    );
    const text = JSON.stringify(parts);
    expect(text).toContain('<script>');
    expect(parts.flatMap((part) => part.blocks).every((block) => block.kind === 'paragraph')).toBe(true);
    expect(text).not.toContain('"href":"javascript');
    expect(text).toContain('"href":"https://esempio.example"');
  });

  test('tells nothing of its writer’s comments', () => {
    expect(readNarrative('<!-- da rivedere -->\n\nTesto.\n').parts).toEqual([
      { title: undefined, blocks: [{ kind: 'paragraph', text: ['Testo.'] }] },
    ]);
  });
});
