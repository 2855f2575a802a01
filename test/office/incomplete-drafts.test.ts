import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { incompleteDrafts } from '../../src/office/drafting/overdue.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { beginDrafting, setSectionState } from '../../src/register/drafting.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { aCycle, aStep } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const AT = '2016-01-10T08:00:00Z';
const register = aRegister();
const office = () => ({
  register: { db: register.db, schema: register.schema, close: async () => undefined },
  bodies: bodiesOnFile(),
});

const unread: string[] = [];
const look = (at: Instant) => incompleteDrafts(office(), at, (step) => void unread.push(step));

describe('a document that should be with its board', () => {
  let cycle = '';
  beforeAll(async () => {
    const { db } = register;
    cycle = await aCycle(db, 'ccms');
    await setCycleStatus(db, cycle, 'running', AT);
    const step = { ...aStep('approva', 'approval', '2016-01-29'), board: 'giunta', document: 'piano', transmits: true };
    await saveSteps(db, cycle, [step]);
    await setStepState(db, cycle, 'approva', { status: 'open' });
    const section = (id: string) => ({
      ...({ id, title: `Capitolo ${id}`, level: 2, required: true, owners: ['controllo'] } as const),
      content: { kind: 'written' } as const,
    });
    const outline = {
      ...{ kind: 'piano', version: '1', standIn: false, landscape: true },
      sections: [section('uno'), section('due')],
    };
    const texts = new Map([['uno', 'Testo.']]);
    await beginDrafting(db, { cycle, document: 'piano' }, outline, texts, AT);
  });

  test('is not told before the day of the board', async () => {
    expect(await look('2016-01-28T21:00:00Z')).toEqual([]);
  });

  test('is told that day with what it lacks', async () => {
    expect(await look('2016-01-29T06:00:00Z')).toEqual([
      expect.objectContaining({ step: 'approva', document: 'piano', sections: ['Capitolo uno', 'Capitolo due'] }),
    ]);
    await setSectionState(register.db, { cycle, document: 'piano', section: 'uno' }, 'ready');
    expect((await look('2016-02-05T06:00:00Z'))[0]?.sections).toEqual(['Capitolo due']);
  });

  test('is told although that of another body cannot be looked at, which is said', async () => {
    const { db } = register;
    // Whose files are broken while the worker works: nothing of them can be read.
    const other = await aCycle(db, 'altro');
    await setCycleStatus(db, other, 'running', AT);
    const step = { ...aStep('approva', 'approval', '2016-01-28'), board: 'giunta', document: 'piano', transmits: true };
    await saveSteps(db, other, [step]);
    await setStepState(db, other, 'approva', { status: 'open' });
    const chart = {
      ...({ id: 'obblighi', title: 'Trasparenza', level: 2, required: true, owners: ['controllo'] } as const),
      content: { kind: 'computed', from: 'piano/trasparenza' } as const,
    };
    const outline = { ...{ kind: 'piano', version: '1', standIn: false, landscape: true }, sections: [chart] };
    await beginDrafting(db, { cycle: other, document: 'piano' }, outline, new Map(), AT);
    expect(await look('2016-02-05T06:00:00Z')).toEqual([expect.objectContaining({ entity: 'ccms', step: 'approva' })]);
    expect(unread).toEqual(['altro/2016/approva']);
  });

  test('is not told once its step has ended', async () => {
    await setStepState(register.db, cycle, 'approva', { status: 'done' });
    expect(await look('2016-02-05T06:00:00Z')).toEqual([]);
  });
});
