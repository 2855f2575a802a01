import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEED } from '../../domain/plan/seed.js';
import { ciclo as terminal } from './terminal.js';

let out = '';
let wrong = '';

async function ciclo(...words: string[]): Promise<number> {
  const done = await terminal('plan', ...words);
  out = done.out;
  wrong = done.err;
  return done.code;
}

describe('ciclo plan check', () => {
  test('the reference plan has errors: they are printed by severity with their places, and the exit code is 1', async () => {
    expect(await ciclo('check', SEED)).toBe(1);
    const headings = [...out.matchAll(/^(\d+) (errori|avvertenze|cose da sapere)$/gm)].map((m) => m[2]);
    expect(headings).toEqual(['errori', 'avvertenze', 'cose da sapere']);
    expect(out).toMatch(/cruscotto 3\.1\.4-02 {2}\(\S*plan\/scorecard\.yaml:\d+ · cap\. 4\.2/);
    expect(out).toMatch(/cruscotto: \d+ letti, \d+ da confermare, \d+ da chiarire, \d+ non misurabili/);
    expect(out).toContain('Con --targets');
  });

  test('with --targets each target is shown with its reading', async () => {
    await ciclo('check', SEED, '--targets');
    expect(out).toContain('cruscotto 3.1.4-02, 2016: «31/12/2016»');
    expect(out).not.toContain('Con --targets');
    expect(out).toMatch(
      /scheda 1\.1\.1-s03, 2016: «>30\/11\/2016»\n {4}da chiarire: .+\n {6}proposta: entro il 30\/11\/2016/,
    );
  });

  test('as JSON it has the same findings, with file and line', async () => {
    expect(await ciclo('check', SEED, '--json')).toBe(1);
    const answer = JSON.parse(out);
    expect(answer.plan).toEqual({ entity: 'ccms', exercise: 2016, title: 'Il Piano della Performance 2016-2018' });
    expect(answer.counts.error + answer.counts.warning + answer.counts.info).toBe(answer.findings.length);
    const zero = answer.findings.find((f: { code: string }) => f.code === 'excel-zero-date');
    expect(zero.file).toMatch(/scorecard\.yaml$/);
    expect(zero.line).toBeGreaterThan(1);
    const sign = answer.findings.find((f: { code: string }) => f.code === 'sign-missing');
    expect(sign.file).toMatch(/series\/5-finance\.yaml$/);
    expect(sign.line).toBeGreaterThan(1);
    const ranks = answer.findings.map((f: { severity: string }) => ['error', 'warning', 'info'].indexOf(f.severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(answer.readings.filter((r: { year: number }) => r.year === 2016)).toHaveLength(97);
  });

  test('a plan alone says what it was not compared with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ciclo-cli-'));
    cpSync(join(SEED, 'plan'), folder, { recursive: true });
    await ciclo('check', folder);
    expect(out).toContain('Non confrontato con: serie storiche');
    rmSync(folder, { recursive: true });
  });

  test('what can not be read ends with 2 and says why on stderr', async () => {
    expect(await ciclo('check', join(SEED, 'nulla'))).toBe(2);
    expect(wrong).toContain('file o cartella inesistente');
    expect(out).toBe('');
  });
});

describe('ciclo plan show', () => {
  test('the tree with weights, targets and offices, then sheets, individual objectives and budget', async () => {
    expect(await ciclo('show', SEED)).toBe(0);
    const order = [
      'AREA 1',
      'OBIETTIVO 1.1',
      'PROGRAMMA 1.1.1',
      '1.1.1-01 (peso 6%)',
      '2016 «almeno 25»',
      'SCHEDE',
      'OBIETTIVI INDIVIDUALI',
      '800.000,00 euro',
    ];
    const found = order.map((text) => out.indexOf(text));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test('as JSON it is the plan itself', async () => {
    await ciclo('show', SEED, '--json');
    expect(JSON.parse(out).areas).toHaveLength(3);
  });
});
