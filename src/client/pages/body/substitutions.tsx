import type { Context, Handler } from 'hono';
import { endSubstitution } from '../../../acts/people/end-substitution.js';
import { substitute } from '../../../acts/people/substitute.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type SubstitutionLine, substitutionsOf } from '../../../register/reading/substitutions.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, SUBSTITUTIONS_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

const words = steeringWords.substitutions;

/** Who stands in for whom, and the form to record another. */
export function substitutions(site: Site): Handler {
  return (c) => (allows(c, 'steer') && senderOf(c) !== undefined ? show(site, c) : forbidden(site, c));
}

/** Records a substitution, or shows what to correct. */
export function recordSubstitution(site: Site): Handler {
  return (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      bodyPath(entity, `${SUBSTITUTIONS_PATH}?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, substitute, at, next, (refused) => show(site, c, refused));
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [rows, directory, form] = await Promise.all([
    substitutionsOf(db, data.entity.id),
    directoryOf(db, data.entity.id, data.frame.today),
    shown(substitute, placeOf(site.deps, data.entity.id, data.entity.id)),
  ]);
  return answer(
    c,
    <SubstitutionsPage {...{ data, rows, directory, form, refused }} done={c.req.query('fatto')?.slice(0, 500)} />,
    refused === undefined ? 200 : 422,
  );
}

interface SubstitutionsPageProps {
  readonly data: BodyPageData;
  readonly rows: readonly SubstitutionLine[];
  readonly form: Shown;
  readonly directory: Directory;
  readonly refused: Refused | undefined;
  /** What has just been done. */
  readonly done: string | undefined;
}

function SubstitutionsPage(props: SubstitutionsPageProps) {
  const { data, rows, directory, refused } = props;
  const { today } = data.frame;
  return (
    <Layout
      frame={data.frame}
      title={words.title}
      section="body"
      crumbs={[{ title: data.entity.title, href: bodyPath(data.entity.id) }]}
    >
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <p>{words.lead}</p>
      <Saved text={props.done} />
      <Summary refused={refused} />
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          name="sostituzioni"
          caption={words.title}
          hideCaption
          columns={[
            text(words.absent, ({ absent }) => directory.person(absent)),
            text(words.substitute, ({ substitute }) => directory.person(substitute)),
            text(words.period, periodText, {
              only: 'page',
              show: (row) =>
                row.fromDate <= today && today <= row.toDate ? `${periodText(row)}, ${words.now}` : periodText(row),
            }),
            day(own.from, ({ fromDate }) => fromDate, { only: 'file' }),
            day(own.to, ({ toDate }) => toDate, { only: 'file' }),
            text(words.scope, ({ scope }) =>
              scope === null ? words.everything : scope.map((id) => directory.title(id)).join('; '),
            ),
            text(words.reason, ({ reason }) => reason),
            text(words.number, ({ id }) => String(id)),
            act(words.change, (row) =>
              row.origin === 'console' && row.toDate >= today ? <End {...{ data, directory, row }} /> : undefined,
            ),
          ]}
          rows={rows}
        />
      )}
      <AddForm {...props} />
    </Layout>
  );
}

interface EndProps extends Pick<SubstitutionsPageProps, 'data' | 'directory'> {
  readonly row: SubstitutionLine;
}

const End = ({ data, directory, row: { id, absent, substitute: other } }: EndProps) => (
  <a
    href={bodyPath(data.entity.id, `${SUBSTITUTIONS_PATH}/${id}/${endSubstitution.path}`)}
    aria-label={words.endOf(directory.person(absent), directory.person(other))}
  >
    {words.end}
  </a>
);

const { columns: own } = takeAwayWords;
const { text, day, act } = columnsOf<Awaited<ReturnType<typeof substitutionsOf>>[number]>();

const periodText = ({ fromDate, toDate }: { readonly fromDate: CivilDate; readonly toDate: CivilDate }): string =>
  `${italianDay(fromDate)} – ${italianDay(toDate)}`;

const AddForm = ({ data, form, refused }: SubstitutionsPageProps) => (
  <section class="ciclo-card" aria-labelledby={substitute.path}>
    <h2 id={substitute.path}>{substitute.words.title}</h2>
    <ActForm of={form} action={bodyPath(data.entity.id, SUBSTITUTIONS_PATH)} refused={refused} />
  </section>
);
