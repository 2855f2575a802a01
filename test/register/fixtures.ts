import type { CivilDate, DatedCalendar, DatedStep, Instant } from '../../src/domain/calendar/types.js';
import type { Entity } from '../../src/domain/entity.js';
import type { Plan } from '../../src/domain/plan.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { saveCycle } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { saveEntity } from '../../src/register/entities.js';
import { saveSteps } from '../../src/register/steps.js';

/** A small chamber: a head, a manager, two officers and a secretary of the Giunta. */
export const anEntity = (id = 'prova'): Entity => ({
  id,
  name: 'Camera di Prova',
  seat: 'Carrara',
  patronSaint: { name: 'San Ceccardo', month: 6, day: 16 },
  template: 'dlgs150',
  policy: 'ccms-2016',
  head: 'segretario-generale',
  checkpoints: {},
  notices: { at: { hour: 9, minute: 0, second: 0 }, reminders: [10, 3], dueToday: true, late: [1, 5] },
  budgetTerms: [],
  offices: [
    { id: 'isr', title: 'Istituto di Studi e Ricerche' },
    { id: 'promozione', title: 'Ufficio Promozione' },
  ],
  roles: [
    { id: 'segretario-generale', title: 'Segretario Generale', board: false, external: false },
    { id: 'controllo', title: 'Controllo di gestione', board: false, external: false },
    { id: 'segreteria-giunta', title: 'Segreteria della Giunta', board: false, external: false },
    { id: 'giunta', title: 'Giunta camerale', board: true, recordedBy: 'segreteria-giunta', external: false },
    { id: 'stakeholder', title: 'Portatori di interesse', board: false, external: true },
  ],
  people: [
    person('anna', { holds: [{ role: 'segretario-generale' }] }),
    person('bruno', { holds: [{ role: 'controllo', to: '2016-03-31' }], offices: ['isr'], manager: 'anna' }),
    person('carla', { holds: [{ role: 'controllo', from: '2016-04-01' }], offices: ['promozione'], manager: 'anna' }),
    person('dario', { holds: [{ role: 'segreteria-giunta' }], offices: ['isr'], manager: 'anna' }),
  ],
  substitutes: [],
});

function person(id: string, rest: Partial<Entity['people'][number]>): Entity['people'][number] {
  return {
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Prova`,
    email: `${id}@prova.example`,
    holds: [],
    offices: [],
    ...rest,
  };
}

export function aStep(id: string, kind: DatedStep['kind'] = 'task', dueOn: CivilDate = '2016-01-31'): DatedStep {
  return {
    id,
    phase: 'pianificazione',
    number: '1',
    title: `Attività ${id}`,
    kind,
    window: 'Gen',
    opensOn: '2016-01-04',
    dueOn,
    nominalDueOn: dueOn,
    onHoliday: 'stays',
    opensAt: '2016-01-04T07:00:00Z',
    dueAt: `${dueOn}T22:59:59Z` as Instant,
    owners: ['controllo'],
    participants: [],
    after: [],
    norm: { id: 'smvp', citation: 'SMVP', validFrom: '2011-01-01', force: 'body' },
    notices: [],
  };
}

const aCalendar = (entity: string, steps: readonly DatedStep[]): DatedCalendar => ({
  template: 'dlgs150',
  templateVersion: '1',
  entity,
  exercise: 2016,
  opensAt: '2015-06-01T06:00:00Z',
  phases: [],
  steps,
});

export const STEPS = [
  aStep('analisi'),
  aStep('piano-approvazione', 'approval'),
  aStep('monitoraggio-1', 'checkpoint', '2016-05-20'),
];

/** The chamber with its 2016 cycle recorded; answers the cycle's id. */
export async function aCycle(db: Db, entity = 'prova'): Promise<string> {
  await saveEntity(db, anEntity(entity));
  const calendar = aCalendar(entity, STEPS);
  const cycle = await saveCycle(db, {
    entity,
    exercise: 2016,
    template: 'dlgs150',
    templateVersion: '1',
    calendar,
    policy: { id: 'ccms-2016' },
    simulated: true,
    seed: 42,
  });
  await saveSteps(db, cycle, STEPS);
  return cycle;
}

/** An open checkpoint of `cycle` that collects three indicators. */
export async function aCheckpoint(
  db: Db,
  cycle: string,
  checkpoint = 'monitoraggio-1',
): Promise<{ cycle: string; checkpoint: string }> {
  await openCheckpoint(db, {
    cycle,
    checkpoint,
    ordinal: 1,
    from: '2016-01-01',
    to: '2016-04-30',
    planVersion: 1,
    planHash: 'abc',
    simulated: true,
    openedAt: '2016-05-02T06:00:00Z',
    indicators: [
      {
        indicator: 'A-1',
        name: 'Incontri con le imprese',
        office: 'promozione',
        target: 'almeno 25',
        reading: {
          kind: 'threshold',
          operator: '>=',
          value: '25',
          unit: { kind: 'count', noun: 'incontri' },
          direction: 'more-is-better',
          accumulation: 'accumulates',
        },
        weight: '60',
      },
      {
        indicator: 'A-2',
        name: 'Pubblicazione del rapporto',
        office: 'isr',
        target: 'entro 31/3/2016',
        reading: { kind: 'by-date', by: '2016-03-31', strict: false },
        weight: '40',
      },
      { indicator: 'A-3', name: 'Da definire', office: 'isr', target: 'Kpi non definito' },
    ],
  });
  return { cycle, checkpoint };
}

/** A plan of one area, with the same code also on a programme sheet. */
export function aPlan(target = 'almeno 25'): Plan {
  const indicator = {
    code: 'A-1',
    name: 'Incontri con le imprese',
    weight: '100',
    office: 'promozione',
    targets: [
      { year: 2016, text: target },
      { year: 2017, text: 'almeno 30' },
    ],
    source: 'prova',
  };
  return {
    entity: 'prova',
    exercise: 2016,
    title: 'Piano di prova',
    perspectives: [{ id: 'imprese', title: 'Imprese' }],
    areas: [
      {
        code: '1',
        title: 'Area',
        objectives: [
          {
            code: '1.1',
            title: 'Obiettivo',
            weights: [],
            programmes: [
              { code: '1.1.1', title: 'Programma', perspective: 'imprese', indicators: [indicator], source: 'prova' },
            ],
            source: 'prova',
          },
        ],
        source: 'prova',
      },
    ],
    sheets: [
      {
        programme: '1.1.1',
        title: 'Scheda',
        offices: ['promozione'],
        resources: { total: '0', parts: [], planned: '0' },
        indicators: [indicator],
        source: 'prova',
      },
    ],
    individual: [],
    budget: { lines: [], totals: [] },
  };
}
