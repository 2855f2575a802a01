import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openRegister } from '../../src/register/database.js';
import { recordDecision } from '../../src/register/decisions.js';
import { appendLog } from '../../src/register/log.js';
import { migrate } from '../../src/register/migrate.js';
import { saveSteps } from '../../src/register/steps.js';
import { freshDatabase } from '../setup/database.js';
import { aCycle, aStep } from './fixtures.js';

const ALL = new URL('../../src/register/migrations/', import.meta.url);
const CYCLE = 'prova/2016';

/** The migrations there were before the one that tells rounds from runs. */
function before(): URL {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(ALL), folder, { recursive: true, filter: (name) => !name.includes('033_') });
  return pathToFileURL(`${folder}/`);
}

test('a register of before tells the rounds of its steps from their runs by what is on record', async () => {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const place = { url: database.url, schema: 'prova_1' };
  await migrate(place, before());
  const register = await openRegister({ ...place, unsaid: 'every-body' });
  onTestFinished(() => register.close());
  const { db } = register;
  await aCycle(db, 'prova');

  // Run, state, and what is on record of it: documents frozen, decisions, what came again.
  const steps = [
    ['analisi-riaperta', 'task', 3, 'open', []],
    ['mai-aperta', 'approval', 1, 'waiting', []],
    ['depositata', 'approval', 2, 'open', ['document-frozen/1']],
    ['respinta', 'approval', 1, 'late', ['document-frozen/1', 'rejected/1']],
    [
      'ritrasmessa',
      'approval',
      1,
      'late',
      ['document-frozen/1', 'rejected/1', 'step-resubmitted', 'document-frozen/2'],
    ],
    ['validata', 'approval', 2, 'done', ['rejected/1', 'step-resubmitted', 'approved/2']],
    ['da-validare-di-nuovo', 'approval', 1, 'open', ['rejected/1', 'step-resubmitted']],
    ['validazione-respinta', 'approval', 1, 'open', ['rejected/1']],
    ['terzo-aggiornamento', 'amendment', 1, 'open', ['document-frozen/1', 'approved/1', 'document-frozen/12']],
  ] as const;
  await saveSteps(
    db,
    CYCLE,
    steps.map(([id, kind]) => aStep(id, kind)),
  );
  for (const [step, , run, status, lines] of steps) {
    await db.updateTable('steps').set({ run, status }).where('cycle', '=', CYCLE).where('id', '=', step).execute();
    await sql`update steps set round = run where cycle = ${CYCLE} and id = ${step}`.execute(db);
    for (const line of lines) await putOnRecord(step, line);
  }

  async function putOnRecord(step: string, line: string): Promise<void> {
    const [what = '', number = ''] = line.split('/');
    const outcome = what === 'approved' || what === 'rejected' ? what : undefined;
    const at = '2016-05-11T08:00:00Z' as const;
    if (outcome !== undefined)
      await recordDecision(db, {
        key: `${step}/${number}`,
        cycle: CYCLE,
        step,
        round: Number(number),
        board: 'giunta',
        outcome,
        ...(outcome === 'approved' ? { actNumber: '4', actDate: '2016-05-10' } : { remarks: 'mancano i pesi' }),
        decidedBy: 'dario',
        documentHash: 'a'.repeat(64),
        simulated: true,
        at,
      });
    await appendLog(db, {
      ...(what === 'document-frozen' && { key: `${CYCLE}/${step}/document/${number}` }),
      at,
      actor: 'sistema',
      action: outcome === undefined ? what : `decision-${outcome}`,
      subject: step,
      cycle: CYCLE,
      step,
    });
  }

  expect(await migrate(place)).toEqual(['033_rounds_and_runs.sql']);
  const { rows } = await sql<{ id: string; run: number; round: number }>`select id, run, round from steps`.execute(db);
  const found = new Map(rows.map(({ id, run, round }) => [id, [run, round]]));
  expect(steps.map(([id]) => [id, ...(found.get(id) ?? [])])).toEqual([
    ['analisi-riaperta', 3, 0],
    ['mai-aperta', 1, 0],
    ['depositata', 2, 1],
    ['respinta', 1, 1],
    ['ritrasmessa', 1, 2],
    ['validata', 2, 2],
    ['da-validare-di-nuovo', 1, 2],
    ['validazione-respinta', 1, 1],
    ['terzo-aggiornamento', 1, 12],
  ]);
});
