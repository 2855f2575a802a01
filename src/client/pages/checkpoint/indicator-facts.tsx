import type { Child } from 'hono/jsx';
import { officeRole } from '../../../domain/entity.js';
import type { Indicator } from '../../../domain/plan.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { GivenTo } from '../../../register/reading/indicator.js';
import type { PlanShown } from '../../../register/reading/plan.js';
import { consoleWords } from '../../../words/console.js';
import { delegationWords } from '../../../words/delegations.js';
import { forecastWords } from '../../../words/forecast.js';
import { italianDay, italianPercent } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { PlanPlace } from '../kit/model/plan-places.js';
import { indicatorPath } from '../kit/paths.js';

const words = scorecardWords.indicator;

interface IndicatorFactsProps {
  readonly place: PlanPlace;
  readonly shown: PlanShown;
  readonly directory: Directory;
  readonly cycle: CycleName;
  /** To whom who answers for it has given it. */
  readonly delegated: readonly GivenTo[];
}

/** Where an indicator stands in the plan, what it weighs, and who answers for it. */
export function IndicatorFacts({ place, shown, directory, cycle, delegated }: IndicatorFactsProps) {
  const { indicator } = place;
  const programme = place.kind === 'scorecard' ? place.programme : undefined;
  const perspective = indicator.perspective ?? programme?.perspective;
  const missione = indicator.missioneProgramma ?? programme?.missioneProgramma;
  return (
    <section class="ciclo-card" aria-labelledby="posto">
      <h2 id="posto">{words.place}</h2>
      <dl class="ciclo-facts">
        <Ancestors place={place} />
        <Fact label={words.perspective}>{shown.plan.perspectives.find((p) => p.id === perspective)?.title}</Fact>
        <Fact label={words.office}>{directory.title(officeRole(indicator.office))}</Fact>
        {delegated.map(({ delegate, until }) => (
          <Fact label={delegationWords.indicator}>{delegationWords.form.row(directory.person(delegate), until)}</Fact>
        ))}
        <Fact label={words.weight}>
          {indicator.weight === undefined ? undefined : italianPercent(indicator.weight)}
        </Fact>
        <Fact label={forecastWords.later.knownFrom}>
          {indicator.knownFrom === undefined ? undefined : italianDay(indicator.knownFrom)}
        </Fact>
        <Fact label={words.missione}>{missione?.replace('/', ' / ')}</Fact>
        {indicator.repeats !== undefined && (
          <Fact label={words.repeats}>
            <a href={indicatorPath(cycle, indicator.repeats)}>{indicator.repeats}</a>
          </Fact>
        )}
        <Fact label={words.source}>{indicator.source}</Fact>
        <Fact label={words.version}>{`${shown.version}`}</Fact>
      </dl>
    </section>
  );
}

function Ancestors({ place }: { place: PlanPlace }) {
  switch (place.kind) {
    case 'scorecard':
      return (
        <>
          <Fact label={words.area}>{`${place.area.code}. ${place.area.title}`}</Fact>
          <Fact label={words.objective}>{`${place.objective.code}. ${place.objective.title}`}</Fact>
          <Fact label={words.programme}>{`${place.programme.code}. ${place.programme.title}`}</Fact>
        </>
      );
    case 'sheet':
      return <Fact label={words.sheet(place.sheet.programme)}>{place.sheet.title}</Fact>;
    case 'individual':
      return <Fact label={words.individual}>{`${place.objective.code}. ${place.objective.title ?? ''}`}</Fact>;
  }
}

/** The target of each year of the plan: verbatim, and what it was read to mean. */
export function IndicatorTargets({ indicator, directory }: { indicator: Indicator; directory: Directory }) {
  return (
    <section class="ciclo-card" aria-labelledby="target">
      <h2 id="target">{words.targets}</h2>
      <dl class="ciclo-facts">
        {indicator.targets.map((target) => (
          <Fact label={consoleWords.scorecard.targetOf(target.year)}>
            {target.text === '' ? (
              <em>{words.empty}</em>
            ) : (
              <span class="ciclo-actual">
                <strong>{target.text}</strong>
                <small>{target.confirmed === undefined ? words.notRead : sentence(target.confirmed)}</small>
                {target.confirmedBy !== undefined && (
                  <small>{`${words.confirmedBy} ${directory.person(target.confirmedBy)}`}</small>
                )}
              </span>
            )}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children?: Child }) {
  if (children === undefined || children === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
