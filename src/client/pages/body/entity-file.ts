import type { Handler } from 'hono';
import { entityNow } from '../../../register/reading/entity-now.js';
import { entityTexts } from '../../../seeds/write-entity.js';
import { bodyExportWords } from '../../../words/body-export.js';
import { italianDay } from '../../../words/format.js';
import { frameOf } from '../kit/frame.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { forbidden } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';

/** The body as it stands, as the file its people would write: who administers it may take it away. */
export function entityFile(site: Site): Handler {
  return async (c) => {
    if (!allows(c, 'administer')) return forbidden(site, c);
    const { deps, assets } = site;
    const id = c.req.param('entity') ?? '';
    const [{ today }, entity] = await Promise.all([frameOf(deps, assets, c), entityNow(deps.register.db, id)]);
    if (entity === undefined) return c.notFound();
    const asOf = bodyExportWords.asOf(italianDay(today));
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/yaml; charset=utf-8');
    c.header('Content-Disposition', attachmentHeader('entity.yaml'));
    return c.body(entityTexts(entity, deps.bodies.kindOf(id), asOf).entity);
  };
}
