import type { CivilDate } from '../domain/calendar/types.js';
import type { MessageBase } from './message-base.js';

/** What somebody absent was asked, and who stands in for them is from now on. */
export interface TaskTaken {
  readonly title: string;
  readonly dueOn: CivilDate;
  readonly link: string;
}

/** To who stands in for somebody, and to who is absent: a substitution begins. */
export interface SubstitutionBegun extends MessageBase {
  readonly kind: 'substitution';
  readonly to: 'substitute' | 'absent';
  readonly absent: string;
  readonly substitute: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Titles of the roles and offices it is for; empty: everything. */
  readonly scope: readonly string[];
  /** What is open; of who is absent nothing is asked. */
  readonly tasks: readonly TaskTaken[];
  readonly link: string;
}

/** To whom an indicator was delegated, and when it is over; to who delegated it, when it is given back. */
export interface DelegationTold extends MessageBase {
  readonly kind: 'delegation';
  readonly what: 'given' | 'taken-back' | 'given-back';
  /** Name of who delegated, or ended it. */
  readonly by: string;
  readonly indicator: { readonly code: string; readonly name: string };
  /** Title of the checkpoint. */
  readonly title: string;
  readonly until: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly link: string;
}

/** To who has been given a role, an office or a seat on a board: it is theirs from now on, with what is open. */
export interface Appointed extends MessageBase, Pick<SubstitutionBegun, 'tasks' | 'link'> {
  readonly kind: 'appointment';
  readonly mandates: readonly { readonly title: string; readonly from: CivilDate; readonly until?: CivilDate }[];
}
