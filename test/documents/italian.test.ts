import { describe, expect, test } from 'vitest';
import { withArticle } from '../../src/domain/article.js';
import { titleOf } from '../../src/office/title-of.js';
import { dossierWords } from '../../src/words/dossier.js';
import { homeWords } from '../../src/words/home.js';
import { mailWords } from '../../src/words/mail.js';
import { officerWords } from '../../src/words/officer.js';
import { planWords } from '../../src/words/plan.js';
import { count, plural } from '../../src/words/plural.js';
import { summaryMailWords } from '../../src/words/summary-mail.js';

describe('an article before a day or a number', () => {
  test.each([
    ['il', '30/06/2016', 'il 30/06/2016'],
    ['il', '11/09/2016', 'l’11/09/2016'],
    ['il', '08/09/2016', 'l’08/09/2016'],
    ['il', '18/09/2016', 'il 18/09/2016'],
    ['dal', '8 settembre 2016', 'dall’8 settembre 2016'],
    ['al', '11/12/2016 alle 09:05', 'all’11/12/2016 alle 09:05'],
    ['del', '01/11/2016', 'del 01/11/2016'],
    ['sul', '80,5%', 'sull’80,5%'],
    ['sul', '110%', 'sul 110%'],
    ['nel', '2018', 'nel 2018'],
    ['i', '11', 'gli 11'],
    ['i', '8', 'gli 8'],
    ['i', '12', 'i 12'],
    ['dei', '80', 'degli 80'],
    ['sui', '11', 'sugli 11'],
    ['sui', '110', 'sui 110'],
  ] as const)('%s %s', (article, figure, said) => {
    expect(withArticle(article, figure)).toBe(said);
  });

  test('stands in what mails, pages and documents say of several', () => {
    expect(dossierWords.coverage.evidence(81, 81, 11)).toContain('compresi gli 11 degli obiettivi individuali');
    expect(homeWords.now.missingTitle(0, 11)).toBe('Tutti gli 11 valori sono arrivati');
  });

  test('stands in what mails say', () => {
    expect(summaryMailWords.subject('11/09/2016', 0)).toBe('11/09/2016, settimana del ciclo');
    expect(mailWords.checkpoint.subject.opening('08/08/2016', 1, '08/09/2016')).toBe(
      '08/09/2016: un indicatore per il monitoraggio all’08/08/2016',
    );
  });
});

describe('a count agrees with what it counts', () => {
  test('of one and of several', () => {
    expect([plural(1, 'voce', 'voci'), plural(0, 'voce', 'voci')]).toEqual(['voce', 'voci']);
    expect([count(1, 'un valore', 'valori'), count(3, 'un valore', 'valori')]).toEqual(['un valore', '3 valori']);
  });

  test('in what people read', () => {
    expect(officerWords.progressClosed(1, 1)).toBe('1 inviato su 1');
    expect(officerWords.progressClosed(2, 3)).toBe('2 inviati su 3');
    expect(planWords.check.counted(1, 0, 2)).toMatch(/^un indicatore nel cruscotto/);
  });
});

test('an officer reads when a checkpoint closes by itself, with its days of review', () => {
  expect(officerWords.closes(0, false)).toContain('si chiude da sé appena ci sono i valori di tutti gli uffici:');
  expect(officerWords.closes(3, false)).toContain(
    '3 giorni dopo l’arrivo dei valori di tutti gli uffici e, se ci sono tutti in tempo,',
  );
  expect(officerWords.closes(1, false)).toContain('si chiude da sé un giorno dopo');
  expect(officerWords.closes(3, true)).toBe(
    'Il monitoraggio si chiude da sé 3 giorni dopo l’arrivo dei valori di tutti gli uffici; da allora una correzione passa dal controllo di gestione. Finché manca un valore resta aperto.',
  );
});

test('a document is called as its calendar calls it', () => {
  expect(titleOf('piano', 2016)).toBe('Piano della performance 2016-2018');
  expect(titleOf('piano', 2027, { piano: 'Piano integrato di attività e organizzazione (PIAO)' })).toBe(
    'Piano integrato di attività e organizzazione (PIAO) 2027-2029',
  );
});
