import type { Handler } from 'hono';
import { troublesOf } from '../../domain/troubles-of.js';
import { lookAtSchema, lookAtWorkers } from '../../register/reading/installation.js';
import { countTroubles } from '../../register/troubles.js';
import type { ConsoleDeps } from '../pages/kit/deps.js';
import type { Site } from '../pages/kit/site.js';

/** How long a server is given, in milliseconds: whoever asks waits for this at most. */
const PATIENCE_MS = 2_000;

/**
 * For monitoring: 200 while the register answers, 503 otherwise, with whether Temporal answers, a worker is there, register
 * and program agree, and how many things are stuck, by kind. Says nothing a stranger should not know, and answers within
 * moments also when a server hangs.
 */
export function health({ deps }: Site): Handler {
  // However often it is asked, one look is under way: a server that hangs holds one connection, not all of them.
  const register = oneAtATime(() => lookAtRegister(deps));
  const temporal = oneAtATime(async () => (await deps.reachesTemporal?.()) ?? true);
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    const [seen, reached] = await Promise.all([within(register()), within(temporal())]);
    const server = deps.reachesTemporal === undefined ? undefined : answers(reached);
    if (seen === undefined)
      return c.json({ stato: 'non disponibile', registro: 'non risponde', temporal: server }, 503);
    const stuck = Object.values(seen.daSistemare).some((n) => n > 0);
    const well = seen.worker === 'ok' && seen.versione === 'ok' && !stuck && (reached ?? false);
    return c.json({
      stato: well ? 'ok' : 'da sistemare',
      registro: 'ok',
      temporal: server,
      ...seen,
      calendario: deps.clock(),
    });
  };
}

const answers = (reached: boolean | undefined): string => (reached === true ? 'ok' : 'non risponde');

async function lookAtRegister({ register: { db } }: ConsoleDeps) {
  const [workers, schema, counts] = await Promise.all([lookAtWorkers(db), lookAtSchema(db), countTroubles(db, 'all')]);
  return {
    worker: troublesOf(workers).troubles.length === 0 ? 'ok' : 'assente',
    versione: troublesOf(schema).troubles.length === 0 ? 'ok' : 'diversa dal programma',
    daSistemare: Object.fromEntries(counts),
  };
}

/** A look that has hung for so long, in milliseconds, is given up: its server may be well again on another connection. */
const GIVEN_UP_MS = 30_000;

function oneAtATime<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: { readonly look: Promise<T>; readonly since: number } | undefined;
  return () => {
    if (underWay !== undefined && Date.now() - underWay.since < GIVEN_UP_MS) return underWay.look;
    const begun = { look: look(), since: Date.now() };
    const over = (): void => {
      if (underWay === begun) underWay = undefined;
    };
    begun.look.then(over, over);
    underWay = begun;
    return begun.look;
  };
}

/** Undefined when it fails or takes too long: the reason goes to whoever looks at the pages' errors. */
async function within<T>(look: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([look.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
