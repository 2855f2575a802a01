import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepServer } from '../../../src/client/system/own-server.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-server-'));
  made.push(folder);
  return folder;
};

/** What is said when a server ends, or undefined when nothing is. */
async function saidWhenItEnds(folder: string, { asked }: { readonly asked: boolean }): Promise<string | undefined> {
  let end = (_how: string): void => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  let said: string | undefined;
  let stop: (() => void | Promise<void>) | undefined;
  keepServer('PostgreSQL', { ended, stop: async () => end('0') }, folder, {
    add: (_name, stopping) => {
      stop = stopping;
    },
    fail: (reason) => {
      said = reason;
    },
  });
  if (asked) await stop?.();
  else end('1');
  await ended;
  await Promise.resolve();
  return said;
}

describe('a server of our own', () => {
  it('that was asked to stop says nothing', async () => {
    expect(await saidWhenItEnds(aFolder(), { asked: true })).toBeUndefined();
  });

  it('that ends by itself says how, and that it goes on', async () => {
    expect(await saidWhenItEnds(aFolder(), { asked: false })).toBe(
      'PostgreSQL si è fermato da solo: 1. Riavviare con lo stesso comando: si riprende da dove si era.',
    );
  });

  it('that ends because nothing can be written in its folder says that', async () => {
    const file = join(aFolder(), 'un-file');
    writeFileSync(file, '');
    expect(await saidWhenItEnds(file, { asked: false })).toMatch(
      /^PostgreSQL si è fermato: nella cartella .*un-file non si può scrivere: .+\. Posto rimedio, riavviare/,
    );
  });
});
