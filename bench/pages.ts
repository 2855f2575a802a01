import type { Hono } from 'hono';
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { SESSION_COOKIE } from '../src/client/pages/kit/viewer.js';
import type { Instant } from '../src/domain/calendar/types.js';
import { openRegister } from '../src/register/database.js';
import { beginSession } from '../src/register/sessions.js';
import { consoleOver, inHalfRun, SCHEMA } from './half-run-register.js';
import { percentile, row, say } from './morning/figures.js';
import { bodyName, multiply } from './multiply.js';

const BODIES = Number(process.env.BENCH_BODIES ?? 100);
const YEARS = Number(process.env.BENCH_YEARS ?? 10);
const REQUESTS = 60;
const GOAL = 5;
/** Indicators of the largest grid somebody may have. */
const MANY = 500;
/** Rows above which reading a table whole is a query without its index. */
const LARGE = 5_000;

const LARGE_GRID = `the grid of ${MANY} indicators`;

/** The main pages of a cycle; `VALUE` is the checkpoint that has just been computed. */
const PAGES: Readonly<Record<string, (cycle: string) => string>> = {
  'the year at a glance': (cycle) => `/cicli/${cycle}`,
  'a step': (cycle) => `/cicli/${cycle}/attivita/piano-approvazione`,
  'a checkpoint': (cycle) => `/cicli/${cycle}/attivita/monitoraggio-1`,
  'the grid of monitoring': (cycle) => `/cicli/${cycle}/monitoraggi`,
  'the scorecard': (cycle) => `/cicli/${cycle}/cruscotto`,
  'an indicator': (cycle) => `/cicli/${cycle}/indicatori/2.2.1-01`,
  'the strategic map': (cycle) => `/cicli/${cycle}/mappa`,
  'programmes and resources': (cycle) => `/cicli/${cycle}/programmi`,
  'the plan': (cycle) => `/cicli/${cycle}/piano`,
  'the log': (cycle) => `/cicli/${cycle}/registro`,
  'every cycle of a body': () => '/',
  'the body': (cycle) => `/enti/${cycle.split('/')[0]}`,
  [LARGE_GRID]: (cycle) => `/cicli/${cycle}/monitoraggi`,
  'its obligations': (cycle) => `/enti/${cycle.split('/')[0]}/trasparenza`,
};

/** Ten years of a hundred bodies in the register: what each main page costs beside its own bare queries. */
export async function run(): Promise<void> {
  await inHalfRun('pagine', async ({ place, now, log }) => {
    await log.during(`${BODIES * YEARS} cycles in the register`, () => multiply(place, [0, BODIES - 1], YEARS));
    await enlarge(place.url);
    await measure(place.url, now);
  });
}

async function measure(url: string, now: Instant) {
  const asked: CompiledQuery[] = [];
  const register = await openRegister({ url, schema: SCHEMA, unsaid: 'every-body' });
  const traced = await openRegister({
    url,
    schema: SCHEMA,
    onQuery: (query) => void asked.push(query),
    unsaid: 'every-body',
  });
  const [product, watched] = [consoleOver(register.db, now), consoleOver(traced.db, now)];
  const bare = new pg.Client({ connectionString: url, options: `-c search_path=${SCHEMA} -c timezone=UTC` });
  await bare.connect();
  const sizes = await largeTables(bare);
  const wrong: string[] = [];
  try {
    for (const [name, addressOf] of Object.entries(PAGES)) {
      const [pages, queries]: [number[], number[]] = [[], []];
      let count = 0;
      for (let n = 0; n < REQUESTS; n++) {
        const large = name === LARGE_GRID;
        const body = large ? 0 : (n * 37) % BODIES;
        const cycle = `${bodyName(body)}/${large ? 2016 : 2016 - (n % YEARS)}`;
        const cookie = `${SESSION_COOKIE}=${await beginSession(register.db, `guglielmo.tarasconi@${bodyName(body)}.example`, 'rehearsal', 1)}`;
        const headers = { cookie };
        pages.push(await timed(() => answered(product.app, addressOf(cycle), headers)));
        asked.length = 0;
        await answered(watched.app, addressOf(cycle), headers);
        const own = [...asked];
        count = own.length;
        queries.push(
          await timed(async () => {
            for (const query of own) await bare.query(query.sql, [...query.parameters]);
          }),
        );
        if (n === 0) wrong.push(...(await unindexed(bare, own, sizes)).map((what) => `${name}: ${what}`));
      }
      // The first ones warm caches on both sides.
      const [page, query] = [pages.slice(5).sort(byNumber), queries.slice(5).sort(byNumber)];
      const ratio = Number(percentile(page, 50)) / Number(percentile(query, 50));
      row(
        name,
        `p50 ${percentile(page, 50)} ms, p95 ${percentile(page, 95)} ms; its ${count} queries bare p50 ${percentile(query, 50)} ms: ${ratio.toFixed(1)} times${ratio < GOAL ? '' : ` (goal: under ${GOAL})`}`,
      );
    }
    if (wrong.length > 0) throw new Error(`queries that read a large table whole:\n${wrong.join('\n')}`);
    say('checked: no query of these pages reads a large table whole');
  } finally {
    product.stop();
    watched.stop();
    await bare.end();
    await traced.close();
    await register.close();
  }
}

const byNumber = (a: number, b: number): number => a - b;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function answered(app: Hono, path: string, headers: Record<string, string>): Promise<void> {
  const answer = await app.request(path, { headers });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function unindexed(
  bare: pg.Client,
  queries: readonly CompiledQuery[],
  large: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const query of queries) {
    const { rows } = await bare.query(`explain (format json) ${query.sql}`, [...query.parameters]);
    const plan = (rows[0] as { 'QUERY PLAN': readonly { Plan: PlanNode }[] })['QUERY PLAN'][0]?.Plan;
    for (const node of plan === undefined ? [] : nodesOf(plan)) {
      if (node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? '')) {
        found.push(`${node['Relation Name']} in ${query.sql.slice(0, 200)}`);
      }
    }
  }
  return found;
}

async function largeTables(bare: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await bare.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = '${SCHEMA}'::regnamespace and relkind = 'r' and reltuples > ${LARGE}`,
  );
  return new Set(rows.map((r) => r.relname));
}

/** Gives one cycle as many indicators as a large body has, each with its value and result at every checkpoint. */
async function enlarge(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${SCHEMA}` });
  await client.connect();
  const cycle = `${bodyName(0)}/2016`;
  try {
    await client.query(
      `insert into checkpoint_indicators (cycle, checkpoint, indicator, ordinal, name, office, target)
       select cycle, id, 'X-' || n, 1000 + n, 'Indicatore numero ' || n, 'isr', 'almeno ' || n
       from checkpoints, generate_series(1, ${MANY} - (select count(distinct indicator) from checkpoint_indicators where cycle = $1)) n
       where cycle = $1`,
      [cycle],
    );
    await client.query(
      `insert into measurements (submission, cycle, checkpoint, indicator, actual)
       select (select min(s.id) from submissions s where s.cycle = c.cycle and s.checkpoint = c.checkpoint), cycle, checkpoint, indicator, '{"kind":"number","value":"12"}'
       from checkpoint_indicators c where cycle = $1 and indicator like 'X-%'`,
      [cycle],
    );
    await client.query(
      `insert into indicator_results (assessment, indicator, state, achievement, light)
       select a.id, c.indicator, 'assessed', '83.5', 'yellow'
       from assessments a join checkpoint_indicators c on c.cycle = a.cycle and c.checkpoint = a.checkpoint
       where a.cycle = $1 and c.indicator like 'X-%'`,
      [cycle],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
