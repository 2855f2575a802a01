import type { ObjectiveLink, Plan } from '../../../domain/plan.js';
import { objectiveWords as words } from '../../../words/objectives.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const { text } = columnsOf<ObjectiveLink>();

/** What the arrows of the map say, and what an arrow means. */
export function MapLinksTable({ plan }: { plan: Plan }) {
  const links = plan.links ?? [];
  const objectives = plan.areas.flatMap((area) => area.objectives);
  const named = (code: string): string => `${code} ${objectives.find((one) => one.code === code)?.title ?? ''}`.trim();
  return (
    <section aria-labelledby="collegamenti">
      <h2 id="collegamenti">{words.links}</h2>
      {links.length === 0 ? (
        <p>{words.linksNone}</p>
      ) : (
        <>
          <p class="ciclo-drawing-legend">
            <svg class="ciclo-drawing-shape" width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
              <path d="M1 8H20" fill="none" stroke="currentColor" stroke-width="2" />
              <path d="M27 8l-8 -5v10Z" fill="currentColor" />
            </svg>{' '}
            {words.legend}
          </p>
          <DataTable
            name="collegamenti"
            caption={words.links}
            hideCaption
            columns={[
              text(words.cause, ({ from }) => named(from)),
              text(words.effect, ({ to }) => named(to)),
              text(words.reason, ({ reason }) => reason),
            ]}
            rows={links}
          />
        </>
      )}
    </section>
  );
}
