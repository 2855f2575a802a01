import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OwnRule } from '../../src/domain/own-rules/piece.js';
import { pieceIn, piecesOf } from '../../src/domain/own-rules/pieces.js';
import type { Policy } from '../../src/domain/policy.js';
import { seedsFolder } from '../../src/seeds/locate.js';
import { type RulesFile, withOwnRules } from '../../src/seeds/own-rules.js';
import { parsePolicy } from '../../src/seeds/policy.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';

const SOURCE: RulesFile = {
  policy: seedPolicy(),
  text: readFileSync(join(seedsFolder(), 'policies', 'smvp-2016.yaml'), 'utf8'),
};

const rule = (piece: string, said: string, fromExercise = 2028): OwnRule => ({ piece, said, fromExercise, act: null });
const made = (...own: readonly OwnRule[]) => withOwnRules(SOURCE, SOURCE.policy.notices, own);

function changed(...own: readonly OwnRule[]): RulesFile {
  const file = made(...own);
  if (!file.ok) throw new Error(file.error.map(({ message }) => message).join('\n'));
  return file.value;
}

const refusal = (piece: string, said: string): string => {
  const file = made(rule(piece, said));
  return file.ok ? '' : file.error.map(({ message }) => message).join('; ');
};

const saidIn = (policy: Policy, piece: string) => pieceIn(policy, piece)?.said(policy);

describe('the rules of a body, with what it has changed of them', () => {
  test('are those of the file where nothing is changed, and where what is said is what it says', () => {
    expect(made()).toEqual({ ok: true, value: SOURCE });
    const same = changed(...piecesOf(SOURCE.policy).map((piece) => rule(piece.id, piece.said(SOURCE.policy))));
    expect(same.policy).toEqual(SOURCE.policy);
    expect(parsePolicy('', same.text)).toMatchObject({ ok: true, value: { value: SOURCE.policy } });
  });

  test.each([
    ['tetto', '120', { cap: '120' }],
    ['minimo', '5,5%', { floor: '5.5' }],
    ['formula-crescente', 'Lineare da 60%', { formulas: { increasing: { formula: 'linear', floorPercent: '60' } } }],
    [
      'formula-crescente',
      'a gradini: da 0% vale 0%; da 50% vale 40%; da 100% vale 100%',
      { formulas: { increasing: { formula: 'steps', of: 'increasing-ratio', steps: [{}, { score: '40' }, {}] } } },
    ],
    ['formula-decrescente', 'simmetrica', { formulas: { decreasing: { formula: 'decreasing-symmetric' } } }],
    [
      'formula-entro-data',
      'meno 2,5 punti per giorno di ritardo',
      { formulas: { byDate: { formula: 'by-date-degrading', pointsPerDay: '2.5' } } },
    ],
    ['formula-entro-termine', 'rapporto', { formulas: { withinPeriod: { formula: 'decreasing-ratio' } } }],
    ['formula-intervallo', 'in proporzione alla distanza', { formulas: { range: { formula: 'range-proportional' } } }],
    [
      'formula-da-valore-di-partenza',
      'quota della variazione',
      { formulas: { relative: { formula: 'relative-progress' } } },
    ],
    ['dati-mancanti', 'valgono il minimo', { missing: 'counts-as-floor' }],
    ['decimali', '1', { rounding: { decimals: 1 } }],
    [
      'semaforo',
      'rosso fino a 50%; giallo oltre 50% sotto 80%; verde da 80%',
      {
        lights: {
          bands: [
            { light: 'red', to: '50', toInclusive: true },
            { light: 'yellow', from: '50', fromInclusive: false, to: '80', toInclusive: false },
            { light: 'green', from: '80', fromInclusive: true },
          ],
        },
      },
    ],
    ['copertura-minima', '70%', { lights: { minimumCoverage: '70' } }],
    ['promemoria', '15, 5 e 1', { notices: { reminders: [15, 5, 1] } }],
    ['avvisi-di-ritardo', 'nessuno', { notices: { late: [] } }],
    ['giorno-della-scadenza', 'no', { notices: { dueToday: false } }],
    ['avviso-al-superiore', '6', { notices: { escalateToManager: 6 } }],
    [
      'eccezioni',
      '1.1.1-01 decrescente: simmetrica (motivo: può (forse) raddoppiare; atto: delibera n. 12); ' +
        '1.1.1-02 crescente: a gradini: da 0% vale 0%; da 80% vale 100% (motivo: a; atto: b)\n' +
        '1.1.1-03 decrescente: lineare dal valore 40,5 (motivo: a; atto: b); 1.1.1-04 formula: sì o no (motivo: a; atto: b)',
      {
        exceptions: [
          { indicator: '1.1.1-01', rule: { formula: 'decreasing-symmetric' }, reason: 'può (forse) raddoppiare' },
          { rule: { formula: 'steps', of: 'increasing-ratio' }, act: 'b' },
          { rule: { formula: 'linear', floorValue: '40.5' } },
          { rule: { formula: 'yes-no' } },
        ],
      },
    ],
    [
      'chi-valuta-dirigenti',
      'propone segretario-generale; decide giunta',
      {
        individual: {
          groups: [{}, { evaluator: { kind: 'board', proposes: 'segretario-generale', decides: 'giunta' } }, {}, {}],
        },
      },
    ],
    [
      'istanze-dirigenti',
      'seconda istanza giunta; conciliazione oiv',
      { individual: { groups: [{}, { secondInstance: 'giunta', conciliation: 'oiv', inPlan: true }, {}, {}] } },
    ],
    [
      'parti-personale',
      "Risultati dell'ufficio 40%; comportamenti 60%",
      {
        individual: { groups: [{}, {}, {}, { parts: [{ of: 'office' }, { weight: '60', dictionary: 'personale' }] }] },
      },
    ],
    [
      'termini-personale',
      'accettazione 5; autovalutazione 30 giorni; osservazioni 7; seconda istanza 20; conciliazione 12',
      { individual: { groups: [{}, {}, {}, { terms: { acceptance: 5, selfEvaluation: 30, conciliation: 12 } }] } },
    ],
    [
      'comportamenti-personale',
      'Qualità del lavoro 70%: completa le pratiche; al primo passaggio; Ascolto 30%: capisce chi chiede',
      {
        individual: {
          dictionaries: [
            {},
            {
              behaviours: [
                { id: 'qualita', weight: '70', descriptor: 'completa le pratiche; al primo passaggio' },
                { id: 'ascolto', title: 'Ascolto', weight: '30' },
              ],
            },
          ],
        },
      },
    ],
    [
      'scala-personale',
      'Non adeguato 0%: non si osserva; Adeguato 60%: si osserva; Eccellente 100%: è un riferimento',
      { individual: { dictionaries: [{ scale: [{}, {}, {}, {}, {}] }, { scale: [{}, { score: '60' }, {}] }] } },
    ],
  ])('«%s» becomes «%s», in a new version that is read again as it is', (piece, said, policy) => {
    const file = changed(rule(piece, said));
    expect(file.policy).toMatchObject({ ...policy, version: '1+1' });
    expect(parsePolicy('', file.text)).toMatchObject({ ok: true, value: { value: file.policy } });
    // What the piece says of it makes the same rules again.
    expect(changed(rule(piece, saidIn(file.policy, piece) ?? '')).policy).toEqual(file.policy);
  });

  test('every way a page names is a way that is read', () => {
    for (const piece of piecesOf(SOURCE.policy))
      for (const way of piece.ways)
        expect([piece.id, way, piece.read(way, SOURCE.policy).ok]).toEqual([piece.id, way, true]);
  });

  test('a body that is told nothing more of a delay takes the notice away', () => {
    expect(changed(rule('avviso-al-vertice', 'mai')).policy.notices.escalateToHead).toBeUndefined();
  });

  test('bands of one group are no other’s, though the file says them once; one that keeps its title stays the one it was', () => {
    const said = 'Piena da 95% quota 100%; Buona da 70% quota 60%; Senza retribuzione di risultato da 0% quota 0%';
    const { policy, text } = changed(rule('fasce-segretario-generale', said));
    const [first, second] = policy.individual?.groups ?? [];
    expect(first?.bands.map(({ id, from, pay }) => `${id} ${from} ${pay}`)).toEqual([
      'piena 95 100',
      'buona 70 60',
      'nessuna 0 0',
    ]);
    expect(second?.bands).toEqual(SOURCE.policy.individual?.groups[1]?.bands);
    expect(text).toContain('# Valutazione individuale.');
  });

  test('each is a new version, the latest exercise last; the file put in place of the other changes nothing any more', () => {
    const own = [rule('tetto', '120%', 2029), rule('tetto', '110%'), rule('decimali', '1')];
    const file = changed(...own);
    expect(file.policy).toMatchObject({ version: '1+3', cap: '120' });
    const again = withOwnRules(file, file.policy.notices, [rule('tetto', '120%', 2029), rule('decimali', '1')]);
    expect(again).toEqual({ ok: true, value: expect.objectContaining({ policy: file.policy }) });
  });

  test('those of one exercise are looked at together: a floor over the old cap, with a cap that goes with it', () => {
    expect(refusal('minimo', '105%')).toBe('il minimo deve essere sotto il tetto');
    expect(changed(rule('minimo', '105%'), rule('tetto', '130%')).policy).toMatchObject({ cap: '130', floor: '105' });
  });
});

describe('a rule that could not be carried through is refused with what was expected', () => {
  test.each([
    ['tetto', '90%', 'il tetto deve essere almeno 100%'],
    ['tetto', 'alto', '«alto» non è una percentuale: si scrive per esempio 110%'],
    ['minimo', '100%', 'il minimo deve essere sotto il tetto'],
    ['formula-crescente', 'logaritmica', '«logaritmica» non è una formula per questi target: si scrive «rapporto»'],
    ['formula-crescente', 'simmetrica', 'non è una formula per questi target'],
    ['formula-crescente', 'lineare da 130%', 'la soglia minima sta sotto il 100% del target'],
    ['formula-crescente', 'a gradini: da 10% vale 0%', 'il primo gradino deve partire da 0%'],
    ['formula-crescente', 'a gradini: 10%', '«10%» non è un gradino: si scrive «da 80% vale 100%»'],
    ['semaforo', 'rosso sotto 60%; giallo da 70% sotto 90%; verde da 90%', 'fra 60 e 70 c’è un vuoto'],
    [
      'semaforo',
      'rosso sotto 60%; giallo da 50% sotto 90%; verde da 90%',
      'la fascia comincia a 50, prima che finisca la precedente (60)',
    ],
    ['semaforo', 'verde da 90%; giallo da 60% sotto 90%; rosso sotto 60%', 'la prima fascia non deve avere un inizio'],
    ['semaforo', 'rosso fino a 60%; giallo da 60%', '60 appartiene a due fasce'],
    ['semaforo', 'blu sotto 60%', '«blu sotto 60%» non è una fascia del semaforo: si scrive «rosso sotto 60%'],
    [
      'fasce-personale',
      'Prima da 50% quota 100%; Seconda da 70% quota 50%; Terza da 0% quota 0%',
      'dalla più alta alla più bassa',
    ],
    ['fasce-personale', 'Prima da 50% quota 100%', 'l’ultima fascia deve cominciare da 0'],
    ['fasce-personale', 'Unica da 0% quota 100%', 'la fascia «prima» non c’è nel gruppo'],
    ['fasce-personale', 'Prima da 50%', '«Prima da 50%» non è una fascia: si scrive'],
    ['promemoria', '3, 10', 'i promemoria vanno dal più lontano al più vicino'],
    ['promemoria', 'presto', '«presto» non è un elenco di giorni lavorativi: si scrive «10, 3», «nessuno»'],
    ['avviso-al-vertice', 'sempre', '«sempre» non è un numero di giorni lavorativi'],
    ['decimali', '9', '«9» non è un numero di decimali: va da 0 a 6'],
    ['dati-mancanti', 'boh', '«boh» non è una delle scelte: si scrive «restano fuori dal totale»'],
    ['eccezioni', '1.1.1-01 simmetrica', '«1.1.1-01 simmetrica» non è una formula propria di un indicatore'],
    ['eccezioni', '1.1.1-01 crescente: simmetrica (motivo: a; atto: b)', 'non è una formula per questi target'],
    ['eccezioni', '1.1.1-01 libera: simmetrica (motivo: a; atto: b)', '«libera» non è un modo di leggere un target'],
    ['chi-valuta-dirigenti', 'la Giunta', '«la Giunta» non è una regola per questo gruppo'],
    ['chi-valuta-dirigenti', 'propone oiv; decide oiv', 'la seconda istanza non può essere di chi valuta'],
    ['parti-personale', 'obiettivi 40%', 'le parti del punteggio: i pesi devono sommare a 100, qui sommano a 40'],
    ['parti-personale', 'obiettivi 40%; fantasia 60%', 'non è una regola per questo gruppo'],
    ['termini-personale', 'accettazione 5', '«accettazione 5» non è una regola per questo gruppo'],
    ['comportamenti-personale', 'Ascolto 30%: capisce', 'i comportamenti: i pesi devono sommare a 100'],
    ['scala-personale', 'Alto 100%: bene; Basso 0%: male', 'dal più basso al più alto'],
    ['pesi', '1', '«pesi» non è una regola di questo file'],
  ])('«%s»: «%s»', (piece, said, expected) => {
    expect(refusal(piece, said)).toContain(expected);
  });
});
