import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire } from '../domain/context/check-up.js';
import type { FinancialDefinitions } from '../domain/finance/definitions.js';
import { namesIn } from '../domain/finance/formula.js';
import type { Checklist } from '../domain/oiv/checklist.js';
import { err, ok, type Result } from '../domain/result.js';
import { planWords } from '../words/plan.js';
import { checklistSchema, checkUpSchema, indicesSchema } from './analysis-schema.js';
import { PACKAGED_SEEDS } from './locate.js';
import { present } from './present.js';
import { type Located, readYaml, type SeedError } from './read-yaml.js';

/** A file of the body itself, else the one that comes with the program. */
function fileOf(folder: string, name: string): string {
  const own = join(folder, name);
  return existsSync(own) ? own : join(PACKAGED_SEEDS, name);
}

/** The definitions of a body's financial analysis. @returns also a name a formula uses before it is defined, or one given twice */
export function loadIndices(folder: string): Result<FinancialDefinitions, readonly SeedError[]> {
  const file = fileOf(folder, 'indices.yaml');
  const read = readYaml(file, indicesSchema);
  if (!read.ok) return read;
  const definitions = present(read.value.value);
  const known = new Set<string>();
  const errors: SeedError[] = [];
  for (const list of ['accounts', 'indices', 'valueAdded'] as const) {
    definitions[list].forEach(({ id, formula }, i) => {
      const wrong = (field: string, message: string) =>
        errors.push({ file, line: read.value.lineOf([list, i, field]), field: `${list}.${i}.${field}`, message });
      if (known.has(id)) wrong('id', planWords.load.duplicateCode(id));
      const stray = formula && namesIn(formula).find((name) => !known.has(name));
      if (stray !== undefined) wrong('formula', planWords.load.unknownRow(stray));
      known.add(id);
    });
  }
  return errors.length > 0 ? err(errors) : ok(definitions);
}

/** The questionnaire of a body's check-up. @returns also an id given twice */
export function loadQuestionnaire(folder: string): Result<Questionnaire, readonly SeedError[]> {
  const file = fileOf(folder, 'check-up.yaml');
  const read = readYaml(file, checkUpSchema);
  if (!read.ok) return read;
  const errors = givenTwice(file, read.value);
  return errors.length > 0 ? err(errors) : ok(present(read.value.value));
}

/** What a body's OIV looks at to validate a Relazione. @returns also an id given twice */
export function loadChecklist(folder: string): Result<Checklist, readonly SeedError[]> {
  const file = fileOf(folder, 'validation.yaml');
  const read = readYaml(file, checklistSchema);
  if (!read.ok) return read;
  const errors = givenTwice(file, read.value);
  return errors.length > 0 ? err(errors) : ok(present(read.value.value));
}

type WithRequirements = Located<{ readonly requirements: readonly { readonly id: string }[] }>;

const givenTwice = (file: string, { value: { requirements }, lineOf }: WithRequirements): readonly SeedError[] =>
  requirements.flatMap(({ id }, i): SeedError[] =>
    requirements.findIndex((one) => one.id === id) === i
      ? []
      : [
          {
            file,
            line: lineOf(['requirements', i, 'id']),
            field: `requirements.${i}.id`,
            message: planWords.load.duplicateCode(id),
          },
        ],
  );
