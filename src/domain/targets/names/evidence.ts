import { never } from '../../result.js';
import type { Reason } from '../outcome.js';
import { fold } from '../tokens.js';
import type { Unit } from '../types.js';
import { unitSuffix } from '../units.js';
import type { Step } from './account.js';
import { following, opening, timed, turns } from './sentences.js';
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
  const composed = name.normalize('NFC');
  const folded = fold(composed);
  // Folding takes accents off composed letters, one for one: a word stands where it stood.
  if (folded.length !== composed.length) return { code, message };
  return {
    code,
    message: message.replace(/«[^»]*»/g, (quoted) =>
      quoted.replace(/[a-z]+/g, (word) => lastWritten(word, folded, composed)),
    ),
  };
}

const LETTER = /\p{L}/u;

/** A folded word as the name writes it the last time. */
function lastWritten(word: string, folded: string, name: string): string {
  for (let at = folded.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : folded.lastIndexOf(word, at - 1)) {
    const end = at + word.length;
    if (!LETTER.test(folded[at - 1] ?? '') && !LETTER.test(folded[end] ?? '')) return name.slice(at, end);
  }
  return word;
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
