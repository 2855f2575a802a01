import type { Handler } from 'hono';
import { addStakeholder } from '../../../acts/voices/add-stakeholder.js';
import { describeStakeholder } from '../../../acts/voices/describe-stakeholder.js';
import { endStakeholder } from '../../../acts/voices/end-stakeholder.js';
import { current, engagementOf, isPlaced, type Stakeholder } from '../../../domain/voices/stakeholder.js';
import { stakeholdersOf } from '../../../register/stakeholders.js';
import { stakeholderWords as words } from '../../../words/stakeholders.js';
import { voiceWords } from '../../../words/voices.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, REGISTER_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { type Column, columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';
import { StakeholderMatrix } from './stakeholder-matrix.js';
import { StakeholderViews } from './stakeholder-views.js';

/** Who the body answers to: as a matrix and as a table. */
export function stakeholderRegister(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const register = await stakeholdersOf(site.deps.register.db, data.entity.id);
    const steers = allows(c, 'steer');
    return answer(c, <RegisterPage {...{ data, register, steers }} done={c.req.query('fatto')} />);
  };
}

interface RegisterPageProps {
  readonly data: BodyPageData;
  readonly register: readonly Stakeholder[];
  readonly steers: boolean;
  readonly done: string | undefined;
}

/** A stakeholder with the number it has in the matrix. */
interface Numbered {
  readonly number: number;
  readonly one: Stakeholder;
}

function RegisterPage({ data, register, steers, done }: RegisterPageProps) {
  const { entity } = data;
  const rows = current(register).map((one, i) => ({ number: i + 1, one }));
  const placed = rows.flatMap(({ number, one }) => (isPlaced(one) ? [[number, one] as const] : []));
  const unplaced = rows.filter(({ one }) => !isPlaced(one)).map(({ one }) => one.name);
  const ended = register.filter((one) => one.ended);
  return (
    <BodyPage data={data} view="/stakeholder" title={words.title} lead={words.lead}>
      <StakeholderViews entity={entity} view={REGISTER_PATH} steers={steers} />
      <Saved text={done} />
      {steers && (
        <p>
          <a class="btn btn-primary" href={bodyPath(entity.id, `${REGISTER_PATH}/${addStakeholder.path}`)}>
            {words.add}
          </a>
        </p>
      )}
      {placed.length === 0 ? (
        <p>{words.noMatrix}</p>
      ) : (
        <>
          <p>{words.matrixLead}</p>
          <StakeholderMatrix placed={placed} />
          {unplaced.length > 0 && <p>{words.unplaced(unplaced)}</p>}
        </>
      )}
      <DataTable
        name="stakeholder"
        caption={words.registerTitle}
        columns={columnsFor(data, steers)}
        rows={rows}
        empty={<p>{words.none}</p>}
      />
      {ended.length > 0 && (
        <p>
          <small>{`${words.ended}: ${ended.map(({ name }) => name).join(', ')}.`}</small>
        </p>
      )}
    </BodyPage>
  );
}

const { text, count, act } = columnsOf<Numbered>();

function columnsFor({ entity }: BodyPageData, steers: boolean): readonly Column<Numbered>[] {
  const { columns } = words;
  return [
    text(columns.name, ({ one }) => one.name),
    count(columns.number, ({ number }) => number),
    text(columns.category, ({ one }) => one.category),
    text(columns.expects, ({ one }) => one.expects),
    count(columns.influence, ({ one }) => one.influence ?? undefined),
    count(columns.interest, ({ one }) => one.interest ?? undefined),
    text(words.engagement, ({ one }) => {
      const engagement = engagementOf(one);
      return engagement === undefined ? voiceWords.unknownEngagement : voiceWords.engagement[engagement];
    }),
    text(columns.services, ({ one }) => one.services),
    text(columns.involvement, ({ one }) => one.involvement),
    ...(steers ? [act(words.changes, ({ one }) => <Changes entity={entity.id} one={one} />)] : []),
  ];
}

function Changes({ entity, one: { id, name } }: { readonly entity: string; readonly one: Stakeholder }) {
  const at = bodyPath(entity, `${REGISTER_PATH}/${encodeURIComponent(id)}`);
  return (
    <span class="ciclo-actual">
      <a href={`${at}/${describeStakeholder.path}`} aria-label={words.changeOf(name)}>
        {words.change}
      </a>
      <a href={`${at}/${endStakeholder.path}`} aria-label={`${words.end}: ${name}`}>
        {words.end}
      </a>
    </span>
  );
}
