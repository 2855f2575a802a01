import { answerReport } from '../../../acts/checkpoint/answer-report.js';
import { remarkReport } from '../../../acts/checkpoint/remark-report.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { ReportRemark } from '../../../register/report-remarks.js';
import { italianMoment } from '../../../words/format.js';
import { reportWords as words } from '../../../words/report.js';
import { stepPath } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const { text } = columnsOf<ReportRemark>();

interface ReportRemarksProps {
  readonly cycle: CycleName;
  readonly checkpoint: string;
  readonly remarks: readonly ReportRemark[];
  readonly directory: Directory;
  /** Whether who reads may answer, and whether they may remark. */
  readonly answers: boolean;
  readonly remarksToo: boolean;
}

/** What the board and the OIV remarked on the report of a checkpoint, and what was answered. */
export function ReportRemarks({ cycle, checkpoint, remarks, directory, answers, remarksToo }: ReportRemarksProps) {
  const signed = (said: string, person: string, at: ReportRemark['at']): string =>
    `${said} (${directory.person(person)}, ${italianMoment(at)})`;
  const answered = (remark: ReportRemark): string =>
    remark.answers.map((one) => signed(one.text, one.person, one.at)).join('; ');
  return (
    <section aria-labelledby="osservazioni-rapporto">
      <h2 id="osservazioni-rapporto">{words.title}</h2>
      {remarks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          name="osservazioni-rapporto"
          caption={words.caption}
          hideCaption
          columns={[
            text(words.columns.who, ({ board, decision }) =>
              decision === null ? directory.title(board) : `${directory.title(board)}, ${words.withAct}`,
            ),
            text(words.columns.remark, (remark) => signed(remark.text, remark.person, remark.at)),
            text(words.columns.answer, answered, {
              show: (remark) => (
                <span class="ciclo-actual">
                  <span>{remark.answers.length === 0 ? words.unanswered : answered(remark)}</span>
                  {answers && (
                    <a href={`${stepPath(cycle, checkpoint)}/osservazioni/${remark.id}/${answerReport.path}`}>
                      {words.answer.link}
                      <span class="visually-hidden">{`: ${remark.text}`}</span>
                    </a>
                  )}
                </span>
              ),
            }),
          ]}
          rows={remarks}
        />
      )}
      {remarksToo && (
        <p>
          <a href={`${stepPath(cycle, checkpoint)}/${remarkReport.path}`}>{remarkReport.words.title}</a>
        </p>
      )}
    </section>
  );
}
