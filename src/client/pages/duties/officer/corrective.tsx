import type { Context, Handler } from 'hono';
import { previewOf } from '../../../../forms/preview.js';
import { assessmentOf } from '../../../../register/assessments.js';
import { type CorrectiveActionRecord, correctiveActionsOf } from '../../../../register/corrective-actions.js';
import type { Db } from '../../../../register/database.js';
import { italianMoment, italianPercent } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { answer, type Site } from '../../kit/site.js';
import { CorrectiveErrorsPage } from './corrective-errors.js';
import { FORM_ID, newFormId } from './posted.js';
import { dueField, type RedRow, readProposals, recordProposals, textField, type WrongProposals } from './proposals.js';
import { formDataOf } from './request.js';
import { nameOf, type Scene, sceneOf } from './scene.js';

const words = officerWords.corrective;

/** The rows that the last computation of the checkpoint found red; before there is one, what their values would give. */
export async function redRows(db: Db, { form, period }: Scene): Promise<readonly RedRow[]> {
  // Of a checkpoint reopened, the earlier computation is no longer what counts.
  const assessment = form.state === 'closed' ? await assessmentOf(db, form) : undefined;
  const computed = new Map(assessment?.indicators.map((one) => [one.indicator, one]));
  return form.rows.flatMap((row) => {
    const own =
      computed.get(row.code) ??
      (row.current === undefined ? undefined : previewOf(row, row.current.actual, form.policy, period).assessment);
    if (own?.light !== 'red') return [];
    return [{ row, achievement: own.achievement === undefined ? '' : italianPercent(own.achievement) }];
  });
}

/** Where an officer says what they propose for what is red. Nothing when nothing is. */
export function CorrectiveSection({
  scene,
  red,
  actions,
  wrong = new Map(),
}: {
  scene: Scene;
  red: readonly RedRow[];
  actions: ReadonlyMap<string, CorrectiveActionRecord>;
  wrong?: WrongProposals;
}) {
  if (red.length === 0) return null;
  return (
    <section aria-labelledby="azioni" class="ciclo-item">
      <h2 id="azioni">{words.title}</h2>
      <p>{words.lead(red.length)}</p>
      <form method="post" action={`${scene.duty.here}/azioni`} enctype="multipart/form-data">
        <input type="hidden" name={FORM_ID} value={newFormId()} />
        {red.map(({ row, achievement }, index) => {
          const before = actions.get(row.code);
          const error = wrong.get(row.code);
          const id = `azione-${index + 1}`;
          return (
            <div class="ciclo-field">
              <label for={id}>{words.label(row.code, row.name)}</label>
              <small id={`${id}-dati`}>
                {achievement !== '' && words.achievement(achievement)}
                {before !== undefined && ` ${words.proposed(italianMoment(before.at), nameOf(scene, before.officer))}`}
              </small>
              {error !== undefined && (
                <div class="ciclo-field-error" id={`${id}-errore`}>
                  <p>{error.message}</p>
                </div>
              )}
              <textarea
                class="ciclo-input"
                id={id}
                name={textField(row.code)}
                rows={3}
                aria-describedby={[`${id}-dati`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
                aria-invalid={error?.field === 'text' ? 'true' : undefined}
              >
                {error?.text ?? before?.text ?? ''}
              </textarea>
              <label for={`${id}-entro`}>{words.due(row.code)}</label>
              <input
                class="ciclo-input"
                id={`${id}-entro`}
                name={dueField(row.code)}
                type="date"
                value={error?.due ?? ''}
                aria-describedby={[`${id}-entro-aiuto`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
                aria-invalid={error?.field === 'due' ? 'true' : undefined}
              />
              <small id={`${id}-entro-aiuto`}>{words.dueHint}</small>
            </div>
          );
        })}
        <button type="submit" class="btn btn-primary btn-sm">
          {words.button}
        </button>
      </form>
    </section>
  );
}

/** Takes the proposals. */
export function takeCorrective(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [red, actions] = await Promise.all([redRows(db, scene), correctiveActionsOf(db, scene.form)]);
    const data = await formDataOf(c);
    if (!data.ok) return refused(site, c, scene, { red, actions, general: data.error });
    const proposals = readProposals(data.value, red, actions, scene.today);
    if (!proposals.ok) return refused(site, c, scene, { red, actions, wrong: proposals.error });
    if (proposals.value.length === 0) return refused(site, c, scene, { red, actions, general: words.empty });
    await recordProposals(db, scene, data.value, proposals.value);
    return c.redirect(`${scene.duty.here}?fatto=azioni`, 303);
  };
}

async function refused(
  { deps, assets }: Site,
  c: Context,
  scene: Scene,
  content: {
    readonly red: readonly RedRow[];
    readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
    readonly wrong?: WrongProposals;
    readonly general?: string;
  },
): Promise<Response> {
  return answer(c, <CorrectiveErrorsPage frame={bareFrame(deps, assets, c)} scene={scene} {...content} />, 422);
}
