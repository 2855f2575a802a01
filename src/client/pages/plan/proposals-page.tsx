import type { Context, Handler } from 'hono';
import { proposeTarget } from '../../../acts/plan/propose-target.js';
import { settleTarget } from '../../../acts/plan/settle-target.js';
import { officeRole } from '../../../domain/entity.js';
import { resultText, targetText } from '../../../domain/findings/walk.js';
import type { Indicator } from '../../../domain/plan.js';
import { draftIn } from '../../../domain/plan-work.js';
import { officeIndicators } from '../../../domain/rolling/office-indicators.js';
import { type TargetProposal, targetYears } from '../../../domain/rolling/proposal.js';
import { capacitiesOf } from '../../../register/people.js';
import { planVersion } from '../../../register/plans.js';
import { targetProposalsOf } from '../../../register/target-proposals.js';
import { rollingWords } from '../../../words/rolling.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { Fact } from '../kit/parts/fact.js';
import { PROPOSALS_PATH, planPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { doneIn } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { takePlanAct } from './take-plan-act.js';

const words = rollingWords.proposals;

/** Targets offices propose for their indicators, and what controllo di gestione makes of each. */
export const proposalsPage =
  (site: Site): Handler =>
  (c) =>
    show(site, c);

/** An office proposes a target. */
export const takeProposal = (site: Site): Handler =>
  takePlanAct(site, proposeTarget, {
    page: PROPOSALS_PATH,
    named: 'indicator',
    again: (c, refused) => show(site, c, refused),
  });

/** Controllo di gestione decides on one. */
export const takeSettlement = (site: Site): Handler =>
  takePlanAct(site, settleTarget, {
    page: PROPOSALS_PATH,
    named: 'proposal',
    again: (c, refused) => show(site, c, refused),
  });

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await planPageData(site, c);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const { entity, exercise } = data.cycle;
  const sender = senderOf(c);
  const [proposals, draft, capacities] = await Promise.all([
    targetProposalsOf(db, entity, exercise),
    planVersion(db, entity, exercise, draftIn(data.work)),
    sender === undefined ? [] : capacitiesOf(db, entity, sender.person, data.frame.today),
  ]);
  const offices = new Set(capacities.map(({ role }) => role));
  const indicators = (draft === undefined ? [] : officeIndicators(draft.plan)).filter(
    ({ office, repeats }) => offices.has(officeRole(office)) && repeats === undefined,
  );
  return answer(
    c,
    <ProposalsPage
      {...{ data, proposals, indicators, refused }}
      hasDraft={draft !== undefined}
      settles={allows(c, 'steer')}
      done={doneIn(c)}
    />,
    refused === undefined ? 200 : 422,
  );
}

interface ProposalsPageProps {
  readonly data: PlanPageData;
  readonly proposals: readonly TargetProposal[];
  /** Of the offices who looks answers for. */
  readonly indicators: readonly Indicator[];
  readonly hasDraft: boolean;
  readonly settles: boolean;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function ProposalsPage(props: ProposalsPageProps) {
  const { data, proposals, hasDraft, settles, refused, done } = props;

  const settled = proposals.filter((one) => one.settled !== undefined);
  return (
    <PlanSubpage data={data} title={words.title} done={done}>
      <Summary refused={refused} />
      <p class="lead">{words.lead}</p>
      {!hasDraft && <p>{words.noDraft}</p>}
      {hasDraft && <Mine {...props} />}
      <Open {...props} />
      {settled.length > 0 && <Settled data={data} proposals={settled} />}
      {settles && proposals.length === 0 && hasDraft && <p>{words.openNone}</p>}
    </PlanSubpage>
  );
}

function Mine({ data, indicators, proposals, refused }: ProposalsPageProps) {
  const { cycle } = data;
  if (indicators.length === 0) return null;
  const years = targetYears(cycle.exercise);
  const options = years.map((year) => ({ value: String(year), title: String(year) }));
  return (
    <section aria-labelledby="miei">
      <h2 id="miei">{words.mine}</h2>
      {indicators.map((indicator) => {
        const open = proposals.filter((one) => one.indicator === indicator.code && one.settled === undefined);
        return (
          <article class="ciclo-card" aria-labelledby={`indicatore-${indicator.code}`}>
            <h3 id={`indicatore-${indicator.code}`}>{`${indicator.code} ${indicator.name}`}</h3>
            <dl class="ciclo-facts">
              <Fact label={words.result(cycle.exercise - 1)}>
                {resultText(indicator, cycle.exercise - 1) || words.nothing}
              </Fact>
              {years.map((year) => (
                <Fact label={`${words.now} ${year}`}>{targetText(indicator, year) || words.nothing}</Fact>
              ))}
              {open.map((one) => (
                <Fact label={`${words.proposed} ${one.year}`}>{one.text}</Fact>
              ))}
            </dl>
            <ActForm
              of={{ act: proposeTarget, notNow: undefined, seen: '', offers: { targetYear: options } }}
              action={planPath(cycle, `${PROPOSALS_PATH}/indicatori/${encodeURIComponent(indicator.code)}`)}
              about={indicator.code}
              refused={refused}
              start={{ targetYear: String(cycle.exercise) }}
            />
          </article>
        );
      })}
    </section>
  );
}

function Open({ data, proposals, settles, hasDraft, refused }: ProposalsPageProps) {
  const open = proposals.filter((one) => one.settled === undefined);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="da-decidere">
      <h2 id="da-decidere">{words.open}</h2>
      <ProposalTable name="proposte" caption={words.open} data={data} proposals={open} />
      {settles &&
        hasDraft &&
        open.map((one) => (
          <article class="ciclo-card" aria-labelledby={`proposta-${one.id}`}>
            <h3 id={`proposta-${one.id}`}>{`${one.indicator} ${one.name}, ${one.year}: «${one.text}»`}</h3>
            {one.note !== '' && <p class="ciclo-quote">{one.note}</p>}
            <ActForm
              of={{ act: settleTarget, notNow: undefined, seen: 'aperta', offers: {} }}
              action={planPath(data.cycle, `${PROPOSALS_PATH}/${one.id}`)}
              about={String(one.id)}
              refused={refused}
            />
          </article>
        ))}
    </section>
  );
}

const { text } = columnsOf<TargetProposal>();

interface ProposalTableProps {
  readonly name: string;
  readonly caption: string;
  readonly data: PlanPageData;
  readonly proposals: readonly TargetProposal[];
}

function ProposalTable({ name, caption, data: { directory }, proposals }: ProposalTableProps) {
  return (
    <DataTable
      name={name}
      caption={caption}
      hideCaption
      columns={[
        text(words.indicator, (one) => `${one.indicator} ${one.name}`),
        text(words.office, ({ office }) => directory.title(officeRole(office))),
        text(words.year, ({ year }) => String(year)),
        text(words.proposed, ({ text: target }) => target),
        text(words.note, ({ note }) => note || words.nothing),
        text(words.by, ({ by }) => directory.person(by)),
      ]}
      rows={proposals}
    />
  );
}

function Settled({ data, proposals }: { data: PlanPageData; proposals: readonly TargetProposal[] }) {
  const { directory } = data;
  return (
    <TableSection
      name="proposte-decise"
      anchor="decise"
      caption={words.settled}
      columns={[
        text(words.indicator, (one) => `${one.indicator} ${one.name}`),
        text(words.year, ({ year }) => String(year)),
        text(words.proposed, ({ text: target }) => target),
        text(words.outcome, ({ settled }) => settled && words.outcomes[settled.outcome]),
        text(words.settledTo, ({ settled }) => settled?.text ?? words.nothing),
        text(words.reason, ({ settled }) => settled?.reason || words.nothing),
        text(words.by, ({ settled }) => settled && directory.person(settled.by)),
      ]}
      rows={proposals}
    />
  );
}
