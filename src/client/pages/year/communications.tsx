import type { Handler } from 'hono';
import { communicate } from '../../../acts/cycle/communicate.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type CommunicationRecord, communicationsOf } from '../../../register/communications.js';
import { cycleOf } from '../../../register/cycles.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type PhaseTold, phasesTold } from '../../../register/telling.js';
import { communicationMailWords } from '../../../words/communication-mail.js';
import { communicationWords as words } from '../../../words/communications.js';
import { voiceWords } from '../../../words/voices.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { COMMUNICATIONS_PATH, cyclePath } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { allows } from '../kit/viewer.js';

const { title: titleOfPhase } = communicationMailWords.phase;

/** Who was told what of a cycle, when and by what. */
export function communications({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const [told, phases, record, directory] = await Promise.all([
      communicationsOf(db, cycle.id),
      phasesTold(db, cycle.id),
      cycleOf(db, cycle.id),
      directoryOf(db, cycle.entity, frame.today),
    ]);
    const writes = allows(c, 'steer');
    const titles = new Map(record?.calendar.phases.map(({ id, number, title }) => [id, titleOfPhase(number, title)]));
    return answer(
      c,
      <CommunicationsPage {...{ frame, cycle, told, phases, titles, directory, writes }} done={c.req.query('fatto')} />,
    );
  };
}

interface CommunicationsPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly told: readonly CommunicationRecord[];
  readonly phases: readonly PhaseTold[];
  /** Of phases, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly directory: Directory;
  readonly writes: boolean;
  readonly done: string | undefined;
}

const { text, day, status } = columnsOf<CommunicationRecord>();

function CommunicationsPage(props: CommunicationsPageProps) {
  const { frame, cycle, told, directory, writes, done } = props;
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
      <h2 id="registrate">{words.registered}</h2>
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
      <PhaseNotices {...props} />
    </PlanningPage>
  );
}

const phaseNotice = columnsOf<PhaseTold>();

/** What went out by itself to who takes part in a phase. */
function PhaseNotices({ phases, titles, directory }: CommunicationsPageProps) {
  const { columns } = words;
  const about = ({ occasion }: PhaseTold): string => {
    const [, phase = '', moment] = /^(.*)-(opened|concluded)$/.exec(occasion) ?? [];
    return words.phases.about(titles.get(phase) ?? phase, moment === 'concluded' ? 'concluded' : 'opened');
  };
  return (
    <TableSection
      name="avvisi-fasi"
      anchor="fasi"
      caption={words.phases.title}
      columns={[
        phaseNotice.text(columns.about, about),
        phaseNotice.text(columns.told, ({ people }) => people.map((one) => directory.person(one)).join(', ')),
        phaseNotice.day(columns.on, ({ at }) => romeDate(at)),
        phaseNotice.text(columns.mails, (one) => words.mails(one)),
      ]}
      rows={phases}
      empty={<p>{words.phases.none}</p>}
    />
  );
}
