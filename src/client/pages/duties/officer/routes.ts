import type { Site } from '../../kit/site.js';
import type { DutyRoute } from '../routes.js';
import { compute } from './compute.js';
import { takeCorrective } from './corrective.js';
import { delegationRoutes } from './delegate.js';
import { ownEvidence } from './evidence.js';
import { showForm, takeForm } from './form.js';
import { receipt } from './receipt.js';
import { downloadSheet, takeSheet } from './sheet.js';

/** The pages on which an officer answers at a checkpoint. */
export function officerRoutes(site: Site): readonly DutyRoute[] {
  const routes: readonly Omit<DutyRoute, 'kinds'>[] = [
    { method: 'GET', path: '', handler: showForm(site) },
    { method: 'POST', path: '', handler: takeForm(site) },
    { method: 'POST', path: '/calcola', handler: compute(site) },
    { method: 'GET', path: '/ricevuta/:numbers', handler: receipt(site) },
    { method: 'POST', path: '/azioni', handler: takeCorrective(site) },
    { method: 'GET', path: '/foglio', handler: downloadSheet(site) },
    { method: 'POST', path: '/foglio', handler: takeSheet(site) },
    { method: 'GET', path: '/allegati/:hash', handler: ownEvidence(site) },
    ...delegationRoutes(site),
  ];
  return routes.map((route) => ({ ...route, kinds: ['checkpoint'] }));
}
