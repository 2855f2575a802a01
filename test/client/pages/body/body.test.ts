import { describe, expect, test } from 'vitest';
import { signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const site = aHalfRunSite('2016-04-20');
const BODY = '/enti/ccms';

describe('the health of the body', () => {
  test('opens from the year’s pages', async () => {
    const answer = await site.app.request('/cicli/ccms/2016/ente');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, BODY]);
  });

  test('shows the process indicators of 2010–2015 as printed, oldest first, and each line in words', async () => {
    const page = await site.page(BODY);
    expect(rowOf(page, 'pratiche evase')).toMatch(/16\.058 12\.754 12\.249 19\.932 17\.048 17\.171$/);
    expect(page).toContain('2010: 16.058; 2011: 12.754; 2012: 12.249; 2013: 19.932; 2014: 17.048; 2015: 17.171');
  });

  test('draws what is compared with the Media Toscana beside it', async () => {
    const page = await site.page(`${BODY}?capitolo=qualita`);
    expect(page).toContain(
      'Camera di Commercio di Massa-Carrara. 2012: 88%; 2013: 81%; 2014: 67%. Media Toscana. 2012: 79%; 2013: 80%; 2014: 81%',
    );
  });

  test('says which values the source does not have', async () => {
    expect(await site.page(`${BODY}?capitolo=isr`)).toContain('<abbr title="dato non disponibile">nd</abbr>');
  });

  test.each(['personale', 'conti', 'valore-aggiunto', 'territorio'])('has the chapter «%s»', async (chapter) => {
    expect(await site.page(`${BODY}?capitolo=${chapter}`)).toContain('<table');
  });

  test('of a chapter or a body that is not there is not there', async () => {
    expect((await site.app.request(`${BODY}?capitolo=nessuno`)).status).toBe(404);
    expect((await site.app.request('/enti/altro')).status).toBe(404);
  });
});

describe('the obligations of publication', () => {
  const LIST = `${BODY}/trasparenza`;
  const ABSENCES = `${LIST}/personale/8`;

  test('have the state of the plan, who answers, and when they are due next', async () => {
    const page = await site.page(LIST);
    expect(rowOf(page, 'Tassi di assenza')).toBe(
      'Tassi di assenza e maggior presenza del personale D.Lgs. 33/2013, art. 16, c. 3 Assolto Ufficio Risorse Umane Noemi Ghirlandini 31/01/2016 da verificare da 80 giorni ogni 3 mesi nel Piano: «Compliance con la normativa» come da Piano, al 31/12/2015',
    );
    expect(rowOf(page, 'Collaborazioni esterne')).toContain('Stato non indicato');
  });

  test('can be chosen by what they ask for', async () => {
    const page = textOf(await site.page(`${LIST}?mostra=da-completare`));
    expect(page).toMatch(/Tutti \(30\) In ritardo \(\d+\) In scadenza \(0\) Da completare \(9\)/);
    expect(page).not.toContain('Bandi di concorso');
    expect((await site.app.request(`${LIST}?mostra=altro`)).status).toBe(404);
  });

  test('are updated by who answers for them: the next term comes by itself, the history stays', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const answer = await officer.post(ABSENCES, {
      stato: 'fulfilled',
      nota: 'Pubblicati i tassi del primo trimestre.',
      responsabile: 'ufficio:risorse-umane',
      scadenza: '',
      chiave: 'a',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ABSENCES}?registrato`]);
    const page = await officer.page(`${ABSENCES}?registrato`);
    expect(textOf(page)).toContain('L’aggiornamento è registrato.');
    expect(rowOf(page, '20/04/2016')).toMatch(
      /Assolto Pubblicati i tassi del primo trimestre\. Noemi Ghirlandini 31\/07\/2016/,
    );
    expect(rowOf(await site.page(LIST), 'Tassi di assenza')).toMatch(
      /Noemi Ghirlandini 31\/07\/2016 ogni 3 mesi Pubblicati/,
    );
  });

  test('sent twice count once', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const again = { stato: 'updating', nota: 'una volta sola', responsabile: '', scadenza: '', chiave: 'c' };
    expect((await officer.post(ABSENCES, again)).status).toBe(303);
    expect((await officer.post(ABSENCES, again)).status).toBe(303);
    expect(textOf(await site.page(ABSENCES)).split('una volta sola')).toHaveLength(2);
  });

  test.each([
    ['a state that is not one', { stato: 'done' }, '«done» non va bene: si attende uno fra assolto'],
    ['a day that is not', { stato: 'updating', scadenza: '2016-02-31' }, 'non esiste'],
    [
      'a term already past',
      { stato: 'updating', scadenza: '2016-04-19' },
      'la prossima scadenza (19/04/2016) è già passata: oggi è il 20/04/2016',
    ],
    [
      'an owner that is not there',
      { stato: 'updating', responsabile: 'nessuno' },
      '«nessuno» non è un ruolo né un ufficio dell’ente',
    ],
  ])('refuse %s, and change nothing', async (_, fields, message) => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    const answer = await controller.post(`${LIST}/gestione/5`, fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textOf(page)).toContain(message);
    expect(page).toMatch(/role="alert"/);
    expect(textOf(await site.page(`${LIST}/gestione/5`))).toContain('Nessuno ha ancora aggiornato questa voce');
  });

  test('are not for others to update', async () => {
    const other = await signedIn(site, 'lidia.fornasetti');
    expect((await other.post(ABSENCES, { stato: 'updating' })).status).toBe(403);
    expect(textOf(await other.page(ABSENCES))).toContain('Può aggiornare questa voce chi ne risponde');
    const visitor = await site.app.request(ABSENCES, { method: 'POST', headers: { origin: 'http://localhost' } });
    expect(visitor.status).toBe(303);
    expect(visitor.headers.get('location')).toBe('/accesso');
  });

  test('show what is written as text, whatever it is', async () => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    await controller.post(`${LIST}/gestione/1`, { stato: 'updating', nota: '<script>alert(1)</script>', chiave: 'x' });
    expect(await site.page(LIST)).not.toContain('<script>alert');
  });
});

describe('the improvement plan', () => {
  const ACTION = `${BODY}/miglioramento/programmazione-e-controllo/3`;

  test('has each action with owner and date', async () => {
    expect(rowOf(await site.page(`${BODY}/miglioramento`), 'Estensione del monitoraggio dei processi')).toMatch(
      /Da avviare Controllo di gestione Guglielmo Tarasconi 31\/08\/2016/,
    );
  });

  test('ends an action only with its outcome, and then it is due no more', async () => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    const without = await controller.post(ACTION, { stato: 'done', nota: ' ' });
    expect(without.status).toBe(422);
    expect(textOf(await without.text())).toContain('manca l’esito');
    const answer = await controller.post(ACTION, {
      stato: 'done',
      nota: 'Tutti i processi sono monitorati.',
      chiave: 'b',
    });
    expect(answer.status).toBe(303);
    expect(rowOf(await site.page(`${BODY}/miglioramento`), 'Estensione del monitoraggio')).toMatch(
      /Conclusa .* nessuna Tutti i processi sono monitorati\./,
    );
  });
});

describe('stakeholders', () => {
  const PAGE = `${BODY}/stakeholder`;
  const said = {
    stakeholder: 'Associazioni di categoria',
    canale: 'incontro',
    ricevuta: '2016-04-12',
    testo: 'Gli orari dello sportello\nnon bastano.',
    chiave: 'c',
  };

  test('are heard: what they say waits for the context analysis of the next exercise', async () => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    expect((await controller.post(PAGE, said)).status).toBe(303);
    const page = textOf(await site.page(PAGE));
    expect(page).toContain('Da considerare nell’analisi del contesto 2017');
    expect(page).toContain('Associazioni di categoria, incontro, 12/04/2016');
  });

  test('are answered: what the analysis made of it is on record, the first word stays', async () => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    const id = /action="\/enti\/ccms\/stakeholder\/(\d+)"/.exec(await controller.page(PAGE))?.[1] ?? '';
    const empty = await controller.post(`${PAGE}/${id}`, { esercizio: '2017', esito: '' });
    expect([empty.status, textOf(await empty.text()).includes('manca che cosa ne fa l’analisi')]).toEqual([422, true]);
    await controller.post(`${PAGE}/${id}`, { esercizio: '2017', esito: 'Ripresa nell’obiettivo 2.1.' });
    const second = await controller.post(`${PAGE}/${id}`, { esercizio: '2017', esito: 'Altro.' });
    const refused = await second.text();
    expect([second.status, textOf(refused)]).toEqual([
      422,
      expect.stringContaining('per il 2017 è già scritto che cosa se ne fa: «Ripresa nell’obiettivo 2.1.»'),
    ]);
    // What was typed is still there: nobody writes it twice.
    expect(refused).toMatch(/<textarea[^>]*name="esito"[^>]*>Altro\.<\/textarea>/);
    const page = textOf(await site.page(PAGE));
    expect(page).toContain('Ripresa nell’obiettivo 2.1. Analisi del contesto 2017, Guglielmo Tarasconi');
    expect(page).toContain('Ogni osservazione registrata è già stata considerata per il 2017');
    expect(page).not.toContain('Altro.');
  });

  test.each([
    ['nobody', { ...said, stakeholder: '' }, 'manca chi ha espresso l’osservazione'],
    ['nothing', { ...said, testo: '  ' }, 'manca il testo dell’osservazione'],
    ['tomorrow', { ...said, ricevuta: '2016-04-21' }, 'la data di ricevimento (21/04/2016) è nel futuro'],
  ])('who are %s are not heard', async (_, fields, message) => {
    const controller = await signedIn(site, 'guglielmo.tarasconi');
    const answer = await controller.post(PAGE, { ...fields, chiave: message });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(message);
  });
});

describe('every page about the body', () => {
  test.each([
    [BODY, 4],
    [`${BODY}/trasparenza`, 9],
    [`${BODY}/trasparenza/personale/8`, 10],
    [`${BODY}/miglioramento`, 9],
    [`${BODY}/stakeholder`, 9],
  ])('asks the register a bounded number of questions, and has no script or style inside: %s', async (path, most) => {
    const before = site.queries();
    const page = await site.page(path);
    expect(site.queries() - before).toBeLessThanOrEqual(most);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\bsrc=)/);
  });
});
