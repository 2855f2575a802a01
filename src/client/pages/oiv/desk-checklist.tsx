import type { Judged, ToDo } from '../../../domain/oiv/checklist.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { groupBy } from '../../../register/reading/group.js';
import { oivWords } from '../../../words/oiv.js';
import { sentenceCase } from '../../../words/sentence-case.js';
import { wordsOf } from '../../../words/validator.js';
import { cyclePath, OIV_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { verdictColumns } from './verdict.js';

interface ChecklistProps {
  readonly cycle: CycleName;
  readonly checks: readonly Judged[];
  readonly toDo: ToDo;
  readonly writes: boolean;
  /** Whether the step at which the OIV validates is over. */
  readonly decided: boolean;
}

const { text } = columnsOf<Judged>();

/** The check-list: beside each requirement what the register answers today and what the OIV says. */
export function DeskChecklist({ cycle, checks, toDo, writes, decided }: ChecklistProps) {
  const words = wordsOf(oivWords.checklist, cycle.validator);
  const left = words.left(toDo);
  const at = ({ requirement }: Judged): string =>
    cyclePath(cycle, `${OIV_PATH}/lista/${encodeURIComponent(requirement.id)}/giudizio`);
  return (
    <section aria-labelledby="lista">
      <h2 id="lista">{words.title}</h2>
      {checks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <p>
            <strong>{left !== '' ? `${sentenceCase(left)}.` : decided ? words.decided : words.ready}</strong>
          </p>
          {[...groupBy(checks, ({ requirement }) => requirement.criterion)].map(([criterion, members]) => (
            <DataTable
              name="lista-di-controllo"
              caption={criterion}
              part={{ column: words.criterion, value: criterion }}
              columns={[
                text(words.question, ({ requirement }) => requirement.question, {
                  show: ({ requirement }) => (
                    <span class="ciclo-step-name">
                      <span>{requirement.question}</span>
                      <small>{requirement.norm}</small>
                    </span>
                  ),
                }),
                text(oivWords.norm, ({ requirement }) => requirement.norm, { only: 'file' }),
                text(words.register, ({ requirement, answer, evidence }) =>
                  requirement.register === undefined ? undefined : oivWords.answered(answer, evidence),
                ),
                ...verdictColumns<Judged>(
                  cycle.validator,
                  writes
                    ? { title: oivWords.judge, of: ({ requirement }) => requirement.question, href: at }
                    : undefined,
                ),
              ]}
              rows={members}
            />
          ))}
          <TableAway name="lista-di-controllo" caption={words.title} />
        </>
      )}
    </section>
  );
}
