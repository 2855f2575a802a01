import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';

/** Texts that say more, or less, than the plain promise they begin with, under the name of what is measured. */
const KINDS: Readonly<Record<string, readonly (readonly [text: string, name: string])[]>> = {
  'hangs on something': [
    ['almeno 4 incontri a patto che vi siano risorse', 'N. incontri'],
    ['almeno 4 incontri su richiesta', 'N. incontri'],
    ['almeno 40 sopralluoghi nei limiti delle risorse', 'N. sopralluoghi'],
    ['almeno 40 sopralluoghi in presenza di personale', 'N. sopralluoghi'],
    ['almeno 40 sopralluoghi escludendo le isole', 'N. sopralluoghi'],
    ['almeno 40 sopralluoghi condizionati alla nomina', 'N. sopralluoghi'],
    ['tra 6 e 9 visite a patto che vi sia personale', 'N. visite'],
  ],
  'is for each of something': [
    ['almeno 2 incontri a distretto', 'N. incontri'],
    ['almeno 30 controlli a squadra', 'N. controlli'],
    ['almeno 30 controlli trim.', 'N. controlli'],
    ['almeno 1 incontro tutte le settimane', 'N. incontri'],
    ['da 6 a 9 visite per medico', 'N. visite'],
  ],
  'promises a second thing': [
    ['tra 6 e 9 visite e report', 'N. visite'],
    ['da 6 a 9 visite, verbali pubblicati', 'N. visite'],
    ['almeno 4 incontri con le scuole e materiale informativo', 'N. incontri'],
  ],
  'is cut short': [
    ['almeno 4 incontri con le', 'N. incontri'],
    ['almeno 75% delle', '% pratiche evase'],
  ],
  'holds only somewhere or at some time': [
    ['almeno 40 controlli nei mesi estivi', 'N. controlli'],
    ['almeno 3 corsi in un semestre', 'N. corsi'],
  ],
  'says more beside a change': [
    ['riduzione del 4% annuo rispetto al 2015', 'Costo medio per utente'],
    ['aumento del 4% degli utenti stranieri rispetto al 2015', 'N. utenti'],
    ['>= valore 2015 dimezzato', 'N. utenti'],
    ['superiore al 2015 a parità di risorse', 'N. utenti'],
    ['riduzione dei reclami del 4% rispetto al 2015', 'N. utenti'],
  ],
  'is a level of another year, or a measure': [
    ['non > 2015', 'Reclami'],
    ['non oltre il 2015', 'Spesa farmaceutica'],
    ['non > 2.11', 'Indice di rotazione'],
    ['entro 1/6', 'Rapporto infermieri/letti'],
    ['almeno h 24', 'Apertura dello sportello'],
    ['➢ 60%', '% fratture operate'],
    ['almeno 40 km²', 'Superficie mantenuta'],
    ['almeno 40 controlli c.a.', 'N. controlli'],
  ],
  'is only begun, or done in part': [
    ['avviato', 'Approvazione del regolamento'],
    ['attivazione sperimentale entro il 31/12/2016', 'Sportello'],
    ['parte delle sedi entro il 31/12/2016', 'Adeguamento'],
  ],
  'names the day of the things and not of the promise': [
    ['almeno 75% delle istanze pervenute entro il 30/11', '% istanze evase'],
    ['esame delle domande presentate entro il 31/10/2016', 'Domande esaminate'],
  ],
  'hangs on something in the name of its base': [
    ['riduzione del 4% rispetto al preventivo 2016 salvo rincari', 'Costo medio per utente'],
  ],
  'is for each, or for some': [
    ['almeno 30 controlli per agente', 'N. controlli'],
    ['almeno 30 controlli per FTE', 'N. controlli'],
    ['entro 20 giorni dalla richiesta nei casi urgenti', 'Rilascio certificati'],
    ['oltre ai 6 controlli previsti', 'N. controlli'],
    ['almeno 3 corsi di formazione seguiti da un convegno', 'N. corsi'],
  ],
  'is written as a clock is, or as the hours of a day': [
    ['massimo 1,30 ore', 'Durata dell’attesa'],
    ['≤ 0.45 h', 'Tempo di risposta'],
    ['da 8 a 18', 'Orario di apertura dello sportello'],
    ['da 40 a 50', 'Posti nido'],
    ['da 40% a 50%', 'Percentuale di pratiche evase'],
  ],
  'belongs to another year': [
    ['almeno 10 scuole a.s. 2015/16', 'Scuole coinvolte'],
    ['a.s. 2016/2017: almeno 10 scuole', 'Scuole coinvolte'],
    ['almeno 80% entro il 2018', 'Pratiche digitalizzate'],
    ['almeno 20 controlli entro il 28/02/2017', 'Controlli'],
    ['entro aprile 2018', 'Approvazione del rendiconto'],
    ['entro 30 giorni dalla richiesta a.a. 2016/17', 'Rilascio certificati'],
  ],
  'counts what was turned down': [
    ['almeno 80% delle istanze respinte', 'Istanze di rimborso'],
    ['≥ 5 sanzioni contestate', 'Sanzioni'],
    ['almeno 5 licenze revocate', 'Licenze'],
    ['almeno 10 ricorsi respinti', 'Ricorsi'],
    ['almeno 5 convenzioni disdette', 'Convenzioni'],
  ],
  'says no, or takes it back': [
    ['no approvazione entro il 30/06', 'Piano degli acquisti'],
    ['niente adozione del piano entro il 31/10', 'Piano'],
    ['divieto di apertura entro il 31/10', 'Cantiere'],
    ['stop a almeno 40 controlli', 'N. controlli'],
    ['revoca del piano entro il 31/10', 'Piano'],
    ['proroga ≥ 80% delle pratiche', '% pratiche evase'],
    ['annullamento entro 30 giorni dalla richiesta', 'Rilascio certificati'],
    ['di norma massimo 20 giorni', 'Tempo medio di rilascio'],
  ],
  'is a yes that may be less than one': [
    ['SI (bozza)', 'Piano di emergenza'],
    ['SI con prescrizioni', 'Autorizzazione'],
    ['approvato in bozza', 'Regolamento'],
    ['approvata con riserva', 'Variante'],
  ],
  'says which of them beside the unit': [
    ['entro 20 giorni utili', 'Tempo di rilascio'],
    ['massimo 20 giorni festivi', 'Tempo di rilascio'],
    ['non meno di € 50.000 contestati', 'Entrate'],
    ['massimo 20 giorni e relazione finale', 'Tempo di rilascio'],
    ['non meno di € 50.000 nonché verbale', 'Entrate'],
  ],
  'is of some only': [
    ['almeno 40 controlli per le sole istanze complete', 'N. controlli'],
    ['≥ 80% delle pratiche dei soli residenti', '% pratiche evase'],
    ['almeno 40 controlli presso le sedi decentrate', 'N. controlli'],
    ['almeno 40 controlli nel periodo estivo', 'N. controlli'],
    ['≥ 80% delle pratiche in corso', '% pratiche evase'],
    ['almeno 40 controlli dal ricevimento', 'N. controlli'],
    ['≥ 80% delle pratiche alla data di approvazione', '% pratiche evase'],
    ['almeno 40 controlli lordi', 'N. controlli'],
    ['almeno 40 controlli entrambi i turni', 'N. controlli'],
    ['entro 30 giorni dalla richiesta a campione', 'Rilascio certificati'],
    ['entro 30 giorni dalla richiesta (provvisorio)', 'Rilascio certificati'],
  ],
  'begins with no event': [
    ['massimo 20 giorni da rendicontare', 'Tempo di rilascio'],
    ['massimo 20 giorni a partire da aprile', 'Tempo di rilascio'],
  ],
  'goes on after the name of its base': [
    ['aumento del 3% rispetto all’anno precedente subordinatamente ai fondi', 'Iscritti'],
    ['aumento del 3% rispetto all’anno precedente in base alle risorse', 'Iscritti'],
    ['aumento del 3% rispetto al 2015 per utente', 'Iscritti'],
    ['riduzione del 4% rispetto al preventivo 2016 ove possibile', 'Costo medio per utente'],
  ],
  'is another figure than the one counted': [
    ['almeno 15 utenti equivalenti', 'Utenti'],
    ['> 1.500 utenti potenziali', 'Utenti serviti'],
    ['almeno 15 convenzioni pro quota', 'Convenzioni'],
    ['≥ 80% delle pratiche per difetto', '% pratiche evase'],
    ['almeno 15 convenzioni anche online', 'Convenzioni'],
    ['almeno 15 convenzioni ...', 'Convenzioni'],
    ['≥ 95%, report', 'Copertura vaccinale'],
    ['almeno 2 eventi entro il 30/11/2016?', 'Eventi'],
    ['pubblicazione del bando entro il 15/05/2016 / report', 'Bando'],
    ['entro 5 giorni dalla segnalazione - fase 1', 'Riparazioni'],
    ['tra 10 e 15 istanze respinte', 'Istanze'],
  ],
  'goes with a date and is more than it': [
    ['entro il 30/09/2016 con almeno 2 operatori', 'Apertura dello sportello'],
    ['entro il 30/09/2016 oltre a 3 incontri', 'Approvazione del regolamento'],
    ['entro il 30/09/2016 entro 15 giorni', 'Approvazione del regolamento'],
    ['≥ 80 p.p.', 'Percentuale di pratiche evase'],
  ],
};

describe.each(Object.entries(KINDS))('what %s', (_, rows) => {
  test.each(rows)('«%s» for «%s» is not taken as written', (text, name) => {
    expect(parseTarget(text, { name, year: 2016 }).outcome).not.toBe('parsed');
  });
});

test.each([
  ['almeno 4 incontri nel corso dell’anno', 'N. incontri'],
  ['almeno 4 incontri con le scuole', 'N. incontri'],
  ['entro e non oltre il 2016', 'Bonifica del sito'],
  ['almeno 30 controlli per il territorio comunale', 'N. controlli'],
  ['entro 20 giorni dalla richiesta completa', 'Rilascio certificati'],
  ['almeno 6 progetti conclusi', 'N. progetti'],
  ['approvazione entro il 15 luglio c.a.', 'Regolamento'],
  ['riduzione dei reclami del 4% rispetto al 2015', 'Reclami'],
  ['riduzione del 5% rispetto alla media degli esercizi precedenti', 'Costo medio per utente'],
  ['aumento del 3% rispetto all’anno precedente', 'Iscritti'],
  ['entro 20 gg di calendario', 'Tempo di rilascio'],
  ['massimo 20 giorni naturali e consecutivi', 'Tempo di rilascio'],
  ['almeno 36,00 ore', 'Ore di apertura'],
  ['almeno 100 ore erogate', 'Ore di formazione'],
  ['massimo 5 istanze respinte', 'Istanze'],
  ['almeno 50 segnalazioni dai cittadini', 'Segnalazioni'],
  ['almeno 4 incontri in corso d’anno', 'N. incontri'],
  ['≥ 80% dei controlli programmati', '% controlli'],
  ['da 15 a 20 verifiche', 'Verifiche'],
  ['bozza di regolamento entro il 31/10', 'Regolamento'],
  ['entro 30 giorni dal parere', 'Rilascio certificati'],
  ['entro maggio 2017', 'Approvazione del rendiconto'],
])('«%s» for «%s» is plain', (text, name) => {
  expect(parseTarget(text, { name, year: 2016 }).outcome).toBe('parsed');
});

test.each([
  ['massimo 3,30 ore', 'Attesa', '210'],
  ['≤ 0.45 h', 'Attesa', '45'],
])('«%s» is offered in minutes too: %s, %s', (text, name, minutes) => {
  const readings = candidatesOf(parseTarget(text, { name, year: 2016 })).map((c) => c.reading);
  expect(readings).toContainEqual(
    expect.objectContaining({ operator: '<=', value: minutes, unit: { kind: 'count', noun: 'minuti' } }),
  );
});

test('«da 40 a 50» offers the level arrived at beside the interval', () => {
  const kinds = candidatesOf(parseTarget('da 40 a 50', { name: 'Posti nido', year: 2016 })).map((c) => c.reading);
  expect(kinds).toEqual([
    { kind: 'range', from: '40', to: '50', unit: { kind: 'number' } },
    { kind: 'threshold', operator: '>=', value: '50', unit: { kind: 'number' }, direction: 'more-is-better' },
  ]);
});
