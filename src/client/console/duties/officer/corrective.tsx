import { createHash } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { readNote } from '../../../../forms/answer.js';
import type { FormRow } from '../../../../forms/form.js';
import { previewOf } from '../../../../forms/preview.js';
import { assessmentOf } from '../../../../register/assessments.js';
import {
  addCorrectiveActions,
  type CorrectiveActionRecord,
  correctiveActionsOf,
} from '../../../../register/corrective-actions.js';
import type { Db } from '../../../../register/database.js';
import { italianMoment, italianPercent } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../frame.js';
import { answer, type Site } from '../../site.js';
import { CorrectiveErrorsPage } from './corrective-errors.js';
import { FORM_ID, newFormId, textIn } from './posted.js';
import { formDataOf } from './request.js';
import { nameOf, type Scene, sceneOf } from './scene.js';

const words = officerWords.corrective;

/** An indicator far from its target, with the achievement that says so. */
export interface RedRow {
  readonly row: FormRow;
  readonly achievement: string;
}

/** A text with what is wrong with it, by indicator. */
export type WrongTexts = ReadonlyMap<string, { readonly text: string; readonly message: string }>;

const fieldOf = (code: string): string => `azione:${code}`;

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
  wrong?: WrongTexts;
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
                name={fieldOf(row.code)}
                rows={3}
                aria-describedby={[`${id}-dati`, ...(error === undefined ? [] : [`${id}-errore`])].join(' ')}
                aria-invalid={error === undefined ? undefined : 'true'}
              >
                {error?.text ?? before?.text ?? ''}
              </textarea>
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

/** Puts the proposals on record. */
export function takeCorrective(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [red, before] = await Promise.all([redRows(db, scene), correctiveActionsOf(db, scene.form)]);
    const data = await formDataOf(c);
    if (!data.ok) return refused(site, c, scene, { red, actions: before, general: data.error });
    const texts = red.map(({ row }) => ({ row, text: textIn(data.value, fieldOf(row.code)) }));
    const read = texts.map(({ row, text }) => ({ row, text, note: readNote(text) }));
    const wrong: WrongTexts = new Map(
      read.flatMap(({ row, text, note }) => (note.ok ? [] : [[row.code, { text, message: note.error }] as const])),
    );
    if (wrong.size > 0) return refused(site, c, scene, { red, actions: before, wrong });
    const fresh = read.flatMap(({ row, note }) =>
      note.ok && note.value !== undefined && note.value !== before.get(row.code)?.text
        ? [{ row, text: note.value }]
        : [],
    );
    if (fresh.length === 0) return refused(site, c, scene, { red, actions: before, general: words.empty });
    await addCorrectiveActions(
      db,
      fresh.map(({ row, text }) => ({
        key: keyOf(
          [scene.form.cycle, scene.form.checkpoint, scene.duty.person.id, textIn(data.value, FORM_ID)],
          row,
          text,
        ),
        cycle: scene.form.cycle,
        checkpoint: scene.form.checkpoint,
        indicator: row.code,
        officer: scene.duty.person.id,
        ...(row.actingFor === undefined ? {} : { actingFor: row.actingFor }),
        text,
        at: scene.now,
        simulated: scene.form.simulated,
      })),
    );
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
    readonly wrong?: WrongTexts;
    readonly general?: string;
  },
): Promise<Response> {
  return answer(c, <CorrectiveErrorsPage frame={bareFrame(deps, assets, c)} scene={scene} {...content} />, 422);
}

const keyOf = (owner: readonly string[], row: FormRow, text: string): string =>
  createHash('sha256')
    .update(JSON.stringify([...owner, row.code, text]))
    .digest('base64url');
