import type { MiddlewareHandler } from 'hono';
import { readersOf } from '../../../register/publications.js';
import type { ConsoleDeps } from '../kit/deps.js';
import { FILE_HASH } from '../kit/paths.js';
import { toSignIn } from '../kit/viewer.js';

/**
 * Guards a document (`:hash` in the address): anybody reads what is published, the others only what is of their own
 * entity. A stranger is told nothing of it, not even that it is there. In a rehearsal everybody reads.
 */
export function ofDocument(deps: ConsoleDeps): MiddlewareHandler {
  return async (c, next) => {
    const hash = c.req.param('hash') ?? '';
    const viewer = c.get('viewer');
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!FILE_HASH.test(hash) || !reading) return c.notFound();
    const { entities, published } = await readersOf(deps.register.db, hash);
    const own = viewer?.people.some((person) => entities.has(person.entity)) ?? false;
    if (!(published || own || (deps.rehearsal && viewer === undefined))) {
      return viewer === undefined ? toSignIn(c) : c.notFound();
    }
    await next();
    return undefined;
  };
}
