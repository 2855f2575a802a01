import type { Handler } from 'hono';
import type { StepKind } from '../../../../domain/calendar/types.js';
import type { Db } from '../../../../register/database.js';
import { delayKind } from '../../../../register/delays.js';
import { documentsOf } from '../../../../register/documents.js';
import { hearingOf } from '../../../../register/hearings.js';
import { stepDocuments } from '../../../../register/reading/documents.js';
import type { StepRecord } from '../../../../register/steps.js';
import { documentContent, documentForm } from '../../kit/document-bytes.js';
import type { Site } from '../../kit/site.js';
import type { DutyRoute } from '../routes.js';

const KINDS: readonly StepKind[] = ['approval', 'amendment', 'task', 'publication'];

/** The documents of a step, for who comes by a link and could open nothing else: as frozen, and in their other forms. */
export function documentRoutes(site: Site): readonly DutyRoute[] {
  const { db } = site.deps.register;
  const ifTheirs =
    (serve: Handler): Handler =>
    async (c, next) =>
      (await isOfStep(db, c.get('duty').step, c.req.param('hash') ?? '')) ? serve(c, next) : c.notFound();
  return [
    {
      method: 'GET',
      path: '/documento',
      kinds: KINDS,
      handler: async (c) => {
        const { here, step } = c.get('duty');
        const last = (await hearingOf(db, step)).documents.at(-1) ?? (await stepDocuments(db, step.cycle, step.id))[0];
        return last === undefined ? c.notFound() : c.redirect(`${here}/documento/${last.hash}`, 302);
      },
    },
    { method: 'GET', path: '/documento/:hash', kinds: KINDS, handler: ifTheirs(documentContent(site)) },
    { method: 'GET', path: '/documento/:hash/:form', kinds: KINDS, handler: ifTheirs(documentForm(site)) },
  ];
}

async function isOfStep(db: Db, step: StepRecord, hash: string): Promise<boolean> {
  const { cycle, id } = step;
  if ((await stepDocuments(db, cycle, id)).some((d) => d.hash === hash)) return true;
  if ((await hearingOf(db, step)).documents.some((d) => d.hash === hash)) return true;
  return (await documentsOf(db, cycle)).some((d) => d.kind === delayKind(id) && d.hash === hash);
}
