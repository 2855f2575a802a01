import { draftPath } from '../../../../access/draft-path.js';
import type { DatedStep } from '../../../../domain/calendar/types.js';
import type { MissingSection } from '../../../../domain/drafting/section.js';
import { missingSection } from '../../../../domain/drafting/transmission.js';
import { draftingWords as words } from '../../../../words/drafting.js';
import { cyclePath, PLAN_PATH } from '../paths.js';

const said = ({ transmits, preparesSections }: Pick<DatedStep, 'transmits' | 'preparesSections'>): string =>
  transmits === true ? words.link.transmits : preparesSections === undefined ? words.link.prepares : words.link.part;

/** Where the document of a step is prepared: what it prepares, or transmits to its board. */
export function DraftLink({
  cycle,
  planned,
  lacking = [],
}: {
  /** Its sections that lack the data they are computed from. */
  lacking?: readonly MissingSection[];
  cycle: { readonly entity: string; readonly exercise: number };
  planned: Pick<DatedStep, 'transmits' | 'document' | 'prepares' | 'preparesSections'>;
}) {
  const document = planned.transmits === true ? planned.document : planned.prepares;
  if (document === undefined) return null;
  return (
    <section class="ciclo-card" aria-labelledby="bozza">
      <h2 id="bozza">{words.link.title}</h2>
      <p>{said(planned)}</p>
      <p>
        <a href={draftPath(cycle, document)}>{words.link.open}</a>
      </p>
      {lacking.map((section) => (
        <p>
          {words.link.lacks(missingSection(section))} <a href={cyclePath(cycle, PLAN_PATH)}>{words.link.toPlan}</a>
        </p>
      ))}
    </section>
  );
}
