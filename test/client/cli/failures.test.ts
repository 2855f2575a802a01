import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Help } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { registerActs } from '../../../src/client/cli/acts.js';
import { createProgram } from '../../../src/client/cli/program.js';
import { freePort } from '../../../src/platform/ports.js';
import { RegisterSilent } from '../../../src/register/patience.js';
import { aFolder } from './folder.js';
import { ciclo, seen } from './terminal.js';

afterEach(() => vi.unstubAllEnvs());

/** Every command that does something: those that only hold others, and `help`, are left out. */
function leaves(command: Command): readonly Command[] {
  const shown = new Help().visibleCommands(command).filter((c) => command.commands.includes(c));
  return shown.length === 0 ? [command] : shown.flatMap(leaves);
}

test('every command answers programs too', () => {
  const without = leaves(createProgram(registerActs)).filter((c) => !c.options.some((o) => o.long === '--json'));
  expect(without.map((c) => c.name())).toEqual([]);
});

test('no help has words of the library that writes it', () => {
  const every = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(every)];
  const help = every(createProgram(registerActs)).map((c) => c.helpInformation());
  expect(help.length).toBeGreaterThan(60);
  const foreign = /\b(?:usage|options?|commands?|arguments?|choices|preset|env|display|for help)\b|\bdefault: /gi;
  expect(help.flatMap((text) => text.match(foreign) ?? [])).toEqual([]);
});

describe('what goes wrong', () => {
  const cases: readonly [readonly string[], number, string][] = [
    [['satus'], 2, 'Comando sconosciuto: satus. Forse si intendeva status?'],
    [['check', '--al'], 2, 'Opzione sconosciuta: --al. Forse si intendeva --all?'],
    [['remind'], 2, 'Mancano le opzioni obbligatorie --entity <ente>, --year <anno> e --as <persona>.'],
    [['export', '--entity', 'ccms', '--year', '2016', '--document', 'piano'], 2, 'Manca l’opzione obbligatoria -o'],
    [['status', '--year', '27'], 2, '--year: «27» non è un esercizio: si attende un anno di quattro cifre'],
    [['plan', 'check', '/nessuno'], 2, '/nessuno: file o cartella inesistente'],
    [['init', '--from', '/nessuno.yaml'], 2, '/nessuno.yaml: non si può leggere: il file o la cartella non esiste'],
    [['calendar', 'plan', '--entity', 'ccms', '--year', '2020', '--template', 'piao'], 1, 'seeds/calendars/piao.yaml'],
    [['achieve', 'almeno 25', '20', '--policy', 'nessuna'], 2, 'ci sono smvp-2016'],
    [['retention', '--act', 'det. 7/2028'], 2, 'L’atto «det. 7/2028» autorizza lo scarto per un ente solo'],
    [['target', '--foo'], 2, '«--foo» non esiste'],
  ];

  test.each(cases)('of `ciclo %j` is told to people on the standard error', async (args, code, sentence) => {
    const seen = await ciclo(...args);
    expect(seen).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) });
  });

  test.each(cases)(
    'of `ciclo %j --json` is one line of JSON, with the same exit code',
    async (args, code, sentence) => {
      const seen = await ciclo(...args, '--json');
      expect([seen.code, seen.err, seen.out.trimEnd().split('\n').length]).toEqual([code, '', 1]);
      expect(JSON.parse(seen.out)).toMatchObject({ ok: false, code, error: expect.stringContaining(sentence) });
    },
  );

  test('wrong use sends to the help of the very command', async () => {
    expect((await ciclo('calendar', 'plan')).err).toContain('Si veda «ciclo calendar plan --help».');
  });
});

describe('a database that does not answer', () => {
  const asked = ['--entity', 'ccms', '--year', '2016'];
  const verbs: readonly (readonly string[])[] = [
    ['status'],
    ['export', ...asked, '--document', 'piano', '--out', '/tmp/piano.pdf'],
    ['submit', ...asked, '--checkpoint', 'monitoraggio-1', '--person', 'x', '--value', 'A-1=1'],
    ['collect', ...asked, '--checkpoint', 'monitoraggio-1'],
    ['token', 'list', '--entity', 'ccms'],
  ];

  test.each(verbs)(
    'ends `%s` with 3, says where it was sought, keeps the password and sends to doctor',
    async (...args) => {
      vi.stubEnv('DATABASE_URL', `postgres://ciclo:segreta@127.0.0.1:${await freePort()}/ciclo`);
      const { code, err } = await ciclo(...args);
      expect([code, err]).toEqual([
        3,
        expect.stringMatching(/La base dati 127\.0\.0\.1:\d+\/ciclo non risponde: .*\n.*ciclo doctor/),
      ]);
      expect(err).not.toContain('segreta');
    },
  );
});

test.each([
  ['starts', Object.assign(new Error('the database system is starting up'), { code: '57P03' })],
  ['stops', Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' })],
  ['has frozen', new RegisterSilent('the database has not answered for 8000 ms')],
])('a database that %s while a command runs is said in a sentence, with no trace of the program', async (_, cause) => {
  const { code, err } = await seen(() => Promise.reject(cause));
  expect([code, err]).toEqual([
    3,
    `Il registro ha smesso di rispondere: ${cause.message}.\n` +
      'Quanto chiesto può essere stato fatto o no: «ciclo doctor» controlla tutto; poi si ripeta il comando.\n',
  ]);
});

describe('a folder of data that cannot be one', () => {
  const body = ['--entity', 'ccms', '--year', '2016'];
  const verbs: readonly (readonly string[])[] = [
    ...[['setup'], ['serve'], ['worker'], ['console'], ['rehearse'], ['status'], ['repair'], ['backup', '/tmp/no.tar']],
    ...[
      ['start', ...body],
      ['remind', 'x', ...body, '--as', 'x'],
      ['token', 'list', '--entity', 'ccms'],
      ['retention'],
    ],
    ['export', ...body, '--document', 'piano', '--out', '/tmp/no.pdf'],
  ];

  test.each([...verbs, ['doctor']])('for `%s`, a file is named, with what was expected', async (...args) => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    vi.stubEnv('CICLO_DATA', file);
    const { code, out, err } = await ciclo(...args);
    expect([code, out + err]).toEqual([
      3,
      expect.stringMatching(new RegExp(`CICLO_DATA:? +«${file}» è un file; si attende una cartella`)),
    ]);
    expect(out + err).not.toMatch(/Error|\bat /);
  });

  // Linux lets nobody write there, not even root, to whom no mode says no.
  test.runIf(existsSync('/sys')).each([['setup'], ['serve'], ['rehearse'], ['status'], ['backup', '/tmp/no.tar']])(
    'for `%s`, one where nothing can be written is named, with who names another',
    async (...args) => {
      vi.stubEnv('CICLO_DATA', '/sys/ciclo');
      vi.stubEnv('CONSOLE_PORT', String(await freePort()));
      const { code, err } = await ciclo(...args);
      expect([code, err]).toEqual([
        3,
        expect.stringMatching(/^Nella cartella \/sys\/ciclo non si può scrivere: .* con CICLO_DATA\.\n$/),
      ]);
    },
  );

  test.runIf(existsSync('/sys'))('for `doctor`, it is what does not stand', async () => {
    vi.stubEnv('CICLO_DATA', '/sys/ciclo');
    const { code, out, err } = await ciclo('doctor');
    expect([code, out, err]).toEqual([3, expect.stringContaining('in /sys/ciclo non si può scrivere'), '']);
  });
});

test('nothing that runs is said with what to do', async () => {
  vi.stubEnv('CICLO_DATA', aFolder());
  const { code, err } = await ciclo('remind', 'x', '--entity', 'ccms', '--year', '2016', '--as', 'x');
  expect([code, err]).toEqual([3, expect.stringContaining('Avviarlo con «ciclo serve»')]);
});

test('a reader who leaves before the end is no error', () => {
  const bin = join(import.meta.dirname, '..', '..', '..', 'bin', 'ciclo');
  const line = `"${process.execPath}" "${bin}" plan show seeds/massa-carrara-2016 | head -1; exit "\${PIPESTATUS[0]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  expect([stdout.split('\n')[0], stderr, status]).toEqual([expect.stringContaining('Piano della Performance'), '', 0]);
});

test('an example as JSON is an answer that init takes', async () => {
  const folder = aFolder();
  const { out } = await ciclo('init', '--example', '--json');
  writeFileSync(join(folder, 'risposte.json'), out);
  const done = await ciclo('init', '--from', join(folder, 'risposte.json'), '--dir', folder, '--json');
  expect([done.code, JSON.parse(done.out).entity]).toEqual([0, 'camera-di-valfiorita']);
});
