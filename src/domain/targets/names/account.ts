import { type NounRole, type Sense, senseOfNoun, TRUSTED, type TreatmentRole, type Trust } from './roles.js';
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

const UNKNOWN: Standing = { noun: '', role: 'thing', trust: 'weak' };

/** What a name has said so far, and through which words. */
export class Account {
  standing: Standing | undefined;
  /** The treatment that decided, if one did. */
  last: TreatmentRole | undefined;
  private readonly steps: Step[] = [];

  course(): Course {
    const { steps, last } = this;
    return { ...(this.standing ?? UNKNOWN), steps, ...(last === undefined ? {} : { last }) };
  }

  /** A noun opens the name, or opens it again after a label. */
  begin(noun: string, role: NounRole): void {
    const sense = senseOfNoun(role);
    const trust = TRUSTED.has(role) ? 'any' : 'weak';
    this.standing = { noun, role, trust, ...(sense === undefined ? {} : { sense }) };
    this.last = undefined;
    this.steps.length = 0;
    this.record(noun, role);
  }

  turn(sense: Sense, shown: string, role: TreatmentRole, trust: Trust = 'any'): void {
    this.standing = { ...(this.standing ?? UNKNOWN), sense, trust };
    this.last = role;
    this.record(shown, role);
  }

  private record(shown: string, role: NounRole | TreatmentRole): void {
    const sense = this.standing?.sense;
    this.steps.push({ shown, role, ...(sense === undefined ? {} : { sense }) });
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
  complement(word: string, role: NounRole): void {
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
}
