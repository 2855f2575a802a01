import type { CivilDate } from '../domain/calendar/types.js';
import type { Judged, Judgement } from '../domain/oiv/checklist.js';
import type { Interview, OivRemark } from '../domain/oiv/remarks.js';
import { oivWords as words } from '../words/oiv.js';
import {
  type Block,
  type Cell,
  type DocumentContent,
  type DocumentHeading,
  day,
  paragraph,
  percent,
  type Section,
} from './content.js';

/** A figure that was looked at. */
export interface SampledFigure {
  readonly name: string;
  readonly value: string;
  readonly achievement: string | undefined;
  readonly judgement: Judgement;
}

/** What a decision of the OIV says of a document. */
export interface Decided {
  readonly examined: { readonly title: string; readonly hash: string };
  readonly reasons: string;
  readonly act: { readonly number: string | undefined; readonly on: CivilDate | undefined };
}

export interface ValidationData extends Omit<Decided, 'examined'> {
  readonly approved: boolean;
  /** Title and hash of the Relazione that was looked at. */
  readonly relazione: { readonly title: string; readonly hash: string };
  readonly board: string;
  readonly checks: readonly Judged[];
  readonly figures: readonly SampledFigure[];
  readonly remarks: readonly OivRemark[];
  /** With whom the OIV met and when; what was noted is the OIV's. */
  readonly interviews: readonly (Pick<Interview, 'heldOn'> & { readonly office: string })[];
}

/** The document of validation (D.Lgs. 150/2009, art. 14, c. 4, lett. c): outcome with its reasons, then what it rests on. */
export function validationContent(heading: DocumentHeading, data: ValidationData): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      outcome(data),
      { level: 2, title: words.checklist.title, blocks: [checklist(data)] },
      {
        level: 2,
        title: words.figures.title,
        blocks: [data.figures.length === 0 ? paragraph(words.validation.figuresNone) : figures(data)],
      },
      {
        level: 2,
        title: words.remarks.title,
        blocks: [remarksTable(data.remarks)],
      },
      {
        level: 2,
        title: words.validation.interviews,
        blocks: [interviewsTable(data.interviews), { kind: 'signature', who: [data.board] }],
      },
    ],
  };
}

const outcome = ({ approved, relazione, ...decided }: ValidationData): Section => ({
  level: 2,
  title: words.validation.outcome,
  blocks: [
    paragraph((approved ? words.validation.approved : words.validation.rejected)(relazione.title)),
    decisionFacts({ ...decided, examined: relazione }),
  ],
});

/** What was examined, why it was decided so, and the act. @param besides what else there is to say of it */
export const decisionFacts = (
  { examined, reasons, act }: Decided,
  besides: readonly { readonly label: string; readonly value: Cell }[] = [],
): Block => ({
  kind: 'facts',
  facts: [
    ...(reasons === '' ? [] : [{ label: words.validation.reasons, value: reasons }]),
    { label: words.validation.facts.document, value: examined.title },
    { label: words.validation.facts.hash, value: examined.hash },
    ...(act.number === undefined && act.on === undefined
      ? []
      : [{ label: words.validation.facts.act, value: words.validation.actOf(act.number, act.on) }]),
    ...besides,
  ],
});

const checklist = ({ checks }: ValidationData): Block => ({
  kind: 'table',
  dataset: 'lista-di-controllo',
  caption: words.checklist.title,
  columns: [
    { title: words.checklist.criterion, share: 1.6 },
    { title: words.checklist.question, share: 4, heads: true },
    { title: words.norm, share: 2.5 },
    { title: words.checklist.register, share: 3.5 },
    { title: words.verdict, share: 1.2 },
    { title: words.note, share: 3 },
  ],
  rows: checks.map(({ requirement, judgement, answer, evidence }) => ({
    cells: [
      requirement.criterion,
      requirement.question,
      requirement.norm,
      requirement.register === undefined ? '' : words.answered(answer, evidence),
      judgement === undefined ? words.notJudged : words.verdicts[judgement.verdict],
      judgement?.note ?? '',
    ],
  })),
});

const figures = ({ figures: sampled }: ValidationData): Block => ({
  kind: 'table',
  dataset: 'dati-verificati',
  caption: words.figures.title,
  columns: [
    { title: words.figures.indicator, share: 5, heads: true },
    { title: words.figures.value, share: 1.5 },
    { title: words.figures.achievement, figures: true, share: 1.5 },
    { title: words.verdict, share: 1.2 },
    { title: words.note, share: 3.5 },
  ],
  rows: sampled.map(({ name, value, achievement, judgement }) => ({
    cells: [
      name,
      value,
      achievement === undefined ? '' : percent(achievement),
      words.verdicts[judgement.verdict],
      judgement.note,
    ],
  })),
});

/** What the OIV remarked, with what was answered; that it remarked nothing. */
export const remarksTable = (made: readonly OivRemark[]): Block =>
  made.length === 0
    ? paragraph(words.validation.remarksNone)
    : {
        kind: 'table',
        dataset: 'osservazioni',
        caption: words.remarks.title,
        columns: [
          { title: words.remarks.about, share: 1.5 },
          { title: words.remarks.text, share: 4, heads: true },
          { title: words.remarks.answer, share: 4 },
        ],
        rows: made.map(({ about, text, answer }) => ({
          cells: [words.remarks.abouts[about], text, answer?.text ?? words.remarks.waiting],
        })),
      };

/** With whom the OIV met and when, without what was noted; that it met nobody. */
export const interviewsTable = (held: ValidationData['interviews']): Block =>
  held.length === 0
    ? paragraph(words.validation.interviewsNone)
    : {
        kind: 'table',
        dataset: 'incontri',
        caption: words.validation.interviews,
        columns: [{ title: words.interviews.on }, { title: words.interviews.office, share: 4, heads: true }],
        rows: held.map(({ heldOn, office }) => ({ cells: [day(heldOn), office] })),
      };
