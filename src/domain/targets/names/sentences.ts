import { never } from '../../result.js';
import type { Step } from './account.js';
import type { NounRole, TreatmentRole } from './roles.js';
import type { TimeSense } from './times.js';

const FAVOURABLE: ReadonlySet<string> = new Set<NounRole | TreatmentRole>([
  'good',
  'opinion',
  'output',
  'remedy',
  'fixed',
  'done',
  'spent',
  'fair',
  'timely',
  'unknown',
]);

/** Whether the second word takes back what the first one says. */
export const turns = (first: Step, second: Step): boolean =>
  NEUTRAL.has(first.role) || FAVOURABLE.has(first.role) !== FAVOURABLE.has(second.role);

const NEUTRAL: ReadonlySet<string> = new Set<NounRole>(['work', 'demand', 'container', 'outcome', 'thing']);

/** What a time is of. */
export function timed({ why, shown }: TimeSense): string {
  switch (why) {
    case 'elapsed':
      return `«${shown}» misura quanto si aspetta`;
    case 'supplied':
      return `«${shown}» dice che è un tempo offerto o dovuto`;
    case 'bad':
      return `si conta il tempo di «${shown}», un fatto sfavorevole`;
    case 'failed':
      return `«${shown}» dice che non è stato fatto`;
    default:
      return never(why);
  }
}

/** A word and what it stands for. */
type Said = Pick<Step, 'shown' | 'role'>;

/** What the noun of a name says. */
export function opening(step: Said | undefined): string {
  if (step === undefined) return 'nessuna parola dice il verso';
  const shown = `«${step.shown}»`;
  switch (step.role) {
    case 'bad':
      return `${shown} è un fatto sfavorevole`;
    case 'cost':
      return `${shown} è qualcosa che si spende o si consuma`;
    case 'good':
      return `${shown} è un risultato favorevole`;
    case 'opinion':
      return `${shown} è il giudizio di chi riceve il servizio`;
    case 'output':
      return `${shown} è un’attività da svolgere`;
    case 'remedy':
      return `${shown} dice che si pone rimedio`;
    case 'civic':
      return `${shown} è un atto dovuto o un fatto che non dipende dall’ufficio`;
    case 'range':
      return `${shown} può essere buono in un verso o nell’altro`;
    case 'rank':
      return `${shown} è un posto in una classifica`;
    case 'age':
      return `${shown} cresce con il tempo trascorso`;
    case 'elapsed':
      return `${shown} misura un anticipo o un ritardo in giorni`;
    case 'demand':
    case 'work':
    case 'container':
    case 'outcome':
    case 'thing':
      return `${shown} non dice il verso`;
    default:
      return following({ shown: step.shown, role: step.role });
  }
}

/** What a word after the noun says of it. */
export function following(step: Said): string {
  const shown = `«${step.shown}»`;
  switch (step.role) {
    case 'fixed':
      return `${shown} dice che vi si è provveduto o posto rimedio`;
    case 'done':
      return `${shown} dice di un risultato ottenuto`;
    case 'spent':
      return `${shown} dice che le risorse sono andate a buon fine`;
    case 'kept':
      return `${shown} dice solo che ce ne sono stati`;
    case 'found':
      return `${shown} dice che se ne sono trovati`;
    case 'failed':
      return `${shown} dice che qualcosa non è andato a buon fine`;
    case 'lapsed':
      return `${shown} dice che il diritto si è perso`;
    case 'granted':
      return `${shown} dice che è stato concesso`;
    case 'refused':
      return `${shown} dice di un rifiuto`;
    case 'unclear':
      return `${shown} può essere un bene o un male`;
    case 'fair':
      return `${shown} dice di qualcosa che si vuole`;
    case 'poor':
      return `${shown} dice di qualcosa che non si vuole`;
    case 'unknown':
      return `${shown} sembra dire che è stato fatto`;
    case 'timely':
      return `${shown} dice che il tempo previsto è rispettato`;
    case 'late':
      return `${shown} dice che il tempo previsto è passato`;
    default:
      return opening({ shown: step.shown, role: step.role });
  }
}
