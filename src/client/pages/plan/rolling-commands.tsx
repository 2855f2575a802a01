import { rollOver } from '../../../acts/plan/roll-over.js';
import type { PlanStart } from '../../../domain/plan.js';
import { objectiveWords } from '../../../words/objectives.js';
import { rollingWords as words } from '../../../words/rolling.js';
import { Icon } from '../kit/parts/icon.js';
import { OBJECTIVES_PATH, PROPOSALS_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import type { PlanPageData } from './page-data.js';

/** What is done with a plan from year to year: begun from the last one, objectives, targets proposed by offices. */
export function RollingCommands({ data: { frame, shown, work, editor, path } }: { data: PlanPageData }) {
  const begins = work.kind === 'first' && editor !== undefined;
  return (
    <>
      {begins && (
        <li>
          <a href={path(`/${rollOver.path}`)}>
            <Icon assets={frame.assets} name="it-refresh" size="xs" />
            {rollOver.words.title}
          </a>
        </li>
      )}
      {shown !== undefined && (
        <li>
          <a href={path(OBJECTIVES_PATH)}>
            <Icon assets={frame.assets} name="it-chart-line" size="xs" />
            {objectiveWords.title}
          </a>
        </li>
      )}
      {shown !== undefined && (
        <li>
          <a href={path(PROPOSALS_PATH)}>
            <Icon assets={frame.assets} name="it-help-circle" size="xs" />
            {words.proposals.link}
          </a>
        </li>
      )}
    </>
  );
}

const { text } = columnsOf<PlanStart['dropped'][number]>();

/** From which plan this one was begun, and what was not taken over. */
export function StartedFrom({ start }: { start: PlanStart | undefined }) {
  if (start === undefined) return null;
  return (
    <TableSection
      name="non-ripresi"
      anchor="inizio"
      caption={words.droppedTitle}
      lead={<p>{words.started(start.exercise, start.version)}</p>}
      empty={<p>{words.droppedNone}</p>}
      columns={[
        text(words.code, ({ code }) => code),
        text(words.name, ({ name }) => name),
        text(words.why, ({ reason }) => reason),
      ]}
      rows={start.dropped}
    />
  );
}
