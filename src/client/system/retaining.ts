import { erasePerson, takeFileAway } from '../../acts/access/erasing.js';
import type { Config } from '../../config.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { applyRetention, type RetentionLine } from '../../office/retention.js';
import { Failure } from '../../platform/errors.js';
import { terminalUser } from '../../platform/terminal-user.js';
import { presentIn } from '../../register/clock.js';
import { listEntities } from '../../register/entities.js';
import { EVERY_BODY, seeingEveryBody } from '../../register/sight.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { loadRetention, type TermsOf } from '../../seeds/retention.js';
import { retentionWords } from '../../words/retention.js';
import { systemWords } from '../../words/system.js';
import { withRegister } from './with-register.js';

/** The terms of every body, as the files say now. @throws Failure with every error of them */
function retentionIn(seedsDir: string): TermsOf {
  const read = loadRetention(seedsDir);
  if (read.ok) return read.value;
  throw new Failure(2, systemWords.badFiles, ...read.error.map((e) => `  ${formatSeedError(e)}`));
}

/** What `ciclo retention` is asked. */
export interface RetainOptions {
  readonly dryRun: boolean;
  /** The only body meant. */
  readonly entity?: string;
  readonly act?: string;
  readonly space?: string;
}

/**
 * Applies the terms now, of one body or of all, or tells what is past them.
 * @throws Failure for an act without the body whose it is, or for a body that is not there
 */
export async function retain(
  config: Config,
  { space, dryRun, act, entity }: RetainOptions,
): Promise<readonly RetentionLine[]> {
  if (act !== undefined && entity === undefined) throw new Failure(2, retentionWords.actOfWhom(act));
  const retentionOf = retentionIn(config.seedsDir);
  return await withRegister(config, space, entity ?? EVERY_BODY, async ({ db }) => {
    const known = await seeingEveryBody(() => listEntities(db));
    if (entity !== undefined && !known.some(({ id }) => id === entity))
      throw new Failure(
        2,
        retentionWords.noBody(
          entity,
          known.map(({ id }) => id),
        ),
      );
    const at = await presentIn(db);
    const by = terminalUser();
    return await applyRetention({
      db,
      retentionOf,
      today: romeDate(at),
      at,
      by,
      dryRun,
      entity,
      act,
    });
  });
}

/** What `ciclo erase` is asked. */
export interface EraseOptions {
  readonly entity: string;
  readonly as: string;
  readonly reason: string;
  readonly act: string;
  readonly space?: string;
  readonly file?: string;
  readonly ofPerson?: string;
}

/** What an erasure took away. */
export type Erased =
  | { readonly file: string }
  | { readonly person: string; readonly texts: number; readonly mails: number; readonly files: number };

/** Erases a file, or what a person wrote and was written, by an act. @throws Failure saying why not */
export async function eraseNow(
  config: Config,
  options: EraseOptions & ({ readonly file: string } | { readonly ofPerson: string }),
): Promise<Erased> {
  const { entity, as, reason, act, space, file, ofPerson = '' } = options;
  return await withRegister(config, space, entity, async ({ db }) => {
    const at = await presentIn(db);
    const asked = { entity, by: as, reason, act, at };
    if (file !== undefined) {
      const done = await takeFileAway(db, asked, file);
      if (!done.ok) throw new Failure(1, done.error.text);
      return { file: done.value };
    }
    const done = await erasePerson(db, asked, ofPerson);
    if (!done.ok) throw new Failure(1, done.error.text);
    return { person: ofPerson, ...done.value };
  });
}
