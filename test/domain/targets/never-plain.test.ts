import { describe, expect, test } from 'vitest';
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
])('«%s» for «%s» is plain', (text, name) => {
  expect(parseTarget(text, { name, year: 2016 }).outcome).toBe('parsed');
});
