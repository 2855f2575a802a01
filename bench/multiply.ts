import pg from 'pg';

export const bodyName = (n: number): string => `ente-${String(n).padStart(5, '0')}`;

/** What a cloned row changes, by name of column; everything else is copied. `$e`, `$c`, `$y`, `$n` stand for the clone's. */
const CHANGES: Readonly<Record<string, string>> = {
  entity: '$e',
  cycle: '$c',
  exercise: '$y',
  submission: 'submission + $n',
  assessment: 'assessment + $n',
  measurement: 'measurement + $n',
  key: `case when key is null then null else $c || '/' || key end`,
  message_id: `$c || '/' || message_id`,
};

interface Cloned {
  readonly table: string;
  readonly where: string;
  readonly change?: Readonly<Record<string, string>>;
}

const ID_SHIFT: Readonly<Record<string, string>> = { id: 'id + $n' };

const OF_ENTITY: readonly Cloned[] = [
  { table: 'entities', where: `id = 'ccms'`, change: { id: '$e' } },
  ...['offices', 'roles', 'holdings', 'memberships', 'body_profiles', 'followed'].map((table) => ({
    table,
    where: `entity = 'ccms'`,
  })),
];
const PEOPLE: Cloned = {
  table: 'people',
  where: `entity = 'ccms'`,
  change: { email: `replace(email, '@ccms.', '@' || $e || '.')` },
};

const ofCycle = (table: string, change: Readonly<Record<string, string>> = {}): Cloned => ({
  table,
  where: `cycle = 'ccms/2016'`,
  change,
});

const OF_CYCLE: readonly Cloned[] = [
  { table: 'cycles', where: `id = 'ccms/2016'`, change: { id: '$c' } },
  ofCycle('steps'),
  ...['plan_versions', 'indicators', 'targets'].map((table) => ({
    table,
    where: `entity = 'ccms' and exercise = 2016`,
  })),
  ofCycle('checkpoints'),
  ofCycle('checkpoint_indicators'),
  ofCycle('submissions', ID_SHIFT),
  ofCycle('measurements', ID_SHIFT),
  { table: 'returned_measurements', where: `measurement in (select id from measurements where cycle = 'ccms/2016')` },
  ofCycle('assessments', ID_SHIFT),
  ...['indicator_results', 'rollup_results'].map((table) => ({
    table,
    where: `assessment in (select id from assessments where cycle = 'ccms/2016')`,
  })),
  ofCycle('documents', {
    bytes: `''::bytea`,
    hash: `encode(sha256(convert_to($c || kind || version, 'UTF8')), 'hex')`,
  }),
  ofCycle('decisions', ID_SHIFT),
  ofCycle('notices'),
  ofCycle('log', ID_SHIFT),
];

/**
 * Writes the half-run cycle of Massa-Carrara again for other bodies and years, by the database alone, a statement for each table.
 * @param bodies numbers of the first and the last of them
 * @param years how many cycles each has, back from 2016
 */
export async function multiply(
  { url, schema }: { readonly url: string; readonly schema: string },
  [first, last]: readonly [number, number],
  years: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  const entity = `('ente-' || lpad(body::text, 5, '0'))`;
  const names: Readonly<Record<string, string>> = {
    $e: entity,
    $c: `(${entity} || '/' || (2016 - back))`,
    $y: `(2016 - back)`,
    $n: `((body * ${MOST_YEARS} + back + 1)::bigint * 1000000)`,
  };
  const copy = async (clone: Cloned, times: number): Promise<void> => {
    const { rows } = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position',
      [schema, clone.table],
    );
    const changes: Readonly<Record<string, string>> = { ...CHANGES, ...clone.change };
    const values = rows.map(({ name }) =>
      Object.entries(names).reduce((sql, [from, to]) => sql.replaceAll(from, to), changes[name] ?? name),
    );
    await client.query(
      `insert into ${clone.table} (${rows.map(({ name }) => name).join(', ')}) overriding system value
       select ${values.join(', ')} from ${clone.table}, generate_series($1::int, $2::int) body, generate_series(0, $3::int - 1) back
       where ${clone.where}`,
      [first, last, times],
    );
  };
  try {
    await client.query('begin');
    const [entities, ...others] = OF_ENTITY;
    for (const clone of entities === undefined ? [] : [entities, PEOPLE, ...others]) await copy(clone, 1);
    for (const clone of OF_CYCLE) await copy(clone, years);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** As many years as numbers of rows are kept apart for. */
const MOST_YEARS = 20;
