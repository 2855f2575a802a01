import type { Context, Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { describe } from '../../../acts/body/describe.js';
import { withdrawEntry } from '../../../acts/body/withdraw-entry.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { ABOUT_KINDS, type AboutEntry, type AboutKind } from '../../../domain/about-body.js';
import { type OrgChart, orgChart } from '../../../domain/org-chart.js';
import { OrgDrawing } from '../../../drawings/organisation.js';
import { aboutBody } from '../../../register/body-entries.js';
import { entityOf } from '../../../register/entities.js';
import { aboutWords as words } from '../../../words/about-body.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { ABOUT_PATH, BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { OrgList } from './org-list.js';

/** What is done on the page. */
export const ABOUT_ACTS: readonly AnyAct[] = [describe, withdrawEntry];

/** Who the body is: its bodies, seats, services, participations, and its organisation drawn. */
export const bodyAbout =
  (site: Site): Handler =>
  (c) =>
    show(site, c);

/** Takes one of the acts of the page. */
export function takeAbout(site: Site, act: AnyAct): Handler {
  return (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      bodyPath(entity, `${ABOUT_PATH}?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, act, at, next, (refused) => show(site, c, refused));
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const { id } = data.entity;
  const [entries, entity] = await Promise.all([aboutBody(db, id), entityOf(db, id)]);
  const forms = allows(c, 'steer')
    ? await Promise.all(ABOUT_ACTS.map((act) => shown(act, placeOf(site.deps, id, id))))
    : [];
  return answer(
    c,
    <AboutPage
      {...{ data, entries, forms, refused }}
      chart={entity === undefined ? undefined : orgChart(entity)}
      done={c.req.query('fatto')?.slice(0, 300)}
    />,
    refused === undefined ? 200 : 422,
  );
}

interface AboutPageProps {
  readonly data: BodyPageData;
  readonly entries: readonly AboutEntry[];
  readonly chart: OrgChart | undefined;
  readonly forms: readonly Shown[];
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function AboutPage({ data, entries, chart, forms, refused, done }: AboutPageProps) {
  const action = ({ path }: AnyAct) => bodyPath(data.entity.id, `${ABOUT_PATH}/${path}`);
  return (
    <BodyPage data={data} view={ABOUT_PATH} title={words.title} lead={words.lead}>
      <Saved text={done} />
      <Summary refused={refused} />
      {entries.length === 0 && <p>{words.none}</p>}
      {ABOUT_KINDS.map((kind) => (
        <Entries kind={kind} entries={entries.filter((entry) => entry.kind === kind)} />
      ))}
      {chart !== undefined && (
        <section aria-labelledby="organigramma">
          <h2 id="organigramma">{words.chart}</h2>
          <p>{words.chartLead}</p>
          <section class="ciclo-drawing" tabindex={0} aria-label={words.chartRegion}>
            <OrgDrawing chart={chart} />
          </section>
          {chart.boards.length > 0 && (
            <>
              <h3>{words.boards}</h3>
              <ul>
                {chart.boards.map(({ title }) => (
                  <li>{title}</li>
                ))}
              </ul>
            </>
          )}
          <ul>
            <OrgList unit={chart.head} />
          </ul>
        </section>
      )}
      {forms
        .filter(({ act }) => act !== withdrawEntry || entries.length > 0)
        .map((form) => (
          <section class="ciclo-card" aria-labelledby={form.act.path}>
            <h2 id={form.act.path}>{form.act.words.title}</h2>
            {form.act.words.lead !== undefined && <p>{form.act.words.lead}</p>}
            <ActForm of={form} action={action(form.act)} refused={refused} />
          </section>
        ))}
    </BodyPage>
  );
}

const { text, count } = columnsOf<AboutEntry>();

/** Names of the tables' files. */
const FILES: Record<AboutKind, string> = {
  organ: 'organi',
  seat: 'sedi',
  service: 'servizi',
  participation: 'partecipazioni',
};

function Entries({ kind, entries }: { kind: AboutKind; entries: readonly AboutEntry[] }) {
  if (entries.length === 0) return null;
  const counted = entries.some((entry) => entry.count !== undefined);
  const open = entries.some(({ hours }) => hours !== undefined);
  return (
    <TableSection
      name={FILES[kind]}
      anchor={`voci-${kind}`}
      caption={words.kinds[kind]}
      columns={[
        text(words.what, ({ title }) => title),
        text(words.details, ({ details }) => details.join('; ')),
        ...(counted ? [count(words.counts[kind], (entry) => entry.count)] : []),
        ...(open ? [text(words.hours, ({ hours }) => hours)] : []),
        text('Fonte', ({ source }) => source, { only: 'file' }),
      ]}
      rows={entries}
    />
  );
}
