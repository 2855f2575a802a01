import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkWords as words } from '../words/cli-verbs.js';
import type { Found } from './found.js';
import { shortPath } from './locate.js';
import type { Located, SeedError } from './read-yaml.js';

interface Shared {
  readonly templates: readonly { readonly id: string }[];
  readonly policies: readonly { readonly id: string }[];
  /** Every file was read: what is not there is really missing. */
  readonly whole: boolean;
}

/** What bodies name that nobody has, and what two of them say of themselves. `seeds` itself may not be there. */
export function danglingNames(seeds: string, found: readonly Found[], shared: Shared): readonly SeedError[] {
  if (!existsSync(seeds)) return [{ file: shortPath(seeds), line: 0, field: '', message: words.noFolder }];
  return [
    ...found.flatMap((body, i) => sameId(body, found.slice(0, i))),
    ...(shared.whole ? found.flatMap((body) => unknown(body, shared)) : []),
    ...found.flatMap(strangePlan),
  ];
}

function sameId({ entity, at }: Found, before: readonly Found[]): readonly SeedError[] {
  const first = before.find((other) => other.entity.id === entity.id);
  return first === undefined ? [] : [errorAt(at, 'id', words.sameId(entity.id, first.at.file))];
}

function unknown({ entity, at, folder }: Found, { templates, policies }: Shared): readonly SeedError[] {
  const errors: SeedError[] = [];
  if (!policies.some((p) => p.id === entity.policy)) {
    errors.push(errorAt(at, 'policy', words.noPolicy(entity.policy, namesOf(policies))));
  }
  if (!templates.some((t) => t.id === entity.template)) {
    const message = words.noTemplate(entity.template, namesOf(templates));
    const beside = join(folder, 'calendar.yaml');
    // The choices of the calendar may stand in either file; the one beside is where they usually are.
    errors.push(
      existsSync(beside)
        ? { file: shortPath(beside), line: 0, field: 'template', message }
        : errorAt(at, 'template', message),
    );
  }
  return errors;
}

function strangePlan({ entity, plan }: Found): readonly SeedError[] {
  if (plan === undefined || plan.plan.entity === entity.id) return [];
  const { file, line } = plan.places.of(['entity']);
  return [{ file, line, field: 'entity', message: words.otherEntity(plan.plan.entity, entity.id) }];
}

const errorAt = ({ file, lineOf }: Located<unknown>, field: string, message: string): SeedError => ({
  file,
  line: lineOf([field]),
  field,
  message,
});

const namesOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map((one) => one.id).sort();
