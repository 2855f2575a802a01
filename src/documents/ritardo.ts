import type { CivilDate } from '../domain/calendar/types.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, type DocumentContent, type DocumentHeading, day, number, paragraph } from './content.js';
import { type WrittenDocument, writeDocument } from './write.js';

/** Somebody waited for somebody else: what is on record of it. */
export interface Wait {
  /** Titles of roles or names, as they are printed. */
  readonly waiting: string;
  readonly waitedFor: string;
  readonly what: string;
  readonly since: CivilDate;
  /** Absent while it goes on. */
  readonly until?: CivilDate;
}

/** What a notice of delay says. */
export interface DelayNoticeData {
  readonly entity: string;
  readonly exercise: number;
  /** Day it is written. */
  readonly on: CivilDate;
  readonly simulated: boolean;
  /** 1 unless an earlier one is replaced. */
  readonly version?: number;
  /** What is late, as the calendar calls it, the legal term and the norm it comes from. */
  readonly step: string;
  readonly due: CivilDate;
  readonly norm: string;
  /** Calendar days past the term. */
  readonly daysLate: number;
  /** Absent while it is not done. */
  readonly doneOn?: CivilDate;
  /** By when it is expected, when somebody has said so. */
  readonly expectedOn?: CivilDate;
  /** As declared on record, oldest first. */
  readonly reasons: readonly string[];
  readonly waits: readonly Wait[];
  /** Whom it goes to: `Dipartimento della funzione pubblica`. */
  readonly to: readonly string[];
  /** Titles of those who sign. */
  readonly signers: readonly string[];
}

/**
 * The notice of delay with its reasons, ready to be signed (D.Lgs. 150/2009, art. 10, c. 5: the body tells promptly why Piano or
 * Relazione are late). Kind `ritardo`; the caller keeps it with `saveDocument`.
 */
export async function delayNotice(data: DelayNoticeData): Promise<WrittenDocument> {
  return await writeDocument(delayContent(data));
}

function delayContent(data: DelayNoticeData): DocumentContent {
  const heading: DocumentHeading = {
    kind: 'ritardo',
    title: words.delay.subject(data.step),
    entity: data.entity,
    exercise: data.exercise,
    version: data.version ?? 1,
    on: data.on,
    simulated: data.simulated,
  };
  return {
    ...heading,
    landscape: false,
    sections: [
      { level: 2, title: words.delay.facts, blocks: [...factsOf(data)] },
      { level: 2, title: words.delay.reasons, blocks: [reasonsOf(data)] },
      ...(data.waits.length === 0
        ? []
        : [{ level: 2 as const, title: words.delay.waits, blocks: [waitsOf(data.waits)] }]),
      { level: 2, title: words.delay.signature, blocks: [{ kind: 'signature', who: data.signers }] },
    ],
  };
}

function factsOf(data: DelayNoticeData): readonly Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        ...(data.to.length === 0 ? [] : [{ label: words.delay.to, value: data.to.join('; ') }]),
        { label: words.delay.step, value: data.step },
        { label: words.delay.due, value: day(data.due) },
        { label: words.delay.norm, value: data.norm },
        { label: words.delay.days, value: number(data.daysLate) },
      ],
    },
    paragraph(words.delay.draft),
    ...(data.doneOn !== undefined && data.daysLate === 0
      ? [paragraph(words.delay.inTime(data.doneOn, data.due))]
      : lateness(data)),
  ];
}

function lateness(data: DelayNoticeData): readonly Block[] {
  return [
    paragraph(words.delay.notice(data.step, data.due)),
    paragraph(
      [
        words.delay.late(data.daysLate),
        ...(data.doneOn === undefined ? [] : [words.delay.done(data.doneOn)]),
        ...(data.doneOn !== undefined || data.expectedOn === undefined ? [] : [words.delay.expected(data.expectedOn)]),
      ].join(' '),
    ),
  ];
}

const reasonsOf = ({ reasons }: DelayNoticeData): Block =>
  reasons.length === 0
    ? paragraph(words.delay.noReasons)
    : { kind: 'list', ordered: false, items: reasons.map((reason) => [reason]) };

const waitsOf = (waits: readonly Wait[]): Block => ({
  kind: 'table',
  dataset: 'attese',
  caption: words.delay.waits,
  columns: [
    { title: words.delay.waiting, share: 2.5, heads: true },
    { title: words.delay.waitedFor, share: 2.5 },
    { title: words.delay.what, share: 3 },
    { title: words.delay.since, share: 1.2 },
    { title: words.delay.until, share: 1.2 },
  ],
  rows: waits.map((wait) => ({
    cells: [
      wait.waiting,
      wait.waitedFor,
      wait.what,
      day(wait.since),
      wait.until === undefined ? words.delay.still : day(wait.until),
    ],
  })),
});
