import type { Change } from '../../../domain/change.js';
import type { Plan } from '../../../domain/plan.js';
import { diffPlans } from '../../../domain/plan-diff.js';
import { wholeNumber } from '../../../domain/whole-number.js';
import { draftSavedBy } from '../../../register/plan-stories.js';
import { planVersion } from '../../../register/plans.js';
import { planChanges } from '../../../words/plan-changes.js';
import { planningWords } from '../../../words/planning.js';
import type { Fields } from '../kit/fields.js';
import { officeTitleIn } from '../kit/parts/change-table.js';
import type { Site } from '../kit/site.js';
import type { PlanPageData } from './page-data.js';
import { VERSION } from './saving.js';

const words = planningWords.meanwhile;
/** How many changes are told one by one. */
const MOST = 20;

/** What has been saved since a form was made: the next sending is on it, once whoever sends has read what it changed. */
export interface Meanwhile {
  readonly version: number;
  /** Who saved it, by name; empty when it came from files. */
  readonly by: string;
  readonly changes: readonly Change[];
  /** The plan the form was made from; absent when there was none. */
  readonly was: Plan | undefined;
  readonly is: Plan;
}

/** What stands now in the place of the version a form was made from; undefined where that one still stands. */
export async function meanwhileOf(
  { deps }: Site,
  data: PlanPageData,
  fields: Pick<Fields, 'text'>,
): Promise<Meanwhile | undefined> {
  const { shown, cycle, seesIndividual, directory } = data;
  const from = wholeNumber(fields.text(VERSION));
  if (shown === undefined || from === undefined || from === shown.version) return undefined;
  const { db } = deps.register;
  const [was, by] = await Promise.all([
    from === 0 ? undefined : planVersion(db, cycle.entity, cycle.exercise, from),
    draftSavedBy(db, cycle.entity, cycle.id, shown.version),
  ]);
  if (from !== 0 && was === undefined) return undefined;
  const visible = (plan: Plan): Plan => (seesIndividual ? plan : { ...plan, individual: [] });
  const changes =
    was === undefined ? [] : planChanges(diffPlans(visible(was.plan), visible(shown.plan)), officeTitleIn(directory));
  return { version: shown.version, by, changes, was: was?.plan, is: shown.plan };
}

/**
 * A form as it was sent, with what nobody had touched in it as it stands now.
 * @param was what the form showed in a field
 * @param is what it would show now
 */
export const rebased = (fields: Fields, was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): Fields => ({
  ...fields,
  text: (name) => {
    const written = fields.text(name);
    return written === was.get(name) ? (is.get(name) ?? written) : written;
  },
});

/** Tells what has been saved since the form was made, above it. */
export function SavedMeanwhile({ meanwhile }: { readonly meanwhile: Meanwhile | undefined }) {
  if (meanwhile === undefined) return null;
  const { version, by, changes } = meanwhile;
  return (
    <div class="ciclo-callout" id="nel-frattempo">
      <div>
        <p>
          <strong>{words.saved(version, by)}</strong>
        </p>
        {changes.length > 0 && (
          <ul>
            {changes.slice(0, MOST).map((change) => (
              <li>{words.change(change)}</li>
            ))}
            {changes.length > MOST && <li>{words.more(changes.length - MOST)}</li>}
          </ul>
        )}
        <p>{words.lead(version)}</p>
      </div>
    </div>
  );
}
