import { withArticle } from './article.js';
import { formatItalian } from './calendar/civil-date.js';
import type { CivilDate } from './calendar/types.js';
import type { Refusal } from './refusal.js';

/*
 * When controllo di gestione may change the course of a cycle: the workflow asks, and is told every reason why not, each at the
 * field it is about.
 */

/** A step, as whoever orders something finds it. */
interface OrderedStep {
  readonly title: string;
  readonly dueOn: CivilDate;
  /** `late` is told apart elsewhere: here it is open. */
  readonly status: 'waiting' | 'open' | 'late' | 'done' | 'cancelled' | 'failed';
}

/** What is ordered: a reason, and a new date where there is one. */
interface Order {
  readonly reason: string;
  readonly dueOn: CivilDate;
}

/** Why a step's due date can not become another; none when it can. @param today in Rome */
export function refuseExtension(step: OrderedStep, order: Order, today: CivilDate): readonly Refusal[] {
  if (step.status === 'done')
    return [{ text: `l’attività «${step.title}» è conclusa: per rimetterla in lavorazione si riapre` }];
  return [
    ...withoutReason(order.reason, 'una proroga'),
    ...(order.dueOn <= step.dueOn
      ? [due(`${written(order.dueOn)} deve essere successiva a quella attuale, ${formatItalian(step.dueOn)}`)]
      : order.dueOn < today
        ? [due(`${written(order.dueOn)} è già passata: oggi è ${withArticle('il', formatItalian(today))}`)]
        : []),
  ];
}

/** Why a step can not be opened again. @param today in Rome */
export function refuseReopening(step: OrderedStep, order: Order, today: CivilDate): readonly Refusal[] {
  if (step.status !== 'done') return [{ text: `l’attività «${step.title}» non è conclusa: non c’è nulla da riaprire` }];
  return [
    ...withoutReason(order.reason, 'una riapertura'),
    ...(order.dueOn <= today ? [due(`${written(order.dueOn)} deve essere futura`)] : []),
  ];
}

/** Why a step can not be started again. */
export function refuseRestart(step: OrderedStep, { reason }: Pick<Order, 'reason'>): readonly Refusal[] {
  if (step.status !== 'failed' && step.status !== 'cancelled')
    return [{ text: `l’attività «${step.title}» non è interrotta: non c’è nulla da riavviare` }];
  return withoutReason(reason, 'un riavvio');
}

/** Why a cycle can not be cancelled. */
export const refuseCancellation = ({ reason }: Pick<Order, 'reason'>): readonly Refusal[] =>
  withoutReason(reason, 'l’annullamento del ciclo');

const due = (text: string): Refusal => ({ field: 'due', text });
const written = (day: CivilDate): string => `la nuova scadenza ${formatItalian(day)}`;

const withoutReason = (reason: string, what: string): readonly Refusal[] =>
  reason.trim() === '' ? [{ field: 'reason', text: `${what} indica il motivo: il campo è vuoto` }] : [];
