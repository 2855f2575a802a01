import type { PlanWork } from '../../../../domain/plan-work.js';
import type { Hearing } from '../../../../register/hearings.js';
import type { PlanVersion } from '../../../../register/plans.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import { boardWords } from '../../../../words/board.js';
import { italianDay } from '../../../../words/format.js';
import type { Changes } from '../board/changes.js';
import { ChangesSection } from '../board/changes-section.js';
import { DutyPage } from '../board/duty-page.js';
import { EarlierDecisions } from '../board/earlier-decisions.js';
import type { DutyPageData } from '../board/page-data.js';
import { Callout } from '../officer/parts.js';

/** Where the amendments of a plan stand, for who may propose them. */
export function HomePage({
  data,
  hearing,
  inForce,
  open,
  changes,
  work,
  editor,
}: {
  data: DutyPageData;
  hearing: Hearing;
  inForce: Omit<PlanVersion, 'plan'> | undefined;
  work: PlanWork;
  /** Address of the pages an amendment is written with. */
  editor: string;
  /** Whether the step takes proposals. */
  open: boolean;
  /** Of the proposal before the board. */
  changes?: Changes | undefined;
}) {
  const { frame, duty } = data;
  const { matter } = hearing;
  const pending = matter.phase === 'before-board' ? matter.document : undefined;
  return (
    <DutyPage data={data} overline={duty.step.planned.norm.citation} title={words.title}>
      <p class="lead">{words.lead}</p>
      {inForce === undefined ? (
        <p>{words.none}</p>
      ) : (
        <p>{words.inForce(inForce.version, inForce.inForceFrom === null ? '–' : italianDay(inForce.inForceFrom))}</p>
      )}
      {!open && <p>{words.over}</p>}
      {pending !== undefined && (
        <>
          <Callout assets={frame.assets} kind="info">
            <p>{words.before(pending.planVersion ?? 0)}</p>
            <p>
              <a href={`${duty.here}/documento/${pending.hash}`} target="_blank" rel="noopener">
                {boardWords.read}
              </a>
            </p>
            <p>
              <a href={`${editor}#ritiro`}>{words.withdraw.title}</a>
            </p>
          </Callout>
          {changes !== undefined && <ChangesSection changes={changes} here={duty.here} />}
        </>
      )}
      {work.kind === 'amending' && <p>{words.draft(work.draft, work.inForce)}</p>}
      {open && pending === undefined && inForce !== undefined && (
        <p>
          <a class="btn btn-primary" href={editor}>
            {work.kind === 'in-force' ? words.start : words.goOn}
          </a>
        </p>
      )}
      <EarlierDecisions data={data} hearing={hearing} />
    </DutyPage>
  );
}
