import type { Handler } from 'hono';
import { SIGN_IN_PATH } from '../../../access/paths.js';
import { may } from '../../../access/roles.js';
import { daysBetween } from '../../../domain/calendar/civil-date.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type OwnTask, ownTasks } from '../../../register/reading/own-tasks.js';
import { draftingWords } from '../../../words/drafting.js';
import { officerWords } from '../../../words/officer.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Day } from '../kit/parts/due.js';
import { draftPath, MANAGE_PATH, stepPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { standingOf } from '../kit/viewer.js';
import { OWN_RECEIPTS_PATH } from './own-receipts.js';

const words = officerWords.tasks;
const { owed } = draftingWords;

/** What waits for the person who has signed in, in every entity they work for. */
export function ownTasksPage({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const people = c.get('viewer')?.people ?? [];
    const tasks = await Promise.all(people.map((person) => ownTasks(deps.register.db, person, frame.today)));
    const sorted = tasks.flat().sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    return answer(c, <MinePage frame={frame} name={people[0]?.name} tasks={sorted} />);
  };
}

/** Where one arrives after signing in: who steers a cycle at the cycles, everybody else at what waits for them. */
export function afterSignIn({ deps }: Site): Handler {
  return async (c) => {
    const people = c.get('viewer')?.people ?? [];
    const today = romeDate(deps.clock());
    const standings = await Promise.all(people.map((person) => standingOf(deps.register.db, person, today)));
    return c.redirect(standings.some(({ roles }) => may(roles, 'steer')) ? '/' : '/mie', 303);
  };
}

function MinePage({ frame, name, tasks }: { frame: Frame; name: string | undefined; tasks: readonly OwnTask[] }) {
  return (
    <Layout frame={frame} title={words.title}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      {name === undefined ? (
        <p class="lead">
          {words.nobody} <a href={`${SIGN_IN_PATH}?verso=/mie`}>{words.signIn}</a>
        </p>
      ) : (
        <>
          <p class="lead">{words.lead(name)}</p>
          {tasks.length === 0 ? <p>{words.none}</p> : <Tasks frame={frame} tasks={tasks} />}
          <p>
            <a href={OWN_RECEIPTS_PATH}>{officerWords.receipts.link}</a>
          </p>
        </>
      )}
    </Layout>
  );
}

function Tasks({ frame, tasks }: { frame: Frame; tasks: readonly OwnTask[] }) {
  return (
    <DataTable
      name="in-attesa"
      caption={words.caption}
      hideCaption
      columns={[
        text(words.step, ({ title }) => title, { show: (task) => <TaskName task={task} /> }),
        text(own.entity, ({ entityName }) => entityName, { only: 'file' }),
        count(own.exercise, ({ exercise }) => exercise, { only: 'file' }),
        count(own.missing, ({ missing }) => missing, { only: 'file' }),
        text(owed.sections, ({ sections }) => sections?.titles.join('; '), { only: 'file' }),
        day(words.due, ({ dueOn }) => dueOn, { show: (task) => <TaskDue task={task} late={lateDays(task, frame)} /> }),
        text(words.asWhat, (task) => capacities(task).join('; '), {
          show: (task) => (
            <span class="ciclo-step-name">
              {capacities(task).map((said) => (
                <span>{said}</span>
              ))}
            </span>
          ),
        }),
      ]}
      rows={tasks}
      markOf={(task) => (lateDays(task, frame) > 0 ? 'row-late' : undefined)}
    />
  );
}

const { columns: own } = takeAwayWords;
const { text, count, day } = columnsOf<OwnTask>();

const lateDays = ({ dueOn }: OwnTask, { today }: Frame): number => daysBetween(dueOn, today);

const capacities = (task: OwnTask): readonly string[] =>
  task.as.map(({ title, actingFor, delegated }) => {
    if (actingFor === undefined) return title;
    return delegated === true ? words.delegated(title, actingFor) : words.standIn(title, actingFor);
  });

function TaskName({ task }: { task: OwnTask }) {
  return (
    <span class="ciclo-step-name">
      <a href={taskPath(task)}>{task.title}</a>
      {task.trouble !== undefined && <small>{words.trouble(task.trouble)}</small>}
      <small>{words.cycle(task.entityName, task.exercise)}</small>
      {task.missing !== undefined && <small>{words.missing(task.missing)}</small>}
      {task.sections !== undefined && task.sections.titles.length > 0 && (
        <small>
          <a href={draftPath(task, task.sections.document)}>{owed.toWrite(task.sections.titles)}</a>
        </small>
      )}
      {task.sections?.needs.map((needs) => (
        <small>
          <a href={draftPath(task, task.sections?.document ?? '')}>{owed.lacks(needs)}</a>
        </small>
      ))}
    </span>
  );
}

/** Who owns sections alone goes where they are written. */
function taskPath(task: OwnTask): string {
  if (task.trouble !== undefined) return `${stepPath(task, task.step)}${MANAGE_PATH}`;
  if (!task.ofStep && task.sections !== undefined) return draftPath(task, task.sections.document);
  return `${stepPath(task, task.step)}/adempimento`;
}

function TaskDue({ task, late }: { task: OwnTask; late: number }) {
  return (
    <span class="ciclo-due">
      <strong>
        <Day date={task.dueOn} />
      </strong>
      <span class={late > 0 ? 'ciclo-delay' : undefined}>
        {late > 0 ? words.late(late) : officerWords.dueIn(-late)}
      </span>
    </span>
  );
}
