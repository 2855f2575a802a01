import { beforeAll, describe, expect, it } from 'vitest';
import { refuseFourEyes } from '../../src/domain/decision.js';
import { actBytes, actsOf, attachmentBytes, attachmentsOf, saveAct, saveAttachment } from '../../src/register/acts.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { recordDecision } from '../../src/register/decisions.js';
import { addDelayReason, delayKind, delayReasonsOf, overdueByLaw } from '../../src/register/delays.js';
import { saveDocument } from '../../src/register/documents.js';
import { saveEntity } from '../../src/register/entities.js';
import { appendLog } from '../../src/register/log.js';
import { preparersOf, withSharedMailboxes } from '../../src/register/preparers.js';
import { saveSteps } from '../../src/register/steps.js';
import { aCycle, anEntity, aStep } from './fixtures.js';
import { aRegister } from './register.js';

const AT = '2016-01-29T12:00:00Z';
const pdf = {
  name: 'delibera 12.pdf',
  mime: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 atto'),
  uploadedBy: 'dario',
  at: AT,
} as const;

describe('beside the decisions of the boards', () => {
  const register = aRegister();
  let cycle: string;
  const step = 'piano-approvazione';

  beforeAll(async () => {
    cycle = await aCycle(register.db);
    await recordDecision(register.db, {
      key: 'atto-12',
      cycle,
      step,
      round: 1,
      board: 'giunta',
      outcome: 'approved',
      actNumber: '12',
      actDate: '2016-01-29',
      decidedBy: 'dario',
      documentHash: 'h',
      simulated: true,
      at: AT,
    });
  });

  it('the act is kept as it came, once however often it is sent, and read back for its step alone', async () => {
    const hash = await saveAct(register.db, 'atto-12', pdf);
    expect(await saveAct(register.db, 'atto-12', { ...pdf, name: 'altro nome.pdf' })).toBe(hash);
    const signed = await saveAct(register.db, 'atto-12', {
      ...pdf,
      name: 'delibera.pdf.p7m',
      bytes: Buffer.from('firmato'),
    });
    expect(await actsOf(register.db, ['atto-12'])).toMatchObject([
      { decision: 'atto-12', hash, name: 'delibera 12.pdf', size: 13, actingFor: null },
      { hash: signed, name: 'delibera.pdf.p7m' },
    ]);
    expect((await actBytes(register.db, cycle, step, hash))?.bytes.toString()).toBe('%PDF-1.7 atto');
    expect(await actBytes(register.db, cycle, 'monitoraggio-1', hash)).toBeUndefined();
    expect(await actsOf(register.db, [])).toEqual([]);
  });

  it('no act is kept of a decision that is not on record', async () => {
    await expect(saveAct(register.db, 'nessuna', pdf)).rejects.toThrow();
  });

  it('what is attached to a step belongs to its run', async () => {
    const first = { cycle, step, run: 1 };
    const hash = await saveAttachment(register.db, first, pdf);
    await saveAttachment(register.db, first, pdf);
    await saveAttachment(register.db, { ...first, run: 2 }, { ...pdf, uploadedBy: 'anna', actingFor: 'bruno' });
    expect(await attachmentsOf(register.db, cycle, step)).toMatchObject([
      { run: 1, hash, uploadedBy: 'dario' },
      { run: 2, hash, uploadedBy: 'anna', actingFor: 'bruno' },
    ]);
    expect((await attachmentBytes(register.db, cycle, step, hash))?.name).toBe('delibera 12.pdf');
  });

  it('reasons of a delay add up, the same form sent twice once', async () => {
    const reason = { key: 'r1', cycle, step, run: 1, person: 'anna', reason: 'manca il parere', at: AT } as const;
    expect(await addDelayReason(register.db, reason)).toBe(true);
    expect(await addDelayReason(register.db, reason)).toBe(false);
    await addDelayReason(register.db, { ...reason, key: 'r2', reason: 'seduta rinviata', actingFor: 'bruno' });
    expect((await delayReasonsOf(register.db, cycle, step)).map((r) => r.reason)).toEqual([
      'manca il parere',
      'seduta rinviata',
    ]);
  });

  it('a step past a legal term is found until its notice of delay is written, however it stands', async () => {
    const law = { id: 'x', citation: 'art. 10', validFrom: '2010-01-01', force: 'law' } as const;
    await saveSteps(register.db, cycle, [
      { ...aStep('di-legge', 'publication'), norm: law },
      aStep('dell-ente', 'task'),
      { ...aStep('a-venire', 'task', '2016-12-31'), norm: law },
    ]);
    await setCycleStatus(register.db, cycle, 'running', AT);
    const now = '2016-02-10T08:00:00Z';
    expect((await overdueByLaw(register.db, now)).map((s) => s.id)).toEqual(['di-legge']);
    await saveDocument(register.db, {
      cycle,
      kind: delayKind('di-legge'),
      version: 1,
      title: 'Comunicazione di ritardo',
      mime: 'text/html',
      bytes: Buffer.from('x'),
      simulated: true,
      frozenAt: now,
    });
    expect(await overdueByLaw(register.db, now)).toEqual([]);
  });
});

describe('who had a hand in a document', () => {
  const register = aRegister();

  it('is who froze, transmitted, proposed or worked on its plan, and whoever they did it for', async () => {
    const cycle = await aCycle(register.db);
    const step = 'piano-approvazione';
    const hash = await saveDocument(register.db, {
      cycle,
      kind: 'piano',
      version: 1,
      title: 'Piano',
      mime: 'text/html',
      bytes: Buffer.from('piano'),
      preparedBy: ['anna'],
      planVersion: 1,
      simulated: true,
      frozenAt: AT,
    });
    await appendLog(
      register.db,
      { at: AT, actor: 'carla', actingFor: 'bruno', action: 'step-resubmitted', subject: 'p', cycle, step },
      { at: AT, actor: 'sistema', action: 'step-opened', subject: 'p', cycle, step },
      { at: AT, actor: 'dario', action: 'targets-confirmed', subject: 'Piano versione 1', cycle },
    );
    expect(await preparersOf(register.db, { cycle, step, hash })).toEqual(['anna', 'bruno', 'carla', 'dario']);
    expect(await preparersOf(register.db, { cycle, step: 'monitoraggio-1', hash: 'altro' })).toEqual([]);
  });

  it('is also whoever reads the same mailbox, which four eyes then refuse', async () => {
    const shared = anEntity('due');
    await saveEntity(register.db, {
      ...shared,
      people: shared.people.map((p) =>
        p.id === 'anna' || p.id === 'dario'
          ? { ...p, email: p.id === 'anna' ? 'Segreteria@prova.example' : 'segreteria@prova.example' }
          : p,
      ),
    });
    const prepared = await withSharedMailboxes(register.db, 'due', ['anna']);
    expect(prepared.map((p) => p.id)).toEqual(['anna', 'dario']);
    const [anna, dario] = prepared;
    if (anna === undefined || dario === undefined) throw new Error('not there');
    expect(refuseFourEyes([anna], [dario])).toContain('usa la stessa casella di posta (segreteria@prova.example)');
    expect(refuseFourEyes([anna], [anna])).toContain('chi ha preparato il documento (Anna Prova)');
    const other = { id: 'carla', name: 'Carla Prova', email: 'carla@prova.example' };
    expect(refuseFourEyes([anna], [other])).toBeUndefined();
    expect(refuseFourEyes([anna], [other, anna])).toContain('nemmeno come sostituto');
  });
});
