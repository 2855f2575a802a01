import type { Handler } from 'hono';
import { entityFilesOf } from '../../../office/entity-files.js';
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
    const { today } = await frameOf(deps, assets, c);
    const files = await entityFilesOf(deps.register.db, id, today);
    if (files === undefined) return c.notFound();
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/yaml; charset=utf-8');
    c.header('Content-Disposition', attachmentHeader('entity.yaml'));
    return c.body(files.texts.entity);
  };
}
