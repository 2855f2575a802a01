import { never } from '../../result.js';
import { fold } from '../tokens.js';
import type { Reason, Unit } from '../types.js';
import { unitSuffix } from '../units.js';
import type { Step } from './course.js';
import type { NounRole, TreatmentRole } from './roles.js';
import type { TimeSense } from './times.js';
import type { View } from './view.js';

/** Why a name is taken to mean more or less, or why it settles nothing: the sentence a person confirms or corrects by. */
export function evidenceOf(view: View): Reason {
  const { sense, trust, time, steps } = view;
  if (time !== undefined) return { code: 'name-time', message: `${sentence(timed(time))}${conclusion(view)}` };
  if (sense === undefined) {
    return {
      code: 'name-open',
      message: `${sentence(opening(steps[0]))}: se sia meglio un valore alto o basso va detto.`,
    };
  }
  const [first] = steps;
  const second = decisive(view);
  if (first === undefined || (first.role === 'thing' && second === undefined)) {
    return {
      code: 'name-silent',
      message: 'Il nome non dice se sia meglio un valore alto o basso: di solito si conta ciò che si vuole ottenere.',
    };
  }
  const told =
    second === undefined
      ? opening(first)
      : first.role === 'thing'
        ? following(second)
        : `${opening(first)}${turns(first, second) ? ', ma' : ' e'} ${following(second)}`;
  return { code: trust === 'weak' ? 'name-leans' : 'name-direction', message: `${sentence(told)}${conclusion(view)}` };
}

/** The word that turned the name its way, or that leaves a doubt. */
function decisive({ steps, trust }: View): Step | undefined {
  if (steps.length < 2) return undefined;
  if (trust === 'weak') return steps.at(-1);
  return steps.findLast((step, i) => i > 0 && step.sense !== steps[i - 1]?.sense);
}

/** The words quoted, with the accents the name gives them. */
export function spelt({ code, message }: Reason, name: string): Reason {
  const originals = new Map((name.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => [fold(word), word]));
  return {
    code,
    message: message.replace(/«[^»]*»/g, (quoted) => quoted.replace(/[a-z]+/g, (word) => originals.get(word) ?? word)),
  };
}

/** Where the unit of a value without one comes from. */
export function unitEvidence(unit: Unit): Reason {
  const message =
    unit.kind === 'score'
      ? `Il nome parla di una scala: il valore è un voto su ${unit.outOf}.`
      : `Il nome dice l’unità di misura: «${unitSuffix(unit).trim()}».`;
  return { code: 'unit-from-name', message };
}

const sentence = (text: string): string => `Nel nome, ${text}`;

function conclusion({ sense, trust, time }: View): string {
  const [low, high] = time === undefined ? ['basso', 'alto'] : ['breve', 'lungo'];
  const way = `più è ${sense === 'less' ? low : high}, meglio è`;
  switch (trust) {
    case 'any':
      return `: ${way}.`;
    case 'share':
      return `: più è alta la quota, meglio è.`;
    case 'weak':
      return `: probabilmente ${way}, ma va detto.`;
    default:
      return never(trust);
  }
}

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

const turns = (first: Step, second: Step): boolean =>
  NEUTRAL.has(first.role) || FAVOURABLE.has(first.role) !== FAVOURABLE.has(second.role);

const NEUTRAL: ReadonlySet<string> = new Set<NounRole>(['work', 'demand', 'container', 'outcome', 'thing']);

function timed({ why, shown }: TimeSense): string {
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

function opening(step: Step | undefined): string {
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

function following(step: Step): string {
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
