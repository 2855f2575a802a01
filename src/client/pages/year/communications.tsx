import type { Handler } from 'hono';
import { communicate } from '../../../acts/cycle/communicate.js';
import { type CommunicationRecord, communicationsOf } from '../../../register/communications.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { communicationWords as words } from '../../../words/communications.js';
import { voiceWords } from '../../../words/voices.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { COMMUNICATIONS_PATH, cyclePath } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

/** Who was told what of a cycle, when and by what. */
export function communications({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const [told, directory] = await Promise.all([
      communicationsOf(db, cycle.id),
      directoryOf(db, cycle.entity, frame.today),
    ]);
    const writes = allows(c, 'steer');
    return answer(c, <CommunicationsPage {...{ frame, cycle, told, directory, writes }} done={c.req.query('fatto')} />);
  };
}

interface CommunicationsPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly told: readonly CommunicationRecord[];
  readonly directory: Directory;
  readonly writes: boolean;
  readonly done: string | undefined;
}

const { text, day, status } = columnsOf<CommunicationRecord>();

function CommunicationsPage({ frame, cycle, told, directory, writes, done }: CommunicationsPageProps) {
  const title = words.title(cycle.exercise);
  const { columns } = words;
  return (
    <PlanningPage frame={frame} cycle={cycle} view="communications" title={title} done={done}>
      <p class="lead">{words.lead}</p>
      {writes && (
        <p>
          <a class="btn btn-primary" href={cyclePath(cycle, `${COMMUNICATIONS_PATH}/${communicate.path}`)}>
            {communicate.words.title}
          </a>
        </p>
      )}
      <DataTable
        name="comunicazioni"
        caption={title}
        hideCaption
        columns={[
          text(columns.about, ({ about }) => about, {
            show: ({ about, documentHash }) =>
              documentHash === null ? about : <a href={`/documenti/${documentHash}`}>{about}</a>,
          }),
          text(columns.told, (one) => one.told),
          status(columns.means, ({ means }) => voiceWords.means[means]),
          day(columns.on, ({ onDay }) => onDay),
          text(columns.mails, (one) => words.mails(one)),
          text(columns.note, ({ note }) => note),
          text(columns.by, ({ actor }) => directory.person(actor)),
        ]}
        rows={told}
        empty={<p>{words.none}</p>}
      />
    </PlanningPage>
  );
}
