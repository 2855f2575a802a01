import { italianWeekday } from '../../../domain/calendar/civil-date.js';
import { legalTermOf } from '../../../domain/calendar/legal-term.js';
import type { CivilDate, OnHoliday } from '../../../domain/calendar/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Day, Force } from '../kit/parts/due.js';
import { Fact } from '../kit/parts/fact.js';
import { Parties } from '../kit/parts/people.js';

const ON_HOLIDAY: Record<OnHoliday, string> = {
  stays: words.stepPage.stays,
  'next-working-day': words.stepPage.nextWorkingDay,
  'previous-working-day': words.stepPage.previousWorkingDay,
};

/** The dates of a step, planned and actual, and where its term comes from. */
export function StepDates({ assets, step, directory }: { assets: Assets; step: StepView; directory: Directory }) {
  const { planned } = step;
  const legalTerm = legalTermOf(planned);
  return (
    <section class="ciclo-card" aria-labelledby="date">
      <h2 id="date">{words.stepPage.dates}</h2>
      <dl class="ciclo-facts">
        <Fact label={words.stepPage.window}>{planned.window}</Fact>
        <Fact label={words.stepPage.opens}>
          <FullDay date={planned.opensOn} />
        </Fact>
        <Fact label={words.stepPage.due}>
          <strong>
            <FullDay date={step.dueOn} />
          </strong>{' '}
          <Force assets={assets} force={planned.norm.force} />
        </Fact>
        {step.extended && (
          <Fact label={words.stepPage.plannedDue}>
            <FullDay date={planned.dueOn} />
          </Fact>
        )}
        {step.moved && (
          <Fact label={words.stepPage.nominal}>
            <FullDay date={planned.nominalDueOn} />
          </Fact>
        )}
        {legalTerm !== undefined && legalTerm !== step.dueOn && (
          <Fact label={words.stepPage.legalTerm}>
            <FullDay date={legalTerm} />
          </Fact>
        )}
        <Fact label={words.stepPage.norm}>{planned.norm.citation}</Fact>
        <Fact label={words.stepPage.onHoliday}>{planned.holidayReason ?? ON_HOLIDAY[planned.onHoliday]}</Fact>
        <Fact label={words.stepPage.opened}>
          {step.openedOn === undefined ? words.step.notYet : <FullDay date={step.openedOn} />}
        </Fact>
        {step.actedOn !== undefined && (
          <Fact label={words.stepPage.acted}>
            <FullDay date={step.actedOn} />
          </Fact>
        )}
        {step.completedOn !== undefined && (
          <Fact label={step.status === 'cancelled' ? words.stepStatus.cancelled : words.stepPage.completed}>
            <FullDay date={step.completedOn} />
          </Fact>
        )}
        {step.run > 1 && <Fact label={words.stepPage.run}>{step.run}</Fact>}
        {step.note !== null && step.note !== '' && (
          <Fact label={words.stepPage.note}>{directory.named(step.note)}</Fact>
        )}
      </dl>
    </section>
  );
}

/** Who must act, who decides, who records it, and for whom everybody waits. */
export function StepPeople({ step, directory }: { step: StepView; directory: Directory }) {
  const { owners, participants, board, recorder } = step.planned;
  const running = step.status === 'open' || step.status === 'late';
  return (
    <section class="ciclo-card" aria-labelledby="persone">
      <h2 id="persone">{words.stepPage.people}</h2>
      <dl class="ciclo-facts">
        {running && (
          <Fact label={words.stepPage.waitingFor}>
            <Parties parties={directory.parties(step.waitingFor)} />
          </Fact>
        )}
        <Fact label={words.stepPage.owners}>
          <Parties parties={directory.parties(owners)} />
        </Fact>
        {board !== undefined && (
          <Fact label={words.stepPage.board}>
            <Parties parties={directory.parties([board])} />
          </Fact>
        )}
        {recorder !== undefined && recorder !== board && (
          <Fact label={words.stepPage.recorder}>
            <Parties parties={directory.parties([recorder])} />
          </Fact>
        )}
        {participants.length > 0 && (
          <Fact label={words.stepPage.participants}>
            <Parties parties={directory.parties(participants)} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function FullDay({ date }: { date: CivilDate }) {
  return (
    <span>
      {`${italianWeekday(date)} `}
      <Day date={date} />
    </span>
  );
}
