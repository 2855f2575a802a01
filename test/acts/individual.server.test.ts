import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyAct } from '../../src/acts/act.js';
import type { Actions } from '../../src/acts/actions.js';
import { carryOut } from '../../src/acts/carry-out.js';
import { ACTS } from '../../src/acts/index.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import { logOf } from '../../src/register/log.js';
import { addSubstitution } from '../../src/register/people.js';
import { scoreNow, sheetOf, sheetsOf } from '../../src/register/reading/sheets.js';
import { through } from '../../src/register/via.js';
import { evaluatingCycle, otherResults, yearResults } from '../register/individual-fixture.js';
import { aRegister } from '../register/register.js';

const register = aRegister();
let cycle: string;

beforeAll(async () => {
  cycle = await evaluatingCycle(register.db);
  await yearResults(register.db, cycle);
});

type Given = Readonly<Record<string, string | readonly string[]>>;

/** Does an act as a person on a day, as any way in would. @returns what was done, or all that was wrong, with its kind first */
async function does(
  person: string,
  verb: string,
  name: string,
  on: CivilDate,
  given: Given = {},
  seen?: string,
): Promise<string> {
  const act: AnyAct | undefined = ACTS.find((one) => one.verb === `sheet ${verb}`);
  if (act === undefined) throw new Error(`no act ${verb}`);
  const at: Instant = `${on}T09:00:00Z`;
  const here = { db: register.db, schema: register.schema, close: async () => undefined };
  const subject: unknown = await act.on.find(here, { entity: 'valuta', exercise: 2016, name });
  if (subject === undefined) return `unknown: ${act.on.unknown(name)}`;
  const actions = {} as Actions;
  const asked = { register: here, actions, entity: 'valuta', subject, today: on, at, simulated: true, person };
  const done = await through({ channel: 'page' }, () =>
    carryOut(act, { ...asked, key: `${person}/${verb}/${on}`, seen }, (field) => ({
      texts: [given[field] ?? []].flat(),
      files: [],
    })),
  );
  if (done.ok) return done.value.said;
  return `${done.error.kind}: ${done.error.refusals.map(({ field, text }) => (field ? `${field} ${text}` : text)).join('; ')}`;
}

const OBJECTIVES = '60; Fiera del marmo; 20 espositori\n40; Sportello; risposta in 5 giorni';
const judged = (step: string, results: readonly [string, string] = ['80', '60']): Given => ({
  behaviours: ['qualita', 'collaborazione', 'utenza'].map((one) => `${one}=${step}`),
  objectives: results.map((value, i) => `obiettivo-${i + 1}=${value}`),
  sentences: ['qualita', 'collaborazione', 'utenza', 'obiettivo-1', 'obiettivo-2'].map(
    (one) => `${one}=SEGRETO su ${one}`,
  ),
});
const ACT = { actNumber: 'det. 12', actDate: '20/02/2016' };
const LATER = { actNumber: 'det. 30', actDate: '20/04/2017' };

/** A sheet of Carla's for a part of the year, as far as its assignment. */
async function assignedSheet(from: CivilDate, to: CivilDate): Promise<string> {
  const said = await does('bruno', 'propose', 'carla', '2016-02-01', { objectives: OBJECTIVES, from, to });
  const [, id = ''] = /n\. (\d+)/.exec(said) ?? [];
  expect(await does('carla', 'accept', id, '2016-02-03')).toBe('La scheda è accettata.');
  expect(await does('bruno', 'assign', id, '2016-02-20', ACT)).toBe('La scheda è assegnata.');
  return id;
}

describe('a form on a sheet', () => {
  test('that was shown before somebody else changed it is asked about: nobody accepts what they have not read', async () => {
    const first = await does('bruno', 'propose', 'carla', '2016-01-10', {
      objectives: OBJECTIVES,
      from: '2016-01-01',
      to: '2016-01-31',
    });
    const [, id = ''] = /n\. (\d+)/.exec(first) ?? [];
    const shownNow = async () => String((await sheetOf(register.db, cycle, Number(id)))?.passages.at(-1)?.id);
    const shown = await shownNow();
    const other = { objectives: '100; Fiera del marmo; 20 espositori', reason: 'Lo sportello passa ad altri.' };
    expect(await does('bruno', 'propose-again', id, '2016-01-11', other)).toBe('La nuova proposta è registrata.');
    expect(await does('carla', 'accept', id, '2016-01-12', {}, shown)).toBe(
      'changed: Mentre questa pagina era aperta è cambiato qualcosa. Ora la scheda è nello stato «Proposta» e gli obiettivi sono quelli della versione 2. Se va bene lo stesso, inviare di nuovo.',
    );
    expect((await sheetOf(register.db, cycle, Number(id)))?.stage).toBe('proposed');
    expect(await does('carla', 'accept', id, '2016-01-12', {}, await shownNow())).toBe('La scheda è accettata.');
  });
});

describe('the evaluation of a person, from the proposal to the signature', () => {
  test('an objection is answered, the talk is noted by both, and the score has its band', async () => {
    const wrong = await does('bruno', 'propose', 'carla', '2016-02-01', { objectives: '60; Fiera; 20 espositori' });
    expect(wrong).toBe('refused: objectives gli obiettivi: i pesi devono sommare a 100, qui sommano a 60');
    const said = await does('bruno', 'propose', 'carla', '2016-02-01', {
      objectives: OBJECTIVES,
      from: '2016-07-01',
      to: '2016-12-31',
    });
    expect(said).toMatch(/^La scheda n\. \d+ è proposta\.$/);
    const [, id = ''] = /(\d+)/.exec(said) ?? [];
    expect(await does('carla', 'object', id, '2016-02-03', { text: 'Lo sportello non dipende da me.' })).toBe(
      'La contestazione è registrata.',
    );
    expect(await does('bruno', 'assign', id, '2016-02-05', { actNumber: 'det. 3', actDate: '05/02/2016' })).toBe(
      'refused: reply l’interessato ha contestato la proposta: serve una risposta',
    );
    const again = { objectives: '100; Fiera del marmo; 20 espositori', reason: 'Lo sportello passa ad altri.' };
    expect(await does('bruno', 'propose-again', id, '2016-02-06', again)).toBe('La nuova proposta è registrata.');
    expect(await does('carla', 'accept', id, '2016-02-07')).toBe('La scheda è accettata.');
    expect(await does('bruno', 'assign', id, '2016-02-20', ACT)).toBe('La scheda è assegnata.');
    for (const [who, text] of [
      ['bruno', 'Va bene.'],
      ['carla', 'Manca un collega.'],
    ] as const)
      expect(await does(who, 'talk', id, '2016-09-20', { heldOn: '19/09/2016', text })).toContain('registrata');
    expect(
      await does('bruno', 'change', id, '2016-10-01', { objectives: OBJECTIVES, reason: 'Torna lo sportello.' }),
    ).toContain('vale la nuova versione');

    expect(await does('bruno', 'evaluate', id, '2016-12-31', judged('buono'))).toContain('si valuta dal giorno dopo');
    expect(await does('carla', 'evaluate-self', id, '2017-01-10', judged('eccellente', ['100', '90']))).toBe(
      'L’autovalutazione è registrata.',
    );
    const half = { ...judged('buono'), sentences: ['qualita=Sì'] };
    expect(await does('bruno', 'evaluate', id, '2017-03-01', half)).toContain(
      'sentences/collaborazione manca la frase che motiva il giudizio su «Collaborazione»',
    );
    expect(
      await does('bruno', 'evaluate', id, '2017-03-01', { ...judged('buono'), behaviours: 'qualita=oro' }),
    ).toContain('behaviours/qualita «oro» non è un grado della scala');
    expect(await does('bruno', 'evaluate', id, '2017-03-01', judged('buono'))).toBe('La valutazione è registrata.');
    expect(await does('bruno', 'sign-off', id, '2017-03-10', LATER)).toContain('Fino al 16/03/2017');
    expect(await does('bruno', 'sign-off', id, '2017-04-20', LATER)).toBe('La valutazione è firmata.');

    const sheet = await sheetOf(register.db, cycle, Number(id));
    expect(sheet?.stage).toBe('signed-off');
    expect(sheet?.versions.map(({ reason }) => reason)).toEqual([
      '',
      'Lo sportello passa ad altri.',
      'Torna lo sportello.',
    ]);
    // 80×20% of the office + (80×60%+60×40%)×30% + 85×50%; half a year of 184 days on 366.
    expect(sheet && scoreNow(sheet)).toMatchObject({
      score: '80.1',
      coverage: '100',
      band: { id: 'seconda' },
      days: 184,
    });
  });

  test('observations lead to another evaluation; a second instance and a conciliazione are decided by others', async () => {
    const id = await assignedSheet('2016-02-01', '2016-06-30');
    expect(await does('bruno', 'evaluate', id, '2017-03-01', judged('parziale'))).toBe('La valutazione è registrata.');
    expect(await does('carla', 'observe', id, '2017-03-05', { text: 'Il mezzo anno conta.' })).toContain('registrate');
    expect(await does('bruno', 'evaluate', id, '2017-03-08', judged('adeguato'))).toBe('La valutazione è registrata.');
    expect(await does('elena', 'decide-appeal', id, '2017-03-09', { outcome: 'confirmed', text: 'x' })).toBe(
      'refused: La scheda è valutata: non è il momento per questo passaggio.',
    );
    expect(await does('carla', 'appeal', id, '2017-03-20', { text: 'Chiedo di rivedere.' })).toContain('è registrata');
    expect(await does('bruno', 'decide-appeal', id, '2017-03-21', { outcome: 'confirmed', text: 'x' })).toMatch(
      /^forbidden/,
    );
    const changed = {
      outcome: 'changed',
      text: 'La frase non regge.',
      behaviours: 'qualita=buono',
      sentences: 'qualita=Sì.',
    };
    expect(await does('elena', 'decide-appeal', id, '2017-03-22', { ...changed, behaviours: [], sentences: [] })).toBe(
      'refused: behaviours non è indicato quali giudizi cambiano',
    );
    expect(await does('elena', 'decide-appeal', id, '2017-03-22', changed)).toContain('è registrata');
    expect(await does('carla', 'conciliate', id, '2017-03-30', { text: 'Non basta.' })).toContain('è registrata');
    expect(await does('elena', 'conclude', id, '2017-04-02', { outcome: 'confirmed', text: 'x' })).toMatch(
      /^forbidden/,
    );
    expect(await does('fabio', 'conclude', id, '2017-04-03', { outcome: 'confirmed', text: 'Accordo.' })).toContain(
      'registrato',
    );
    expect(await does('bruno', 'sign-off', id, '2017-04-20', LATER)).toBe('La valutazione è firmata.');
    // 80×20% + 72×30% + (85×40%+70×60%)×50%
    const sheet = await sheetOf(register.db, cycle, Number(id));
    expect(sheet && scoreNow(sheet)?.score).toBe('75.6');
  });

  test('for the top role the OIV proposes, the Giunta sends back once, and its recorder signs', async () => {
    const said = await does('elena', 'propose', 'anna', '2016-02-01', { objectives: OBJECTIVES });
    const [, id = ''] = /(\d+)/.exec(said) ?? [];
    expect(await does('elena', 'assign', id, '2016-02-20', ACT)).toMatch(/^forbidden/);
    expect(await does('gina', 'assign', id, '2016-02-20', ACT)).toBe('La scheda è assegnata.');
    const behaviours = ['guida', 'programmazione', 'relazioni'];
    const given = {
      ...judged('buono'),
      behaviours: behaviours.map((one) => `${one}=buono`),
      sentences: [...behaviours, 'obiettivo-1', 'obiettivo-2'].map((one) => `${one}=Bene.`),
    };
    expect(await does('elena', 'evaluate', id, '2017-03-01', given)).toBe('La valutazione è registrata.');
    expect(
      await does('gina', 'return', id, '2017-03-05', { ...LATER, actDate: '05/03/2017', reason: 'Manca un dato.' }),
    ).toContain('attende una nuova proposta');
    expect(await does('gina', 'sign-off', id, '2017-03-06', LATER)).toContain('non è il momento');
    expect(await does('elena', 'evaluate', id, '2017-03-08', given)).toBe('La valutazione è registrata.');
    expect(await does('gina', 'sign-off', id, '2017-04-20', LATER)).toBe('La valutazione è firmata.');
  });

  test('who was there too little is left without an evaluation, and can be taken up again', async () => {
    const said = await does('anna', 'propose', 'ivo', '2016-02-01', {
      objectives: OBJECTIVES,
      from: '2016-11-01',
      to: '2016-12-31',
    });
    const [, id = ''] = /(\d+)/.exec(said) ?? [];
    await does('anna', 'assign', id, '2016-02-20', ACT);
    expect(await does('anna', 'evaluate', id, '2017-03-01', judged('buono'))).toBe(
      'refused: Il servizio è di 61 giorni, meno dei 90 che servono per essere valutati: la scheda si chiude senza valutazione.',
    );
    expect(await does('dario', 'leave', id, '2017-03-01', { text: 'Assunto a novembre.' })).toContain(
      'senza valutazione',
    );
    expect(
      await does('dario', 'take-up', id, '2017-03-02', { ...LATER, actDate: '01/03/2017', reason: 'Errore.' }),
    ).toContain('è riaperta');
  });
});

describe('results that change between the evaluation and the signature', () => {
  test('are not signed unseen: who was evaluated has another evaluation to remark on', async () => {
    const said = await does('anna', 'propose', 'ivo', '2016-06-01', {
      objectives: OBJECTIVES,
      from: '2016-06-01',
      to: '2016-10-31',
    });
    const [, id = ''] = /(\d+)/.exec(said) ?? [];
    await does('ivo', 'accept', id, '2016-06-03');
    await does('anna', 'assign', id, '2016-06-20', { ...ACT, actDate: '20/06/2016' });
    expect(await does('anna', 'evaluate', id, '2017-03-02', judged('buono'))).toBe('La valutazione è registrata.');
    await otherResults(register.db, cycle, '50');
    // 20 points of the body's result: 90 gave 18, 50 give 10.
    expect(await does('anna', 'sign-off', id, '2017-04-20', LATER)).toContain(
      'il punteggio era 82,10 e ora sarebbe 74,10',
    );
    await otherResults(register.db, cycle, '90');
    expect(await does('anna', 'sign-off', id, '2017-04-21', LATER)).toBe('La valutazione è firmata.');
  });
});

describe('what nobody may do, and nobody may know', () => {
  test('who may not see a sheet is answered as if it were not there, by every act', async () => {
    const [sheet] = await sheetsOf(register.db, cycle);
    for (const { verb } of ACTS.filter((one) => one.verb.startsWith('sheet ') && one.verb !== 'sheet propose')) {
      const name = verb.replace('sheet ', '');
      for (const nobody of ['gina', 'ivo', 'fabio'].filter((one) => one !== sheet?.person))
        expect(await does(nobody, name, String(sheet?.id ?? ''), '2017-05-01'), `${nobody} ${verb}`).toMatch(
          /^(?:unknown|forbidden|refused|invalid): /,
        );
      expect(await does('ivo', name, String(sheet?.id ?? ''), '2017-05-01')).toBe(
        `unknown: non c’è una scheda di valutazione «${sheet?.id}»`,
      );
      expect(await does('ivo', name, '999999', '2017-05-01')).toBe(
        'unknown: non c’è una scheda di valutazione «999999»',
      );
    }
  });

  test('nobody evaluates themselves, also standing in for who evaluates them', async () => {
    await addSubstitution(register.db, 'valuta', {
      absent: 'anna',
      substitute: 'bruno',
      from: '2016-03-01',
      to: '2016-03-31',
      reason: 'ferie',
    });
    const objectives = OBJECTIVES;
    expect(await does('bruno', 'propose', 'bruno', '2016-03-10', { objectives })).toBe(
      'refused: Nessuno decide della propria valutazione, nemmeno in sostituzione di altri.',
    );
    expect(
      await does('bruno', 'propose', 'ivo', '2016-03-10', { objectives, from: '2016-01-01', to: '2016-05-31' }),
    ).toContain('è proposta');
  });

  test('who stands in for somebody answers nothing of their evaluation', async () => {
    const said = await does('anna', 'propose', 'bruno', '2016-04-01', { objectives: OBJECTIVES });
    const [, id = ''] = /(\d+)/.exec(said) ?? [];
    await addSubstitution(register.db, 'valuta', {
      absent: 'bruno',
      substitute: 'ivo',
      from: '2016-04-02',
      to: '2016-04-30',
      reason: 'malattia',
    });
    expect(await does('ivo', 'accept', id, '2016-04-05')).toMatch(/^unknown/);
    expect(await does('bruno', 'accept', id, '2016-04-05')).toBe('La scheda è accettata.');
  });

  test('the log of the cycle has no line of it, and the lines there are name a number alone', async () => {
    expect(await logOf(register.db, { cycle })).toEqual([]);
    const lines = await logOf(register.db, { limit: 500 });
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(line.subject).toMatch(/^valuta\/2016\/scheda\/\d+$/);
      expect(JSON.stringify(line.detail)).not.toMatch(/SEGRETO|buono|sportello/i);
    }
  });
});
