import { spawnSync } from 'node:child_process';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerLine, answerLines } from '../../../src/client/cli/target-lines.js';

const ciclo = fileURLToPath(new URL('../../../bin/ciclo', import.meta.url));
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [ciclo, 'target', ...args], { input, encoding: 'utf8' });

async function answers(
  chunks: readonly (string | Buffer)[],
): Promise<{ code: number; lines: readonly Record<string, unknown>[] }> {
  const output = new PassThrough();
  const collected: Buffer[] = [];
  output.on('data', (chunk: Buffer) => collected.push(chunk));
  const code = await answerLines(Readable.from(chunks), output);
  const text = Buffer.concat(collected).toString('utf8');
  return {
    code,
    lines: text
      .split('\n')
      .filter((l) => l !== '')
      .map((l) => JSON.parse(l)),
  };
}

describe('ciclo target --stdin', () => {
  it('answers each line with one line, in order', async () => {
    const { code, lines } = await answers([
      '{"text":"almeno 25"}\n{"text":">30/11/2016","year":2016}\n{"text":"n.d."}\n',
    ]);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { line: 1, outcome: 'parsed', sentence: 'almeno 25: più è alto, meglio è' },
      { line: 2, outcome: 'ambiguous', sentence: null },
      { line: 3, outcome: 'not-measurable' },
    ]);
  });

  it('uses the name, the exercise and last year’s target; null is the same as absent', async () => {
    const { lines } = await answers([
      '{"text":"7","name":"Tempo medio di evasione"}\n{"text":"entro febbraio","year":2016}\n{"text":"85%","previous":">= 80%"}\n{"text":"7","name":null,"year":null,"previous":null}',
    ]);
    expect(lines.map((l) => l.outcome)).toEqual(['proposed', 'parsed', 'proposed', 'ambiguous']);
  });

  it.each([
    ['not json', 'la riga non è JSON'],
    ['{"text":"almeno', 'la riga non è JSON'],
    ['null', 'non è un oggetto'],
    ['[{"text":"5"}]', 'non è un oggetto'],
    ['"almeno 5"', 'non è un oggetto'],
    ['{}', 'manca il campo "text"'],
    ['{"text":null}', 'manca il campo "text"'],
    ['{"text":5}', '"text" non è un testo'],
    ['{"text":["5"]}', '"text" non è un testo'],
    ['{"text":"5","name":7}', '"name" non è un testo'],
    ['{"text":"5","previous":{}}', '"previous" non è un testo'],
    ['{"text":"5","year":"2016"}', '"year" non è un anno'],
    ['{"text":"5","year":2016.5}', '"year" non è un anno'],
    ['{"text":"5","year":-1}', '"year" non è un anno'],
    ['{"text":"5","year":1e300}', '"year" non è un anno'],
  ])('says what is wrong with %s, on which line, and what was expected', (line, problem) => {
    const answer = answerLine(41, line);
    expect(answer).toEqual({ line: 41, error: expect.stringContaining('riga 41: ') });
    expect(answer).toEqual({ line: 41, error: expect.stringContaining(problem) });
    expect(answer).toEqual({ line: 41, error: expect.stringContaining('atteso') });
  });

  it('goes on after a bad line and ends with 2', async () => {
    const { code, lines } = await answers(['oops\n\n{"text":"almeno 25"}\n']);
    expect(code).toBe(2);
    expect(lines).toMatchObject([
      { line: 1, error: expect.any(String) },
      { line: 3, outcome: 'parsed' },
    ]);
  });

  it('reads lines and characters cut anywhere by the stream', async () => {
    const bytes = Buffer.from('{"text":"sì"}\n{"text":"entro il 31/12/2016\u2028"}\r\n{"text":"≥ 5"}');
    const single = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
    const { code, lines } = await answers(single);
    expect(code).toBe(0);
    expect(lines.map((l) => l.outcome)).toEqual(['parsed', 'parsed', 'parsed']);
  });

  it('refuses an endless line without keeping it, and reads the next one', async () => {
    const piece = 'x'.repeat(1_000_000);
    const { code, lines } = await answers(['{"text":"', piece, piece, piece, piece, '"}\n{"text":"almeno 25"}\n']);
    expect(code).toBe(2);
    expect(lines).toMatchObject([
      { line: 1, error: expect.stringContaining('supera') },
      { line: 2, outcome: 'parsed' },
    ]);
  });

  it('waits for a slow reader instead of piling up answers', async () => {
    const total = 200;
    let produced = 0;
    let consumed = 0;
    let widest = 0;
    async function* source(): AsyncGenerator<string> {
      for (let i = 0; i < total; i++) {
        produced += 1;
        widest = Math.max(widest, produced - consumed);
        yield `{"text":"almeno ${i}"}\n`;
      }
    }
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        consumed += 1;
        setImmediate(done);
      },
    });
    expect(await answerLines(Readable.from(source(), { highWaterMark: 1 }), slow)).toBe(0);
    expect(consumed).toBe(total);
    expect(widest).toBeLessThan(10);
  });

  it('stops quietly when its reader has gone', async () => {
    let written = 0;
    const leaving = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        written += 1;
        done(written === 3 ? Object.assign(new Error('broken pipe'), { code: 'EPIPE' }) : null);
      },
    });
    const lines = Readable.from(Array.from({ length: 100 }, () => '{"text":"almeno 25"}\n'));
    expect(await answerLines(lines, leaving)).toBe(0);
    expect(written).toBe(3);
  });
});

describe('ciclo target', () => {
  it('explains a reading, a doubt and an empty cell, and says so on stdout', () => {
    expect(run(['entro 31/12/2016'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Si legge: entro il 31/12/2016, compreso'),
    });
    const doubt = run(['-10%', '--year', '2016']);
    expect(doubt).toMatchObject({ status: 0, stdout: expect.stringContaining('da chiarire') });
    expect(doubt.stdout).toContain('1. al massimo -10% rispetto al valore del 2015');
  }, 30_000);

  it('answers in JSON on request', () => {
    const { stdout } = run(['7', '--name', 'Tempo medio di evasione', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'proposed',
      readings: [{ operator: '<=', value: '7' }],
      reasons: [{ code: 'operator-from-name' }],
    });
  }, 30_000);

  it.each([[[]], [['5', '--year', 'duemila']], [['--stdin', 'almeno 5']], [['--nmae']]])(
    'refuses %j with 2',
    (args) => {
      const { status, stderr, stdout } = run(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toBe('');
    },
    30_000,
  );
});
