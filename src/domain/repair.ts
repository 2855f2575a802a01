import { cycleId } from './cycle-id.js';
import { disagreements } from './troubles-of.js';

/** What the two say of the cycles of a space, by the names both have there: `ccms/2016`, `ccms/2016/piano-approvazione`. */
export interface TwoRecords {
  /** State of each cycle in the register. */
  readonly cycles: ReadonlyMap<string, 'planned' | 'running' | 'closed' | 'cancelled'>;
  /** Cycles and steps that the register says are running. */
  readonly register: readonly string[];
  /** Workflows that run in Temporal; others than cycles and steps may be among them. */
  readonly temporal: readonly string[];
  /** Steps that ended a short while ago, whose workflows may still wait for mails under way: no strays, while workers work. */
  readonly ending?: readonly string[];
}

/**
 * How one cycle is mended. The register is the record of what was done, and a cycle is rebuilt from it whole; nothing is ever
 * taken from Temporal into the register.
 */
export interface Mend {
  /**
   * `start`: the register says it runs, and nothing of it does. `rebuild`: it runs, but not as the register says, so that it
   * ends and starts again from there. `end`: the register says it is over, or has never heard of it.
   */
  readonly kind: 'start' | 'rebuild' | 'end';
  readonly cycle: string;
  /** Workflows to end first, the cycle's own before its steps'. */
  readonly ends: readonly string[];
  /** Running by the register and not in Temporal. */
  readonly missing: readonly string[];
  /** Running in Temporal and not by the register. */
  readonly stray: readonly string[];
}

/** What is to be done where the register and Temporal do not agree, a mend for each cycle, in the order of their names. */
export function mendsOf({ cycles, register, temporal, ending = [] }: TwoRecords): readonly Mend[] {
  const running = temporal.filter((name) => cycleIn(name) !== undefined);
  const inRegister = new Set(register);
  const differing = disagreements({ register, temporal: running }).filter(
    (name) => inRegister.has(name) || !ending.includes(name),
  );
  const concerned = [...new Set(differing.flatMap((name) => cycleIn(name) ?? []))].sort();
  return concerned.flatMap((cycle): readonly Mend[] => {
    const status = cycles.get(cycle);
    // Its start is under way: planned and begun are one transaction, and what starts it again waits for a worker.
    if (status === 'planned' || (status === 'running' && temporal.includes(`${cycle}/${LAUNCHER}`))) return [];
    const own = differing.filter((name) => cycleIn(name) === cycle).sort();
    const ends = running.filter((name) => cycleIn(name) === cycle).sort();
    const kind = status !== 'running' ? 'end' : ends.includes(cycle) ? 'rebuild' : 'start';
    const missing = own.filter((name) => inRegister.has(name));
    return [{ kind, cycle, ends, missing, stray: own.filter((name) => !inRegister.has(name)) }];
  });
}

/** Of what was found at one look, what was found again at the next. */
export function lasting(first: readonly Mend[], again: readonly Mend[]): readonly Mend[] {
  const before = new Map(first.map((one) => [one.cycle, one]));
  return again.flatMap((one) => {
    const earlier = before.get(one.cycle);
    if (earlier === undefined) return [];
    const missing = one.missing.filter((name) => earlier.missing.includes(name));
    const stray = one.stray.filter((name) => earlier.stray.includes(name));
    return missing.length + stray.length === 0 ? [] : [{ ...one, missing, stray }];
  });
}

/** The cycle a workflow is of; undefined for what only starts one. */
function cycleIn(name: string): string | undefined {
  const [entity, exercise, step, ...more] = name.split('/');
  if (entity === undefined || exercise === undefined || !/^\d{4}$/.test(exercise)) return undefined;
  return step === LAUNCHER || more.length > 0 ? undefined : cycleId({ entity, exercise: Number(exercise) });
}

/** Last part of the name of what starts a cycle. */
const LAUNCHER = 'avvio';
