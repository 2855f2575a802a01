import type { Actor } from '../domain/acting.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Refusal } from '../domain/refusal.js';
import type { Result } from '../domain/result.js';
import type { Scope } from '../domain/token.js';
import type { WaveDeps } from '../office/wave/facts.js';
import type { StepRun } from '../register/acts.js';
import type { Db, Register } from '../register/database.js';
import type { LogEntry } from '../register/log.js';
import type { Actions } from './actions.js';
import type { Fields, Values } from './field.js';
import type { Subject } from './subject.js';

/** Where an act is about to be done, before anybody has looked at who does it. */
export interface Place<S> {
  readonly register: Register;
  readonly actions: Actions;
  /**
   * With what a mail is composed to be read before it goes, the data files among it; absent where nothing is read again, as at the
   * command line, but for acts that read files.
   */
  readonly mails?: WaveDeps | undefined;
  readonly entity: string;
  /** What it is done to. */
  readonly subject: S;
  readonly today: CivilDate;
  readonly at: Instant;
  /** Whether it is a rehearsal's. */
  readonly simulated: boolean;
}

/** The same with who does it, and for whom. */
export interface Acting<S> extends Place<S> {
  readonly actor: Actor;
  /** The same request sent twice counts once. */
  readonly key: string;
}

/** What an act answers for a program, by name: pages do not show it, the API and `--json` do. */
export type Facts = Readonly<Record<string, 'text' | 'day' | 'whole' | 'yes-no'>>;
type FactsOf<G extends Facts> = {
  readonly [K in keyof G]: G[K] extends 'whole'
    ? number
    : G[K] extends 'yes-no'
      ? boolean
      : G[K] extends 'day'
        ? CivilDate
        : string;
};

/** The facts of an act of any kind. */
export type AnyFacts = Readonly<Record<string, string | number | boolean>>;

/** How a field is called on each way in, and what helps to fill it in. */
export interface FieldWords {
  /** Its name in the page's form. */
  readonly page: string;
  /** Its option of the command, where it is not its own name. */
  readonly option?: string;
  /** Its place among the command's arguments, by the name that completion knows; absent: it is an option. */
  readonly argument?: string;
  /** What stands for its value in the command's help, by the name that completion knows. */
  readonly value?: string;
  readonly label: string;
  readonly hint?: string;
  /** What is said when it is empty. */
  readonly missing?: string;
  /** What is called what is chosen. */
  readonly options?: Readonly<Record<string, string>>;
  /** Of figures that go together: how each is called in the page's form. */
  readonly parts?: Readonly<Record<string, { readonly page: string; readonly label: string }>>;
}

export interface ActWords<F extends Fields, G extends Facts, S> {
  /** Over the form. */
  readonly title: string;
  /** What it does, in one line: of the command and of the operation. */
  readonly does: string;
  /** What whoever fills in the form is told before, of what it is done to where that matters. */
  readonly lead?: string | ((subject: S) => string);
  readonly submit: string;
  readonly fields: { readonly [K in keyof F]: FieldWords };
  /** What is said afterwards: of what `subject` is, commands say before it. */
  done(facts: FactsOf<G>, values: Values<F>, subject: S): string;
}

export interface Option {
  readonly value: string;
  readonly title: string;
  /** The heading it stands under, with those that follow and have the same. */
  readonly group?: string;
  /** What helps to fill it in. */
  readonly hint?: string;
}

/** How what an act changes stands now: a form shows it, and whoever sends the form later is asked if it has become another. */
export interface Standing {
  /** The same as long as it stands as it does. */
  readonly version: string;
  /** How it stands, in a sentence. */
  readonly said: string;
  /** Whether it has become just what is asked: then somebody has only sent the form twice. */
  reached?(values: Readonly<Record<string, unknown>>): boolean;
  /** Whether what is other than in a version shown before concerns what is asked; absent: whatever it is. */
  concerns?(seen: string): boolean;
}

/** What nothing takes back afterwards: a page shows what was understood, and asks again, before it is done. */
export interface Checks<S> {
  /** What becomes of it once it is done. */
  readonly lead: string | ((subject: S) => string);
  /** Of what is done: the button under what was read again. */
  readonly submit: string;
  /** What it concerns and what it would leave, as that stands now. */
  shows?(place: Place<S>, values: Readonly<Record<string, unknown>>, person: string): Promise<readonly CheckedFact[]>;
  /** Fields that tell a reader nothing. */
  readonly without?: readonly string[];
  /** What is called otherwise where it is done to this one, by name of the field. */
  called?(subject: S): Readonly<Record<string, Partial<Pick<FieldWords, 'label' | 'options'>> | undefined>>;
  /** Where the files that come with it wait while they are read again. */
  keepsFilesAt?(subject: S): StepRun;
}

/** Something a person reads before they confirm. */
export interface CheckedFact {
  readonly label: string;
  readonly value: string | readonly string[];
}

/** What an act answers, or everything that is wrong. */
type Taken<G extends Facts> = Result<FactsOf<G>, readonly Refusal[]>;

interface Described<S, F extends Fields, G extends Facts> {
  /** Of the command: `ciclo extend`. */
  readonly verb: string;
  /** Last part of the page's address. */
  readonly path: string;
  /** Last part of the API's address: `extensions`. */
  readonly resource: string;
  /** What a token must be given for. */
  readonly scope: Scope;
  readonly on: Subject<S>;
  readonly fields: F;
  readonly gives: G;
  readonly words: ActWords<F, G, S>;
  /** Roles that may, on what it is done to. */
  may(subject: S): readonly string[];
  /** Why it can never be done to this one, as to a step of another kind: its workflow would not know what is asked of it. */
  misplaced?(subject: S): string | undefined;
  /**
   * Why it can not be done now, whoever asks and whatever they write: pages say it where the form would stand. A workflow asked all
   * the same says so itself.
   */
  notNow?(subject: S): string | undefined;
  /** Why programs may not do it here, whatever their token is for; absent: they may. */
  barsPrograms?(place: Place<S>): Promise<string | undefined>;
  /**
   * What is wrong with what was written taken together, each at its field, so that it is told beside what is wrong with each alone.
   * @param values as far as they could be read
   * @param misread fields that could not
   */
  together?(
    acting: Acting<S>,
    values: Partial<Values<F>>,
    misread: ReadonlySet<string>,
  ): Promise<readonly Refusal[]> | readonly Refusal[];
  /** Absent: it is done at once, for another act takes it back. */
  readonly checks?: Checks<S>;
  /** Whether it looks at the body's data files: commands read them for it. */
  readonly readsFiles?: true;
  /** What the fields without options of their own offer here. */
  readonly offers?: { readonly [K in keyof F]?: (place: Place<S>) => Promise<readonly Option[]> };
  /** What stands in the fields before anybody writes, by name. */
  starts?(place: Place<S>): Readonly<Record<string, string>>;
  /** What the form shows of how things stand; absent: nothing that could have become another. */
  stands?(place: Place<S>, about: About): Promise<Standing> | Standing;
}

/** What a form is about before anybody writes in it, by name: of an act that changes one of many, which. */
export type About = Readonly<Record<string, unknown>>;

/** Carried out by a workflow, which also puts it on record. */
interface Sent<S, F extends Fields, G extends Facts> extends Described<S, F, G> {
  send(acting: Acting<S>, values: Values<F>): Promise<Taken<G>>;
}

/** Carried out in the register: what is written, what is attached and the line of the log are one transaction. */
export interface Kept<S, F extends Fields, G extends Facts, R = undefined> extends Described<S, F, G> {
  /** What is made of what was written before the register is asked: a file is read here, a transaction awaits queries alone. */
  ready?(acting: Acting<S>, values: Values<F>): Promise<Result<R, readonly Refusal[]>>;
  keep(tx: Db, acting: Acting<S>, values: Values<F>, made: R): Promise<Taken<G>>;
  logs(acting: Acting<S>, values: Values<F>, facts: FactsOf<G>): Line;
  /**
   * What follows once it is on record, and is no part of it: reports are written again, what is kept in memory is read again. Done
   * again for the same request, it must count once.
   */
  follows?(acting: Acting<S>, values: Values<F>, facts: FactsOf<G>): Promise<void>;
}

/** A line of the log, but for what is the same of every act: when, who, for whom, by which way, and that it counts once. */
export type Line = Omit<LogEntry, 'key' | 'at' | 'actor' | 'actingFor' | 'via'>;

/** Something a person can do: what is asked, who may, what happens. Pages, commands and the API are made from it. */
type Act<S, F extends Fields, G extends Facts, R = undefined> = Sent<S, F, G> | Kept<S, F, G, R>;

/** Describes an act that a workflow carries out. */
export const sent = <S, const F extends Fields, const G extends Facts>(one: Sent<S, F, G>): Sent<S, F, G> => one;

/** Describes an act that is carried out in the register. */
export const kept = <S, const F extends Fields, const G extends Facts, R = undefined>(
  one: Kept<S, F, G, R>,
): Kept<S, F, G, R> => one;

/** An act of any kind, where its own types do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: the values an act takes are the ones its own fields read
export type AnyAct = Act<any, any, any, any>;
export type SentAct = Extract<AnyAct, { send: unknown }>;
export type KeptAct = Extract<AnyAct, { keep: unknown }>;

/** What is called a field, and what helps to fill it in. */
export function wordsOf(one: AnyAct, name: string): FieldWords {
  const words: FieldWords | undefined = one.words.fields[name];
  if (words === undefined) throw new Error(`${one.verb} has no field ${name}`);
  return words;
}

/** The same in one line, for a command or the document of the API. */
export function helpOf(one: AnyAct, name: string): string {
  const { label, hint } = wordsOf(one, name);
  return hint === undefined ? label : `${label}. ${hint}`;
}
