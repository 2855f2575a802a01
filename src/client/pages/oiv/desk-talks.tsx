import type { Interview, OivRemark } from '../../../domain/oiv/remarks.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { oivWords } from '../../../words/oiv.js';
import { wordsOf } from '../../../words/validator.js';
import { cyclePath, OIV_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

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
    <TableSection
      name="osservazioni-oiv"
      anchor="osservazioni"
      caption={words.title}
      empty={<p>{words.none}</p>}
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
    >
      {writes && (
        <p>
          <a href={cyclePath(cycle, '/osservazione-oiv')}>{words.add}</a>
        </p>
      )}
    </TableSection>
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
    <TableSection
      name="incontri-oiv"
      anchor="incontri"
      caption={held.title}
      lead={<p>{held.lead}</p>}
      empty={<p>{held.none}</p>}
      columns={[
        interview.text(held.office, ({ office }) => offices.get(office) ?? office),
        interview.day(held.on, ({ heldOn }) => heldOn),
        interview.text(held.notes, ({ notes }) => (reads ? notes : held.reserved)),
      ]}
      rows={interviews}
    >
      {reads && (
        <p>
          <a href={cyclePath(cycle, '/incontro-oiv')}>{held.add}</a>
        </p>
      )}
    </TableSection>
  );
}
