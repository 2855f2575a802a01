import type { Handler } from 'hono';
import { mendingPath, TROUBLES_PATH } from '../../../access/trouble-path.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import {
  isAdministered,
  type TroubleShown,
  type TroublesShown,
  troublesShown,
} from '../../../register/reading/troubles.js';
import { italianMoment } from '../../../words/format.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { troubleRemedy, troubleWords as words } from '../../../words/troubles.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { allows } from '../kit/viewer.js';

/** Everything that is stuck in a body, for who steers or administers it; for who keeps the machines, in the installation too. */
export function troubles(site: Site): Handler {
  return async (c) => {
    if (!allows(c, 'administer')) return forbidden(site, c);
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const now = site.deps.clock();
    const keepsMachines =
      c.get('standing')?.roles.has('administrator') === true ||
      !(await isAdministered(db, data.entity.id, romeDate(now)));
    const shown = await troublesShown(db, data.entity.id, now, {
      keepsMachines,
      individual: allows(c, 'read-individual'),
    });
    return answer(c, <TroublesPage {...{ data, shown, keepsMachines }} done={c.req.query('fatto')?.slice(0, 300)} />);
  };
}

interface TroublesPageProps {
  readonly data: BodyPageData;
  readonly shown: TroublesShown;
  readonly keepsMachines: boolean;
  /** What has just been done. */
  readonly done: string | undefined;
}

function TroublesPage({ data, shown: { own, ended, installation }, keepsMachines, done }: TroublesPageProps) {
  return (
    <BodyPage data={data} view={TROUBLES_PATH} title={words.title} lead={words.lead}>
      <Saved text={done} />
      {own.length + installation.length === 0 && <p>{words.none}</p>}
      {own.length > 0 && <TroubleTable name="da-sistemare" caption={words.own} troubles={own} />}
      {installation.length > 0 && (
        <section aria-labelledby="installazione">
          <h2 id="installazione">{words.installation}</h2>
          <p>{words.installationLead}</p>
          <TroubleTable name="installazione" caption={words.installation} troubles={installation} />
        </section>
      )}
      {ended.length > 0 && (
        <TableSection
          name="sistemate"
          anchor="sistemato"
          caption={words.lately}
          columns={[
            over.text(words.what, kindText),
            over.instant(words.since, ({ since }) => since),
            over.instant(words.latelyHead.ended, ({ endedAt }) => endedAt ?? undefined),
            over.text(words.why, ({ reason }) => reason),
            over.text(words.latelyHead.how, ({ endedHow }) => (endedHow === null ? '' : words.how[endedHow])),
          ]}
          rows={ended}
        />
      )}
      {keepsMachines && <p>{words.backups}</p>}
    </BodyPage>
  );
}

interface TroubleTableProps {
  readonly name: string;
  readonly caption: string;
  readonly troubles: readonly TroubleShown[];
}

function TroubleTable({ name, caption, troubles: rows }: TroubleTableProps) {
  return (
    <DataTable
      name={name}
      caption={caption}
      hideCaption
      columns={[
        text(words.what, kindText),
        instant(words.since, ({ since }) => since, { show: (trouble) => <Since trouble={trouble} /> }),
        count(own.attempts, ({ attempts }) => attempts ?? undefined, { only: 'file' }),
        text(words.why, ({ reason }) => reason),
        text(words.act, ({ detail }) => (isKnown(detail.kind) ? troubleRemedy(detail) : undefined), {
          show: (trouble) => <Remedy trouble={trouble} />,
        }),
      ]}
      rows={rows}
    />
  );
}

const { columns: own } = takeAwayWords;
const { text, instant, count } = columnsOf<TroubleShown>();
const over = columnsOf<TroublesShown['ended'][number]>();

const kindText = ({ kind }: Pick<TroubleShown, 'kind'>): string => words.kinds[kind] ?? kind;

const isKnown = (kind: string): boolean => kind in words.kinds;

function Since({ trouble: { since, attempts } }: { readonly trouble: TroubleShown }) {
  return (
    <div>
      {since === undefined ? words.sinceUnknown : italianMoment(since)}
      {attempts !== null && attempts > 1 && (
        <>
          <br />
          <small>{words.attempts(attempts)}</small>
        </>
      )}
    </div>
  );
}

function Remedy({ trouble: { detail } }: { readonly trouble: TroubleShown }) {
  // A register written by another version may have a kind that this one does not know.
  if (!isKnown(detail.kind)) return null;
  const path = mendingPath(detail);
  return (
    <div>
      {troubleRemedy(detail)}
      {path !== undefined && (
        <>
          <br />
          <a href={path}>{words.goThere[detail.kind] ?? words.goToStep}</a>
        </>
      )}
    </div>
  );
}
