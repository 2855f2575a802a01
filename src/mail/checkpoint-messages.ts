import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Entry } from '../forms/entry.js';
import type { AboutStep } from './message-base.js';

/** One indicator an officer is asked for. */
export interface IndicatorAsked {
  readonly code: string;
  readonly name: string;
  /** `%`, `incontri`, `data`. */
  readonly unit: string;
  /** The last value on record and when: `82,5% al 31/12/2015`. */
  readonly last?: string;
  /** As approved, verbatim. */
  readonly target: string;
  /** How it is read: `almeno 25: più è alto, meglio è`. */
  readonly reading?: string;
  /** What an automatic source gives, to be confirmed: `9, letto da «Rassegna stampa» il 02/05/2016…`. */
  readonly proposed?: string;
  /** Why its automatic source gave nothing. */
  readonly failed?: string;
  /** Why its last value came back. */
  readonly remark?: string;
  /** What its answer looks like, for the data sheet. */
  readonly entry?: Entry;
  /** The value its source gave, for the data sheet: to be confirmed or changed. */
  readonly value?: Actual;
  /** The term of its target, once it is over, for the data sheet: the day on which it was reached is asked. */
  readonly term?: CivilDate;
}

/** To an officer, one mail with everything they are asked for. */
export interface CheckpointRequest extends AboutStep {
  readonly kind: 'checkpoint-request';
  readonly moment: 'opening' | 'reminder' | 'due-today' | 'late';
  /** Reference date of the checkpoint. */
  readonly period: CivilDate;
  /** All at the opening; then what is still missing. */
  readonly indicators: readonly IndicatorAsked[];
  /** What is not asked yet, each as a sentence with when it will be; none in a mail composed before. */
  readonly later?: readonly string[];
  /** What the data sheet beside the mail is known by when it comes back: id of its officer, hash of the plan. */
  readonly sheet?: { readonly person: string; readonly planHash: string };
}

/** To an officer: a value came back. */
export interface ValueReturned extends AboutStep {
  readonly kind: 'value-returned';
  readonly indicators: readonly IndicatorAsked[];
  readonly remark: string;
  readonly returnedBy: string;
}

/** To an officer: what is behind its target asks for a corrective action. */
export interface CorrectiveAction extends AboutStep {
  readonly kind: 'corrective-action';
  readonly period: CivilDate;
  /** When the results are looked at again in the exercise; none after the last time, or in a mail composed before. */
  readonly next?: CivilDate | undefined;
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly achievement: string;
  }[];
}

/** To controllo di gestione: results are there, but some indicators broke the computation and count as missing. */
export interface NotComputed extends AboutStep {
  readonly kind: 'not-computed';
  readonly period: CivilDate;
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly reason: string }[];
}

/** To controllo di gestione: a checkpoint could not be computed at all; the system goes on trying. */
export interface ComputationFailed extends AboutStep {
  readonly kind: 'computation-failed';
  readonly reason: string;
}
