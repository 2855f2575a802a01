import type { Accumulation } from '../types.js';
import type { View } from './view.js';

/** A count of things that happened, so each one adds to the year. */
const HAPPENS =
  /^(?:realizzat|effettuat|organizzat|conclus|inviat|svolt|depositat|pubblicat|stipulat|sottoscritt|prodott|newsletter|incontr|riunion|event|seminar|convegn|workshop|webinar|report|presenz|conferenz|volte)/;
/** Counts of what exists at a moment, and results that only stand at the end. */
const STANDING =
  /^(?:iscritt|attiv|esistent|essere|follower|piace|dipendent|registrat|stock|al$|cumulat|giornalier|quotidian|settimanal|mensil|complessivamente)/;
/** `N. partecipanti per corso`: an average, not a count of the year. */
const EACH =
  /^(?:event|incontr|cors|seminar|convegn|iniziativ|dipendent|addett|utent|sede|uffici|ispettor|operator|abitant|edizion|giorn|mese|settiman)/;
const AVERAGE = /^(?:medi|medio|medie|mediamente)$/;
/** `sui media` is the press; `in media` is an average. */
const BEFORE_PRESS: ReadonlySet<string> = new Set(['sui', 'dei', 'social', 'mass', 'nei', 'i', 'ai']);
const COMPLEMENT =
  /^(?:per|con|da|su|in|presso|tramite|mediante|nei|nel|nella|nelle|negli|dal|dalla|dai|sui|sul|sulla|sulle|al|alla|alle|ai|agli)$|^(?:nell|dall|sull|all)'/;
/** In words. */
const LONGEST_HEAD = 8;

/**
 * Whether a counted thing adds up along the year, where the name is plain about it.
 * @param counted the words after `N.`
 */
function accumulationOf(counted: readonly string[]): Accumulation | undefined {
  const end = counted.findIndex((w) => COMPLEMENT.test(w));
  const head = counted.slice(0, end < 0 ? LONGEST_HEAD : Math.min(end, LONGEST_HEAD));
  const average = counted.some((w, i) => AVERAGE.test(w) || (w === 'media' && !BEFORE_PRESS.has(counted[i - 1] ?? '')));
  const each = counted.some((w, i) => w === 'per' && EACH.test(counted[i + 1] ?? ''));
  const happens = head.some((w) => HAPPENS.test(w)) && !counted.some((w) => STANDING.test(w));
  if (happens && !average && !each) return 'accumulates';
  return counted.includes('medio') ? 'level' : undefined;
}

/** What is reached or kept to is a share of what should be. */
export const ASPECTS =
  /^(?:realizzazion|attuazion|completament|raggiungiment|avanzament|rispetto|adempiment|conformita|completezz|soddisf)/;

/** Whether what a name measures adds up over the year or stands at a level; nothing where it is asked. */
export function accumulates(view: View, counter: boolean, counted: readonly string[]): Accumulation | undefined {
  const [first] = view.steps;
  if (view.time !== undefined)
    return /^(?:tempo|tempi|durata)$/.test(view.time.head) || (view.time.why === 'elapsed' && view.measure.average)
      ? 'level'
      : undefined;
  if (counter) {
    const neutral =
      view.sense !== 'less' &&
      !['civic', 'bad', 'cost'].includes(view.role) &&
      !(view.role === 'demand' && view.trust === 'weak');
    return neutral ? accumulationOf(counted) : undefined;
  }
  // How far a project has come grows along the year, but not evenly: whether it accumulates is asked.
  if (first?.role === 'bad' || PROGRESS.test(first?.shown ?? '')) return undefined;
  return view.measure.percent || view.timely || view.role === 'opinion' || ASPECTS.test(first?.shown ?? '')
    ? 'level'
    : undefined;
}

const PROGRESS = /^(?:realizzazion|attuazion|completament|raggiungiment|avanzament|esecuzion|realizzat|attuat)/;
