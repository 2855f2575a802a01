import type { Entity } from '../../src/domain/entity.js';
import { assessmentOf, saveAssessment } from '../../src/register/assessments.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { saveCycle } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { saveEntity } from '../../src/register/entities.js';
import { saveSteps } from '../../src/register/steps.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';
import { anEntity, aStep } from './fixtures.js';

const role = (id: string, title: string, rest: Partial<Entity['roles'][number]> = {}) => ({
  id,
  title,
  board: false,
  external: false,
  ...rest,
});
const person = (id: string, rest: Partial<Entity['people'][number]>): Entity['people'][number] => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Prova`,
  email: `${id}@valuta.example`,
  holds: [],
  offices: [],
  ...rest,
});

/**
 * A chamber that evaluates its people: Anna is the Segretario Generale, Bruno a posizione organizzativa below her, Carla works for
 * Bruno, Dario steers, Elena is the OIV, Fabio holds the conciliazione, Gina records the Giunta and administers, Ivo is nobody's.
 */
export const evaluatingEntity = (id = 'valuta'): Entity => ({
  ...anEntity(id),
  roles: [
    role('segretario-generale', 'Segretario Generale', { executive: true }),
    role('dirigenti', 'Dirigenti', { executive: true }),
    role('posizioni-organizzative', 'Posizioni organizzative'),
    role('controllo-gestione', 'Controllo di gestione'),
    role('segreteria-giunta', 'Segreteria della Giunta'),
    role('amministratore', 'Amministratore'),
    role('comitato-conciliazione', 'Comitato di conciliazione'),
    role('giunta', 'Giunta camerale', { board: true, recordedBy: 'segreteria-giunta' }),
    role('consiglio', 'Consiglio camerale', { board: true, recordedBy: 'segreteria-giunta' }),
    role('oiv', 'OIV', { board: true, recordedBy: 'oiv' }),
  ],
  people: [
    person('anna', { holds: [{ role: 'segretario-generale' }], offices: ['isr'] }),
    person('bruno', { holds: [{ role: 'posizioni-organizzative' }], offices: ['promozione'], manager: 'anna' }),
    person('carla', { offices: ['promozione'], manager: 'bruno' }),
    person('dario', { holds: [{ role: 'controllo-gestione' }], manager: 'anna' }),
    person('elena', { holds: [{ role: 'oiv' }] }),
    person('fabio', { holds: [{ role: 'comitato-conciliazione' }] }),
    person('gina', { holds: [{ role: 'segreteria-giunta' }, { role: 'amministratore' }], manager: 'anna' }),
    person('ivo', { offices: ['isr'], manager: 'anna' }),
  ],
});

/** That chamber with its cycle of 2016, by the rules of the reference body. @returns id of the cycle */
export async function evaluatingCycle(db: Db, entity = 'valuta'): Promise<string> {
  await saveEntity(db, evaluatingEntity(entity));
  const steps = [aStep('monitoraggio-3', 'checkpoint', '2017-01-31')];
  const cycle = await saveCycle(db, {
    entity,
    exercise: 2016,
    template: 'dlgs150',
    templateVersion: '1',
    calendar: {
      template: 'dlgs150',
      templateVersion: '1',
      entity,
      exercise: 2016,
      opensAt: '2015-06-01T06:00:00Z',
      phases: [],
      steps,
    },
    policy: seedPolicy(),
    simulated: true,
    seed: 42,
  });
  await saveSteps(db, cycle, steps);
  return cycle;
}

/** The year's results computed again, with another one of the body. */
export async function otherResults(db: Db, cycle: string, entity: string): Promise<void> {
  const ref = { cycle, checkpoint: 'monitoraggio-3' };
  const last = await assessmentOf(db, ref);
  if (last === undefined) throw new Error(`no results of ${cycle}`);
  await saveAssessment(db, {
    ...last,
    key: `${last.key}+`,
    rollups: last.rollups.map((one) => (one.node === 'entity' ? { ...one, achievement: entity } : one)),
  });
}

/** The year's results: 90 of the body, 80 of the office of Promozione. */
export async function yearResults(db: Db, cycle: string): Promise<void> {
  const ref = { cycle, checkpoint: 'monitoraggio-3' };
  await openCheckpoint(db, {
    ...ref,
    ordinal: 3,
    from: '2016-01-01',
    to: '2016-12-31',
    planVersion: 1,
    planHash: 'abc',
    simulated: true,
    openedAt: '2017-01-02T06:00:00Z',
    indicators: [],
  });
  const rollup = (node: string, achievement: string) => ({
    node,
    title: node,
    weight: '100',
    achievement,
    coverage: '100',
    worst: achievement,
    best: achievement,
    light: 'green' as const,
    trace: [],
    children: [],
  });
  await saveAssessment(db, {
    ...ref,
    key: `${cycle}/monitoraggio-3/1`,
    planVersion: 1,
    policyVersion: 'smvp-2016 1',
    simulated: true,
    at: '2017-01-31T08:00:00Z',
    indicators: [],
    rollups: [rollup('entity', '90'), rollup('office:promozione', '80')],
  });
}
