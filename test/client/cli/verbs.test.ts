import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerActs } from '../../../src/client/cli/acts.js';
import { createProgram, programFor } from '../../../src/client/cli/program.js';
import { troubleRemedy } from '../../../src/words/troubles.js';
import { EXAMPLES } from '../../domain/troubles/examples.js';

/** What of the sources says to people: the words, and the sentences of the domain, the activities and the pages. */
const TOLD = ['words', 'domain', 'activities', 'mail', 'register', 'client'];

const src = fileURLToPath(new URL('../../../src/', import.meta.url));
const files = TOLD.flatMap((folder) =>
  readdirSync(`${src}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** The commands that texts name between quotes: `"ciclo collect monitoraggio-1 --dry-run"`. */
function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/["«`]ciclo ([a-z][^"»`\n]*)/g)].flatMap(([, command]) => command ?? []);
}

const named = files.flatMap((file) =>
  namedIn(readFileSync(`${src}${file}`, 'utf8')).map((command) => ({ file, command })),
);

/** The command a line calls, with what is left after its name; undefined when there is none of that name. */
function called(program: Command, words: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const [first, ...rest] = words;
  const command = program.commands.find((one) => one.name() === first);
  if (command === undefined) return undefined;
  if (command.commands.length === 0) return { command, rest };
  return called(command, rest) ?? (rest.length === 0 ? { command, rest } : undefined);
}

describe('every command that a text names', () => {
  const program = createProgram(registerActs);

  test('are many, and the reader of texts finds them', () => {
    expect(named.length).toBeGreaterThan(30);
    expect(namedIn('eseguire «ciclo plan load» o "ciclo check", `ciclo x`')).toEqual(['plan load', 'check', 'x']);
  });

  test.each([...new Set(named.map(({ command }) => command))])('ciclo %s', (line) => {
    const found = called(program, line.replace(/\$\{[^}]*\}/g, 'X').split(/[\s|,;:]+/));
    const where = named.filter(({ command }) => command === line).map(({ file }) => file);
    expect(found, `named in ${where.join(', ')}`).toBeDefined();
    const options = (found?.rest ?? []).filter((word) => word.startsWith('--'));
    const known = [...(found?.command.options ?? []), ...program.options].map((option) => option.long);
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
  });

  test.each([...new Set(EXAMPLES.flatMap((trouble) => namedIn(troubleRemedy(trouble))))])(
    'that mends something can be given as it is: ciclo %s',
    (line) => {
      const found = called(program, line.split(' '));
      const given = found?.rest ?? [];
      const asked = found?.command.options.filter((option) => option.mandatory).map((option) => option.long);
      expect(given.filter((word) => word.startsWith('--'))).toEqual(expect.arrayContaining(asked ?? []));
      const values = given.filter((word, n) => !word.startsWith('--') && given[n - 1]?.startsWith('--') !== true);
      const wanted = found?.command.registeredArguments.filter((argument) => argument.required) ?? [];
      expect(values.length).toBeGreaterThanOrEqual(wanted.length);
      expect(values.length).toBeLessThanOrEqual(found?.command.registeredArguments.length ?? 0);
    },
  );

  test('and one that does not exist would be found out', () => {
    expect(called(program, ['plan', 'load'])).toBeUndefined();
    expect(called(program, ['plan', 'check'])?.command.name()).toBe('check');
  });
});

describe('a command loaded without the acts', () => {
  const whole = createProgram(registerActs);
  const helps = (command: Command): readonly string[] => [
    command.helpInformation(),
    ...command.commands.flatMap(helps),
  ];

  test.each(createProgram().commands.map((one) => one.name()))('is the same as among them: ciclo %s', async (verb) => {
    const of = (program: Command) => program.commands.filter((one) => one.name() === verb).flatMap(helps);
    expect(of(await programFor([verb]))).toEqual(of(whole));
  });

  test('acts are there for who names one, or none', async () => {
    for (const words of [
      ['remind'],
      ['readings'],
      ['completion'],
      [],
      ['--help'],
      ['--seeds', 'x', 'target'],
      ['rimind'],
    ])
      expect((await programFor(words)).commands.map((one) => one.name())).toContain('remind');
    expect((await programFor(['target'])).commands.map((one) => one.name())).not.toContain('remind');
  });
});
