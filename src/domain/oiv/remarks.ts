import type { CivilDate, Instant } from '../calendar/types.js';

/** What a remark of the OIV is about. */
export const ABOUT = ['relazione', 'sistema', 'piano', 'dati'] as const;
export type About = (typeof ABOUT)[number];

/** Something the OIV remarks, with the answer of controllo di gestione. */
export interface OivRemark {
  readonly id: number;
  readonly about: About;
  readonly text: string;
  readonly actor: string;
  readonly at: Instant;
  readonly answer: { readonly text: string; readonly actor: string; readonly at: Instant } | undefined;
}

/** A meeting of the OIV with an office. Who may read its notes is not who may know that there was one. */
export interface Interview {
  readonly id: number;
  readonly heldOn: CivilDate;
  /** `ufficio:<id>`, or a role. */
  readonly office: string;
  readonly notes: string;
  readonly actor: string;
}
