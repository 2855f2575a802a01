import { OIV } from '../../domain/entity.js';
import { err, ok } from '../../domain/result.js';
import { documentOf } from '../../register/documents.js';
import { addReportRemark } from '../../register/report-remarks.js';
import { reportWords } from '../../words/report.js';
import { kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { text } from '../readers.js';
import { aCheckpoint } from '../subject.js';

const { remark: words } = reportWords;

/** The OIV remarks on the report of a checkpoint; controllo di gestione answers. */
export const remarkReport = kept({
  verb: 'remark-report',
  path: 'osservazione',
  resource: 'report-remarks',
  scope: 'act',
  on: aCheckpoint,
  fields: { text: text(5) },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: { text: { page: 'testo', value: 'testo', label: words.text, missing: words.missing } },
    done: () => words.done,
  },
  may: () => [OIV],
  notNow: ({ step }) => (step.status === 'done' ? undefined : words.noReport),
  keep: async (tx, { subject: { step }, key, ...acting }, { text: said }) => {
    const report = await documentOf(tx, step.cycle, step.id);
    if (report === undefined) return err([{ text: words.noReport }]);
    await addReportRemark(tx, {
      ...{ key, cycle: step.cycle, checkpoint: step.id, documentHash: report.hash, board: OIV, text: said },
      decision: null,
      ...writtenBy(acting),
    });
    return ok({});
  },
  logs: ({ subject: { step } }, { text: said }) => ({
    action: 'report-remarked',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { remark: said },
  }),
});
