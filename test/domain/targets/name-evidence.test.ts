import { describe, expect, it, test } from 'vitest';
import { nameEvidence, nameHints } from '../../../src/domain/targets/name.js';
import { candidatesOf, remarksOn } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { count, days, hours, max, min, months, outOf, percent } from './expected.js';

const told = (name: string): string =>
  nameEvidence(name)
    .map((r) => r.message)
    .join(' ');

describe('what was seen in a name is told', () => {
  test.each([
    [
      'Percentuale guasti riparati entro 24 ore',
      'Nel nome, «guasti» è un fatto sfavorevole, ma «riparati» dice che vi si è provveduto o posto rimedio: più è alta la quota, meglio è.',
    ],
    [
      'Pratiche concluse con ritardo',
      'Nel nome, «Pratiche» non dice il verso, ma «con ritardo» dice che il tempo previsto è passato: più è basso, meglio è.',
    ],
    ['Mortalità infantile', 'Nel nome, «Mortalità» è un fatto sfavorevole: più è basso, meglio è.'],
    ['Tempo medio di rilascio', 'Nel nome, «Tempo» misura quanto si aspetta: più è breve, meglio è.'],
    [
      'Sedute della commissione',
      'Nel nome, «Sedute» è un atto dovuto o un fatto che non dipende dall’ufficio: se sia meglio un valore alto o basso va detto.',
    ],
    [
      'Posizione nella classifica nazionale',
      'Nel nome, «Posizione» è un posto in una classifica: probabilmente più è basso, meglio è, ma va detto.',
    ],
    [
      'Gonfaloni',
      'Il nome non dice se sia meglio un valore alto o basso: di solito si conta ciò che si vuole ottenere.',
    ],
  ])('«%s»', (name, sentence) => expect(told(name)).toBe(sentence));

  it('beside what is proposed, and beside what is asked', () => {
    expect(remarksOn(parseTarget('95%', { name: 'Guasti riparati' })).map((r) => r.message)).toContain(
      told('Guasti riparati'),
    );
    const asked = parseTarget('12', { name: 'Sedute della commissione' });
    expect(asked.outcome).toBe('ambiguous');
    expect(remarksOn(asked).map((r) => r.message)).toContain(told('Sedute della commissione'));
  });

  it('not where there is no name', () => expect(nameEvidence(undefined)).toEqual([]));
});

describe('the unit of a bare value is the one its name states', () => {
  test.each([
    ['Tempo di rilascio (gg)', days],
    ['Tempo di rilascio (in giorni lavorativi)', count('giorni lavorativi')],
    ['Tempo medio di risposta in minuti', count('minuti')],
    ['Durata della procedura (mesi)', months],
    ['Ore di apertura settimanali', hours],
    ['Tempestività dei pagamenti', days],
    ['Investimenti (in migliaia di euro)', count('migliaia di euro')],
    ['Entrate proprie (€)', { kind: 'euro' }],
    ['Superficie verde (mq)', count('mq')],
    ['Energia consumata (kWh)', count('kWh')],
    ['Utenti soddisfatti (%)', percent],
    ['Gradimento del servizio (da 1 a 10)', outOf('10')],
    ['Voto medio degli utenti (scala 1-5)', outOf('5')],
    ['Giudizio medio in trentesimi sulla didattica, valutazione degli studenti', outOf('30')],
  ])('«%s»', (name, unit) => {
    expect(nameHints(name).unit).toEqual(unit);
  });

  test.each(['Pratiche evase entro 30 giorni', 'Pratiche evase in 5 giorni', 'Alunni da 1 a 5 anni', 'Corsi (n.)'])(
    'and none where the words are of something else: «%s»',
    (name) => expect(nameHints(name).unit).toBeUndefined(),
  );
});

describe('what a name leaves in doubt is asked', () => {
  it('a mark over the top of the scale', () => {
    const outcome = parseTarget('3.500', { name: 'Soddisfazione degli utenti (scala 1-5)' });
    expect(outcome.outcome).toBe('ambiguous');
    expect(remarksOn(outcome).map((r) => r.code)).toContain('beyond-scale');
  });

  it('whether a reduction is the change or the level', () => {
    const outcome = parseTarget('30%', { name: 'Riduzione dell’arretrato' });
    expect(outcome.outcome).toBe('ambiguous');
    expect(candidatesOf(outcome)).toHaveLength(2);
  });

  it('days before a payment is due, as a level and not as a change', () => {
    const [first] = candidatesOf(parseTarget('-5', { name: 'Tempestività dei pagamenti' }));
    expect(first?.reading).toEqual(max('-5', days));
  });
});

describe('«100%» is not always a floor', () => {
  test.each([
    ['Carta consumata rispetto all’anno precedente', max('100', percent)],
    ['Arretrato rispetto all’anno precedente', max('100', percent)],
    ['Energia consumata rispetto alla media del triennio', max('100', percent)],
    ['Spesa per il personale sul limite di legge', max('100', percent)],
    ['Pratiche evase', min('100', percent)],
  ])('«%s»', (name, reading) => {
    expect(candidatesOf(parseTarget('100%', { name }))[0]?.reading).toEqual(reading);
  });
});
