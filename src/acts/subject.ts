import type { CycleRef } from '../domain/acting.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import type { CycleStatus } from '../register/cycle-tables.js';
import { cycleOf, listCycles } from '../register/cycles.js';
import type { Db, Register } from '../register/database.js';
import { entityOf, listEntities } from '../register/entities.js';
import { seeingEveryBody } from '../register/sight.js';
import { type StepRecord, stepOf, stepsOf } from '../register/steps.js';

/** Names by which something is looked for: parts of an address, arguments of a command. */
export interface Named {
  readonly entity: string;
  /** Of what belongs to a cycle. */
  readonly exercise?: number;
  /** Of what is within another thing of the cycle, its name. */
  readonly within?: string;
  readonly name: string;
}

/** What acts are done to, and how each way in names it. */
export interface Subject<S> {
  /** Below the API's address; `{entity}`, `{exercise}` and one more are its names. */
  readonly api: string;
  /** Names of it may have slashes: in an address of the API they are written `%2F`. */
  readonly slashed?: true;
  /** Of the command, by the name that completion knows, with its help; absent: the body or the cycle is enough. */
  readonly argument?: { readonly name: string; readonly help: string };
  /** The thing it is within, named before it: the checkpoint of an indicator. */
  readonly within?: { readonly name: string; readonly help: string };
  /** Whether it belongs to a cycle: commands ask for the year. */
  readonly ofCycle: boolean;
  find(register: Register, named: Named): Promise<S | undefined>;
  /** Names there are, to say what was perhaps meant by one that there is not. */
  names(register: Register, at: Omit<Named, 'name'>): Promise<readonly string[]>;
  /** What is said of a name that there is not. */
  unknown(name: string): string;
  /** What commands say before what was done. */
  title(subject: S): string;
  /** Tells it from every other: `ccms/2016/analisi-contesto`. */
  id(subject: S): string;
  /** Where not everybody may know that it is there; absent: everybody may. */
  readonly secret?: Secret<S>;
}

/** What some may not know to be there: they are answered as by a name that there is not. */
interface Secret<S> {
  /** The name it was looked for by. */
  nameOf(subject: S): string;
  hidesFrom(
    subject: S,
    asking: { readonly db: Db; readonly person: string; readonly today: CivilDate },
  ): Promise<boolean>;
}

/** What everybody of the body may know to be there. */
type OpenSubject<S> = Omit<Subject<S>, 'secret'>;

/** A step of a cycle, as it stands. */
export interface StepSubject {
  readonly ref: CycleRef;
  readonly step: StepRecord;
}

/** A step of a cycle. */
export const aStep: Subject<StepSubject> = {
  api: '/cycles/{entity}/{exercise}/steps/{step}',
  argument: { name: 'attivita', help: 'attività, per esempio analisi-contesto (si veda ciclo status)' },
  ofCycle: true,
  find: stepSubject,
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await stepsOf(db, cycleId({ entity, exercise }))).map(({ id }) => id),
  unknown: (name) => `il ciclo non ha un’attività «${name}»`,
  title: ({ step }) => step.planned.title,
  id: ({ step }) => `${step.cycle}/${step.id}`,
};

/** A step that collects values. */
export const aCheckpoint: Subject<StepSubject> = {
  ...aStep,
  api: '/cycles/{entity}/{exercise}/checkpoints/{checkpoint}',
  argument: { name: 'monitoraggio', help: 'monitoraggio, per esempio monitoraggio-1' },
  find: async (register, named) => {
    const found = await stepSubject(register, named);
    return found?.step.planned.kind === 'checkpoint' ? found : undefined;
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await stepsOf(db, cycleId({ entity, exercise }))).flatMap(({ id, planned }) =>
      planned.kind === 'checkpoint' ? [id] : [],
    ),
  unknown: (name) => `«${name}» non è un monitoraggio di questo ciclo`,
};

async function stepSubject(register: Register, named: Named): Promise<StepSubject | undefined> {
  const { entity, exercise = 0, name } = named;
  const step = await stepOf(register.db, cycleId({ entity, exercise }), name);
  return step === undefined ? undefined : { ref: { space: register.schema, entity, exercise }, step };
}

/** A cycle, as it stands. */
export interface CycleSubject {
  readonly ref: CycleRef;
  readonly id: string;
  readonly status: CycleStatus;
}

/** A cycle. */
export const aCycle: OpenSubject<CycleSubject> = {
  api: '/cycles/{entity}/{exercise}',
  ofCycle: true,
  find: async (register, { entity, exercise = 0 }) => {
    const cycle = await cycleOf(register.db, cycleId({ entity, exercise }));
    return cycle && { ref: { space: register.schema, entity, exercise }, id: cycle.id, status: cycle.status };
  },
  names: async ({ db }, { entity }) => (await listCycles(db, entity)).map(({ id }) => id),
  unknown: (name) => `il ciclo ${name} non è nel registro`,
  title: ({ ref }) => `Ciclo ${ref.exercise}`,
  id: ({ id }) => id,
};

/** A body, beside any exercise. */
export const aBody: Subject<string> = {
  api: '/entities/{entity}',
  ofCycle: false,
  find: async ({ db }, { entity }) => (await entityOf(db, entity))?.id,
  names: async ({ db }) => (await seeingEveryBody(() => listEntities(db))).map(({ id }) => id),
  unknown: (name) => `l’ente «${name}» non è nel registro`,
  title: (entity) => entity,
  id: (entity) => entity,
};
