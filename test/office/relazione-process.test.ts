import { beforeAll, expect, test } from 'vitest';
import type { DecisionOutcome } from '../../src/domain/decision.js';
import { COMPUTED_PARTS } from '../../src/office/computed/index.js';
import { recordDecision } from '../../src/register/decisions.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { aCycle, aStep } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const register = aRegister();
const REF = { space: 'ciclo', entity: 'prova', exercise: 2016 };

const decided = (cycle: string, step: string, outcome: DecisionOutcome, actNumber: string, actDate: '2016-02-02') =>
  recordDecision(register.db, {
    ...{ cycle, step, outcome, actNumber, actDate, key: `${step}/1`, round: 1, board: 'giunta', decidedBy: 'carla' },
    ...{ documentHash: 'a'.repeat(64), simulated: false, at: '2016-02-10T09:00:00Z' },
  });

beforeAll(async () => {
  const cycle = await aCycle(register.db);
  const law = { id: 'legge', citation: 'D.Lgs. 150/2009', validFrom: '2009-11-15', force: 'law' } as const;
  await saveSteps(register.db, cycle, [
    { ...aStep('piano', 'approval', '2016-01-29'), nominalDueOn: '2016-01-31', legalTerm: '2016-01-31', norm: law },
    aStep('presa-atto', 'approval', '2016-01-29'),
  ]);
  for (const [step, outcome] of [
    ['piano', 'approved'],
    ['presa-atto', 'noted'],
  ] as const) {
    await decided(cycle, step, outcome, step === 'piano' ? '12' : '13', '2016-02-02');
    await setStepState(register.db, cycle, step, { status: 'done', completedAt: '2016-02-10T09:00:00Z' });
  }
});

test('the Relazione counts days from the term of the law to the act, also of what the Giunta took note of', async () => {
  const sections = await COMPUTED_PARTS['relazione/processo']?.({ db: register.db, bodies: bodiesOnFile() }, REF);
  const rows = (sections ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.value)))
        : [],
    ),
  );
  const of = (title: string) => rows.find((cells) => cells[1] === title)?.slice(2);
  expect(of('Attività piano')).toEqual(['2016-01-31', '2016-02-02', '2', 'n. 12 del 02/02/2016']);
  expect(of('Attività presa-atto')).toEqual(['2016-01-29', '2016-02-02', '4', 'n. 13 del 02/02/2016']);
});
