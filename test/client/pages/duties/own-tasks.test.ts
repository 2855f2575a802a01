import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../src/domain/calendar/types.js';
import { recordDecision } from '../../../../src/register/decisions.js';
import { beginDrafting, setSectionState } from '../../../../src/register/drafting.js';
import { bringBefore, transmitAgain } from '../../../../src/register/hearing-acts.js';
import { submitMeasurements } from '../../../../src/register/measurements.js';
import { addSubstitution, personById } from '../../../../src/register/people.js';
import { discardDrafts, savePlanVersion } from '../../../../src/register/plans.js';
import { ownTasks } from '../../../../src/register/reading/own-tasks.js';
import { saveSteps, setStepState } from '../../../../src/register/steps.js';
import { aCheckpoint, aCycle, aPlan, aStep } from '../../../register/fixtures.js';
import { aRegister } from '../../../register/register.js';

describe('what waits for a person', () => {
  const register = aRegister();
  let ref = { cycle: '', checkpoint: '' };

  beforeAll(async () => {
    const { db } = register;
    const cycle = await aCycle(db);
    await saveSteps(db, cycle, [
      { ...aStep('delibera', 'approval', '2016-06-30'), board: 'giunta', recorder: 'segreteria-giunta' },
    ]);
    ref = await aCheckpoint(db, cycle);
    for (const step of ['analisi', 'delibera', ref.checkpoint]) await setStepState(db, cycle, step, { status: 'open' });
  });

  const waits = async (id: string, on: CivilDate): Promise<readonly string[]> => {
    const person = await personById(register.db, 'prova', id);
    if (person === undefined) throw new Error(`nobody is ${id}`);
    return (await ownTasks(register.db, person, on)).map(
      (task) =>
        `${task.step}: ${task.as.map((one) => (one.actingFor === undefined ? one.title : `${one.title} per ${one.actingFor}`)).join(', ')}${task.missing === undefined ? '' : ` (${task.missing})`}`,
    );
  };

  it('is what a role or an office of theirs owns and is open, the most urgent first', async () => {
    expect(await waits('carla', '2016-05-10')).toEqual([
      'analisi: Controllo di gestione',
      'monitoraggio-1: Ufficio Promozione (1)',
    ]);
    // Until March the role was somebody else's.
    expect(await waits('carla', '2016-03-10')).toEqual(['monitoraggio-1: Ufficio Promozione (1)']);
    expect(await waits('anna', '2016-05-10')).toEqual([]);
  });

  it('is a decision to record for the secretary, and to revise for the preparers once it is rejected', async () => {
    expect(await waits('dario', '2016-05-10')).toContain('delibera: Segreteria della Giunta');
    const matter = { cycle: ref.cycle, step: 'delibera' };
    await bringBefore(register.db, { ...matter, round: 1, documentHash: 'a'.repeat(64), at: '2016-05-10T08:00:00Z' });
    await recordDecision(register.db, {
      key: 'd1',
      cycle: ref.cycle,
      step: 'delibera',
      round: 1,
      board: 'giunta',
      outcome: 'rejected',
      remarks: 'mancano i pesi',
      decidedBy: 'dario',
      documentHash: 'a'.repeat(64),
      simulated: true,
      at: '2016-05-11T08:00:00Z',
    });
    expect(await waits('dario', '2016-05-12')).not.toContain('delibera: Segreteria della Giunta');
    expect(await waits('carla', '2016-05-12')).toContain('delibera: Controllo di gestione');
    await transmitAgain(register.db, { ...matter, at: '2016-05-12T08:00:00Z', revision: 'pesi aggiunti' });
    expect(await waits('dario', '2016-05-13')).toContain('delibera: Segreteria della Giunta');
  });

  it('is a section of theirs that is not ready, while the document is written: where they write it', async () => {
    const { db } = register;
    const section = (id: string, owner: string) => ({
      ...({ id, title: `Capitolo ${id}`, level: 2, required: true, owners: [owner] } as const),
      content: { kind: 'written' } as const,
    });
    const sections = [section('uno', 'ufficio:isr'), section('due', 'controllo')];
    const outline = { kind: 'contesto', version: '1', standIn: false, landscape: true, sections };
    const drafted = { cycle: ref.cycle, document: 'contesto' };
    const text = new Map([['uno', 'Testo.']]);
    await saveSteps(db, ref.cycle, [{ ...aStep('contesto', 'task', '2016-06-01'), prepares: 'contesto' }]);
    await setStepState(db, ref.cycle, 'contesto', { status: 'open' });
    await beginDrafting(db, drafted, outline, text, '2016-05-01T08:00:00Z');
    const bruno = await personById(db, 'prova', 'bruno');
    if (bruno === undefined) throw new Error('no Bruno');
    const owed = async () => (await ownTasks(db, bruno, '2016-05-12')).find(({ step }) => step === 'contesto');
    expect(await owed()).toMatchObject({ ofStep: false, sections: { document: 'contesto', titles: ['Capitolo uno'] } });
    await setSectionState(db, { ...drafted, section: 'uno' }, 'ready');
    expect(await owed()).toBeUndefined();
    await setStepState(db, ref.cycle, 'contesto', { status: 'done' });
  });

  it('is the data a section of theirs is computed from, until it is brought in', async () => {
    const { db } = register;
    const section = {
      ...({ id: 'risorse', title: 'Risorse', level: 2, required: true, owners: ['controllo'] } as const),
      content: { kind: 'computed', from: 'programmazione/interventi' } as const,
    };
    const outline = { kind: 'rpp', version: '1', standIn: true, landscape: true, sections: [section] };
    await saveSteps(db, ref.cycle, [{ ...aStep('rpp', 'approval', '2016-06-01'), document: 'rpp', transmits: true }]);
    await setStepState(db, ref.cycle, 'rpp', { status: 'open' });
    await beginDrafting(db, { cycle: ref.cycle, document: 'rpp' }, outline, new Map(), '2016-05-01T08:00:00Z');
    const version = { entity: 'prova', exercise: 2016, decisionKey: null, inForceFrom: null, status: 'draft' } as const;
    await savePlanVersion(db, { ...version, plan: aPlan(), version: 1, hash: '1' });
    const carla = await personById(db, 'prova', 'carla');
    if (carla === undefined) throw new Error('no Carla');
    const owed = async () => (await ownTasks(db, carla, '2016-05-12')).find(({ step }) => step === 'rpp')?.sections;
    expect(await owed()).toEqual({
      document: 'rpp',
      titles: [],
      needs: [expect.stringContaining('foglio «Budget», che si scarica e si importa dalla pagina del Piano')],
    });
    const line = { area: 'A', objective: 'A.1', heading: '', activity: '', function: '', costCentre: '', product: 'P' };
    const lines = [{ ...line, description: 'Fiera', amount: '10.00', source: '' }];
    const plan = { ...aPlan(), budget: { lines, totals: [] } };
    await savePlanVersion(db, { ...version, plan, version: 2, hash: '2' });
    expect(await owed()).toBeUndefined();
    await discardDrafts(db, 'prova', 2016, 0);
    await setStepState(db, ref.cycle, 'rpp', { status: 'done' });
  });

  it('is no amendment before one is begun; then its draft for who writes it, and the proposal for the secretary', async () => {
    const { db } = register;
    const matter = { cycle: ref.cycle, step: 'aggiornamento' };
    const amendment = { ...aStep('aggiornamento', 'amendment', '2016-12-31'), board: 'giunta' };
    await saveSteps(db, ref.cycle, [{ ...amendment, recorder: 'segreteria-giunta' }]);
    await setStepState(db, ref.cycle, matter.step, { status: 'open' });
    const isListed = async (id: string) =>
      (await waits(id, '2016-05-12')).some((task) => task.startsWith('aggiornamento'));
    const listed = async () => ({ owner: await isListed('carla'), secretary: await isListed('dario') });
    expect(await listed()).toEqual({ owner: false, secretary: false });
    const version = { entity: 'prova', exercise: 2016, plan: aPlan(), decisionKey: null } as const;
    await savePlanVersion(db, { ...version, version: 1, hash: '1', inForceFrom: '2016-01-29', status: 'in-force' });
    expect(await listed()).toEqual({ owner: false, secretary: false });
    await savePlanVersion(db, { ...version, version: 2, hash: '2', inForceFrom: null, status: 'draft' });
    expect(await listed()).toEqual({ owner: true, secretary: false });
    await bringBefore(db, { ...matter, round: 1, documentHash: 'b'.repeat(64), at: '2016-05-12T08:00:00Z' });
    expect(await listed()).toEqual({ owner: false, secretary: true });
    await setStepState(db, ref.cycle, matter.step, { status: 'done' });
  });

  it('is no longer a checkpoint for which everything was sent', async () => {
    await submitMeasurements(register.db, {
      ...ref,
      officer: 'carla',
      at: '2016-05-12T08:00:00Z',
      simulated: true,
      channel: 'form',
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '9' } }],
    });
    expect((await waits('carla', '2016-05-13')).some((task) => task.startsWith('monitoraggio-1'))).toBe(false);
    expect(await waits('bruno', '2016-05-13')).toContain('monitoraggio-1: Istituto di Studi e Ricerche (2)');
  });

  it('passes to who stands in, and away from who is absent', async () => {
    await addSubstitution(register.db, 'prova', {
      absent: 'bruno',
      substitute: 'anna',
      from: '2016-05-16',
      to: '2016-05-20',
      reason: 'ferie',
    });
    expect(await waits('anna', '2016-05-17')).toEqual([
      'monitoraggio-1: Istituto di Studi e Ricerche per Bruno Prova (2)',
    ]);
    expect(await waits('bruno', '2016-05-17')).toEqual([]);
    expect(await waits('anna', '2016-05-21')).toEqual([]);
  });
});
