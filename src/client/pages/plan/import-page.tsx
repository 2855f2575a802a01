import type { Handler } from 'hono';
import type { WrittenIn } from '../../../acts/field.js';
import { importPlan as bringIn } from '../../../acts/plan/import-plan.js';
import { pastePlan } from '../../../acts/plan/paste-plan.js';
import { XLSX_TYPE } from '../../../files/media-types.js';
import { acceptUpload } from '../../../files/uploads.js';
import { writePlanSheet } from '../../../sheets/plan-sheet.js';
import { ownPlanWords } from '../../../words/own-plan.js';
import { planningWords } from '../../../words/planning.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { confirmOwnTable, isConfirming, pastedIsOwn, sentOwnTable } from './confirm-import.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, SavedMeanwhile } from './meanwhile.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { editorPageData, problemsOf, saying, takeOn } from './saving.js';

const words = planningWords.import;

type Way = 'foglio' | 'tabella';

/** The two ways to bring a plan in. */
export function importPage(site: Site): Handler {
  return async (c) => {
    const data = await editorPageData(site, c);
    if (data instanceof Response) return data;
    return data.edits ? answer(c, <ImportPage data={data} />) : c.redirect(data.path(), 303);
  };
}

/** Reads what came and saves it as a new draft, then shows what it changes; or says every error in it. */
export function importPlan(site: Site): Handler {
  return async (c) => {
    const data = await editorPageData(site, c);
    if (data instanceof Response) return data;
    const fields = await fieldsOf(c);
    if (isConfirming(fields)) return await confirmOwnTable(site, c, data, fields);
    const way: Way = fields.text('modo') === 'tabella' ? 'tabella' : 'foglio';
    const refuse = async (problems: readonly Problem[]) => {
      const meanwhile = await meanwhileOf(site, data, fields);
      return answer(c, <ImportPage {...{ data, fields, way, problems, meanwhile }} />, 422);
    };
    const own = way === 'foglio' ? fields.file('file') : pastedIsOwn(data, fields.text('testo'));
    const confirming = own === undefined ? undefined : await sentOwnTable(site, c, data, fields, own);
    if (confirming !== undefined)
      return confirming.ok
        ? confirming.value
        : refuse(problemsOf(confirming.error, (field) => FIELDS[field ?? '']?.(way) ?? 'contenuto'));
    const taken =
      way === 'foglio'
        ? await takeOn(site, c, data, bringIn, fields, await withFile(fields))
        : await takeOn(site, c, data, pastePlan, fields, saying(pastedIn(fields)));
    if (!taken.ok) return refuse(problemsOf(taken.error, (field) => FIELDS[field ?? '']?.(way) ?? 'contenuto'));
    const { said, facts } = taken.value;
    return c.redirect(`${data.path(`/versioni/${facts.version}`)}?fatto=${encodeURIComponent(said)}`, 303);
  };
}

const pastedIn = (fields: Fields) => ({
  table: fields.text('testo'),
  office: fields.text('ufficio'),
  reason: fields.text('motivo'),
});

async function withFile(fields: Fields): Promise<WrittenIn> {
  const file = fields.file('file');
  const files = file === undefined ? [] : [await acceptUpload(file)];
  const rest = saying({ reason: fields.text('motivo') });
  return (name) => (name === 'file' ? { texts: [], files } : rest(name));
}

/** What the page calls the fields of the two acts. */
const FIELDS: Readonly<Record<string, (way: Way) => string>> = {
  file: (way) => (way === 'foglio' ? 'file' : 'testo'),
  table: () => 'testo',
  office: () => 'ufficio',
  reason: (way) => `${way}-motivo`,
};

/** The plan shown as a workbook; individual objectives only for who may see them. */
export function exportPlan(site: Site): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    if (data?.shown === undefined) return c.notFound();
    const { shown, seesIndividual, cycle } = data;
    const plan = seesIndividual ? shown.plan : { ...shown.plan, individual: [] };
    const name = `piano-${cycle.entity}-${cycle.exercise}-v${shown.version}.xlsx`;
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    return c.body(new Uint8Array(writePlanSheet(plan)), 200, { 'Content-Type': XLSX_TYPE });
  };
}

interface ImportPageProps {
  readonly data: PlanPageData;
  readonly fields?: Fields;
  readonly way?: Way;
  readonly problems?: readonly Problem[];
  readonly meanwhile?: Meanwhile | undefined;
}

function ImportPage({ data, fields, way, problems = [], meanwhile }: ImportPageProps) {
  const { shown } = data;
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
      <HiddenFields version={shown?.version ?? 0} {...{ fields, meanwhile }} />
      <input type="hidden" name="modo" value={mine} />
    </>
  );
  return (
    <PlanSubpage data={data} title={words.title} problems={problems}>
      <SavedMeanwhile meanwhile={meanwhile} />
      <section class="ciclo-card" aria-labelledby="foglio">
        <h2 id="foglio">{words.sheet}</h2>
        <p>{ownPlanWords.fields.ownLead}</p>
        <form class="ciclo-access ciclo-plan-form" method="post" enctype="multipart/form-data" novalidate>
          {hidden('foglio')}
          <FormField id="file" label={words.file} problem={problemOf('file')}>
            <input
              id="file"
              name="file"
              type="file"
              accept={`.xlsx,.ods,.csv,${XLSX_TYPE}`}
              {...fieldState('file', false, problemOf('file'))}
            />
          </FormField>
          <FormField id="nome-foglio" label={ownPlanWords.fields.sheet}>
            <input id="nome-foglio" name="foglio" type="text" value={of('foglio', 'foglio')} />
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
              {data.offices.map((one) => (
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
    </PlanSubpage>
  );
}
