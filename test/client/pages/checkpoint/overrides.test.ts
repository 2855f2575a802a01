import type { Client } from '@temporalio/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessing } from '../../../../src/activities/assess.js';
import { actorOf } from '../../../../src/acts/carry-out.js';
import { override as overrideAct } from '../../../../src/acts/checkpoint/override.js';
import { type OverrideCommand, override, withdraw } from '../../../../src/acts/checkpoint/overriding.js';
import { withdrawOverride } from '../../../../src/acts/checkpoint/withdraw-override.js';
import { createActions } from '../../../../src/client/system/actions.js';
import { checkpointContents } from '../../../../src/office/checkpoint-results.js';
import { assessmentOf } from '../../../../src/register/assessments.js';
import { documentsOf } from '../../../../src/register/documents.js';
import { logOf } from '../../../../src/register/log.js';
import { overridesOf } from '../../../../src/register/overrides.js';
import { stepOf } from '../../../../src/register/steps.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { aHalfRunSite, textOf } from '../site.js';

const CYCLE = '/cicli/ccms/2016';
const CHECKPOINT = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' } as const;
const ACTOR = { person: 'guglielmo.tarasconi' };
const ACT = { decidedBy: 'Giunta camerale', reason: 'sala chiusa per alluvione', actNumber: '41' } as const;

const rowsOf = (html: string, code: string): readonly string[] =>
  [...html.matchAll(/<tr\b.*?<\/tr>/gs)]
    .map(([row]) => row)
    .filter((row) => textOf(/<th\b.*?<\/th>/s.exec(row)?.[0] ?? '').includes(code))
    .map(textOf);

// Mid September: the first checkpoint is closed and computed, the second collects.
describe('an override recorded after a checkpoint was computed', () => {
  const site = aHalfRunSite('2016-09-20');
  const at = '2016-09-20T10:00:00Z';
  const forced: OverrideCommand = {
    ...ACT,
    actDate: '2016-09-19',
    kind: 'forced',
    value: '88.5',
    indicator: '1.2.3-01',
  };
  let before: Awaited<ReturnType<typeof assessmentOf>>;

  beforeAll(async () => {
    before = await assessmentOf(site.register.db, CHECKPOINT);
    expect(await override(site.register.db, site.run.ref, forced, ACTOR, at)).toMatchObject({
      checkpoint: 'monitoraggio-1',
    });
  });

  test('makes a new computation with a key of its own, and the old one stays', async () => {
    const { db } = site.register;
    const now = await assessmentOf(db, CHECKPOINT);
    expect(now?.key).toMatch(/^ccms\/2016\/monitoraggio-1\/2016-09-20T10:00:00Z\/override-\d+$/);
    expect(now?.overrides).toMatchObject([
      { override: { kind: 'forced', indicator: '1.2.3-01', value: '88.5' }, light: 'yellow' },
    ]);
    expect(before?.overrides).toEqual([]);
    const keys = await db
      .selectFrom('assessments')
      .select('key')
      .where('checkpoint', '=', 'monitoraggio-1')
      .orderBy('id')
      .execute();
    expect(keys.map((row) => row.key)).toEqual([before?.key, now?.key]);
    // What was computed is the same as before: only what counts is another.
    expect(now?.indicators).toEqual(before?.indicators);
    const entity = now?.rollups.find((r) => r.node === 'entity');
    expect(entity?.computed?.achievement).toBe(before?.rollups.find((r) => r.node === 'entity')?.achievement);
    expect(entity?.achievement).not.toBe(entity?.computed?.achievement);
  });

  test('deposits a new version of the report, and the log tells both', async () => {
    const { db } = site.register;
    const reports = (await documentsOf(db, 'ccms/2016')).filter((d) => d.kind === 'monitoraggio-1');
    expect(reports.map((d) => d.version).toSorted()).toEqual([1, 2]);
    const actions = (await logOf(db, { cycle: 'ccms/2016', limit: 2 })).map((line) => line.action);
    expect(actions).toEqual(['assessment-computed', 'override-recorded']);
  });

  test('is in what documents print, beside what was computed', async () => {
    const [content] = await checkpointContents(site.register.db, 'ccms/2016');
    const row = content?.indicators.find((i) => i.assessment.indicator === '1.2.3-01');
    expect(row?.override?.override).toMatchObject({
      value: '88.5',
      by: 'Giunta camerale',
      act: 'n. 41 del 19/09/2016',
    });
    expect(row?.override?.computed.achievement).toBe(row?.assessment.achievement);
    expect(content?.indicators.filter((i) => i.override !== undefined)).toHaveLength(1);
  });

  test.each([`${CYCLE}/cruscotto`, `${CYCLE}/attivita/monitoraggio-1`])(
    'shows on %s in words, with who, act and reason, beside what was computed',
    async (path) => {
      const page = await site.page(path);
      // In its own table, and in its place among the indicators.
      const [listed, among] = rowsOf(page, '1.2.3-01');
      expect(listed).toContain('88,5% giallo forzato 100,00%, verde');
      expect(among).toContain(
        '88,5% giallo forzato calcolato: 100,00%, verde Giunta camerale, atto n. 41 del 19/09/2016',
      );
      const text = textOf(page);
      expect(text).toContain('Forzature');
      expect(text).toContain('Giunta camerale');
      expect(text).toContain('n. 41 del 19/09/2016');
      expect(text).toContain('sala chiusa per alluvione');
      expect(text).toMatch(/senza forzature \d+(,\d+)?%/);
    },
  );

  test.each([`${CYCLE}/programmi`, `${CYCLE}/indicatori/1.2.3-01`])('shows on %s, too', async (path) => {
    expect(textOf(await site.page(path))).toContain('88,5% giallo forzato calcolato: 100,00%, verde');
  });

  test('sent twice counts once and computes once', async () => {
    const { db } = site.register;
    const again = { ...forced, indicator: '1.2.1-01', key: 'modulo-7' };
    const first = await override(db, site.run.ref, again, ACTOR, '2016-09-20T10:05:00Z');
    expect(await override(db, site.run.ref, again, ACTOR, '2016-09-20T10:06:00Z')).toEqual(first);
    expect((await documentsOf(db, 'ccms/2016')).filter((d) => d.kind === 'monitoraggio-1')).toHaveLength(3);
  });

  test('refused changes nothing', async () => {
    const { db } = site.register;
    const wrong = { ...forced, indicator: '1.1.1-01', value: '888' };
    await expect(override(db, site.run.ref, wrong, ACTOR, at)).rejects.toThrow(
      'il valore forzato deve stare fra 0% e 100%',
    );
    expect(await overridesOf(db, 'ccms/2016')).toHaveLength(2);
  });

  test('of an individual objective is counted on the pages, not told', async () => {
    const secret = { ...forced, kind: 'neutralised', indicator: 'SG-1-01', reason: 'ragioni di salute' } as const;
    await override(site.register.db, site.run.ref, secret, ACTOR, '2016-09-20T10:10:00Z');
    for (const path of [`${CYCLE}/cruscotto`, `${CYCLE}/attivita/monitoraggio-1`]) {
      const page = await site.page(path);
      expect(textOf(page)).toContain('1 forzatura su obiettivi individuali è riservata');
      expect(page).not.toContain('SG-1-01');
      expect(page).not.toContain('ragioni di salute');
    }
    const contents = JSON.stringify(await checkpointContents(site.register.db, 'ccms/2016'));
    expect(contents).not.toContain('ragioni di salute');
  });

  test('withdrawn leaves the result as computed, and its history', async () => {
    const { db } = site.register;
    const later = '2016-09-20T11:00:00Z';
    const act = { ...ACT, actDate: '2016-09-20', reason: 'errore nell’atto' } as const;
    for (const indicator of ['1.2.3-01', '1.2.1-01', 'SG-1-01']) {
      await withdraw(db, site.run.ref, { ...act, indicator }, ACTOR, later);
    }
    const now = await assessmentOf(db, CHECKPOINT);
    expect(now?.overrides).toEqual([]);
    expect(now?.rollups).toEqual(before?.rollups);
    expect(textOf(await site.page(`${CYCLE}/cruscotto`))).not.toContain('Forzature');
  });
});

describe('the action', () => {
  const site = aHalfRunSite('2016-09-20');
  // An override asks nothing of Temporal.
  const actions = () => createActions({ temporal: {} as Client, register: site.register, now: () => site.run.now });
  const command = { ...ACT, actDate: '2016-09-19', kind: 'neutralised', indicator: '1.2.3-01' } as const;

  test('is for who steers the cycle, and for nobody else', async () => {
    const at = { register: site.register, entity: 'ccms', today: '2016-09-20' } as const;
    for (const act of [overrideAct, withdrawOverride]) {
      const subject = await act.on.find(site.register, { ...site.run.ref, name: '1.2.3-01' });
      expect(await actorOf(act, { ...at, subject, person: 'clelia.malaspini' })).toBeUndefined();
      expect(await actorOf(act, { ...at, subject, person: ACTOR.person })).toMatchObject({ person: ACTOR.person });
    }
    expect(await overridesOf(site.register.db, 'ccms/2016')).toEqual([]);
    expect(await actions().override(site.run.ref, command, ACTOR)).toMatchObject({
      ok: true,
      value: { checkpoint: 'monitoraggio-1' },
    });
  });

  test('tells a refusal as a sentence, at the field it is about', async () => {
    const standing = 'l’indicatore 1.2.3-01 ha già una forzatura in vigore: per cambiarla occorre prima ritirarla';
    expect(await actions().override(site.run.ref, command, ACTOR)).toEqual({
      ok: false,
      error: standing,
      refusals: [{ text: standing }],
    });
    const { kind: _kind, ...act } = command;
    expect(await actions().withdrawOverride(site.run.ref, { ...act, reason: '' }, ACTOR)).toEqual({
      ok: false,
      error: 'manca il motivo del ritiro',
      refusals: [{ field: 'reason', text: 'manca il motivo del ritiro' }],
    });
    expect((await actions().withdrawOverride(site.run.ref, act, ACTOR)).ok).toBe(true);
    expect(await overridesOf(site.register.db, 'ccms/2016')).toEqual([]);
  });
});

describe('a checkpoint with something red', () => {
  const site = aHalfRunSite('2017-02-10');

  test('is computed with the overrides in force, and what is decided over asks for no corrective action', async () => {
    const { db } = site.register;
    const step = await stepOf(db, 'ccms/2016', 'monitoraggio-2');
    if (step === undefined) throw new Error('the cycle has a first checkpoint');
    const deps = { register: site.register, bodies: bodiesOnFile(), post: { consoleUrl: 'https://ciclo.example' } };
    // Only these are used to compute when every indicator can be.
    const { assess } = assessing(deps as Parameters<typeof assessing>[0]);
    const plain = await assess(site.run.ref, step.planned, '2017-02-10T12:00:00Z');
    const [red] = plain.red;
    if (red === undefined) throw new Error('the half-run cycle has something red');
    const command = { ...ACT, actDate: '2016-09-19', kind: 'neutralised', indicator: red } as const;
    await override(db, site.run.ref, command, ACTOR, '2017-02-10T12:01:00Z');
    const decided = await assess(site.run.ref, step.planned, '2017-02-10T12:02:00Z');
    expect(decided.red).toEqual(plain.red.filter((indicator) => indicator !== red));
    expect((await assessmentOf(db, { ...CHECKPOINT, checkpoint: 'monitoraggio-2' }))?.overrides).toMatchObject([
      { override: { indicator: red } },
    ]);
    // A retry is answered with what stands under its name, whatever came after.
    expect(await assess(site.run.ref, step.planned, '2017-02-10T12:00:00Z')).toEqual(plain);
  });
});

describe('a checkpoint', () => {
  const site = aHalfRunSite('2016-09-20');

  test('still collecting shows what will apply to it only once it is computed', async () => {
    const page = textOf(await site.page(`${CYCLE}/attivita/monitoraggio-2`));
    expect(page).not.toContain('Forzature');
  });
});
