import { beforeAll, describe, expect, test } from 'vitest';
import type { DatedStep } from '../../src/domain/calendar/types.js';
import type { Decision } from '../../src/domain/decision.js';
import { COMPUTED_PARTS } from '../../src/office/computed/index.js';
import { snapshotOf } from '../../src/office/forms.js';
import { writeOivDocument } from '../../src/office/write-oiv-document.js';
import { saveBody } from '../../src/register/body.js';
import { documentsOf } from '../../src/register/documents.js';
import { addInterview, addJudgement, addOivAnswer, addOivRemark } from '../../src/register/oiv.js';
import { aCheckpoint, aCycle, aStep } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const register = aRegister();
const REF = { space: 'ciclo', entity: 'ccms', exercise: 2016 };
const CYCLE = 'ccms/2016';
const AT = '2016-05-20T08:00:00Z';
const WHO = { actor: 'carla', at: AT, simulated: false, cycle: CYCLE } as const;

const asked = (document: string, board = 'oiv'): DatedStep => ({
  ...aStep(`${document}-oiv`, 'approval'),
  board,
  document,
});
const decided = (key: string, outcome: Decision['outcome'], remarks?: string): Decision => ({
  key,
  outcome,
  decidedBy: 'carla',
  documentHash: 'a'.repeat(64),
  recordedOn: '2016-05-20',
  remarks,
});
const write = async (step: DatedStep, decision: Decision): Promise<void> => {
  const document = { kind: step.document ?? '', title: 'Relazione 2016', hash: 'a'.repeat(64) };
  const frozen = { ...document, frozenOn: '2016-05-10', preparedBy: ['anna'] } as const;
  const sources = { db: register.db, bodies: bodiesOnFile() };
  await writeOivDocument(sources, REF, { step, document: frozen, decision }, AT);
};
const ofKind = async (kind: string) =>
  (await documentsOf(register.db, CYCLE)).filter((document) => document.kind === kind);
const said = async (hash: string): Promise<string> =>
  JSON.stringify((await snapshotOf(register.db, hash))?.content ?? '');
const part = async (name: string) => await COMPUTED_PARTS[name]?.({ db: register.db, bodies: bodiesOnFile() }, REF);

beforeAll(async () => {
  const { db } = register;
  await aCycle(db, 'ccms');
  await aCheckpoint(db, CYCLE);
  const requirement = { criterion: 'Conformità', norm: 'art. 14' };
  const requirements = [
    { ...requirement, id: 'metodo', question: 'Il metodo è quello del Sistema?' },
    { ...requirement, id: 'coperto', question: 'Ogni obiettivo è rendicontato?', register: 'coverage' as const },
  ];
  const validation = { version: '1', sample: 2, requirements };
  await saveBody(db, 'ccms', { profile: { chapters: [], stakeholders: [], validation }, followed: [] });
});

test.each(['oiv/incontri', 'oiv/monitoraggi', 'oiv/osservazioni'])('«%s» says nothing yet', async (name) => {
  expect(await part(name)).toEqual([]);
});

describe('what the OIV decides', () => {
  beforeAll(async () => {
    const { db } = register;
    await addJudgement(db, { ...WHO, kind: 'requirement', subject: 'metodo', verdict: 'met', note: '' });
    await addInterview(db, { ...WHO, heldOn: '2016-05-12', office: 'ufficio:isr', notes: 'RISERVATO' });
    const remark = await addOivRemark(db, { ...WHO, about: 'dati', text: 'fonti non indicate' });
    await addOivAnswer(db, { actor: 'bruno', at: AT, remark, text: 'indicate nelle schede' });
    await addOivRemark(db, { ...WHO, about: 'sistema', text: 'pesi da rivedere' });
  });

  test('of the Relazione is a document, also when it is not validated: the reasons, the list, the remarks, no notes', async () => {
    await write(asked('relazione'), decided('d1', 'rejected', 'mancano le fonti'));
    const [document] = await ofKind('validazione');
    const text = await said(document?.hash ?? '');
    expect(text).toContain('non lo valida');
    expect(text).toContain('mancano le fonti');
    expect(text).toContain('0 valori su 3 indicatori');
    expect(text).toContain('indicate nelle schede');
    expect(text).toContain('Istituto di Studi e Ricerche');
    expect(text).not.toContain('RISERVATO');
  });

  test('is written once however often it is asked for, and a second decision is a second version', async () => {
    await write(asked('relazione'), decided('d1', 'rejected', 'mancano le fonti'));
    expect(await ofKind('validazione')).toHaveLength(1);
    await write(asked('relazione'), decided('d2', 'approved', 'le fonti ci sono'));
    const versions = await ofKind('validazione');
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(await said(versions.at(-1)?.hash ?? '')).toContain('e lo valida ai sensi');
  });

  test('of the Sistema is an opinion, with what it remarked of the Sistema alone', async () => {
    await write(asked('smvp'), decided('d3', 'rejected', 'i pesi non sommano'));
    const [document] = await ofKind('parere-smvp');
    const text = await said(document?.hash ?? '');
    expect(text).toContain('parere contrario');
    expect(text).toContain('pesi da rivedere');
    expect(text).not.toContain('fonti non indicate');
  });

  test('puts nothing on paper where the matter is only put off, or another board decides', async () => {
    const before = (await documentsOf(register.db, CYCLE)).length;
    await write(asked('smvp'), decided('d4', 'deferred'));
    await write(asked('relazione', 'giunta'), decided('d5', 'approved'));
    expect((await documentsOf(register.db, CYCLE)).length).toBe(before);
  });

  test('its yearly report takes remarks and meetings from the register, without what was noted', async () => {
    const [met, remarked] = [
      JSON.stringify(await part('oiv/incontri')),
      JSON.stringify(await part('oiv/osservazioni')),
    ];
    expect(met).toContain('Istituto di Studi e Ricerche');
    expect(met).not.toContain('RISERVATO');
    expect(remarked).toMatch(/fonti non indicate.*indicate nelle schede.*pesi da rivedere/);
  });
});
