import type { CivilDate } from '../domain/calendar/types.js';
import type { Answered } from '../domain/oiv/checklist.js';
import type { DecimalText } from '../domain/targets/types.js';
import { withCorrection } from '../words/act-correction.js';
import { documentWords as words } from '../words/documents.js';
import {
  type Block,
  type DocumentContent,
  type DocumentHeading,
  day,
  number,
  paragraph,
  percent,
  type Section,
} from './content.js';

/** A decision of a board on a document. */
export interface DossierAct {
  readonly document: string;
  readonly board: string;
  /** `approvato`, `respinto con osservazioni` */
  readonly outcome: string;
  readonly number: string | null;
  readonly date: CivilDate | null;
  /** How number and date stood before they were corrected; absent: they never were. */
  readonly corrected?: string | undefined;
  readonly hash: string | null;
}

export interface DossierCheckpoint {
  readonly title: string;
  readonly closedOn: CivilDate | null;
  /** Why it was closed by hand. */
  readonly closeReason: string | null;
  readonly indicators: number;
  readonly measured: number;
  readonly returned: number;
  readonly achievement?: DecimalText;
  readonly coverage?: DecimalText;
}

/** One line of the check-list: what the register answers by itself, or what only the OIV can say. */
export interface DossierCheck extends Answered {
  /** `Conformità`, `Attendibilità`, `Comprensibilità` */
  readonly criterion: string;
  readonly question: string;
}

export interface DossierData {
  readonly acts: readonly DossierAct[];
  readonly checkpoints: readonly DossierCheckpoint[];
  readonly checks: readonly DossierCheck[];
  /** Title of the body that validates. */
  readonly oiv: string;
}

/** What the OIV has before it to validate the Relazione (D.Lgs. 150/2009, art. 14, c. 4, lett. c): acts, checkpoints, check-list. */
export function dossierContent(heading: DocumentHeading, data: DossierData): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      { level: 2, title: words.dossier.acts, blocks: [paragraph(words.dossier.intro), actsTable(data)] },
      { level: 2, title: words.dossier.checkpoints, blocks: [checkpointsTable(data)] },
      { level: 2, title: words.dossier.checklist, blocks: [checklist(data)] },
      conclusion(data),
    ],
  };
}

const actsTable = ({ acts }: DossierData): Block => ({
  kind: 'table',
  dataset: 'atti',
  caption: words.dossier.acts,
  columns: [
    { title: words.dossier.act, share: 3, heads: true },
    { title: words.dossier.decidedBy, share: 2.2 },
    { title: words.dossier.outcome, share: 1.5 },
    { title: words.dossier.number },
    { title: words.dossier.date, share: 1.2 },
    { title: words.dossier.hash, share: 4 },
  ],
  rows: acts.map((act) => ({
    cells: [
      act.document,
      act.board,
      act.outcome,
      withCorrection(act.number ?? '', act.corrected),
      act.date === null ? '' : day(act.date),
      act.hash ?? '',
    ],
  })),
});

/** The checkpoints of a cycle: when they were closed, on how many values, what came of them. */
export const checkpointsTable = ({ checkpoints }: Pick<DossierData, 'checkpoints'>): Block => ({
  kind: 'table',
  dataset: 'monitoraggi',
  caption: words.dossier.checkpoints,
  columns: [
    { title: words.monitoring.checkpoint, share: 3, heads: true },
    { title: words.dossier.closed, share: 1.2 },
    { title: words.dossier.indicators, figures: true },
    { title: words.dossier.measured, figures: true },
    { title: words.dossier.returned, figures: true },
    { title: words.monitoring.achievement, figures: true, share: 1.3 },
    { title: words.monitoring.coverage, figures: true, share: 1.2 },
    { title: words.dossier.closedEarly, share: 2.5 },
  ],
  rows: checkpoints.map((checkpoint) => ({
    cells: [
      checkpoint.title,
      checkpoint.closedOn === null ? '' : day(checkpoint.closedOn),
      number(checkpoint.indicators),
      number(checkpoint.measured),
      number(checkpoint.returned),
      checkpoint.achievement === undefined ? words.monitoring.notComputed : percent(checkpoint.achievement),
      checkpoint.coverage === undefined ? '' : percent(checkpoint.coverage),
      checkpoint.closeReason ?? '',
    ],
  })),
});

const ANSWERS: Readonly<Record<DossierCheck['answer'], string>> = {
  yes: words.dossier.yes,
  no: words.dossier.no,
  'not-known': words.dossier.notKnown,
};

const checklist = ({ checks }: DossierData): Block => ({
  kind: 'table',
  dataset: 'lista-di-controllo',
  caption: words.dossier.checklist,
  columns: [
    { title: words.dossier.criterion, share: 1.5 },
    { title: words.dossier.question, share: 4, heads: true },
    { title: words.dossier.answer, share: 1.5 },
    { title: words.dossier.evidence, share: 4 },
    { title: words.dossier.remarks, share: 3 },
  ],
  rows: checks.map((check) => ({
    cells: [check.criterion, check.question, ANSWERS[check.answer], check.evidence, ''],
  })),
});

const conclusion = ({ oiv }: DossierData): Section => ({
  level: 2,
  title: words.dossier.conclusion,
  blocks: [paragraph(words.dossier.conclusionText), { kind: 'signature', who: [oiv] }],
});
