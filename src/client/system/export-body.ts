import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { loadConfig } from '../../config.js';
import { yearOf } from '../../domain/calendar/civil-date.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { err, ok, type Result } from '../../domain/result.js';
import { entityFilesOf } from '../../office/entity-files.js';
import { Failure } from '../../platform/errors.js';
import { ownRulesOf } from '../../register/own-rules.js';
import { ownTermsOf } from '../../register/own-terms.js';
import { loadBodies } from '../../seeds/bodies.js';
import { findTemplate } from '../../seeds/calendar.js';
import { PACKAGED_SEEDS, shortPath, yamlIn } from '../../seeds/locate.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { bodyExportWords as words } from '../../words/body-export.js';
import { exportWords } from '../../words/export.js';
import { meant } from '../../words/meant.js';
import { ownRuleWords } from '../../words/own-rules.js';
import { fileProblem } from '../../words/platform.js';
import { systemWords } from '../../words/system.js';
import { calendarNow } from './calendar-now.js';
import { withRegister } from './with-register.js';

/** What is asked of `ciclo export body`. */
export interface BodyExportRequest {
  readonly entity: string;
  /** A folder that is not there, or is empty. */
  readonly out: string;
  readonly space?: string;
}

export interface ExportedBody {
  readonly entity: string;
  readonly name: string;
  readonly folder: string;
  /** Below the folder, in order. */
  readonly files: readonly string[];
}

/** 1: there is no such body; 2: it was asked wrongly. */
type Answer = Result<ExportedBody, { readonly exitCode: 1 | 2; readonly message: string }>;

/**
 * Writes a folder of data files with one body as it stands: who and what it consists of from the register, the rest of its files,
 * and its calendar, policy, kind and outlines as they are in force.
 * @throws Failure when the configuration, the data files or the database do not let it
 */
export async function exportBody({ entity, out, space }: BodyExportRequest): Promise<Answer> {
  if (existsSync(out) && readdirSync(out).length > 0) return err({ exitCode: 2, message: words.notEmpty(out) });
  const config = loadConfig();
  const loaded = loadBodies(config.seedsDir);
  if (!loaded.ok) throw new Failure(2, systemWords.badFiles, ...loaded.error.map((e) => `  ${formatSeedError(e)}`));
  const known = loaded.value.entities.map(({ id }) => id);
  const body = loaded.value.entities.find(({ id }) => id === entity);
  if (body === undefined)
    return err({ exitCode: 2, message: exportWords.noEntity(entity, known) + meant(entity, known) });
  return await withRegister(config, space, entity, async ({ db }) => {
    const today = romeDate(await calendarNow(db));
    const files = await entityFilesOf(db, entity, today);
    if (files === undefined) return err({ exitCode: 1, message: words.noEntity(entity) });
    const { entity: now, texts } = files;
    const next = yearOf(today) + 1;
    const rules = loaded.value.rules(entity, await ownRulesOf(db, entity, next));
    if (!rules.ok) return err({ exitCode: 1, message: ownRuleWords.unsound(next, rules.error) });
    const own = join(out, basename(body.folder));
    try {
      mkdirSync(out, { recursive: true });
      cpSync(body.folder, own, { recursive: true });
      for (const file of sharedBy(now, config.seedsDir)) {
        const to = join(out, relative(folderOf(file, config.seedsDir), resolve(file)));
        mkdirSync(dirname(to), { recursive: true });
        cpSync(file, to);
      }
      const terms = await ownTermsOf(db, entity);
      if (terms.length > 0) {
        const { name, text } = loaded.value.calendarFile(entity, terms);
        writeFileSync(join(out, 'calendars', name), text);
      }
      if (rules.value.policy.version !== loaded.value.policyOf(entity).version)
        writeFileSync(join(out, 'policies', rules.value.name), rules.value.text);
      writeFileSync(join(own, 'entity.yaml'), texts.entity);
      writeFileSync(join(own, 'calendar.yaml'), texts.calendar);
    } catch (error) {
      throw new Failure(3, exportWords.cannotWrite(shortPath(out), fileProblem(error)));
    }
    return ok({ entity, name: now.name, folder: out, files: filesBelow(out) });
  });
}

/** The files a body shares with others and stands on: its calendar and policy, and what the installation has changed of the rest. */
function sharedBy({ template, policy }: { readonly template: string; readonly policy: string }, seeds: string) {
  const calendar = findTemplate(template, seeds);
  const policies = [...yamlIn(join(seeds, 'policies')), ...yamlIn(join(PACKAGED_SEEDS, 'policies'))];
  const named = policies.find((file) => basename(file, '.yaml') === policy);
  const changed =
    seeds === PACKAGED_SEEDS ? [] : ['kinds', 'documents'].flatMap((folder) => yamlIn(join(seeds, folder)));
  return [...(calendar.ok ? [calendar.value.file] : []), ...(named === undefined ? [] : [named]), ...changed];
}

const folderOf = (file: string, seeds: string): string =>
  resolve(file).startsWith(resolve(seeds) + sep) ? resolve(seeds) : PACKAGED_SEEDS;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
