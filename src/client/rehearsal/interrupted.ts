import type { CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { type Clock, resumeClock } from '../../domain/clock.js';
import { loadClock } from '../../register/clock.js';
import { listCycles } from '../../register/cycles.js';
import { openRegister } from '../../register/database.js';
import { lastLoggedAt } from '../../register/log.js';
import { listRegisters, migrate } from '../../register/migrate.js';
import { seeing, seeingEveryBody } from '../../register/sight.js';
import type { Servers } from '../system/servers.js';

/** A rehearsal whose process ended before its cycle did, with a clock that goes on from where it was. */
export async function interruptedRehearsal({
  databaseUrl: url,
  runUrl,
}: Pick<Servers, 'databaseUrl' | 'runUrl'>): Promise<{ readonly ref: CycleRef; readonly clock: Clock } | undefined> {
  const spaces = (await listRegisters(url)).filter((name) => name.startsWith('prova_'));
  const latest = spaces.sort((a, b) => numberOf(a) - numberOf(b)).at(-1);
  if (latest === undefined) return undefined;
  // It may have been left by an earlier version, or before anything was in it.
  await migrate({ url, runUrl, schema: latest });
  const register = await openRegister({ url: runUrl, schema: latest, connections: 1 });
  try {
    // The cycle of the year after, which begins when the story is over, is played by nobody.
    // Of which body it was is what is looked for.
    const [played] = (await seeingEveryBody(() => listCycles(register.db))).toSorted((a, b) => a.exercise - b.exercise);
    const running = played?.status === 'running' ? played : undefined;
    const saved = await loadClock(register.db);
    if (running === undefined || saved === undefined) return undefined;
    const lastLogged = await seeing(running.entity, () => lastLoggedAt(register.db));
    const seen = [saved.lastSeen, lastLogged]
      .filter((i): i is Instant => i != null)
      .sort()
      .at(-1);
    if (seen === undefined) return undefined;
    const ref = { space: latest, entity: running.entity, exercise: running.exercise };
    return { ref, clock: resumeClock(saved.clock, Date.now(), seen) };
  } finally {
    await register.close();
  }
}

const numberOf = (space: string): number => Number(space.split('_')[1]);
