import type { Interview, OivRemark } from '../../../domain/oiv/remarks.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { oivWords } from '../../../words/oiv.js';
import { wordsOf } from '../../../words/validator.js';
import { cyclePath, OIV_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

interface RemarksProps {
  readonly cycle: CycleName;
  readonly remarks: readonly OivRemark[];
  /** Whether who looks may remark. */
  readonly writes: boolean;
  /** Whether they may answer. */
  readonly answers: boolean;
}

const remark = columnsOf<OivRemark>();

/** What the OIV remarked, and what was answered. */
export function DeskRemarks({ cycle, remarks, writes, answers }: RemarksProps) {
  const words = wordsOf(oivWords.remarks, cycle.validator);
  const at = ({ id }: OivRemark): string => cyclePath(cycle, `${OIV_PATH}/osservazioni/${id}/risposta`);
  return (
    <section aria-labelledby="osservazioni">
      <h2 id="osservazioni">{words.title}</h2>
      {remarks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          name="osservazioni-oiv"
          caption={words.title}
          hideCaption
          columns={[
            remark.text(words.about, ({ about }) => words.abouts[about]),
            remark.text(words.text, ({ text }) => text),
            remark.text(words.answer, ({ answer }) => answer?.text ?? words.waiting, {
              show: (one) =>
                one.answer?.text ??
                (answers ? (
                  <a href={at(one)}>
                    {words.toAnswer}
                    <span class="visually-hidden">{`: ${one.text}`}</span>
                  </a>
                ) : (
                  <em>{words.waiting}</em>
                )),
            }),
          ]}
          rows={remarks}
        />
      )}
      {writes && (
        <p>
          <a href={cyclePath(cycle, '/osservazione-oiv')}>{words.add}</a>
        </p>
      )}
    </section>
  );
}

interface InterviewsProps {
  readonly cycle: CycleName;
  readonly interviews: readonly Interview[];
  readonly offices: ReadonlyMap<string, string>;
  /** Whether who looks may read what was noted, and write. */
  readonly reads: boolean;
}

const interview = columnsOf<Interview>();

/** With whom the OIV met and when; what was noted only for the OIV. */
export function DeskInterviews({ cycle, interviews, offices, reads }: InterviewsProps) {
  const held = wordsOf(oivWords.interviews, cycle.validator);
  return (
    <section aria-labelledby="incontri">
      <h2 id="incontri">{held.title}</h2>
      <p>{held.lead}</p>
      {interviews.length === 0 ? (
        <p>{held.none}</p>
      ) : (
        <DataTable
          name="incontri-oiv"
          caption={held.title}
          hideCaption
          columns={[
            interview.text(held.office, ({ office }) => offices.get(office) ?? office),
            interview.day(held.on, ({ heldOn }) => heldOn),
            interview.text(held.notes, ({ notes }) => (reads ? notes : held.reserved)),
          ]}
          rows={interviews}
        />
      )}
      {reads && (
        <p>
          <a href={cyclePath(cycle, '/incontro-oiv')}>{held.add}</a>
        </p>
      )}
    </section>
  );
}
