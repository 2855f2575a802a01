import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rehearsalSentences } from '../../src/client/rehearsal/sentences.js';
import { logAction, logSentence } from '../../src/words/log.js';

const SRC = join(import.meta.dirname, '..', '..', 'src');

/** Every action that somebody puts in the log by its own name; the changes of a step that a workflow says, with the name the log gives them. */
const actions = [
  ...new Set(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words'))
      .flatMap((file) =>
        [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?<!gives: \{ )\baction: '([a-z-]+)'/g)].map(
          ([, action = '']) => (file.startsWith('workflows') ? `step-${action}` : action),
        ),
      ),
  ),
].sort();

describe('an action of the log', () => {
  test('is found where it is written', () => {
    expect(actions.length).toBeGreaterThan(60);
    expect(actions).toContain('spending-recorded');
  });

  test.each(actions)('%s has words of its own on pages and at the terminal', (action) => {
    expect(logSentence(action)).toMatch(/^\p{Lu}.*[^a-z-]/u);
    expect([logSentence(action), logAction(action)]).not.toContain(action);
  });
});

describe('a line of the log that a rehearsal tells', () => {
  const line = { event: 'logged', on: '2016-05-10', action: 'spending-recorded', detail: {} } as const;

  test('says who by name, and what in words', () => {
    const told = { ...line, subject: '1.1.1', actor: 'guglielmo.tarasconi', who: 'Guglielmo Tarasconi' };
    const [text = ''] = rehearsalSentences(told);
    expect(text).toMatch(/^10\/05\/2016 {2}1\.1\.1: .+ \(Guglielmo Tarasconi\)$/);
    expect(text).not.toMatch(/spending-recorded|guglielmo\.tarasconi/);
  });

  test('names nobody where it happened by itself', () => {
    expect(rehearsalSentences({ ...line, subject: '1.1.1', actor: 'sistema' })).toEqual([
      expect.not.stringContaining('('),
    ]);
  });
});
