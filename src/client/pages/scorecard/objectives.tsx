import type { Handler } from 'hono';
import { mayReadIndividual } from '../../../access/individual.js';
import type { IndividualObjective } from '../../../domain/plan.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { resultsByIndicator } from '../../../register/reading/latest-results.js';
import { italianPercent } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { RESULT_TABLE, ResultTable } from '../kit/parts/result-table.js';
import { RollupFigure } from '../kit/parts/rollup-figure.js';
import { indicatorPath } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { TableAway } from '../kit/table/table-away.js';
import { toSignIn } from '../kit/viewer.js';
import { PlanPage, planDrawn } from './plan-page.js';

const words = scorecardWords.individual;

/**
 * Individual objectives with their results: each role's only for its holders, their superiors, the OIV and who
 * administers evaluation. Who may see nobody's is refused; who has not signed in is asked to, also in a rehearsal.
 */
export function individualObjectives(site: Site): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined) return toSignIn(c);
    const drawn = await planDrawn(site, c);
    if (drawn === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { cycle, frame, shown, results, rollups } = drawn;
    const directory = await directoryOf(db, cycle.entity, frame.today);
    const objectives = shown?.plan.individual ?? [];
    const allowed = new Set<string>();
    for (const role of new Set(objectives.map((o) => o.role))) {
      const holders = directory.holdersOf(role);
      const may = await Promise.all(holders.map((person) => mayReadIndividual(db, standing, person)));
      if (may.length > 0 && may.every(Boolean)) allowed.add(role);
    }
    const seen = objectives.filter((o) => allowed.has(o.role));
    if (objectives.length > 0 && seen.length === 0) return forbidden(site, c);
    const found = await resultsByIndicator(db, cycle.id, results);
    return answer(
      c,
      <PlanPage drawn={drawn} view="obiettivi-individuali" title={words.title(cycle.exercise)} lead={words.lead}>
        {seen.length === 0 && <p>{words.none}</p>}
        {shown !== undefined &&
          [...new Set(seen.map((o) => o.role))].map((role) => {
            const overall = rollups.get(`individual:${role}`);
            return (
              <section aria-labelledby={`ruolo-${role}`}>
                <h2 id={`ruolo-${role}`}>{directory.title(role)}</h2>
                <p>{`${words.holders} ${directory
                  .holdersOf(role)
                  .map((p) => directory.person(p))
                  .join(', ')}.`}</p>
                {overall !== undefined && (
                  <RollupFigure assets={frame.assets} rollup={overall} title={directory.title(role)} />
                )}
                {seen
                  .filter((o) => o.role === role)
                  .map((objective) => (
                    <ResultTable
                      {...found}
                      assets={frame.assets}
                      caption={titleOf(objective)}
                      part={{ column: words.objectiveColumn, value: `${directory.title(role)}, ${titleOf(objective)}` }}
                      plan={shown.plan}
                      indicators={objective.indicators}
                      hrefOf={(code) => indicatorPath(cycle, code)}
                    />
                  ))}
              </section>
            );
          })}
        {seen.length > 0 && <TableAway name={RESULT_TABLE} caption={words.title(cycle.exercise)} />}
      </PlanPage>,
    );
  };
}

const titleOf = ({ code, title, weight }: IndividualObjective): string =>
  `${words.objective(code)}${title === undefined ? '' : `. ${title}`}, ${words.weight(italianPercent(weight))}`;
