import type { Handler } from 'hono';
import { gridCheckpoints } from '../../../register/reading/grid-rows.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { frameOf } from '../kit/frame.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import type { ResultsPageProps } from './asked-results.js';
import { askedIn, hypothesise } from './asked-results.js';
import { isWritten } from './hypotheses.js';
import { HypothesisForm } from './results-form.js';
import { Outcome } from './results-outcome.js';
import { WhatIfPage } from './what-if-frame.js';

const words = planningWords.results;

/** What results would be with other targets, weights or values. Nothing is written. */
export function supposeResultsPage({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const checkpoints = await gridCheckpoints(db, cycle.id);
    const asked = askedIn(c);
    const chosen =
      checkpoints.find((k) => k.id === asked.checkpoint) ??
      checkpoints.findLast((k) => k.state === 'closed') ??
      checkpoints.at(-1);
    const found =
      chosen === undefined
        ? undefined
        : await hypothesise(deps.register.db, cycle, chosen.id, asked, allows(c, 'read-individual'));
    return answer(
      c,
      <ResultsPage {...{ frame, cycle, checkpoints, chosen, asked, found }} />,
      (found?.understood.problems.length ?? 0) === 0 ? 200 : 422,
    );
  };
}

function ResultsPage(props: ResultsPageProps) {
  const { frame, cycle, found, asked } = props;
  const supposes = asked.supposition !== 'no' || asked.lines.some(isWritten);
  return (
    <WhatIfPage frame={frame} cycle={cycle} view="results" problems={found?.understood.problems ?? []}>
      {found === undefined ? (
        <p>{words.none}</p>
      ) : (
        <>
          {found.suppositions > 0 && <p>{readingWords.supposed(found.suppositions)}</p>}
          <HypothesisForm {...props} found={found} supposes={supposes} />
          {supposes && found.understood.problems.length === 0 && <Outcome {...props} found={found} />}
        </>
      )}
    </WhatIfPage>
  );
}
