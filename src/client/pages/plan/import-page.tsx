import type { Handler } from 'hono';
import { mapIndicators } from '../../../domain/amend-plan.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import type { Plan } from '../../../domain/plan.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { XLSX_TYPE } from '../../../files/media-types.js';
import { readPastedPlan, readPlanSheet, writePlanSheet } from '../../../sheets/plan-sheet.js';
import { planningWords } from '../../../words/planning.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { withPasted } from './paste.js';
import { editingScene, reasonIn, save, versionIn } from './saving.js';
import { type PlanningScene, planCrumbs, planningScene } from './scene.js';

const words = planningWords.import;

type Way = 'foglio' | 'tabella';

/** The two ways to bring a plan in. */
export function importPage(site: Site): Handler {
  return async (c) => {
    const scene = await editingScene(site, c);
    if (scene instanceof Response) return scene;
    return scene.edits ? answer(c, <ImportPage scene={scene} />) : c.redirect(scene.path(), 303);
  };
}

/** Reads what came and saves it as a new draft, then shows what it changes; or says every error in it. */
export function importPlan(site: Site): Handler {
  return async (c) => {
    const scene = await editingScene(site, c);
    if (scene instanceof Response) return scene;
    const fields = await fieldsOf(c);
    const way: Way = fields.text('modo') === 'tabella' ? 'tabella' : 'foglio';
    const refuse = (problems: readonly Problem[]) =>
      answer(c, <ImportPage {...{ scene, fields, way, problems }} />, 422);
    const { reason, problems } = reasonIn(fields, `${way}-motivo`);
    const read = way === 'foglio' ? await fromSheet(fields, scene) : fromPaste(scene, fields);
    if (!read.ok || problems.length > 0) return refuse([...(read.ok ? [] : read.error), ...problems]);
    const made = { plan: read.value, from: versionIn(fields), reason };
    const saved = await save(site, scene, { ...made, action: 'plan-imported' });
    if (!saved.ok) return refuse(saved.error);
    const done = encodeURIComponent(planningWords.form.saved(saved.value));
    return c.redirect(`${scene.path(`/versioni/${saved.value}`)}?fatto=${done}`, 303);
  };
}

/** The plan shown as a workbook; individual objectives only for who may see them. */
export function exportPlan(site: Site): Handler {
  return async (c) => {
    const scene = await planningScene(site, c);
    if (scene?.shown === undefined) return c.notFound();
    const { shown, seesIndividual, cycle } = scene;
    const plan = seesIndividual ? shown.plan : { ...shown.plan, individual: [] };
    const name = `piano-${cycle.entity}-${cycle.exercise}-v${shown.version}.xlsx`;
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    return c.body(new Uint8Array(writePlanSheet(plan)), 200, { 'Content-Type': XLSX_TYPE });
  };
}

type Read = Result<Plan, readonly Problem[]>;

async function fromSheet(fields: Fields, { cycle, shown }: PlanningScene): Promise<Read> {
  const file = fields.file('file');
  const wrong = (text: string): Read => err([{ field: 'file', text }]);
  if (file === undefined) return wrong(words.noFile);
  const plan = await readPlanSheet(new Uint8Array(await file.arrayBuffer()), shown?.plan);
  if (!plan.ok) return err(problemsOf('file', plan.error));
  const { entity, exercise } = plan.value;
  if (entity !== cycle.entity || exercise !== cycle.exercise) return wrong(words.otherCycle(entity, exercise));
  return ok(confirmedHere(plan.value, shown?.plan));
}

/** The plan of a file with the readings that were confirmed in the draft, of the same texts: a file confirms none. */
function confirmedHere(plan: Plan, draft: Plan | undefined): Plan {
  const there = new Map(
    (draft === undefined ? [] : allIndicators(draft)).map(({ node }) => [node.code, node.targets] as const),
  );
  return mapIndicators(plan, (indicator) => ({
    ...indicator,
    targets: indicator.targets.map(({ confirmed: _, confirmedBy: __, ...target }) => {
      const same = there.get(indicator.code)?.find((one) => one.year === target.year && one.text === target.text);
      return same ?? target;
    }),
  }));
}

function fromPaste({ cycle, shown, offices }: PlanningScene, fields: Fields): Read {
  const pasted = readPastedPlan(fields.text('testo'));
  const office = fields.text('ufficio');
  const problems: Problem[] = [...problemsOf('testo', pasted.errors)];
  if (pasted.errors.length === 0 && !pasted.rows.some((row) => row.level === 'indicator'))
    problems.push({ field: 'testo', text: words.nothing });
  if (!offices.some((one) => one.id === office)) problems.push({ field: 'ufficio', text: words.noOffice });
  if (problems.length > 0) return err(problems);
  return ok(withPasted(shown?.plan ?? empty(cycle), pasted.rows, office));
}

const empty = ({ entity, exercise }: { readonly entity: string; readonly exercise: number }): Plan => ({
  entity,
  exercise,
  title: planningWords.title(exercise),
  perspectives: [],
  areas: [],
  sheets: [],
  individual: [],
  budget: { lines: [], totals: [] },
});

const problemsOf = (field: string, errors: readonly { readonly message: string }[]): readonly Problem[] =>
  errors.map(({ message }) => ({ field, text: message }));

interface ImportPageProps {
  readonly scene: PlanningScene;
  readonly fields?: Fields;
  readonly way?: Way;
  readonly problems?: readonly Problem[];
}

function ImportPage({ scene, fields, way, problems = [] }: ImportPageProps) {
  const { frame, cycle, shown } = scene;
  const of = (mine: Way, name: string): string => (way === mine ? (fields?.text(name) ?? '') : '');
  const problemOf = (field: string) => problems.find((p) => p.field === field)?.text;
  const reason = (mine: Way) => {
    const id = `${mine}-motivo`;
    const { form } = planningWords;
    return (
      <FormField id={id} label={form.reason} hint={form.reasonHint} problem={problemOf(id)}>
        <input
          id={id}
          name="motivo"
          type="text"
          required
          value={of(mine, 'motivo')}
          {...fieldState(id, true, problemOf(id))}
        />
      </FormField>
    );
  };
  const hidden = (mine: Way) => (
    <>
      <input type="hidden" name="versione" value={String(shown?.version ?? 0)} />
      <input type="hidden" name="modo" value={mine} />
    </>
  );
  return (
    <PlanningPage
      frame={frame}
      cycle={cycle}
      view="plan"
      overline={planningWords.title(cycle.exercise)}
      title={words.title}
      under={planCrumbs(scene)}
      problems={problems}
    >
      <section class="ciclo-card" aria-labelledby="foglio">
        <h2 id="foglio">{words.sheet}</h2>
        <p>{words.sheetLead}</p>
        <form class="ciclo-access ciclo-plan-form" method="post" enctype="multipart/form-data" novalidate>
          {hidden('foglio')}
          <FormField id="file" label={words.file} problem={problemOf('file')}>
            <input
              id="file"
              name="file"
              type="file"
              accept={`.xlsx,.ods,${XLSX_TYPE}`}
              {...fieldState('file', false, problemOf('file'))}
            />
          </FormField>
          {reason('foglio')}
          <button type="submit" class="btn btn-primary">
            {words.sheetSubmit}
          </button>
        </form>
      </section>
      <section class="ciclo-card" aria-labelledby="tabella">
        <h2 id="tabella">{words.paste}</h2>
        <p>{words.pasteLead}</p>
        <form class="ciclo-access ciclo-plan-form" method="post" novalidate>
          {hidden('tabella')}
          <FormField id="testo" label={words.text} problem={problemOf('testo')}>
            <textarea
              id="testo"
              name="testo"
              rows={10}
              spellcheck={false}
              {...fieldState('testo', false, problemOf('testo'))}
            >
              {of('tabella', 'testo')}
            </textarea>
          </FormField>
          <FormField id="ufficio" label={words.office} hint={words.officeHint} problem={problemOf('ufficio')}>
            <select id="ufficio" name="ufficio" {...fieldState('ufficio', true, problemOf('ufficio'))}>
              <option value="">{planningWords.form.chooseOffice}</option>
              {scene.offices.map((one) => (
                <option value={one.id} selected={one.id === of('tabella', 'ufficio')}>
                  {one.title}
                </option>
              ))}
            </select>
          </FormField>
          {reason('tabella')}
          <button type="submit" class="btn btn-primary">
            {words.pasteSubmit}
          </button>
        </form>
      </section>
    </PlanningPage>
  );
}
