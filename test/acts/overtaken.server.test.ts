import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyAct } from '../../src/acts/act.js';
import { type Asked, carryOut, lookOver } from '../../src/acts/carry-out.js';
import { returnValue } from '../../src/acts/checkpoint/return-value.js';
import { recordEarlier } from '../../src/acts/earlier/record-earlier.js';
import { writtenText } from '../../src/acts/field.js';
import { shown } from '../../src/acts/show.js';
import { aCheckpoint as checkpointOf } from '../../src/acts/subject.js';
import { createActions } from '../../src/client/system/actions.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { setStepState } from '../../src/register/steps.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal } from '../client/pages/access/temporal.js';
import { aCheckpoint } from '../register/fixtures.js';

/* An act over something that has become another since: it is asked about, and not done. */
const desk = aDesk();
const CYCLE = 'prova/2016';

beforeAll(async () => {
  await aCheckpoint(desk.db, CYCLE);
  await setCycleStatus(desk.db, CYCLE, 'running', NOW);
  await setStepState(desk.db, CYCLE, 'monitoraggio-1', { status: 'open' });
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external)
      values ('prova', 'controllo-gestione', 'Controllo di gestione', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin)
      values ('prova', 'carla', 'controllo-gestione', '2016-01-01', '2016-12-31', 'file')`);
});

function asking<S>(subject: S, key = 'k'): Asked<S> {
  const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
  const actions = createActions({ temporal: obligingTemporal([]), register, now: () => NOW });
  const place = { register, actions, entity: 'prova', subject, today: '2016-05-10', at: NOW, simulated: true } as const;
  return { ...place, person: 'carla', key };
}

const writing = (fields: Readonly<Record<string, string>>) => (name: string) =>
  writtenText(...[fields[name] ?? []].flat());
const said = async (done: ReturnType<typeof carryOut> | ReturnType<typeof lookOver>): Promise<readonly string[]> => {
  const outcome = await done;
  return outcome.ok ? [] : [outcome.error.kind, ...outcome.error.refusals.map(({ text }) => text)];
};

describe('a value that is returned', () => {
  const send = async (indicator: string, value: string) => {
    const sent = await submitMeasurements(desk.db, {
      cycle: CYCLE,
      checkpoint: 'monitoraggio-1',
      officer: 'bruno',
      at: NOW,
      simulated: true,
      channel: 'form',
      rows: [{ indicator, actual: { kind: 'number', value } }],
    });
    expect(sent.ok).toBe(true);
  };
  const act: AnyAct = returnValue;
  const written = writing({ indicator: 'A-1', remark: 'manca un mese' });

  test('is the one that was read: another that has come since is asked about, one of another indicator is not', async () => {
    await send('A-1', '7');
    const subject = await checkpointOf.find(asking('').register, {
      entity: 'prova',
      exercise: 2016,
      name: 'monitoraggio-1',
    });
    if (subject === undefined) throw new Error('no checkpoint');
    const { seen } = await shown(act, asking(subject));
    await send('A-3', '3');
    expect(await said(lookOver(act, { ...asking(subject), seen }, written))).toEqual([]);
    await send('A-1', '9');
    expect(await said(lookOver(act, { ...asking(subject), seen }, written))).toEqual([
      'changed',
      expect.stringContaining('Ora il valore inviato è 9'),
    ]);
    const now = (await shown(act, asking(subject))).seen;
    expect(await said(lookOver(act, { ...asking(subject), seen: now }, written))).toEqual([]);
  });
});

test('a step done before Ciclo is not recorded over what was said of it: that is withdrawn first', async () => {
  const act: AnyAct = recordEarlier;
  const record = (on: string, key: string) =>
    said(carryOut(act, asking('prova', key), writing({ exercise: '2019', step: 'monitoraggio-1', on })));
  expect(await record('01/03/2016', 'a')).toEqual([]);
  expect(await record('01/03/2016', 'b')).toEqual([]);
  expect(await record('02/03/2016', 'c')).toEqual([
    'refused',
    expect.stringContaining('è già registrata come fatta il 01/03/2016: per correggerla, prima ritirarla'),
  ]);
});
