import { createServer } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkPort } from '../../../src/client/system/doctor/port.js';
import { requirePort } from '../../../src/client/system/server.js';
import { setUp, setUpNamespace } from '../../../src/client/system/set-up.js';
import { aFolder } from '../cli/folder.js';

const opened: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of opened.splice(0)) server.close();
});

/** Somebody else's server, or the console of a process of its own. */
async function answering(body: string): Promise<number> {
  const server = createServer((_request, response) => response.end(body));
  opened.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a port that is taken', () => {
  test('is told before any server is brought up for the console', async () => {
    const port = await answering('altro');
    await expect(requirePort(port)).rejects.toThrow(`La porta ${port} è già in uso da un altro programma`);
    await expect(requirePort(0)).resolves.toBeUndefined();
  });

  test('is a fault for doctor, unless it is the console that answers there', async () => {
    const seen = async (port: number) => {
      const at = { port, url: `http://localhost:${port}` };
      return (await checkPort({ dataDir: aFolder(), console: at })).state;
    };
    expect(await seen(await answering('altro'))).toBe('bad');
    expect(await seen(await answering('{"stato":"ok"}'))).toBe('bad');
    expect(await seen(await answering('{"stato":"da sistemare","registro":"ok"}'))).toBe('good');
    expect(await seen(0)).toBe('good');
  });
});

describe('a Temporal server that is down', () => {
  test('is told in a sentence within seconds, also by who only gets things ready', async () => {
    vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
    vi.stubEnv('CICLO_DATA', aFolder());
    for (const ready of [() => setUp({ tests: false }), () => setUpNamespace(0)]) {
      const began = performance.now();
      await expect(ready()).rejects.toThrow(
        'Il server Temporal su 127.0.0.1:1 non risponde: a quell’indirizzo non c’è nessuno in ascolto.',
      );
      expect(performance.now() - began).toBeLessThan(15_000);
    }
  }, 40_000);
});
