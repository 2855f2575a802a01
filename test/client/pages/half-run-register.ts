import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { openRegister } from '../../../src/register/database.js';
import { migrate } from '../../../src/register/migrate.js';
import { aCopiedRegister, SCHEMA, type TestRegister } from '../../register/register.js';
import { copyOf, type Kept } from '../../setup/database.js';
import { type HalfRun, halfRun, type Readings } from './half-run.js';

/** A register with Massa-Carrara's cycle half run. */
export interface HalfRunRegister extends TestRegister {
  /** There once the hooks before the tests have run. */
  readonly run: HalfRun;
}

/** Massa-Carrara's 2016 cycle as on a day, for one test file: played once in a run of the tests, then copied with its mails. */
export function aHalfRunRegister(today: CivilDate, readings: Readings = 'confirmed'): HalfRunRegister {
  let run: HalfRun | undefined;
  const register = aCopiedRegister(
    (to) =>
      copyOf(to, `half_run_${today.replaceAll('-', '_')}_${readings}`, (url, folder) =>
        play(url, folder, today, readings),
      ),
    (kept) => {
      run = copiedRun(kept);
    },
  );
  afterAll(() => run?.remove());
  return Object.defineProperties({} as HalfRunRegister, {
    ...Object.getOwnPropertyDescriptors(register),
    run: {
      enumerable: true,
      get: () => {
        if (run === undefined) throw new Error('the cycle has not half run yet');
        return run;
      },
    },
  });
}

const FACTS = 'run.json';
const FILES = 'files';
const MAILBOX = 'posta';

async function play(url: string, folder: string, today: CivilDate, readings: Readings): Promise<void> {
  await migrate({ url, schema: SCHEMA });
  const register = await openRegister({ url, schema: SCHEMA, unsaid: 'every-body' });
  try {
    const run = await halfRun(register, today, readings);
    cpSync(dirname(run.mailboxDir), join(folder, FILES), { recursive: true });
    run.remove();
    const { ref, cycle, now } = run;
    writeFileSync(join(folder, FACTS), JSON.stringify({ ref, cycle, now }));
  } finally {
    await register.close();
  }
}

function copiedRun({ folder }: Kept): HalfRun {
  const own = mkdtempSync(join(tmpdir(), 'ciclo-console-'));
  cpSync(join(folder, FILES), own, { recursive: true });
  // Written by `play`, in this same run.
  const facts = JSON.parse(readFileSync(join(folder, FACTS), 'utf8')) as Pick<HalfRun, 'ref' | 'cycle' | 'now'>;
  return { ...facts, mailboxDir: join(own, MAILBOX), remove: () => rmSync(own, { recursive: true, force: true }) };
}
