import type { NoticePolicy } from '../calendar/plan-notices.js';
import type { NoticeRule } from '../policy.js';
import { err, ok, type Result } from '../result.js';
import { notOneOf, type OwnRule, type Piece, plain } from './piece.js';

const NOTHING = 'nessuno';
const NEVER = 'mai';

/** Working days, at most: more than half a year ahead nobody is reminded. */
const MOST_DAYS = 120;

/** A field of the plan of reminders, which stands by itself. */
interface NoticePiece extends Piece {
  sets(written: string): Result<Partial<NoticeRule>, string>;
}

function noticePiece(
  id: string,
  ways: readonly string[],
  field: keyof NoticeRule,
  said: (notices: NoticeRule) => string,
  sets: (written: string) => Result<Partial<NoticeRule>, string>,
): NoticePiece {
  return {
    ...{ id, group: 'notices', ways, sets },
    said: ({ notices }) => said(notices),
    read: (written) => {
      const read = sets(written);
      return read.ok ? ok({ path: ['notices', field], value: read.value[field] }) : read;
    },
  };
}

/** Counts of working days, in the order in which the mails leave. */
function days(
  id: string,
  field: 'reminders' | 'late',
  example: string,
  order: { readonly text: string; follows(before: number, next: number): boolean },
): NoticePiece {
  const ways = [example, NOTHING];
  return noticePiece(
    id,
    ways,
    field,
    (notices) => (notices[field].length === 0 ? NOTHING : notices[field].join(', ')),
    (written) => {
      const parts = plain(written) === NOTHING ? [] : plain(written).split(/ ?, ?| e /);
      const counts = parts.flatMap((part) => dayCount(part) ?? []);
      if (counts.length < parts.length) return err(notOneOf(written, 'un elenco di giorni lavorativi', ways));
      const wrong = counts.some((count, i) => i > 0 && !order.follows(counts[i - 1] ?? count, count));
      return wrong ? err(order.text) : ok({ [field]: counts });
    },
  );
}

function escalation(id: string, field: 'escalateToManager' | 'escalateToHead', example: string): NoticePiece {
  const ways = [example, NEVER];
  return noticePiece(
    id,
    ways,
    field,
    (notices) => String(notices[field] ?? NEVER),
    (written) => {
      const count = dayCount(plain(written));
      return count === undefined && plain(written) !== NEVER
        ? err(notOneOf(written, 'un numero di giorni lavorativi', ways))
        : ok({ [field]: count });
    },
  );
}

const YES_NO = ['sì', 'no'];

const DUE_TODAY = noticePiece(
  'giorno-della-scadenza',
  YES_NO,
  'dueToday',
  ({ dueToday }) => (dueToday ? 'sì' : 'no'),
  (written) => {
    const said = plain(written).replace(/^si$/, 'sì');
    return YES_NO.includes(said) ? ok({ dueToday: said === 'sì' }) : err(notOneOf(written, 'una risposta', YES_NO));
  },
);

function dayCount(written: string): number | undefined {
  const count = /^\d{1,3}$/.test(written) ? Number(written) : undefined;
  return count === undefined || count > MOST_DAYS ? undefined : count;
}

/** When people are written to about a step of the calendar, in working days. */
export const NOTICES: readonly NoticePiece[] = [
  days('promemoria', 'reminders', '10, 3', {
    text: 'i promemoria vanno dal più lontano al più vicino alla scadenza, per esempio 10, 3',
    follows: (before, next) => next < before,
  }),
  DUE_TODAY,
  days('avvisi-di-ritardo', 'late', '1, 5', {
    text: 'gli avvisi di ritardo vanno dal più vicino al più lontano dalla scadenza, per esempio 1, 5',
    follows: (before, next) => next > before,
  }),
  escalation('avviso-al-superiore', 'escalateToManager', '3'),
  escalation('avviso-al-vertice', 'escalateToHead', '8'),
];

/** A body's plan of reminders with what it has changed of it: what was read when it was recorded is read again. */
export function withOwnNotices<N extends NoticeRule | NoticePolicy>(plan: N, own: readonly OwnRule[]): N {
  let notices = plan;
  for (const { piece, said } of [...own].sort((a, b) => a.fromExercise - b.fromExercise)) {
    const read = NOTICES.find(({ id }) => id === piece)?.sets(said);
    if (read?.ok === true) notices = { ...notices, ...read.value };
  }
  return notices;
}
