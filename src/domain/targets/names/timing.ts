/** A phrase about time: whether what was done came in time, and how many words say it. */
interface Timing {
  readonly role: 'timely' | 'late';
  readonly length: number;
}

const PERIOD = /^(?:gg|giorn|ore$|ora$|mes[ei]$|minut|settiman|second)/;
const LIMIT = /^(?:termin|temp[oi]$|scadenz|data$|limit|sogli|previst|stabilit|standard)/;
const NUMBER = /^(?:[0-9]|un[oa']?$|due$|tre$|cinque$|dieci$|quindici$|venti$|trenta$|sessanta$|novanta$)/;
const OPENS: ReadonlySet<string> = new Set('entro oltre fuori dopo da con in nei nel'.split(' '));
/** Whether a phrase about time may begin with this word. */
export const opensTiming = (word: string): boolean => OPENS.has(word);

/** How many words after the preposition the term may stand: `oltre i 30 giorni lavorativi`. */
const REACH = 4;

/** The timing phrase at `at`: `entro 24 ore`, `nei termini`, `oltre 30 giorni`, `con ritardo`, `da oltre tre anni`. */
export function timingAt(words: readonly string[], at: number): Timing | undefined {
  const word = words[at] ?? '';
  if (!OPENS.has(word)) return undefined;
  const [next = '', third = ''] = words.slice(at + 1, at + 3);
  const ahead = words.slice(at + 1, at + 1 + REACH);
  const period = ahead.findIndex((w) => PERIOD.test(w) || LIMIT.test(w));
  const timely = (length: number): Timing => ({ role: 'timely', length });
  const late = (length: number): Timing => ({ role: 'late', length });
  switch (word) {
    case 'entro':
      return timely(period < 0 ? 2 : period + 2);
    case 'oltre':
      return period < 0 || /^a[dl]?$/.test(next) ? undefined : late(period + 2);
    case 'fuori':
      return /^(?:termin|temp|orari|tempistic)/.test(next) ? late(2) : undefined;
    case 'dopo':
      return ahead.slice(0, 2).some((w) => /^(?:scadenz|termin)/.test(w)) ? late(3) : undefined;
    case 'da':
      if (next === 'oltre') return late(2);
      return next === 'piu' && third === 'di' ? late(3) : undefined;
    case 'con':
    case 'in':
    case 'nei':
    case 'nel':
      return within(word, next, third, ahead, timely, late);
    default:
      return undefined;
  }
}

type Make = (length: number) => Timing;

function within(
  word: string,
  next: string,
  third: string,
  ahead: readonly string[],
  timely: Make,
  late: Make,
): Timing | undefined {
  if (word === 'con' || word === 'in') {
    if (/^ritard/.test(next)) return late(2);
    if (/^(?:puntualit|tempestivit)/.test(next)) return timely(2);
  }
  if (word === 'in') {
    if (/^(?:orario|giornata|anticipo)$/.test(next)) return timely(2);
    if (next === 'meno' && third === 'di') return timely(3);
    if (next === 'piu' && third === 'di') return late(3);
    if (/^tempo$/.test(next) && /^(?:reale|utile)$/.test(third)) return timely(3);
    if (NUMBER.test(next) && PERIOD.test(third)) return timely(3);
  }
  if (word === 'nei' && LIMIT.test(next)) return timely(2);
  if (word === 'nel' && next === 'rispetto' && ahead.some((w) => LIMIT.test(w))) return timely(ahead.length);
  return undefined;
}
