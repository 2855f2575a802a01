import { cycleId } from '../../domain/cycle-id.js';
import { ok } from '../../domain/result.js';
import { documentsOf } from '../../register/documents.js';
import { addReportAnswer, type ReportRemark, reportRemarksOf } from '../../register/report-remarks.js';
import { reportWords } from '../../words/report.js';
import { kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import type { Subject } from '../subject.js';

const { answer: words } = reportWords;

interface RemarkOnReport extends ReportRemark {
  /** Title of the report, as it was deposited. */
  readonly report: string;
}

/** A remark on the report of a checkpoint, by its number. */
const aReportRemark: Subject<RemarkOnReport> = {
  api: '/cycles/{entity}/{exercise}/report-remarks/{remark}',
  argument: { name: 'osservazione', help: 'numero dell’osservazione su un rapporto di monitoraggio' },
  ofCycle: true,
  find: async ({ db }, { entity, exercise = 0, name }) => {
    const cycle = cycleId({ entity, exercise });
    const remark = (await reportRemarksOf(db, cycle)).find(({ id }) => String(id) === name);
    if (remark === undefined) return undefined;
    const reports = await documentsOf(db, cycle);
    return {
      ...remark,
      report: reports.find(({ hash }) => hash === remark.documentHash)?.title ?? words.subject(remark.id),
    };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await reportRemarksOf(db, cycleId({ entity, exercise }))).map(({ id }) => String(id)),
  unknown: words.unknown,
  title: ({ report }) => report,
  id: ({ cycle, id }) => `${cycle}/osservazione/${id}`,
};

/** Controllo di gestione answers what was remarked on a report. */
export const answerReport = kept({
  verb: 'answer-report',
  path: 'risposta',
  resource: 'answers',
  scope: 'steer',
  on: aReportRemark,
  fields: { text: text(5) },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    lead: ({ text: said, answers }) => words.stands(said, answers.length),
    submit: words.submit,
    fields: { text: { page: 'testo', value: 'testo', label: words.text, missing: words.missing } },
    done: () => words.done,
  },
  may: steering,
  stands: async ({ subject: { text: said, answers } }) => ({
    version: `${answers.length}`,
    said: words.stands(said, answers.length),
  }),
  keep: async (tx, { subject: { cycle, id }, key, ...acting }, { text: said }) => {
    await addReportAnswer(tx, { ...{ key, cycle, remark: id, text: said }, ...writtenBy(acting) });
    return ok({});
  },
  logs: ({ subject: { cycle, checkpoint, id } }, { text: said }) => ({
    action: 'report-answered',
    subject: words.subject(id),
    cycle,
    step: checkpoint,
    detail: { remark: said },
  }),
});
