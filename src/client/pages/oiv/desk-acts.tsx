import { OIV } from '../../../domain/entity.js';
import type { DocumentRecord } from '../../../register/documents.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { StepRow } from '../../../register/reading/step-view.js';
import { consoleWords } from '../../../words/console.js';
import { oivWords } from '../../../words/oiv.js';
import { wordsOf } from '../../../words/validator.js';
import { stepPath } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';

interface DeskActsProps {
  readonly cycle: CycleName;
  readonly steps: readonly StepRow[];
  /** Documents of validation, and the OIV's reports. */
  readonly documents: readonly DocumentRecord[];
}

const { link, status, day } = columnsOf<StepRow>();
const deposited = columnsOf<DocumentRecord>();

/** The steps at which the OIV decides or writes, and the documents that came of them. */
export function DeskActs({ cycle, steps, documents }: DeskActsProps) {
  const words = wordsOf(oivWords.acts, cycle.validator);
  const own = steps.filter(({ planned }) => planned.board === OIV || planned.owners.includes(OIV));
  return (
    <TableSection
      name="atti-oiv"
      caption={words.title}
      empty={<p>{words.none}</p>}
      columns={[
        link(
          consoleWords.columns.step,
          ({ planned }) => planned.title,
          ({ id }) => stepPath(cycle, id),
        ),
        day(consoleWords.columns.due, ({ dueOn }) => dueOn),
        status(words.state, ({ status: state }) => consoleWords.stepStatus[state]),
      ]}
      rows={own}
    >
      {documents.length > 0 && (
        <DataTable
          name="documenti-oiv"
          caption={words.documents}
          columns={[
            deposited.link(
              words.document,
              ({ title, version }) => oivWords.versionOf(title, version),
              ({ hash }) => `/documenti/${hash}`,
            ),
            deposited.instant(consoleWords.stepPage.frozenOn, ({ frozenAt }) => frozenAt),
          ]}
          rows={documents}
        />
      )}
    </TableSection>
  );
}
