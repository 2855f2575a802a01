import type { Handler } from 'hono';
import type { PlannedNotice } from '../../../domain/calendar/types.js';
import { stepsOf } from '../../../register/steps.js';
import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { frameOf } from '../kit/frame.js';
import { stepPath } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { DatesPageProps } from './asked-dates.js';
import { askedIn, suppose } from './asked-dates.js';
import { BudgetForm, StepForm } from './dates-forms.js';
import type { DateChange, KnockOn } from './supposed-dates.js';
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
