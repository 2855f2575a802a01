import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { secretOf } from '../../src/config/secret.js';
import { acquireInstanceLock } from '../../src/platform/instance-lock.js';
import { startKept } from '../../src/platform/kept-process.js';
import { privateDataFolder, privateFolder } from '../../src/platform/private.js';
import { startSink } from '../../src/platform/sink.js';
import { aFolder } from './folder.js';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const open = (path: string): string => {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return path;
};

/** Everything under a folder with its mode, as others could come to it. */
const modesUnder = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, modeOf(join(folder, name))]),
  );

describe('what is kept for one installation is closed to the other accounts of the machine', () => {
  test('the folder, its lock, its secret, its mails and what a server of ours writes and says', async () => {
    const dataDir = join(aFolder(), 'ciclo');
    const lock = await acquireInstanceLock(dataDir);
    onTestFinished(() => lock.release());
    lock.setConsoleUrl('http://localhost:8150');
    secretOf({ secret: undefined, dataDir });
    const sink = await startSink({ dir: join(dataDir, 'mailbox', 'ciclo') });
    onTestFinished(() => sink.stop());
    await createTransport({ url: sink.url }).sendMail({ from: 'a@x.example', to: 'b@x.example', text: 'entra' });
    const server = startKept({
      file: process.execPath,
      args: [
        '-e',
        `require('fs').writeFileSync(${JSON.stringify(join(dataDir, 'temporal.db'))}, 'x'); console.log('y')`,
      ],
      options: {},
      logFile: join(dataDir, 'log', 'server.log'),
      signal: 'TERM',
      patienceMs: 1_000,
    });
    await server.ended;
    expect(modeOf(dataDir)).toBe('700');
    const modes = modesUnder(dataDir);
    const mail = Object.keys(modes).find((name) => name.endsWith('.eml')) ?? '';
    expect(modes).toEqual({
      'ciclo.lock': '600',
      log: '700',
      'log/server.log': '600',
      mailbox: '700',
      'mailbox/ciclo': '700',
      [mail]: '600',
      secret: '600',
      'temporal.db': '600',
    });
  });

  test.runIf(process.getuid?.() === 0)('nobody reads a mail, also where the folder had been left open', async () => {
    const base = aFolder();
    chmodSync(base, 0o755);
    const dataDir = open(join(base, 'ciclo'));
    const box = open(join(open(join(dataDir, 'mailbox')), 'ciclo'));
    writeFileSync(join(box, 'vecchio.eml'), 'http://localhost/accesso/collegamento/segreto', { mode: 0o644 });
    const asNobody = (...command: readonly string[]) =>
      spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', ...command], { encoding: 'utf8' });
    expect(asNobody('cat', join(box, 'vecchio.eml')).stdout).toContain('segreto');
    const lock = await acquireInstanceLock(dataDir);
    onTestFinished(() => lock.release());
    expect(asNobody('cat', join(box, 'vecchio.eml'))).toMatchObject({ status: 1, stdout: '' });
    expect(asNobody('ls', dataDir).status).not.toBe(0);
  });
});

describe('a folder', () => {
  test('that was left open is closed, with what is in it left as it was', () => {
    const folder = open(join(aFolder(), 'log'));
    writeFileSync(join(folder, 'ciclo.log'), 'x');
    expect(modeOf(privateFolder(folder))).toBe('700');
    expect(existsSync(join(folder, 'ciclo.log'))).toBe(true);
  });

  test('for data is closed again whatever of ours is in it, also once a copy was made and a site carried', () => {
    const folder = open(join(aFolder(), 'ciclo'));
    for (const name of ['secret', 'ultima-copia.json', 'siti']) writeFileSync(join(folder, name), 'x');
    expect(modeOf(privateDataFolder(folder))).toBe('700');
  });

  test('for data that holds also what is not ours is not closed to whoever else uses it', () => {
    const folder = open(join(aFolder(), 'comune'));
    writeFileSync(join(folder, 'altro.txt'), 'x');
    expect(modeOf(privateDataFolder(folder))).toBe('755');
    expect(modeOf(privateFolder(join(folder, 'mailbox')))).toBe('700');
  });
});
