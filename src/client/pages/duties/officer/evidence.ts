import type { Context, Handler } from 'hono';
import { BYTES_TYPE } from '../../../../files/media-types.js';
import { checkpointOf } from '../../../../register/checkpoints.js';
import type { Db } from '../../../../register/database.js';
import { evidenceOf, type SentBy, supportedBy } from '../../../../register/evidence.js';
import { individualIndicators } from '../../../../register/reading/checkpoint.js';
import { attachmentHeader, declareDownload } from '../../kit/headers.js';
import { FILE_HASH } from '../../kit/paths.js';
import { cycleIdIn, type Site } from '../../kit/site.js';
import { allows } from '../../kit/viewer.js';
import { officerPageData } from './page-data.js';

/** A file of the officer's own values or draft, to save. */
export function ownEvidence(site: Site): Handler {
  return async (c) => {
    const hash = hashIn(c);
    const data = await officerPageData(site, c);
    if (hash === undefined || data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const supported = await supportedBy(db, data.form, hash);
    const drafted = Object.values(data.draft?.answers ?? {}).some((answer) => answer.evidence.includes(hash));
    const own = data.form.rows.some((row) => supported.some(({ indicator }) => indicator === row.code));
    const senders = [data.duty.person.id, ...supported.map(({ officer }) => officer)];
    return own || drafted ? await download(c, db, hash, { entity: data.form.entity.id, senders }) : c.notFound();
  };
}

/**
 * A file behind a value of a checkpoint, for who steers or controls the cycle. Goes after `ofEntity`.
 * What supports only individual results is for who may see those.
 */
export function checkpointEvidence({ deps }: Site): Handler {
  return async (c) => {
    const [hash, cycle, checkpoint, entity] = [hashIn(c), cycleIdIn(c), c.req.param('step'), c.req.param('entity')];
    if (hash === undefined || cycle === undefined || checkpoint === undefined || entity === undefined) {
      return c.notFound();
    }
    // Evidence is for who checks the values, not for every reader of results.
    if (!allows(c, 'steer') && !allows(c, 'read-individual')) return c.notFound();
    const { db } = deps.register;
    const supported = await supportedBy(db, { cycle, checkpoint }, hash);
    if (supported.length === 0) return c.notFound();
    if (!allows(c, 'read-individual')) {
      const frozen = await checkpointOf(db, { cycle, checkpoint });
      const individual = await individualIndicators(
        db,
        entity,
        Number(c.req.param('exercise')),
        frozen?.planVersion ?? 0,
      );
      if (supported.every(({ indicator }) => individual.has(indicator))) return c.notFound();
    }
    return await download(c, db, hash, { entity, senders: supported.map(({ officer }) => officer) });
  };
}

const hashIn = (c: Context): string | undefined => FILE_HASH.exec(c.req.param('hash') ?? '')?.[0];

/** Always as a file to save, whatever it is: never shown as a page of ours. */
async function download(c: Context, db: Db, hash: string, by: SentBy): Promise<Response> {
  const file = await evidenceOf(db, hash, by);
  if (file === undefined) return c.notFound();
  declareDownload(c);
  c.header('Content-Type', BYTES_TYPE);
  c.header('Content-Disposition', attachmentHeader(file.name));
  return c.body(new Uint8Array(file.bytes));
}
