import type { EarlierCourse } from '../domain/achievement/forecast.js';
import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Measured } from '../domain/measured/measure.js';
import type { Policy } from '../domain/policy.js';
import type { DecimalText, Reading, Unit } from '../domain/targets/types.js';
import type { CheckpointRef } from '../register/checkpoints.js';
import type { LaterAsked } from '../register/later-indicators.js';
import type { Entry } from './entry.js';

/** The last value an indicator had before this checkpoint. */
export interface LastValue extends Measured {
  readonly note?: string;
}

/** A value found by an automatic source, for the officer to confirm. */
interface ProposedValue {
  readonly actual: Actual;
  /** Name of the source as people know it. */
  readonly source: string;
  readonly at: Instant;
}

/** The value that stands at this checkpoint now. */
interface CurrentValue {
  readonly actual: Actual;
  readonly note?: string;
  /** Of a value far from its target: why, and what is to be done next. */
  readonly cause?: string;
  readonly next?: string;
  /** Hashes of its evidence files. */
  readonly evidence: readonly string[];
  /** Ids of persons. */
  readonly officer: string;
  readonly actingFor?: string;
  readonly at: Instant;
}

/** A value that came back: it does not stand any more. */
interface ReturnedValue {
  readonly actual: Actual;
  readonly remark: string;
  readonly by: string;
  readonly at: Instant;
}

/** What an officer is asked for one indicator, whatever the channel. */
export interface FormRow {
  readonly code: string;
  readonly name: string;
  /** Id of the office that answers for it, and its title. */
  readonly office: string;
  readonly officeTitle: string;
  readonly unit?: Unit;
  /** The unit as a form names it: `%`, `incontri`. */
  readonly unitText: string;
  readonly entry: Entry;
  /** As approved, verbatim; empty when the plan says nothing for this exercise. */
  readonly target: string;
  readonly reading?: Reading;
  /** The value a relative target starts from, where it is known. */
  readonly baseline?: DecimalText;
  /** How the target is read, in Italian; absent when nobody has confirmed a reading. */
  readonly readingSentence?: string;
  /** How it went in earlier exercises from this moment of the year on; absent where nothing is foreseen of it. */
  readonly earlier?: readonly EarlierCourse[];
  readonly last?: LastValue;
  /** What «nessuna variazione» would record; absent where it can not be answered. */
  readonly unchanged?: Actual;
  /** The last value is this year's provisional one: it is confirmed or corrected. */
  readonly provisional?: true;
  readonly proposed?: ProposedValue;
  /** Why the automatic source gave no value: the officer is asked by hand. */
  readonly failed?: string;
  readonly current?: CurrentValue;
  readonly returned?: ReturnedValue;
  /** Id of the person for whom this row is answered, who is absent or has delegated it; absent when it is the officer's own. */
  readonly actingFor?: string;
  /** Whether it was delegated to the officer. */
  readonly delegated?: true;
}

/** An indicator that a colleague gives the value of: who answers for it has delegated it. */
export interface DelegatedRow {
  readonly code: string;
  readonly name: string;
  /** Name of the colleague. */
  readonly to: string;
  /** Last day; null: for this checkpoint. */
  readonly until: CivilDate | null;
  /** Whether its value is there. */
  readonly sent: boolean;
}

/** Everything one officer is asked at one checkpoint. */
export interface OfficerForm extends CheckpointRef {
  readonly entity: { readonly id: string; readonly name: string };
  readonly exercise: number;
  /** Title of the checkpoint's step. */
  readonly title: string;
  readonly person: { readonly id: string; readonly name: string };
  /** The persons some rows are answered for: absent, or who have delegated them. */
  readonly actingFor: readonly { readonly id: string; readonly name: string }[];
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  /** Whether the year's final values are asked. */
  readonly final: boolean;
  /** The day on which it is answered. */
  readonly today: CivilDate;
  readonly dueOn: CivilDate;
  readonly state: 'collecting' | 'closed';
  readonly simulated: boolean;
  readonly planHash: string;
  /** The rules pinned to the cycle. */
  readonly policy: Policy;
  /** Not asked yet: their values are known later. */
  readonly later: readonly LaterAsked[];
  /** What the officer, or who they stand in for, has delegated to a colleague. */
  readonly delegated: readonly DelegatedRow[];
  /** In the plan's order. */
  readonly rows: readonly FormRow[];
}

/** What is still to be answered: rows without a value that stands. */
export const openRows = (form: Pick<OfficerForm, 'rows'>): readonly FormRow[] =>
  form.rows.filter((row) => row.current === undefined);

/**
 * Answers by whom they are given for: each group is one submission, with its own `actingFor`.
 * @param codes of the answers given; a code that is not of the form is left out
 */
export function byPrincipal(
  form: Pick<OfficerForm, 'rows'>,
  codes: readonly string[],
): readonly { readonly actingFor?: string; readonly codes: readonly string[] }[] {
  const wanted = new Set(codes);
  const groups = new Map<string | undefined, string[]>();
  for (const row of form.rows.filter((r) => wanted.has(r.code))) {
    groups.set(row.actingFor, [...(groups.get(row.actingFor) ?? []), row.code]);
  }
  return [...groups].map(([actingFor, given]) => ({
    codes: given,
    actingFor,
  }));
}
