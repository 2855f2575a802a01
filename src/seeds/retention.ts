import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.js';
import { RETAINED, type Retained, type Retention } from '../domain/retention.js';
import { retentionWords as words } from '../words/retention.js';
import { loadEntity } from './entity.js';
import { expected, group, id, nonEmptyList, oneOf, text } from './fields.js';
import { foldersIn, PACKAGED_SEEDS, shortPath } from './locate.js';
import { readYaml, type SeedError } from './read-yaml.js';

const count = z.int(expected(words.file.count)).min(1, expected(words.file.count));
const keep = z.union(
  [group({ years: count }), group({ months: count }), group({ days: count })],
  expected(words.file.keep),
);

/** Kinds that files written before may not know: of these the program's own rule holds where a file has none. */
const SINCE: ReadonlySet<Retained> = new Set(['public-voices']);

/** The form of `retention.yaml`. */
export const retentionSchema = group({
  id,
  version: text,
  rules: nonEmptyList(group({ what: oneOf(RETAINED), keep, apply: oneOf(['automatic', 'on-act']), source: text })),
}).superRefine(({ rules }, ctx) => {
  rules.forEach(({ what }, i) => {
    if (rules.findIndex((rule) => rule.what === what) !== i)
      ctx.addIssue({ code: 'custom', path: ['rules', i, 'what'], message: words.file.twice(what) });
  });
  const absent = RETAINED.filter((what) => !SINCE.has(what) && !rules.some((rule) => rule.what === what));
  if (absent.length > 0) ctx.addIssue({ code: 'custom', path: ['rules'], message: words.file.absent(absent) });
});

/** Gives the terms of a body; of the whole installation without one. */
export type TermsOf = (entity?: string) => Retention;

/** The terms that can be read. */
export interface ReadTerms {
  /** Undefined where nobody knows them, because a file that may be theirs has errors: by others nothing of theirs is erased. */
  of(entity?: string): Retention | undefined;
  /** Every error of every such file: also of one that is of no body, or of nobody knows which. */
  readonly errors: readonly SeedError[];
}

/**
 * How long bodies keep what is of persons: each its own `retention.yaml`, beside its `entity.yaml`, else that of the data files,
 * else the program's.
 */
export function readTerms(seeds: string): ReadTerms {
  const errors: SeedError[] = [];
  const keep = <T>(read: Result<T, readonly SeedError[]>): T[] => {
    if (read.ok) return [read.value];
    errors.push(...read.error);
    return [];
  };
  const places = [seeds, PACKAGED_SEEDS].map((folder) => join(folder, FILE));
  const [general] = keep(readYaml(shortPath(places.find((file) => existsSync(file)) ?? ''), retentionSchema));
  const own = new Map<string, Retention | undefined>();
  // A body that cannot be named may be any that no other file names.
  let isOneUnnamed = false;
  for (const folder of foldersIn(seeds).filter((one) => existsSync(join(one, FILE)))) {
    const file = shortPath(join(folder, FILE));
    const [terms] = keep(readYaml(file, retentionSchema));
    if (!existsSync(join(folder, ENTITY))) errors.push({ file, line: 0, field: '', message: words.file.misplaced });
    else {
      const [entity] = keep(loadEntity(shortPath(join(folder, ENTITY))));
      if (entity === undefined) isOneUnnamed = true;
      else own.set(entity.value.id, terms?.value);
    }
  }
  const named = isOneUnnamed ? namedIn(seeds) : undefined;
  const of = (entity?: string): Retention | undefined => {
    if (entity !== undefined && own.has(entity)) return completed(own.get(entity));
    return entity === undefined || named === undefined || named.has(entity) ? completed(general?.value) : undefined;
  };
  return { of, errors };
}

/** With the program's rules for what its file is too old to know. */
function completed(terms: Retention | undefined): Retention | undefined {
  if (terms === undefined || [...SINCE].every((what) => terms.rules.some((rule) => rule.what === what))) return terms;
  const packaged = readYaml(join(PACKAGED_SEEDS, FILE), retentionSchema);
  if (!packaged.ok) throw new Error('the program comes without its own terms');
  const missing = packaged.value.value.rules.filter(
    ({ what }) => SINCE.has(what) && !terms.rules.some((rule) => rule.what === what),
  );
  return { ...terms, rules: [...terms.rules, ...missing] };
}

/** The bodies whose files say which they are. */
const namedIn = (seeds: string): ReadonlySet<string> =>
  new Set(
    foldersIn(seeds)
      .map((folder) => join(folder, ENTITY))
      .filter((file) => existsSync(file))
      .flatMap((file) => {
        const read = loadEntity(shortPath(file));
        return read.ok ? [read.value.value.id] : [];
      }),
  );

/** The same, where an error anywhere is the end. @returns every error of every file */
export function loadRetention(seeds: string): Result<TermsOf, readonly SeedError[]> {
  const { of, errors } = readTerms(seeds);
  if (errors.length > 0) return err(errors);
  return ok((entity) => {
    const terms = of(entity);
    if (terms === undefined) throw new Error(`no terms of ${entity ?? 'the installation'}, and no error`);
    return terms;
  });
}

const FILE = 'retention.yaml';
const ENTITY = 'entity.yaml';
