import type { Indicator, Plan } from '../../../../domain/plan.js';
import { indicatorLists, nodesOf } from '../../../../domain/plan-lists.js';
import { amendmentWords } from '../../../../words/amendment.js';
import { italianPercent } from '../../../../words/format.js';
import { DutyPage } from '../board/duty-page.js';
import type { DutyScene } from '../board/scene.js';
import { ErrorSummary } from '../officer/parts.js';
import { FIELD } from './fields.js';
import { targetOf } from './posted.js';

const words = amendmentWords;

export const SHEET = 'foglio';

/** The first page of a proposal: which indicators, or a workbook. It changes nothing: its form is a question. */
export function PickPage({ scene, plan, errors }: { scene: DutyScene; plan: Plan; errors: readonly string[] }) {
  const { duty } = scene;
  const titles = new Map(nodesOf(plan).map((node) => [node.id, node.title]));
  const lists = [...indicatorLists(plan)].flatMap(([id, indicators]) => {
    const [kind = '', code = ''] = id.split(/:(.*)/s);
    const own = indicators.filter((indicator) => indicator.repeats === undefined);
    if (kind === 'individual' || (kind === 'sheet' && own.length === 0)) return [];
    return [{ kind: kind as 'scorecard' | 'sheet', code, own, title: titleOf(titles, kind, code) }];
  });
  return (
    <DutyPage scene={scene} overline={duty.step.planned.title} title={words.pick.title} failed={errors.length > 0}>
      {errors.length > 0 && (
        <ErrorSummary
          title={words.errors.title(errors.length)}
          items={errors.map((text) => ({ href: `#${SHEET}`, text }))}
        />
      )}
      <p class="lead">{words.pick.lead}</p>
      <form class="ciclo-form" method="get" action={`${duty.here}/proposta`}>
        {(['scorecard', 'sheet'] as const).map((kind) => (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{words.pick.list[kind]}</h2>
            {lists
              .filter((list) => list.kind === kind)
              .map((list) => (
                <details data-keep={`${kind}-${list.code}`}>
                  <summary>{`${list.code} ${list.title}`}</summary>
                  <ul class="ciclo-pick">
                    {list.own.map((indicator) => (
                      <Choice plan={plan} indicator={indicator} />
                    ))}
                    {kind === 'scorecard' && (
                      <li>
                        <span class="ciclo-mark">
                          <input type="checkbox" id={`nuovo-${list.code}`} name={FIELD.add} value={list.code} />
                          <label for={`nuovo-${list.code}`}>{words.pick.add(list.code)}</label>
                        </span>
                      </li>
                    )}
                  </ul>
                </details>
              ))}
          </section>
        ))}
        <div class="ciclo-buttons">
          <button type="submit" class="btn btn-primary">
            {words.pick.submit}
          </button>
        </div>
      </form>
      <section aria-labelledby="con-foglio">
        <h2 id="con-foglio">{words.pick.sheet}</h2>
        <p>{words.pick.sheetLead}</p>
        <p>
          <a href={`${duty.here}/proposta/piano.xlsx`}>{words.pick.download}</a>
        </p>
        <form class="ciclo-form" method="post" action={`${duty.here}/proposta/foglio`} enctype="multipart/form-data">
          <SheetField />
          <div class="ciclo-buttons">
            <button type="submit" class="btn btn-outline-primary">
              {words.pick.preview}
            </button>
          </div>
        </form>
      </section>
    </DutyPage>
  );
}

export function SheetField() {
  return (
    <div class="ciclo-field">
      <label for={SHEET}>{words.pick.file}</label>
      <input
        type="file"
        class="ciclo-files"
        id={SHEET}
        name={SHEET}
        accept=".xlsx,.ods,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
    </div>
  );
}

function Choice({ plan, indicator }: { plan: Plan; indicator: Indicator }) {
  const id = `i-${indicator.code}`;
  return (
    <li>
      <span class="ciclo-mark">
        <input type="checkbox" id={id} name={FIELD.pick} value={indicator.code} aria-describedby={`${id}-ora`} />
        <label for={id}>{`${indicator.code} ${indicator.name}`}</label>
      </span>
      <small id={`${id}-ora`}>
        {words.pick.target(plan.exercise, targetOf(plan, indicator))}
        {indicator.weight !== undefined && `, ${words.pick.weight(italianPercent(indicator.weight))}`}
      </small>
    </li>
  );
}

const titleOf = (titles: ReadonlyMap<string, string>, kind: string, code: string): string =>
  titles.get(`${kind === 'scorecard' ? 'programme' : 'sheet'}:${code}`) ?? '';
