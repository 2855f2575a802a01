import { ApplicationFailure, type Client, WorkflowNotFoundError } from '@temporalio/client';
import { describe, expect, test, vi } from 'vitest';
import { createActions } from '../../../src/client/system/actions.js';
import type { AtWork } from '../../../src/client/system/with-actions.js';
import { REFUSED } from '../../../src/domain/refusal.js';
import { logOf } from '../../../src/register/log.js';
import { aHalfRunSite } from '../pages/site.js';
import { ciclo } from './terminal.js';

const site = aHalfRunSite('2016-09-20');

interface Sent {
  readonly workflow: string;
  readonly update: string;
  readonly command: Readonly<Record<string, unknown>>;
}
const sent: Sent[] = [];
let answer: (update: string) => unknown = () => undefined;

/** Workflows that note what they are asked, and answer as the test says. */
const workflows = {
  withDeadline: <T>(_at: number, work: () => Promise<T>): Promise<T> => work(),
  workflow: {
    getHandle: (workflow: string) => ({
      executeUpdate: async (name: string, { args }: { readonly args: readonly [Sent['command']] }) => {
        sent.push({ workflow, update: name, command: args[0] });
        return answer(name);
      },
    }),
  },
};

vi.mock('../../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const now = () => site.run.now;
    // Only handles are asked of the client, and only for updates.
    const temporal = workflows as unknown as Client;
    return work({ register: site.register, now, actions: createActions({ temporal, register: site.register, now }) });
  },
}));

const CYCLE = ['--entity', 'ccms', '--year', '2016'];
const STEERING = [...CYCLE, '--as', 'guglielmo.tarasconi'];

describe('acts from the terminal', () => {
  test('an extension is asked of the cycle with its reason and the act that orders it', async () => {
    answer = () => '2016-10-10';
    const done = await ciclo(
      'extend',
      'monitoraggio-2',
      ...STEERING,
      '--due',
      '10/10/2016',
      '--reason',
      'dati in arrivo',
      '--act',
      'det. 12',
    );
    expect(done.out).toMatch(/^Secondo monitoraggio.*: termine prorogato al 10\/10\/2016\.\n$/);
    expect(sent.at(-1)).toMatchObject({
      workflow: expect.stringMatching(/ccms\/2016$/),
      command: {
        step: 'monitoraggio-2',
        dueOn: '2016-10-10',
        reason: 'dati in arrivo (det. 12)',
        actor: { person: 'guglielmo.tarasconi' },
      },
    });
  });

  test('the refusal of a workflow is told as the page tells it, with status 1', async () => {
    answer = () => {
      throw ApplicationFailure.nonRetryable('il termine è già passato', REFUSED);
    };
    const plain = await ciclo('remind', 'monitoraggio-2', ...STEERING);
    expect(plain).toMatchObject({ code: 1, out: '', err: 'il termine è già passato\n' });
    const told = await ciclo('remind', 'monitoraggio-2', ...STEERING, '--json');
    expect([told.code, JSON.parse(told.out)]).toEqual([1, { ok: false, code: 1, error: 'il termine è già passato' }]);
    answer = () => {
      const details = [[{ field: 'due', text: 'deve essere successiva' }, { text: 'è conclusa' }]];
      throw ApplicationFailure.create({ message: 'x', type: REFUSED, nonRetryable: true, details });
    };
    const placed = await ciclo('extend', 'monitoraggio-2', ...STEERING, '--due', '10/10/2016', '--reason', 'x');
    expect([placed.code, placed.err.trim().split('\n')]).toEqual([1, ['--due: deve essere successiva', 'è conclusa']]);
    answer = (name) => {
      throw new WorkflowNotFoundError(name, 'monitoraggio-2', undefined);
    };
    expect((await ciclo('close', 'monitoraggio-2', ...STEERING, '--reason', 'x')).err).toContain(
      'l’attività non è aperta',
    );
  });

  test.each([
    [['complete', 'piano-approvazione', '--note', 'x']],
    [['close', 'analisi-contesto', '--reason', 'x']],
    [['return', 'analisi-contesto', '1.1.1-01', '--remark', 'x']],
    [['resubmit', 'analisi-contesto', '--note', 'x']],
    [['decide', 'analisi-contesto', '--outcome', 'approved', '--act-number', '1', '--act-date', '1/9/2016']],
    [['decide', 'monitoraggio-2', '--outcome', 'approved', '--act-number', '1', '--act-date', '1/9/2016']],
  ])('`%s`, of a step of another kind, is refused with status 1 before any workflow is asked', async (args) => {
    const before = sent.length;
    const { code, out, err } = await ciclo(...args, ...STEERING);
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toMatch(/ non è un| è un(?:’|a |o | )|^nessun documento è davanti a un organo/);
    expect(err).not.toContain(`intendeva ${args[1]}?`);
    expect(sent.length).toBe(before);
  });

  test('who does not steer is refused before any workflow is asked', async () => {
    const before = sent.length;
    const args = [...CYCLE, '--as', 'lidia.fornasetti'];
    for (const act of [
      ['remind', 'monitoraggio-2'],
      ['extend', 'monitoraggio-2', '--due', '10/10/2016', '--reason', 'x'],
      ['restart', 'analisi-contesto', '--reason', 'x'],
      ['reopen', 'analisi-contesto', '--due', '10/10/2016', '--reason', 'x'],
      ['return', 'monitoraggio-2', '1.1.1-01', '--remark', 'x'],
      ['close', 'monitoraggio-2', '--reason', 'x'],
      [
        'substitute',
        'ines.baldacchini',
        'lidia.fornasetti',
        '--from',
        '1/10/2016',
        '--to',
        '3/10/2016',
        '--reason',
        'x',
      ],
    ]) {
      const { code, err } = await ciclo(...act, ...args);
      expect([act[0], code, err]).toEqual([
        act[0],
        1,
        'Lidia Fornasetti non ricopre oggi nessuno dei ruoli che possono farlo: Controllo di gestione\n',
      ]);
    }
    expect(sent).toHaveLength(before);
  });

  test('a step, a person, a cycle that are not there are answered with what was perhaps meant', async () => {
    expect((await ciclo('remind', 'monitoragio-2', ...STEERING)).err).toContain('Forse si intendeva monitoraggio-2?');
    expect((await ciclo('remind', 'monitoraggio-2', ...CYCLE, '--as', 'guglielmo.tarascone')).err).toContain(
      'Forse si intendeva guglielmo.tarasconi?',
    );
    expect((await ciclo('remind', 'monitoraggio-2', '--entity', 'ccms', '--year', '2015', '--as', 'x')).err).toContain(
      'ci sono: ccms 2016',
    );
  });

  test('a decision goes with the hash of the document that is before the board, unless another was read', async () => {
    const [row] = await site.register.db
      .selectFrom('decisions')
      .select(['step', 'documentHash', 'decidedBy'])
      .where('cycle', '=', 'ccms/2016')
      .orderBy('at', 'desc')
      .execute();
    if (row === undefined) throw new Error('no decision in the half-run cycle');
    const args = ['decide', row.step, ...CYCLE, '--as', row.decidedBy, '--outcome', 'respinto', '--remarks', 'x'];
    const other = await ciclo(...args, '--document', 'ffff0000');
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('un altro documento')]);
    const nothing = await ciclo(
      'decide',
      'analisi-contesto',
      ...CYCLE,
      '--as',
      'rosalba.ceccarini',
      '--outcome',
      'approvato',
    );
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('nessun documento è davanti')]);
    expect((await ciclo('decide', row.step, ...CYCLE, '--as', 'x', '--outcome', 'forse')).err).toContain(
      'uno fra approvato, preso-atto, respinto, rinviato, validata, non-validata, favorevole, contrario',
    );
  });

  test('a substitution is recorded once it holds, with who disposed it', async () => {
    const args = ['--from', '01/10/2016', '--to', '07/10/2016', '--reason', 'congedo'];
    const wrong = await ciclo('substitute', 'ines.baldacchini', 'ines.baldacchini', ...STEERING, ...args);
    expect([wrong.code, wrong.err]).toEqual([1, '<sostituto>: nessuno può sostituire se stesso\n']);
    const late = await ciclo(
      'substitute',
      'ines.baldacchini',
      'ruggero.ventimiglio',
      ...STEERING,
      '--from',
      '01/08/2016',
      '--to',
      '07/08/2016',
      '--reason',
      'x',
    );
    expect(late.err).toContain('il periodo è già finito');
    const scope = await ciclo(
      'substitute',
      'ines.baldacchini',
      'ruggero.ventimiglio',
      ...STEERING,
      ...args,
      '--for',
      'ufficio:formazione',
    );
    expect(scope.err).toContain('«ufficio:formazione» non è fra le scelte possibili');
    const done = await ciclo('substitute', 'ines.baldacchini', 'ruggero.ventimiglio', ...STEERING, ...args);
    expect([done.code, done.out]).toEqual([
      0,
      'ccms: sostituzione registrata: Ruggero Ventimiglio sostituisce Ines Baldacchini dal 01/10/2016 al 07/10/2016.\n',
    ]);
    const [entry] = await logOf(site.register.db, { limit: 1 });
    expect(entry).toMatchObject({
      actor: 'guglielmo.tarasconi',
      action: 'substitution-recorded',
      subject: 'ines.baldacchini',
    });
  });
});
