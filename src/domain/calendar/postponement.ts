import { withArticle } from '../article.js';
import { formatItalian } from './civil-date.js';
import type { CivilDate, DatedStep } from './types.js';

/** The budget's last day, as the law has postponed it. */
export interface Postponement {
  readonly term: CivilDate;
  /** The act that sets it, as it is cited: `D.M. 24 dicembre 2026`. */
  readonly norm?: string | undefined;
}

/** What is declared: that the law has postponed the budget (again), or that the last declaration was wrong. */
export type PostponementChange =
  | { readonly kind: 'declared'; readonly term: CivilDate; readonly norm: string }
  | { readonly kind: 'withdrawn'; readonly reason: string };

/**
 * Why something cannot be declared of the budget's term now; undefined when it can.
 * @param standing what has been declared and not taken back, the last one last
 */
export function refusePostponement(
  change: PostponementChange,
  standing: readonly Postponement[],
): { readonly field?: string; readonly text: string } | undefined {
  const last = standing.at(-1);
  if (change.kind === 'withdrawn')
    return last === undefined
      ? { text: 'per questo esercizio non è dichiarato alcun differimento del bilancio: non c’è nulla da ritirare' }
      : undefined;
  if (last === undefined || change.term > last.term) return undefined;
  const already = `il bilancio è già differito ${withArticle('al', formatItalian(last.term))}`;
  return {
    field: 'term',
    text: `${already}: un nuovo differimento porta una data successiva. Se quella data è sbagliata, si ritira il differimento e lo si dichiara di nuovo`,
  };
}

/** What stands once something more has been declared. */
export const withChange = (standing: readonly Postponement[], change: PostponementChange): readonly Postponement[] =>
  change.kind === 'withdrawn' ? standing.slice(0, -1) : [...standing, { term: change.term, norm: change.norm }];

/** A step as it stands, for a calendar that is planned again. */
interface Standing {
  readonly planned: DatedStep;
  /** As extended, if it was. */
  readonly dueOn: CivilDate;
  /** Whether it has opened: then its opening stays as it was. */
  readonly begun: boolean;
}

/**
 * The step with the dates of a calendar planned again; undefined where the two calendars give it the same. A later day that somebody
 * gave it by hand stays; prompts that would have left by the day of the decision are not planned any more.
 * @param was the step in the calendar before, `will` in the one after
 */
export function postponeStep(
  { planned, dueOn, begun }: Standing,
  { was, will }: { readonly was: DatedStep; readonly will: DatedStep },
  decidedOn: CivilDate,
): { readonly planned: DatedStep; readonly dueOn: CivilDate } | undefined {
  if (haveSameDates(was, will)) return undefined;
  const opening = begun ? planned : will;
  const byHand = dueOn !== planned.dueOn && dueOn > will.dueOn;
  return {
    planned: {
      ...planned,
      opensOn: opening.opensOn,
      opensAt: opening.opensAt,
      dueOn: will.dueOn,
      nominalDueOn: will.nominalDueOn,
      legalTerm: will.legalTerm,
      dueAt: will.dueAt,
      norm: will.norm,
      notices: [
        ...opening.notices.filter(({ kind }) => kind === 'opening'),
        ...will.notices.filter(({ kind, on }) => kind !== 'opening' && on > decidedOn),
      ],
    },
    dueOn: byHand ? dueOn : will.dueOn,
  };
}

/** Whether two calendars say the same of when a step is due and why. */
export const haveSameDates = (one: DatedStep, other: DatedStep): boolean =>
  one.opensAt === other.opensAt &&
  one.dueAt === other.dueAt &&
  one.nominalDueOn === other.nominalDueOn &&
  one.legalTerm === other.legalTerm &&
  one.norm.citation === other.norm.citation;
