import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../domain/result.js';
import { RETAINED, type Retention } from '../domain/retention.js';
import { retentionWords as words } from '../words/retention.js';
import { expected, group, id, nonEmptyList, oneOf, text } from './fields.js';
import { PACKAGED_SEEDS } from './locate.js';
import { type Located, readYaml, type SeedError } from './read-yaml.js';

const count = z.int(expected(words.file.count)).min(1, expected(words.file.count));
const keep = z.union(
  [group({ years: count }), group({ months: count }), group({ days: count })],
  expected(words.file.keep),
);

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
  const absent = RETAINED.filter((what) => !rules.some((rule) => rule.what === what));
  if (absent.length > 0) ctx.addIssue({ code: 'custom', path: ['rules'], message: words.file.absent(absent) });
});

/** How long a body keeps what is of persons: its own `retention.yaml`, else that of the data files, else the program's. */
export function loadRetention(seeds: string, entity: string): Result<Located<Retention>, readonly SeedError[]> {
  const places = [join(seeds, entity), seeds, PACKAGED_SEEDS].map((folder) => join(folder, 'retention.yaml'));
  return readYaml(places.find((file) => existsSync(file)) ?? '', retentionSchema);
}
