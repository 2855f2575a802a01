import { Account, type Course } from './account.js';
import { bears, comparedRole } from './bearing.js';
import { type Link, saysPurpose } from './links.js';
import { measureOf } from './measure.js';
import { openingAt } from './openings.js';
import type { NounRole, TreatmentRole } from './roles.js';
import { timingAt } from './timing.js';
import { agrees, isDodged, isParticiple } from './treatments.js';
import { CARRIES_NEGATION, type Known, known, nounAt } from './vocabulary.js';

/**
 * Follows the words of what is measured from its noun to its end: the last thing said to be done to it decides.
 * A complement (`di …`) counts only where the noun says nothing itself; a circumstance (`sui …`, `per …`) never does.
 */
export function follow(words: readonly string[]): Course {
  const walk = new Walk(words);
  for (let at = 0; at < words.length; ) at += walk.step(at);
  return walk.account.course();
}

const ELSEWHERE = /^(?:regione|sede|provincia|comune|citta|paese|europa)$/;

/** `che usano`, `che hanno`; not what they are about: `che riguardano disservizi`. */
const RELATIVE = /^(?!riguard|concern|sono$|hanno$)[a-z]{2,}[aeio]no$/;

/** One pass over the words; every step answers how many of them it took. */
class Walk {
  readonly account = new Account();
  private link: Link = 'head';
  private preposition = '';
  private negated = false;
  /** The noun met last, whether it decided anything or not. */
  private nearest: NounRole = 'thing';
  private readonly words: readonly string[];

  constructor(words: readonly string[]) {
    this.words = words;
  }

  step(at: number): number {
    const word = this.words[at] ?? '';
    const said = known(word);
    if (said.content) return this.content(at, word, said);
    return (
      this.phrase(at, word, said) ??
      (said.opening ? this.opening(at) : undefined) ??
      this.connective(at, word, said) ??
      this.content(at, word, said)
    );
  }

  /** Several words that say one thing. */
  private phrase(at: number, word: string, { timing, joins }: Known): number | undefined {
    if (!timing && joins === undefined) return undefined;
    const next = this.words[at + 1] ?? '';
    if (this.account.standing !== undefined) {
      const third = this.words[at + 2] ?? '';
      const told = timing ? timingAt(this.words, at) : undefined;
      if (told !== undefined) return this.treat(told.role, at, told.length);
      if (joins === 'taken' && next === 'in' && third === 'carico') return this.treat('fixed', at, 3);
      if (word === 'in' && next === 'regola') return this.treat('fixed', at, 2);
      if (word === 'in' && next === 'mora') return this.treat('late', at, 2);
      // Who lives there is there for want of a home of their own.
      if (word === 'in' && next === 'comunita' && this.account.standing.noun === 'minori')
        return this.treat('refused', at, 2);
      // `iscritti da fuori regione`: where from, not what went wrong.
      if (word === 'fuori' && ELSEWHERE.test(next)) return 2;
      // `famiglie che usano l'app dei rifiuti`: what is used says nothing of who uses it.
      if (joins === 'that' && RELATIVE.test(next) && known(next).treatment === undefined) {
        this.link = 'aside';
        return 2;
      }
      if (word === 'in' && next === 'corso') {
        this.link = 'aside';
        return third === 'di' || third === "d'" ? 3 : 2;
      }
      if (joins === 'that' && next === 'non' && /[aeio]no$/.test(third) && !CARRIES_NEGATION.test(third)) {
        this.account.turn('less', `${next} ${third}`, 'failed', 'weak');
        return 3;
      }
      if (joins === 'comparing') return this.compare(word.startsWith('inf'), at);
    }
    if (joins !== 'without' || !/^(?:essere|aver)/.test(next)) return undefined;
    this.negated = true;
    return 2;
  }

  /** Prepositions, articles, negation, separators. */
  private connective(at: number, word: string, { link, joins }: Known): number | undefined {
    if (link !== undefined) {
      // `per la gestione delle richieste`: a complement of a circumstance is still one; `privi di` is one word.
      const stays = link === 'of' && (this.link === 'aside' || this.link === 'without' || this.purpose());
      if (!stays) this.link = link;
      if (link !== 'of') this.preposition = word;
      return 1;
    }
    if (joins === 'not') {
      this.negated = true;
      return 1;
    }
    if (joins === 'article' || (this.negated && joins === 'carrying')) return 1;
    if (joins === 'that') this.link = 'head';
    if (joins === 'separator') {
      const rest = this.words.slice(at + 1);
      const { thing } = measureOf(rest);
      this.link = 'head';
      // After a label the name begins again, unless only a treatment follows: `Reclami: evasi entro 30 giorni`.
      if (nounAt(thing, 0) !== 'thing') this.account.standing = undefined;
      return 1 + rest.length - thing.length;
    }
    return undefined;
  }

  /** What opens a name in two words; after the first noun only what is missed or does not conform still counts. */
  private opening(at: number): number | undefined {
    const found = openingAt(this.words, at);
    if (found === undefined) return undefined;
    const { shown, role, kind, length } = found;
    if (this.account.standing === undefined) this.account.begin(shown, role);
    else if (kind === 'lacking') return undefined;
    else if (kind === 'missed' && this.link !== 'aside') this.account.turn('less', shown, 'failed');
    else if (kind === 'nonconformity') this.meet(shown, role);
    return length;
  }

  private content(at: number, word: string, said: Known): number {
    const { standing } = this.account;
    const noun = said.pairs ? nounAt(this.words, at) : said.noun;
    const treatment = isDodged(word, standing?.noun ?? '') ? 'failed' : said.treatment;
    if (standing === undefined)
      this.account.begin(word, noun === 'thing' && (treatment === 'failed' || treatment === 'poor') ? 'bad' : noun);
    const remedied = this.nearest === 'remedy' && noun === 'bad';
    if (noun !== 'thing') this.nearest = noun;
    if (standing === undefined) return 1;
    // `entrate da recupero dell'evasione`: the trouble is what the remedy is for.
    if (remedied && this.link !== 'without') return 1;
    // `a brevetto scaduto`: said of the trait, whatever it agrees with.
    const ofTrait = this.words[at - 2] === 'a';
    const place = { link: this.link, purpose: this.purpose(), next: () => nounAt(this.words, at + 1) };
    const trait = this.link === 'with' && !this.purpose() && agrees(standing.noun, word);
    const participle =
      treatment !== undefined &&
      treatment !== 'unknown' &&
      (this.link === 'head' || (trait && isParticiple(treatment, word)));
    if ((noun !== 'thing' || this.link === 'without') && !participle) {
      this.meet(word, noun);
      this.negated = false;
    } else if (treatment !== undefined && !ofTrait && bears(standing, treatment, word, place)) {
      // A favourable outcome mends even what was unfavourable: `ricorsi con esito favorevole`.
      this.treat(treatment === 'fair' && this.nearest === 'outcome' && !this.negated ? 'fixed' : treatment, at, 1);
    } else this.negated = false;
    return 1;
  }

  private treat(role: TreatmentRole, at: number, length: number): number {
    this.account.treat(role, this.words.slice(at, at + length).join(' '), this.negated);
    this.negated = false;
    this.link = 'head';
    return length;
  }

  private meet(word: string, role: NounRole): void {
    this.account.meet(word, role, { link: this.link, preposition: this.preposition });
    if (this.link === 'without') this.link = 'aside';
  }

  /** `con valutazione inferiore a 6`, `con degenza inferiore a 3 giorni`, `attese superiori a 30 giorni`. */
  private compare(lower: boolean, at: number): number {
    const said = comparedRole(this.nearest, lower);
    const untouched = this.account.standing?.role === 'bad' && this.account.last === undefined;
    return said === undefined || untouched ? 1 : this.treat(said, at, 3);
  }

  private purpose(): boolean {
    return saysPurpose(this.link, this.preposition);
  }
}
