import { type Link, saysPurpose } from './links.js';
import { type NounRole, type Sense, senseOfNoun, TRUSTED, type TreatmentRole, type Trust } from './roles.js';
import type { Standing } from './standing.js';
import { opposite, treated } from './turns.js';

/** A word that changed what was known, for the sentence a person reads. */
export interface Step {
  readonly shown: string;
  readonly role: NounRole | TreatmentRole;
  /** Which way the name pointed after it. */
  readonly sense: Sense | undefined;
}

export interface Course extends Standing {
  readonly steps: readonly Step[];
  /** The treatment that decided, if one did. */
  readonly last: TreatmentRole | undefined;
}

const UNKNOWN: Standing = { sense: undefined, trust: 'weak', noun: '', role: 'thing' };

/** After `per`, only what went wrong says something of the thing; anything else is what it is for. */
const CAUSE = /^(?:error|ritard|carenz|difett|inadempi|negligenz|guast)/;

/** How a word is led to: its link to the thing, and the preposition met last. */
interface Lead {
  readonly link: Link;
  readonly preposition: string;
}

/** What a name has said so far, and through which words. */
export class Account {
  standing: Standing | undefined;
  /** The treatment that decided, if one did. */
  last: TreatmentRole | undefined;
  private readonly steps: Step[] = [];

  course(): Course {
    const { sense, trust, noun, role } = this.standing ?? UNKNOWN;
    return { sense, trust, noun, role, steps: this.steps, last: this.last };
  }

  /** A noun opens the name, or opens it again after a label. */
  begin(noun: string, role: NounRole): void {
    this.standing = { sense: senseOfNoun(role), trust: TRUSTED.has(role) ? 'any' : 'weak', noun, role };
    this.last = undefined;
    this.steps.length = 0;
    this.record(noun, role);
  }

  turn(sense: Sense, shown: string, role: TreatmentRole, trust: Trust = 'any'): void {
    const { noun, role: of } = this.standing ?? UNKNOWN;
    this.standing = { sense, trust, noun, role: of };
    this.last = role;
    this.record(shown, role);
  }

  private record(shown: string, role: NounRole | TreatmentRole): void {
    this.steps.push({ shown, role, sense: this.standing?.sense });
  }

  /** Something is said to be done to the thing, or not to be. */
  treat(role: TreatmentRole, shown: string, negated: boolean): void {
    const before = this.standing ?? UNKNOWN;
    const after = treated(before, role, negated);
    if (after !== before) {
      this.standing = after;
      this.last = negated ? opposite(role) : role;
      this.record(negated ? `non ${shown}` : shown, this.last);
    }
  }

  /** `Episodi di bullismo`, `Procedimenti disciplinari`: decides where the noun before it says nothing. */
  private complement(word: string, role: NounRole): void {
    const { standing } = this;
    if (standing === undefined || standing.trust !== 'weak' || this.last !== undefined) return;
    if (standing.role !== 'container' && standing.role !== 'thing' && standing.role !== 'work') return;
    const sense = senseOfNoun(role);
    if (role === 'civic') this.standing = { sense: undefined, trust: 'weak', noun: standing.noun, role };
    else if (sense !== undefined && TRUSTED.has(role)) {
      this.standing = { sense, trust: standing.role === 'container' ? 'any' : 'weak', noun: standing.noun, role };
    } else return;
    this.record(word, role);
  }

  /** A noun after the first one, with the preposition that leads to it. */
  meet(word: string, role: NounRole, { link, preposition }: Lead): void {
    const { standing } = this;
    if (standing === undefined) return;
    if (link === 'without') {
      const relief = ['bad', 'cost', 'civic', 'demand'].includes(role);
      const trust = role === 'demand' ? 'weak' : 'any';
      this.turn(relief ? 'more' : 'less', `${preposition} ${word}`, relief ? 'fixed' : 'failed', trust);
    } else if (link === 'of' || link === 'head') this.complement(word, role);
    else if (link === 'with' && role === 'bad' && (!saysPurpose(link, preposition) || CAUSE.test(word))) {
      this.turn('less', `${preposition} ${word}`, 'failed', standing.role === 'output' ? 'weak' : 'any');
    }
  }
}
