import { nounAt, nounRole } from './lexicon.js';
import { type Link, linkOf } from './links.js';
import { measureOf } from './measure.js';
import { type NounRole, type Sense, senseOfNoun, TRUSTED, type TreatmentRole, type Trust } from './roles.js';
import { timingAt } from './timing.js';
import { agrees, treatmentRole } from './treatments.js';
import { opposite, treated } from './turns.js';

/** What is known of the measured thing after each word of the name. */
export interface Standing {
  readonly sense?: Sense;
  readonly trust: Trust;
  /** The noun it began with. */
  readonly noun: string;
  readonly role: NounRole;
}

/** A word that changed what was known, for the sentence a person reads. */
export interface Step {
  readonly shown: string;
  readonly role: NounRole | TreatmentRole;
  /** Which way the name pointed after it. */
  readonly sense?: Sense;
}

export interface Course extends Standing {
  readonly steps: readonly Step[];
  /** The treatment that decided, if one did. */
  readonly last?: TreatmentRole;
}

/**
 * Follows the words of what is measured from its noun to its end: the last thing said to be done to it decides.
 * A complement (`di …`) counts only where the noun says nothing itself; a circumstance (`sui …`, `per …`) never does.
 */
export function follow(words: readonly string[]): Course {
  const walk = new Walk(words);
  for (let at = 0; at < words.length; ) at += walk.step(at);
  return walk.course();
}

const UNKNOWN: Standing = { noun: '', role: 'thing', trust: 'weak' };
/** Words that leave a `non` standing: `non ancora evase`, `che non hanno superato`. */
const CARRIES_NEGATION =
  /^(?:e|sono|ancora|stat[oaie]|essere|ha|hanno|aver|avere|si|risultan?o?|veng[oa]n?o?|piu|del|tutto|piena?mente)$/;
const ARTICLE = /^(?:il|lo|la|i|gli|le|l'|un|uno|una|un')$/;
const LACK = /^(?:assenza|mancanza|carenza)$/;
const FAILING = /^mancat[oaie]$/;
const FEWER = /^minor[ei]?$/;
const SEPARATOR = /^[:–—-]$/;
/** After `per`, only what went wrong says something of the thing; anything else is what it is for. */
const CAUSE = /^(?:error|ritard|carenz|difett|inadempi|negligenz|guast)/;

/** Things of which what is said of their complement is not said. */
const OFFERED: ReadonlySet<NounRole> = new Set<NounRole>(['output', 'good', 'opinion', 'remedy', 'civic', 'demand']);

/** One pass over the words; every step answers how many of them it took. */
class Walk {
  private standing: Standing | undefined;
  private link: Link = 'head';
  private preposition = '';
  private negated = false;
  private last: TreatmentRole | undefined;
  /** The noun met last, whether it decided anything or not. */
  private nearest: NounRole = 'thing';
  private readonly steps: Step[] = [];
  private readonly words: readonly string[];

  constructor(words: readonly string[]) {
    this.words = words;
  }

  course(): Course {
    const { steps, last } = this;
    return { ...(this.standing ?? UNKNOWN), steps, ...(last === undefined ? {} : { last }) };
  }

  step(at: number): number {
    const word = this.words[at] ?? '';
    return this.phrase(at, word) ?? this.connective(at, word) ?? this.lack(at, word) ?? this.content(at, word);
  }

  /** Several words that say one thing. */
  private phrase(at: number, word: string): number | undefined {
    const [next, third] = [this.words[at + 1] ?? '', this.words[at + 2] ?? ''];
    if (this.standing !== undefined) {
      const timing = timingAt(this.words, at);
      if (timing !== undefined) return this.treat(timing.role, at, timing.length);
      if (/^pres[oaie]$/.test(word) && next === 'in' && third === 'carico') return this.treat('fixed', at, 3);
      if (word === 'in' && next === 'corso') {
        this.link = 'aside';
        return third === 'di' || third === "d'" ? 3 : 2;
      }
      if (word === 'che' && next === 'non' && /[aeio]no$/.test(third) && !CARRIES_NEGATION.test(third)) {
        this.turn('less', `${next} ${third}`, 'failed', 'weak');
        return 3;
      }
      if (/^(?:inferior|superior)[ei]$/.test(word)) return this.compare(word.startsWith('inf'), at);
    }
    if (word === 'senza' && /^(?:essere|aver)/.test(next)) {
      this.negated = true;
      return 2;
    }
    if (word === 'non' && next === 'conformita') {
      if (this.standing === undefined) this.begin('non conformità', 'bad');
      return 2;
    }
    return undefined;
  }

  /** Prepositions, articles, negation, separators. */
  private connective(at: number, word: string): number | undefined {
    const link = linkOf(word);
    if (link !== undefined) {
      // `per la gestione delle richieste`: a complement of a circumstance is still one; `privi di` is one word.
      const stays = link === 'of' && (this.link === 'aside' || this.link === 'without' || this.purpose());
      if (!stays) this.link = link;
      if (link !== 'of') this.preposition = word;
      return 1;
    }
    if (word === 'non') {
      this.negated = true;
      return 1;
    }
    if (ARTICLE.test(word) || (this.negated && CARRIES_NEGATION.test(word))) return 1;
    if (word === 'che') this.link = 'head';
    if (SEPARATOR.test(word)) {
      const rest = this.words.slice(at + 1);
      const { thing } = measureOf(rest);
      this.link = 'head';
      // After a label the name begins again, unless only a treatment follows: `Reclami: evasi entro 30 giorni`.
      if (nounAt(thing, 0) !== 'thing') this.standing = undefined;
      return 1 + rest.length - thing.length;
    }
    return undefined;
  }

  /** `Mancata riscossione`, `Assenza di barriere`: what is missed is bad, unless what is missing was. */
  private lack(at: number, word: string): number | undefined {
    if (FAILING.test(word)) {
      const missed = this.words[at + 1] ?? '';
      if (this.standing === undefined) this.begin(`${word} ${missed}`.trim(), 'bad');
      else if (this.link !== 'aside') this.turn('less', `${word} ${missed}`.trim(), 'failed');
      return 2;
    }
    if (this.standing !== undefined) return undefined;
    if (FEWER.test(word)) return this.fewer(at, word);
    if (!LACK.test(word)) return undefined;
    const length = this.words.slice(at + 1, at + 4).findIndex((w) => linkOf(w) === undefined) + 1;
    const lacked = this.words[at + length] ?? '';
    if (nounRole(lacked) !== 'bad') {
      this.begin(word, 'bad');
      return 1;
    }
    this.begin(`${word} di ${lacked}`, 'good');
    return length + 1;
  }

  /** `Minori entrate`, `Minori spese`; of `Minori presi in carico` it is a noun. */
  private fewer(at: number, word: string): number | undefined {
    const noun = this.words[at + 1] ?? '';
    const role = nounRole(noun);
    if (role !== 'good' && role !== 'cost' && role !== 'bad') return undefined;
    this.begin(`${word} ${noun}`, role === 'good' ? 'bad' : 'good');
    return 2;
  }

  private content(at: number, word: string): number {
    const [noun, treatment] = [nounAt(this.words, at), treatmentRole(word)];
    const opens = this.standing === undefined;
    if (opens) this.begin(word, noun === 'thing' && (treatment === 'failed' || treatment === 'poor') ? 'bad' : noun);
    if (noun !== 'thing') this.nearest = noun;
    if (opens) return 1;
    const participle = treatment !== undefined && treatment !== 'unknown' && this.link === 'head';
    if ((noun !== 'thing' || this.link === 'without') && !participle) {
      this.meet(word, noun);
      this.negated = false;
    } else if (treatment !== undefined && this.bears(treatment, word, nounAt(this.words, at + 1))) {
      // A favourable outcome mends even what was unfavourable: `ricorsi con esito favorevole`.
      this.treat(treatment === 'fair' && this.nearest === 'outcome' ? 'fixed' : treatment, at, 1);
    } else this.negated = false;
    return 1;
  }

  private begin(noun: string, role: NounRole): void {
    const sense = senseOfNoun(role);
    const trust = TRUSTED.has(role) ? 'any' : 'weak';
    this.standing = { noun, role, trust, ...(sense === undefined ? {} : { sense }) };
    this.last = undefined;
    this.steps.length = 0;
    this.record(noun, role);
  }

  private turn(sense: Sense, shown: string, role: TreatmentRole, trust: Trust = 'any'): void {
    this.standing = { ...(this.standing ?? UNKNOWN), sense, trust };
    this.last = role;
    this.record(shown, role);
  }

  private record(shown: string, role: NounRole | TreatmentRole): void {
    const sense = this.standing?.sense;
    this.steps.push({ shown, role, ...(sense === undefined ? {} : { sense }) });
  }

  private treat(role: TreatmentRole, at: number, length: number): number {
    const before = this.standing ?? UNKNOWN;
    const after = treated(before, role, this.negated);
    const shown = this.words.slice(at, at + length).join(' ');
    if (after !== before) {
      this.standing = after;
      this.last = this.negated ? opposite(role) : role;
      this.record(this.negated ? `non ${shown}` : shown, this.last);
    }
    this.negated = false;
    this.link = 'head';
    return length;
  }

  /** A noun after the first one. */
  private meet(word: string, role: NounRole): void {
    if (this.standing === undefined) return;
    if (this.link === 'without') {
      const relief = ['bad', 'cost', 'civic', 'demand'].includes(role);
      const trust = role === 'demand' ? 'weak' : 'any';
      this.turn(relief ? 'more' : 'less', `${this.preposition} ${word}`, relief ? 'fixed' : 'failed', trust);
      this.link = 'aside';
    } else if (this.link === 'of' || this.link === 'head') this.complement(word, role);
    else if (this.link === 'with' && role === 'bad' && (!this.purpose() || CAUSE.test(word))) {
      this.turn('less', `${this.preposition} ${word}`, 'failed', this.standing.role === 'output' ? 'weak' : 'any');
    }
  }

  /** `Episodi di bullismo`, `Procedimenti disciplinari`: decides where the noun before it says nothing. */
  private complement(word: string, role: NounRole): void {
    const { standing } = this;
    if (standing === undefined || standing.trust !== 'weak' || this.last !== undefined) return;
    if (standing.role !== 'container' && standing.role !== 'thing' && standing.role !== 'work') return;
    const sense = senseOfNoun(role);
    if (role === 'civic') this.standing = { noun: standing.noun, role, trust: 'weak' };
    else if (sense !== undefined && TRUSTED.has(role)) {
      this.standing = { noun: standing.noun, role, sense, trust: standing.role === 'container' ? 'any' : 'weak' };
    } else return;
    this.record(word, role);
  }

  /** `con valutazione inferiore a 6`, `con degenza inferiore a 3 giorni`, `attese superiori a 30 giorni`. */
  private compare(lower: boolean, at: number): number {
    const wanted = this.nearest === 'opinion' || this.nearest === 'good';
    const unwanted = ['elapsed', 'age', 'bad', 'cost'].includes(this.nearest);
    const untouched = this.standing?.role === 'bad' && this.last === undefined;
    if ((!wanted && !unwanted) || untouched) return 1;
    return this.treat(wanted === lower ? 'late' : 'timely', at, 3);
  }

  private purpose(): boolean {
    return this.link === 'with' && this.preposition === 'per';
  }

  /** Whether a participle is said of the thing itself, not of a complement or a circumstance of it. */
  private bears(role: TreatmentRole, word: string, next: NounRole): boolean {
    const { standing, link } = this;
    if (standing === undefined) return false;
    const said = agrees(standing.noun, word);
    if (role === 'unknown' && !said) return false;
    if (link === 'aside' || this.purpose()) return said && role !== 'unknown' && standing.role !== 'output';
    // `giudizi di scarsa soddisfazione`
    if (role === 'poor' && (next === 'opinion' || next === 'good')) return true;
    // What a body offers is not judged by what is said of those it is for.
    return said || link !== 'of' || !OFFERED.has(standing.role);
  }
}
