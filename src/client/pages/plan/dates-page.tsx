import type { Context, Handler } from 'hono';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate, PlannedNotice } from '../../../domain/calendar/types.js';
import { cycleOf } from '../../../register/cycles.js';
import { entityOf } from '../../../register/entities.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { stepsOf } from '../../../register/steps.js';
import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { cyclePath, stepPath, WHAT_IF_PATH } from '../kit/paths.js';
import type { Problem } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import {
  calendarChanges,
  type DateChange,
  earliestFor,
  type KnockOn,
  knockOns,
  type StandingStep,
  supposedExtension,
} from './supposed-dates.js';
import { WhatIfPage } from './what-if-frame.js';

const words = planningWords.dates;

/** What would change in deadlines and notices if a date were another. Nothing is written. */
export function supposeDates(site: Site): Handler {
  return async (c) => {
    const { deps, assets } = site;
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const steps = await stepsOf(deps.register.db, cycle.id);
    const asked = askedIn(c);
    const supposed = await suppose(site, frame, cycle, steps, asked);
    return answer(
      c,
      <DatesPage {...{ frame, cycle, steps, asked, supposed }} plansCalendars={deps.calendarOf !== undefined} />,
      supposed.problems.length === 0 ? 200 : 422,
    );
  };
}

interface Asked {
  readonly step: string;
  /** Absent while nobody has sent the form: who comes from a step's own page has only chosen the step. */
  readonly due: string | undefined;
  readonly budget: string;
}

const askedIn = (c: Context): Asked => ({
  step: c.req.query('attivita')?.trim() ?? '',
  due: c.req.query('scadenza')?.trim(),
  budget: c.req.query('preventivo')?.trim() ?? '',
});

interface Supposed {
  readonly problems: readonly Problem[];
  readonly changes?: readonly DateChange[];
  readonly knockOns?: readonly KnockOn[];
  /** Version of the files' template when it is not the cycle's. */
  readonly otherTemplate?: { readonly now: string; readonly cycle: string };
}

async function suppose(
  { deps }: Site,
  frame: Frame,
  cycle: CycleName,
  steps: readonly StandingStep[],
  asked: Asked,
): Promise<Supposed> {
  if (asked.budget !== '') return supposeBudget(deps, frame, cycle, steps, asked.budget);
  if (asked.due === undefined || (asked.step === '' && asked.due === '')) return { problems: [] };
  const step = steps.find((one) => one.id === asked.step);
  const due = dateOf(asked.due, 'scadenza');
  const problems = [
    ...(step === undefined ? [{ field: 'attivita', text: words.noStep }] : []),
    ...(typeof due === 'string' ? [] : [due]),
  ];
  if (step === undefined || typeof due !== 'string') return { problems };
  if (step.status === 'done' || step.status === 'cancelled') {
    return { problems: [{ field: 'attivita', text: words.ended }] };
  }
  const earliest = earliestFor(step, frame.today);
  if (due < earliest) return { problems: [{ field: 'scadenza', text: words.early(italianDay(earliest)) }] };
  const entity = await entityOf(deps.register.db, cycle.entity);
  if (entity === undefined) throw new Error(`entity ${cycle.entity} is not in the register`);
  const change = supposedExtension(step, due, entity, frame.today);
  const moved = change.would.dueOn !== change.now.dueOn;
  return { problems, changes: moved ? [change] : [], knockOns: moved ? knockOns(steps, step, change.would.dueOn) : [] };
}

async function supposeBudget(
  deps: Site['deps'],
  frame: Frame,
  { id, entity, exercise }: CycleName,
  steps: readonly StandingStep[],
  written: string,
): Promise<Supposed> {
  const term = dateOf(written, 'preventivo');
  if (typeof term !== 'string') return { problems: [term] };
  const [now, then] = [deps.calendarOf?.(entity, exercise), deps.calendarOf?.(entity, exercise, term)];
  if (now === undefined || then === undefined) return { problems: [] };
  if (!now.ok || !then.ok) {
    const [first] = then.ok ? (now.ok ? [] : now.error) : then.error;
    return { problems: [{ field: 'preventivo', text: words.refused(first?.message ?? '') }] };
  }
  const recorded = (await cycleOf(deps.register.db, id))?.calendar.templateVersion;
  const version = now.value.templateVersion;
  return {
    problems: [],
    changes: calendarChanges(now.value, then.value, steps, frame.today),
    ...(recorded === undefined || recorded === version ? {} : { otherTemplate: { now: version, cycle: recorded } }),
  };
}

function dateOf(written: string, field: string): CivilDate | Problem {
  const read = parseCivilDate(written);
  if (read.ok) return read.value;
  return { field, text: written === '' ? words.noDate : words.wrongDate(written.slice(0, 40)) };
}

interface DatesPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly steps: readonly StandingStep[];
  readonly asked: Asked;
  readonly supposed: Supposed;
  readonly plansCalendars: boolean;
}

function DatesPage(props: DatesPageProps) {
  const { frame, cycle, supposed } = props;
  return (
    <WhatIfPage frame={frame} cycle={cycle} view="dates" problems={supposed.problems}>
      <div class="ciclo-columns">
        <StepForm {...props} />
        {props.plansCalendars && <BudgetForm {...props} />}
      </div>
      {supposed.changes !== undefined && <Changes {...props} changes={supposed.changes} />}
      {supposed.knockOns !== undefined && supposed.changes?.length !== 0 && (
        <KnockOns {...props} found={supposed.knockOns} />
      )}
    </WhatIfPage>
  );
}

const problemOf = ({ problems }: Supposed, field: string): string | undefined =>
  problems.find((p) => p.field === field)?.text;

function StepForm({ cycle, steps, asked, supposed }: DatesPageProps) {
  const movable = steps.filter((s) => s.status !== 'done' && s.status !== 'cancelled');
  return (
    <section class="ciclo-card" aria-labelledby="proroga">
      <h2 id="proroga">{words.stepTitle}</h2>
      <form class="ciclo-access ciclo-plan-form" method="get" action={cyclePath(cycle, WHAT_IF_PATH)}>
        <FormField id="attivita" label={words.step} problem={problemOf(supposed, 'attivita')}>
          <select id="attivita" name="attivita" {...fieldState('attivita', false, problemOf(supposed, 'attivita'))}>
            <option value="">{words.chooseStep}</option>
            {movable.map((one) => (
              <option value={one.id} selected={one.id === asked.step}>
                {`${one.planned.title} (${words.dueOn(italianDay(one.dueOn))})`}
              </option>
            ))}
          </select>
        </FormField>
        <DateField
          name="scadenza"
          label={words.due}
          value={asked.due ?? ''}
          problem={problemOf(supposed, 'scadenza')}
        />
        <Submit />
      </form>
    </section>
  );
}

function BudgetForm({ cycle, asked, supposed }: DatesPageProps) {
  return (
    <section class="ciclo-card" aria-labelledby="bilancio">
      <h2 id="bilancio">{words.budgetTitle}</h2>
      <form class="ciclo-access ciclo-plan-form" method="get" action={cyclePath(cycle, WHAT_IF_PATH)}>
        <DateField
          name="preventivo"
          label={words.budget}
          value={asked.budget}
          problem={problemOf(supposed, 'preventivo')}
        />
        <Submit />
      </form>
    </section>
  );
}

const Submit = () => (
  <button type="submit" class="btn btn-primary">
    {planningWords.whatIf.compute}
  </button>
);

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
}

const DateField = ({ name, label, value, problem }: DateFieldProps) => (
  <FormField id={name} label={label} problem={problem}>
    <input id={name} name={name} type="date" value={value} {...fieldState(name, false, problem)} />
  </FormField>
);

function Changes({ cycle, changes, supposed }: DatesPageProps & { readonly changes: readonly DateChange[] }) {
  const { otherTemplate } = supposed;
  return (
    <section aria-labelledby="cambierebbe" aria-live="polite">
      <h2 id="cambierebbe">{words.deadlines}</h2>
      {otherTemplate !== undefined && <p>{words.otherTemplate(otherTemplate.now, otherTemplate.cycle)}</p>}
      {changes.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <DataTable
          name="scadenze"
          caption={words.caption}
          hideCaption
          columns={[
            link(
              words.what,
              ({ step }) => step.planned.title,
              ({ step }) => stepPath(cycle, step.id),
            ),
            day(words.now, ({ now }) => now.dueOn, {
              show: ({ now, would }) => <When dates={now} others={would} />,
            }),
            day(words.would, ({ would }) => would.dueOn, {
              show: (change) => (
                <span class="ciclo-actual">
                  <strong>
                    <When dates={change.would} others={change.now} />
                  </strong>
                  <Remarks change={change} />
                </span>
              ),
            }),
            text(own.note, (change) => remarksOf(change).join('; '), { only: 'file' }),
            text(words.notices, noticesText, { show: (change) => <Notices change={change} /> }),
          ]}
          rows={changes}
        />
      )}
    </section>
  );
}

/** A deadline; the opening too when it moves. */
function When({ dates, others }: { dates: DateChange['now']; others: DateChange['now'] }) {
  const opening = dates.opensOn === others.opensOn ? '' : `${words.opens(italianDay(dates.opensOn))}, `;
  return <>{`${opening}${words.dueOn(italianDay(dates.dueOn))}`}</>;
}

function Remarks({ change }: { change: DateChange }) {
  return (
    <>
      {remarksOf(change).map((remark) => (
        <small class="ciclo-later">{remark}</small>
      ))}
    </>
  );
}

const { columns: own } = takeAwayWords;
const { text, link, day } = columnsOf<DateChange>();

/** What is to be known of a new date: that a day off moves it, that it is over already, that the term is of law. */
function remarksOf({ step, asked }: DateChange): readonly string[] {
  const over = step.status === 'done' || step.status === 'cancelled';
  const { norm } = step.planned;
  return [
    ...(asked === undefined ? [] : [words.moved(italianDay(asked))]),
    ...(over ? [words.already] : []),
    ...(!over && norm.force === 'law' ? [words.law(norm.citation)] : []),
  ];
}

const noticeText = (notice: PlannedNotice): string => `${words.noticeKinds[notice.kind]}, ${italianDay(notice.on)}`;

const noticesText = ({ gone, added }: DateChange): string =>
  [
    ...gone.map((notice) => `${noticeText(notice)} ${words.gone}`),
    ...added.map((notice) => `${noticeText(notice)} ${words.added}`),
  ].join('; ');

function Notices({ change: { gone, added } }: { change: DateChange }) {
  if (gone.length + added.length === 0) return <>{planningWords.parts.none}</>;
  return (
    <ul class="ciclo-parties ciclo-notice-changes">
      {gone.map((notice) => (
        <li>
          <del class="ciclo-was">{noticeText(notice)}</del> <small>{words.gone}</small>
        </li>
      ))}
      {added.map((notice) => (
        <li>
          <ins class="ciclo-is">{noticeText(notice)}</ins> <small>{words.added}</small>
        </li>
      ))}
    </ul>
  );
}

function KnockOns({ cycle, found }: DatesPageProps & { readonly found: readonly KnockOn[] }) {
  return (
    <section aria-labelledby="seguono">
      <h2 id="seguono">{words.knockOn}</h2>
      {found.length === 0 ? (
        <p>{words.knockOnNone}</p>
      ) : (
        <ul>
          {found.map(({ step, late }) => (
            <li>
              <a href={stepPath(cycle, step.id)}>{step.planned.title}</a>
              {': '}
              {late
                ? words.knockOnLate(italianDay(step.dueOn))
                : words.knockOnWait(italianDay(step.planned.opensOn), italianDay(step.dueOn))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
