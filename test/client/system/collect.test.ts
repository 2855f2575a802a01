import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkSources } from '../../../src/client/system/doctor/sources.js';
import { readConfig } from '../../../src/config.js';
import { openCheckpoint } from '../../../src/register/checkpoints.js';
import { collectedOf } from '../../../src/register/collected.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { aCycle } from '../../register/fixtures.js';
import { aRegister } from '../../register/register.js';
import { ciclo, type Seen } from '../cli/terminal.js';

const RILEVAZIONI = join(seedsFolder({}), 'massa-carrara-2016', 'rehearsal-sources', 'rilevazioni');

/** Runs `ciclo collect …` as the terminal would. */
const collect = (...args: string[]): Promise<Seen> => ciclo('collect', '--entity', 'ccms', '--year', '2016', ...args);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('ciclo collect --dry-run', () => {
  test('says of each source what it reads or why it does not, without a register', async () => {
    vi.stubEnv('CICLO_SOURCE_RILEVAZIONI_URL', RILEVAZIONI);
    const { code, out } = await collect('--checkpoint', 'monitoraggio-1', '--dry-run');
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'monitoraggio-1, periodo dal 01/01/2016 al 30/04/2016 (prova: nulla viene registrato)',
      '1.1.1-01  Rassegna stampa di ISR: letto 9, da confermare',
      '2.1.4-01  Standard della Carta dei servizi: letto 20 su 24, da confermare',
      expect.stringContaining('non letto: la connessione «registro-imprese» non è ancora configurata'),
      expect.stringContaining('non letto: la connessione «prenotazioni» non è ancora configurata'),
      '2 fonti lette, 2 non riuscite.',
      '',
    ]);
  });

  test('answers programs in JSON', async () => {
    vi.stubEnv('CICLO_SOURCE_RILEVAZIONI_URL', RILEVAZIONI);
    const { out } = await collect('--checkpoint', 'monitoraggio-3', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({
      checkpoint: 'monitoraggio-3',
      period: { from: '2016-01-01', to: '2016-12-31' },
      dryRun: true,
      sources: [
        { indicator: '1.1.1-01', outcome: 'read', value: { kind: 'number', value: '27' }, toConfirm: true },
        { indicator: '2.1.4-01', outcome: 'failed', reason: 'nessuna riga con Al «31/12/2016»' },
        { outcome: 'failed' },
        { outcome: 'failed', toConfirm: false },
      ],
    });
  });

  test('names the checkpoints there are', async () => {
    const { code, err } = await collect('--checkpoint', 'monitoraggio-9', '--dry-run');
    expect([code, err]).toEqual([
      2,
      'Il monitoraggio «monitoraggio-9» non c’è: ci sono monitoraggio-1, monitoraggio-2, monitoraggio-3, relazione-raccolta.\n',
    ]);
  });
});

describe('ciclo collect', () => {
  const register = aRegister();
  const ref = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' };
  beforeAll(async () => {
    await aCycle(register.db, 'ccms');
    await openCheckpoint(register.db, {
      ...ref,
      ordinal: 1,
      from: '2016-01-01',
      to: '2016-04-30',
      planVersion: 1,
      planHash: 'abc',
      simulated: true,
      openedAt: '2016-05-02T06:00:00Z',
      indicators: [{ indicator: '1.1.1-01', name: 'Presenze', office: 'isr', target: 'almeno 25' }],
    });
  });

  test('puts what it reads on record, each time anew', async () => {
    vi.stubEnv('DATABASE_URL', register.url);
    const failed = await collect('--checkpoint', 'monitoraggio-1', '--space', register.schema);
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining('non è ancora configurata')]);
    vi.stubEnv('CICLO_SOURCE_RILEVAZIONI_URL', RILEVAZIONI);
    const { code, out } = await collect('--checkpoint', 'monitoraggio-1', '--space', register.schema);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('1.1.1-01  Rassegna stampa di ISR: letto 9, da confermare'),
    ]);
    expect((await collectedOf(register.db, ref)).get('1.1.1-01')).toMatchObject({ outcome: 'read', toConfirm: true });
  });

  test('refuses a checkpoint that is not open, and a space that is not there', async () => {
    vi.stubEnv('DATABASE_URL', register.url);
    const closed = await collect('--checkpoint', 'monitoraggio-2', '--space', register.schema);
    expect([closed.code, closed.err]).toEqual([1, expect.stringContaining('--dry-run')]);
    const elsewhere = await collect('--checkpoint', 'monitoraggio-1', '--space', 'prova_999');
    expect([elsewhere.code, elsewhere.err]).toEqual([1, expect.stringContaining('«prova_999» non è nel registro')]);
  });
});

describe('ciclo doctor', () => {
  const check = (env: NodeJS.ProcessEnv) => {
    const config = readConfig(env);
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    return checkSources(config.value);
  };

  test('names the sources whose connection is not configured, and the variables to set', () => {
    const found = check({ CICLO_SOURCE_RILEVAZIONI_URL: RILEVAZIONI });
    expect(found).toMatchObject({
      state: 'note',
      found: 'senza connessione: tempi-registro-imprese (2.2.1-01); utilizzo-sale (2.1.2-01)',
      todo: expect.stringContaining('CICLO_SOURCE_REGISTRO_IMPRESE_URL, CICLO_SOURCE_PRENOTAZIONI_URL'),
    });
  });

  test('is content when all have theirs', () => {
    const all = {
      CICLO_SOURCE_RILEVAZIONI_URL: RILEVAZIONI,
      CICLO_SOURCE_REGISTRO_IMPRESE_URL: 'https://h.example',
      CICLO_SOURCE_PRENOTAZIONI_URL: 'postgres://h.example/x',
    };
    expect(check(all)).toMatchObject({ state: 'good', found: '4 fonti, tutte con la loro connessione' });
  });
});
