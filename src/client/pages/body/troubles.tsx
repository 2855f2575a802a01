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
import { troubleRemedy, troubleWords as words } from '../../../words/troubles.js';
import { BodyPage, type BodyScene, bodyScene } from '../kit/body-frame.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';

/** Everything that is stuck in a body, for who steers or administers it; for who keeps the machines, in the installation too. */
export function troubles(site: Site): Handler {
  return async (c) => {
    if (!allows(c, 'administer')) return forbidden(site, c);
    const scene = await bodyScene(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const now = site.deps.clock();
    const keepsMachines =
      c.get('standing')?.roles.has('administrator') === true ||
      !(await isAdministered(db, scene.entity.id, romeDate(now)));
    const shown = await troublesShown(db, scene.entity.id, now, {
      keepsMachines,
      individual: allows(c, 'read-individual'),
    });
    return answer(c, <TroublesPage {...{ scene, shown, keepsMachines }} />);
  };
}

interface TroublesPageProps {
  readonly scene: BodyScene;
  readonly shown: TroublesShown;
  readonly keepsMachines: boolean;
}

function TroublesPage({ scene, shown: { own, ended, installation }, keepsMachines }: TroublesPageProps) {
  return (
    <BodyPage scene={scene} view={TROUBLES_PATH} title={words.title} lead={words.lead}>
      {own.length + installation.length === 0 && <p>{words.none}</p>}
      {own.length > 0 && <TroubleTable caption={words.own} troubles={own} />}
      {installation.length > 0 && (
        <section aria-labelledby="installazione">
          <h2 id="installazione">{words.installation}</h2>
          <p>{words.installationLead}</p>
          <TroubleTable caption={words.installation} troubles={installation} />
        </section>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="sistemato">
          <h2 id="sistemato">{words.lately}</h2>
          <StackTable
            caption={words.lately}
            hideCaption
            columns={[
              { title: words.what },
              { title: words.since },
              { title: words.latelyHead.ended },
              { title: words.why },
              { title: words.latelyHead.how },
            ]}
            rows={ended.map(({ kind, since, endedAt, endedHow, reason }) => ({
              head: words.kinds[kind] ?? kind,
              cells: [
                italianMoment(since),
                endedAt === null ? '' : italianMoment(endedAt),
                reason,
                endedHow === null ? '' : words.how[endedHow],
              ],
            }))}
          />
        </section>
      )}
      {keepsMachines && <p>{words.backups}</p>}
    </BodyPage>
  );
}

function TroubleTable({
  caption,
  troubles: rows,
}: {
  readonly caption: string;
  readonly troubles: readonly TroubleShown[];
}) {
  return (
    <StackTable
      caption={caption}
      hideCaption
      columns={[{ title: words.what }, { title: words.since }, { title: words.why }, { title: words.act }]}
      rows={rows.map((trouble) => ({
        head: words.kinds[trouble.kind] ?? trouble.kind,
        cells: [<Since trouble={trouble} />, trouble.reason, <Remedy trouble={trouble} />],
      }))}
    />
  );
}

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
