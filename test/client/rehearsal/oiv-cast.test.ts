import { beforeAll, describe, expect, test } from 'vitest';
import { boardSitting } from '../../../src/client/rehearsal/cast/board.js';
import { atTheDesk } from '../../../src/client/rehearsal/cast/oiv.js';
import type { CastDeps, Planned } from '../../../src/client/rehearsal/cast/planned.js';
import { stepsSeen } from '../../../src/client/rehearsal/cast/standing.js';
import type { Script, ScriptedDecision } from '../../../src/client/rehearsal/script.js';
import { decisionsOf } from '../../../src/register/decisions.js';
import { documentsOf } from '../../../src/register/documents.js';
import { judgementsOf, oivRemarksOf } from '../../../src/register/oiv.js';
import { aLiveCycle, eventually } from '../pages/live-cycle.js';

const STEP = 'relazione-validazione';
const SITTINGS: readonly ScriptedDecision[] = [
  { on: '2017-06-08', outcome: 'rejected', remarks: 'di due valori manca la fonte' },
  { on: '2017-06-08', outcome: 'approved', actNumber: '3', remarks: 'metodo e dati in ordine' },
];

describe('the OIV of a rehearsal', () => {
  const live = aLiveCycle('2017-06-08');
  const told: string[] = [];
  // A new one each time: it looks at the pages as they are.
  const cast = (): CastDeps => ({
    ref: live.ref,
    script: { exercise: 2016, seed: 2016 } as Script,
    visit: (address, request) => fetch(address, request),
    consoleUrl: live.url,
    now: live.now,
    tell: (line) => void told.push(line),
  });
  /** Does in the order of their days what is planned. */
  const play = async (plan: (deps: CastDeps, step: Parameters<typeof atTheDesk>[1]) => Promise<Planned>) => {
    const deps = cast();
    const step = (await stepsSeen(deps)).find(({ id }) => id === STEP);
    if (step === undefined) throw new Error(`no step ${STEP}`);
    const acts = (await plan(deps, step)).toSorted(([, a], [, b]) => (a.at < b.at ? -1 : 1));
    for (const [name, act] of acts)
      await eventually(async () => {
        const outcome = await act.run();
        if (outcome === 'refused') throw new Error(`${name}: ${told.at(-1)}`);
        return outcome === 'done';
      });
  };
  const outcomes = async () => (await decisionsOf(live.register.db, live.cycle, STEP)).map(({ outcome }) => outcome);

  beforeAll(async () => {
    await live.open(STEP);
  }, 240_000);

  test('works through its list at its desk, by the pages, and remarks that sources are missing', async () => {
    await play(atTheDesk);
    const judged = await judgementsOf(live.register.db, live.cycle, 'requirement');
    expect(judged).toHaveLength(16);
    expect(judged.filter(({ verdict }) => verdict !== 'met').map(({ of }) => of)).toEqual(['fonti-a-campione']);
    expect(await judgementsOf(live.register.db, live.cycle, 'figure')).toHaveLength(3);
    expect(await oivRemarksOf(live.register.db, live.cycle)).toMatchObject([{ about: 'dati', answer: undefined }]);
  }, 240_000);

  test('refuses once; the remark is answered and what was wanting found; the second time it validates', async () => {
    await play(async (deps, step) => await boardSitting(deps, step, SITTINGS));
    await eventually(async () => (await outcomes()).length === 1);
    await play(atTheDesk);
    const [remark] = await oivRemarksOf(live.register.db, live.cycle);
    expect(remark?.answer?.actor).toBe('guglielmo.tarasconi');
    const sources = (await judgementsOf(live.register.db, live.cycle, 'requirement')).findLast(
      ({ of }) => of === 'fonti-a-campione',
    );
    expect(sources?.verdict).toBe('met');
    await play(async (deps, step) => await boardSitting(deps, step, SITTINGS));
    await eventually(async () => (await outcomes()).length === 2);
    expect(await outcomes()).toEqual(['rejected', 'approved']);
    const written = await eventually(async () => {
      const found = (await documentsOf(live.register.db, live.cycle)).filter(({ kind }) => kind === 'validazione');
      return found.length === 2 && found;
    });
    expect(written.map(({ version }) => version)).toEqual([1, 2]);
  }, 240_000);
});
