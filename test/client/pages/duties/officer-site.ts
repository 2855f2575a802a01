import type { Client } from '@temporalio/client';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createActions } from '../../../../src/client/system/actions.js';
import { createConsole } from '../../../../src/client/system/app.js';
import type { CivilDate, Instant } from '../../../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../../../src/domain/calendar/zone.js';
import type { Entity } from '../../../../src/domain/entity.js';
import type { Unit } from '../../../../src/domain/targets/types.js';
import { closeCheckpoint, type FrozenIndicator, openCheckpoint } from '../../../../src/register/checkpoints.js';
import { saveCycle } from '../../../../src/register/cycles.js';
import type { Db } from '../../../../src/register/database.js';
import { saveEntity } from '../../../../src/register/entities.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { saveSteps } from '../../../../src/register/steps.js';
import { seedPolicy } from '../../../domain/achievement/policy-fixture.js';
import { anEntity, aStep } from '../../../register/fixtures.js';
import { aRegister } from '../../../register/register.js';
import { CONSOLE_URL, consoleParts } from '../parts.js';

export const CYCLE = 'prova/2016';
export const CHECKPOINT = 'monitoraggio-1';
export const DUTY = `/cicli/prova/2016/attivita/${CHECKPOINT}/adempimento`;
export const DUE: CivilDate = '2016-05-20';

const person = (id: string, name: string, rest: Partial<Entity['people'][number]> = {}): Entity['people'][number] => ({
  id,
  name,
  email: `${id}@prova.example`,
  holds: [],
  offices: [],
  ...rest,
});

/** Olga answers for Promozione, Irene for the Istituto; Sara stands in for Irene in June. */
export const OFFICERS_ENTITY: Entity = {
  ...anEntity(),
  roles: [
    { id: 'segretario-generale', title: 'Segretario Generale', board: false, external: false },
    { id: 'controllo-gestione', title: 'Controllo di gestione', board: false, external: false },
  ],
  people: [
    person('anna', 'Anna Segreti', { holds: [{ role: 'segretario-generale' }] }),
    person('guido', 'Guido Controlli', { holds: [{ role: 'controllo-gestione' }] }),
    person('olga', 'Olga Promotti', { offices: ['promozione'], manager: 'anna' }),
    person('irene', 'Irene Studi', { offices: ['isr'], manager: 'anna' }),
    person('sara', 'Sara Supplenti', { manager: 'anna' }),
  ],
  substitutes: [{ absent: 'irene', substitute: 'sara', from: '2016-06-01', to: '2016-06-30', reason: 'ferie' }],
};

const threshold = (
  value: string,
  unit: Unit,
  direction: 'more-is-better' | 'less-is-better' = 'more-is-better',
  accumulation: 'accumulates' | 'level' = 'level',
): FrozenIndicator['reading'] => ({
  kind: 'threshold',
  operator: direction === 'more-is-better' ? '>=' : '<=',
  value,
  unit,
  direction,
  accumulation,
});

const PERCENT: Unit = { kind: 'percent' };
const indicator = (
  code: string,
  name: string,
  target: string,
  reading?: FrozenIndicator['reading'],
  office = 'promozione',
): FrozenIndicator => ({
  indicator: code,
  name,
  office,
  target,
  reading,
  ...(reading !== undefined && 'unit' in reading && typeof reading.unit === 'object' ? { unit: reading.unit } : {}),
});

/** One indicator for each way to answer. */
export const INDICATORS: readonly FrozenIndicator[] = [
  indicator(
    'A-1',
    'Incontri con le imprese',
    'almeno 24',
    threshold('24', { kind: 'count', noun: 'incontri' }, 'more-is-better', 'accumulates'),
  ),
  indicator('A-2', 'Utenti soddisfatti del servizio', 'almeno 80%', threshold('80', PERCENT)),
  indicator('A-3', 'Risorse spese/risorse stanziate', 'almeno 90%', threshold('90', PERCENT)),
  indicator('A-4', 'Contributi erogati', 'almeno € 100.000', threshold('100000', { kind: 'euro' })),
  indicator('A-5', 'Tempo medio di risposta', 'massimo 10 giorni', threshold('10', { kind: 'days' }, 'less-is-better')),
  indicator('A-6', 'Pubblicazione della guida', 'entro 31/03/2016', {
    kind: 'by-date',
    by: '2016-03-31',
    strict: false,
  }),
  indicator('A-7', 'Rinnovo della convenzione', 'sì', { kind: 'yes-no', expected: true }),
  indicator('A-8', 'Giudizio dei partecipanti', 'almeno 8/10', threshold('8', { kind: 'score', outOf: '10' })),
  indicator('A-9', 'Iniziativa da definire', 'Kpi non definito'),
  indicator('B-1', 'Imprese intervistate', 'almeno 50', threshold('50', { kind: 'number' }), 'isr'),
];

/** A console on an open checkpoint whose officers send, with no workflow behind. */
export interface OfficerSite {
  readonly app: Hono;
  readonly db: Db;
  /** The owner of the tables, for what the program may not do. */
  readonly owner: pg.Client;
  /** Wake-ups sent to the checkpoint's workflow. */
  readonly signals: readonly string[];
  /** Sets the calendar to noon of a day. */
  on(day: CivilDate): void;
  now(): Instant;
  cookie(person: string): Promise<string>;
  /** The link a mail would carry. */
  invite(person: string, actingFor?: string): Promise<string>;
  close(): Promise<void>;
  /** Rows of every table of the register. */
  counts(): Promise<Readonly<Record<string, number>>>;
}

/** @param more indicators asked beside the usual ones */
export function anOfficerSite(more: readonly FrozenIndicator[] = []): OfficerSite {
  const register = aRegister();
  const signals: string[] = [];
  const parts = consoleParts();
  let now: Instant = romeInstant('2016-05-10', timeOfDay(12));
  let app: Hono | undefined;
  let stop = (): void => undefined;
  // Only what a submission asks of it.
  const temporal = {
    workflow: { getHandle: (id: string) => ({ signal: async () => void signals.push(id) }) },
  } as unknown as Client;
  beforeAll(async () => {
    const opened = { db: register.db, schema: register.schema, close: async () => undefined };
    await saveCheckpoint(register.db, more);
    const created = createConsole({
      ...parts,
      rehearsal: false,
      actions: createActions({ temporal, register: opened, now: () => now }),
      register: opened,
      clock: () => now,
      log: { line: (text) => console.error(text) },
    });
    app = created.app;
    stop = created.stop;
  });
  afterAll(() => stop());
  return {
    get app() {
      if (app === undefined) throw new Error('the site is not ready yet');
      return app;
    },
    get db() {
      return register.db;
    },
    get owner() {
      return register.owner;
    },
    signals,
    on: (day) => {
      now = romeInstant(day, timeOfDay(12));
    },
    now: () => now,
    cookie: async (id) => `ciclo_sessione=${await beginSession(register.db, `${id}@prova.example`, 'mail', 8)}`,
    invite: async (id, actingFor) => {
      const who = { cycle: CYCLE, step: CHECKPOINT, entity: 'prova', person: id };
      const invited = actingFor === undefined ? who : { ...who, actingFor };
      const [link] = await parts.invitations.links(register.db, [invited], DUE, now);
      return (link ?? '').slice(CONSOLE_URL.length);
    },
    close: async () => {
      await closeCheckpoint(register.db, { cycle: CYCLE, checkpoint: CHECKPOINT }, { at: now, by: 'guido' });
    },
    counts: async () => {
      const { rows } = await sql<{ name: string; n: number }>`
        select t.table_name as name,
          (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', t.table_schema, t.table_name), false, true, '')))[1]::text::int as n
        from information_schema.tables t
        where t.table_schema = ${register.schema} and t.table_type = 'BASE TABLE' order by 1`.execute(register.db);
      return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    },
  };
}

async function saveCheckpoint(db: Db, more: readonly FrozenIndicator[]): Promise<void> {
  await saveEntity(db, OFFICERS_ENTITY);
  const step = {
    ...aStep(CHECKPOINT, 'checkpoint', DUE),
    title: 'Primo monitoraggio quadrimestrale',
    owners: ['controllo-gestione'],
  };
  await saveCycle(db, {
    entity: 'prova',
    exercise: 2016,
    template: 'dlgs150',
    templateVersion: '1',
    calendar: {
      template: 'dlgs150',
      templateVersion: '1',
      entity: 'prova',
      exercise: 2016,
      opensAt: '2015-06-01T06:00:00Z',
      phases: [],
      steps: [step],
    },
    policy: seedPolicy(),
    simulated: true,
    seed: 42,
  });
  await saveSteps(db, CYCLE, [step]);
  await openCheckpoint(db, {
    cycle: CYCLE,
    checkpoint: CHECKPOINT,
    ordinal: 1,
    from: '2016-01-01',
    to: '2016-04-30',
    planVersion: 1,
    planHash: 'abc',
    simulated: true,
    openedAt: '2016-05-02T06:00:00Z',
    indicators: [...INDICATORS, ...more],
  });
}

/** A form as a browser would send it from a page: what the page holds, with some fields changed and a button pressed. */
export function filled(
  html: string,
  changes: Readonly<Record<string, string | File | readonly (string | File)[]>>,
  button = 'invia',
): FormData {
  const form = /<form\b[^>]*data-compute.*?<\/form>/s.exec(html)?.[0];
  if (form === undefined) throw new Error('the page has no form');
  const data = new FormData();
  data.append('azione', button);
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const [type, name] = [attribute('type'), attribute('name')];
    if (name === undefined || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/ checked\b/.test(tag)) continue;
    data.append(unescaped(name), unescaped(attribute('value') ?? ''));
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea\b[^>]* name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)) {
    data.append(unescaped(name), unescaped(text));
  }
  for (const [name, value] of Object.entries(changes)) {
    data.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one);
  }
  return data;
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
