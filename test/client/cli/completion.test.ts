import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Help } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerActs } from '../../../src/client/cli/acts.js';
import { askedBy } from '../../../src/client/cli/completion/asked.js';
import { proposals } from '../../../src/client/cli/completion/propose.js';
import { exampleAnswers } from '../../../src/client/cli/init/example.js';
import { createProgram } from '../../../src/client/cli/program.js';
import { nearest } from '../../../src/domain/nearest.js';
import { aFolder } from './folder.js';
import { ciclo } from './terminal.js';

const verbs = (): readonly string[] => new Help().visibleCommands(createProgram(registerActs)).map((c) => c.name());

describe('ciclo completion', () => {
  test.each(['bash', 'zsh'])('%s: lists every verb, with its options', async (shell) => {
    const { out } = await ciclo('completion', shell);
    for (const verb of verbs().filter((name) => name !== 'help')) expect(out).toContain(`'${verb}')`);
    for (const word of ['calendar plan', '--deferred-to', '--checkpoint', '--seeds']) expect(out).toContain(word);
    expect(out).not.toContain('sdk-download');
  });

  test('bash proposes verbs, then what each of them takes, and files after an option that wants a value', async () => {
    const file = join(aFolder(), 'ciclo.bash');
    writeFileSync(file, (await ciclo('completion', 'bash')).out);
    const proposed = (...words: readonly string[]): readonly string[] =>
      execFileSync(
        'bash',
        [
          '-c',
          `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ciclo; echo "\${COMPREPLY[@]}"`,
          file,
          ...words,
        ],
        { encoding: 'utf8' },
      )
        .trim()
        .split(' ');
    expect(proposed('ciclo', '')).toEqual(expect.arrayContaining([...verbs()]));
    expect(proposed('ciclo', 'sta')).toEqual(['start', 'status', 'stand-in']);
    expect(proposed('ciclo', 'calendar', '')).toEqual(expect.arrayContaining(['plan', 'check']));
    expect(proposed('ciclo', 'calendar', 'plan', '--bud')).toEqual(['--budget-term']);
    expect(proposed('ciclo', 'extend', '--due', '')).toEqual(['']);
  });

  test('bash asks the program for what only the data files know', async () => {
    const bin = join(import.meta.dirname, '..', '..', '..', 'bin', 'ciclo');
    const file = join(aFolder(), 'ciclo.bash');
    writeFileSync(file, (await ciclo('completion', 'bash')).out);
    const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ciclo; echo "\${COMPREPLY[@]}"`;
    const words = [bin, 'remind', 'monitoraggio-'];
    expect(execFileSync('bash', ['-c', script, file, ...words], { encoding: 'utf8' }).trim()).toBe(
      ['1', '2', '3'].map((one) => `monitoraggio-${one} monitoraggio-${one}-presa-atto`).join(' '),
    );
  });

  test('proposes what is in the folder that is said, wherever it is said', async () => {
    const folder = aFolder({ 'risposte.yaml': exampleAnswers() });
    await ciclo('init', '--from', join(folder, 'risposte.yaml'), '--dir', folder);
    const proposed = async (...words: readonly string[]) => (await ciclo('propose', '--', ...words)).out.trim();
    expect(await proposed('--seeds', folder, 'status', '--entity')).toBe('camera-di-valfiorita');
    expect(await proposed('status', '--seeds', `'${folder}'`, '--entity')).toBe('camera-di-valfiorita');
    expect(await proposed('status', '--entity')).toBe('ccms');
  });

  test.each([
    [['status', '--entity'], { kind: 'ente' }],
    [['status', '--entity', '='], { kind: 'ente' }],
    [['calendar', 'plan', '--template'], { kind: 'modello' }],
    [['remind', '--entity', 'ccms', '--year', '2016'], { kind: 'attivita', entity: 'ccms', year: 2016 }],
    [['return', '--json', 'monitoraggio-1'], { kind: 'indicatore' }],
    [['substitute', 'x'], { kind: 'sostituto' }],
    [['remind', 'x'], undefined],
    [['calendar'], undefined],
  ])('after %j comes %j', (words, asked) => {
    expect(askedBy(createProgram(registerActs), words)).toEqual(asked);
  });

  test.each([
    ['ente', 'ccms'],
    ['anno', '2016'],
    ['attivita', 'analisi-contesto'],
    ['persona', 'guglielmo.tarasconi'],
    ['indicatore', '1.1.1-01'],
    ['documento', 'monitoraggio-2'],
    ['modello', 'dlgs150'],
    ['esito', 'respinto'],
  ])('for %s proposes %s', (kind, word) => {
    expect(proposals({ kind, entity: 'ccms' })).toContain(word);
  });

  test('another shell is refused by name', async () => {
    const { code, err } = await ciclo('completion', 'fish');
    expect([code, err]).toEqual([
      2,
      'shell: «fish» non è tra le shell: si attende una fra bash, zsh.\nSi veda «ciclo completion --help».\n',
    ]);
  });
});

describe('errors that help', () => {
  test('an unknown verb is answered with the nearest', async () => {
    expect((await ciclo('satus')).err).toBe(
      'Comando sconosciuto: satus. Forse si intendeva status?\nSi veda «ciclo --help».\n',
    );
  });

  test('a wrong value is named by its option', async () => {
    const { code, err } = await ciclo('extend', 'rpp-approvazione', '--due', '31/02/2027');
    expect([code, err]).toEqual([2, '--due: il giorno 31/02/2027 non esiste.\nSi veda «ciclo extend --help».\n']);
  });

  test('what is near is proposed, what is far is not', () => {
    const steps = ['analisi-contesto', 'rpp-approvazione', 'monitoraggio-1'];
    expect(nearest('analisi-contseto', steps)).toBe('analisi-contesto');
    expect(nearest('Monitoraggio1', steps)).toBe('monitoraggio-1');
    expect(nearest('bilancio', steps)).toBeUndefined();
  });

  test('every verb that acts says who, on what, and answers in JSON too', () => {
    const acts = [
      'remind',
      'extend',
      'reopen',
      'restart',
      'return',
      'close',
      'complete',
      'resubmit',
      'decide',
      'substitute',
    ];
    for (const name of acts) {
      const command = createProgram(registerActs).commands.find((c) => c.name() === name);
      expect(command?.options.map((o) => o.long)).toEqual(
        expect.arrayContaining(['--entity', '--year', '--as', '--json']),
      );
    }
  });

  test('the help ends with the exit codes', async () => {
    expect(createProgram(registerActs).helpInformation()).toContain('init');
    expect((await ciclo('help')).out).toContain('Codici di uscita');
  });
});
