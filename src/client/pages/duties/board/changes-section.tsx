import { boardWords as words } from '../../../../words/board.js';
import { ChangeTable } from '../../kit/parts/change-table.js';
import { SectionChanges } from '../../kit/parts/section-changes.js';
import type { Changes, PlanChanges } from './changes.js';

/** What changed since the last version, in words and as a table. */
export function ChangesSection({
  changes,
  here,
  note,
  title = words.changes.title,
}: {
  changes: Changes;
  here: string;
  /** What whoever transmitted it wrote, as a sentence. */
  note?: string | undefined;
  title?: string;
}) {
  if (changes.kind === 'borrowed') return null;
  return (
    <section aria-labelledby="modifiche">
      <h2 id="modifiche">{title}</h2>
      {note !== undefined && <p class="ciclo-quote">{note}</p>}
      {changes.kind === 'first' && <p>{words.changes.first}</p>}
      {changes.kind === 'unreadable' && <p>{words.changes.unreadable}</p>}
      {changes.kind === 'compared' && <Compared {...changes} />}
      {'previous' in changes && changes.previous !== undefined && (
        <p>
          <a href={`${here}/documento/${changes.previous}`} target="_blank" rel="noopener">
            {words.changes.previous}
          </a>
        </p>
      )}
    </section>
  );
}

function Compared({ since, plan, sections }: Extract<Changes, { kind: 'compared' }>) {
  if ((plan?.changes ?? []).length === 0 && (sections ?? []).length === 0 && plan?.title === undefined)
    return <p>{`${since} ${words.changes.same}`}</p>;
  return (
    <>
      <p>
        {since} {plan?.title === undefined && <Summary plan={plan} />}
      </p>
      {sections !== undefined && sections.length > 0 && (
        <>
          <h3>{words.changes.sections}</h3>
          <SectionChanges sections={sections} />
        </>
      )}
      {plan?.title !== undefined && <h3>{plan.title}</h3>}
      {plan?.title !== undefined && <p>{plan.summary === '' ? words.changes.samePlan : <Summary plan={plan} />}</p>}
      {plan !== undefined && plan.changes.length > 0 && (
        <ChangeTable name="modifiche-piano" changes={plan.changes} caption={plan.title ?? words.changes.title} />
      )}
    </>
  );
}

const Summary = ({ plan }: { plan: PlanChanges | undefined }) =>
  plan === undefined || plan.summary === '' ? null : <strong>{`${plan.summary}.`}</strong>;
