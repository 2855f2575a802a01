import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { parseCivilDate, yearOf } from '../../../domain/calendar/civil-date.js';
import { bodyProfile } from '../../../register/body.js';
import { addFeedback, type FeedbackRecord, feedbackOf, useFeedback } from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { italianDay } from '../../../words/format.js';
import { BodyPage, type BodyScene, bodyScene } from '../kit/body-frame.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

const words = bodyPageWords.stakeholders;
const PATH = '/stakeholder';

/** What stakeholders said, and what the next context analysis has still to consider. */
export function bodyStakeholders(site: Site): Handler {
  return (c) => show(site, c);
}

/** Puts on record what a stakeholder said. */
export function recordFeedback(site: Site): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined || !allows(c, 'steer')) return forbidden(site, c);
    const fields = await fieldsOf(c);
    const day = parseCivilDate(fields.text('ricevuta'));
    const missing = (field: string): readonly Problem[] => [
      { field, text: bodyPageWords.followed.wrongDate(fields.text(field)) },
    ];
    if (!day.ok) return show(site, c, { fields, problems: missing('ricevuta') });
    const recorded = await addFeedback(site.deps.register.db, {
      entity: standing.person.entity,
      stakeholder: fields.text('stakeholder'),
      channel: fields.text('canale'),
      receivedOn: day.value,
      text: fields.text('testo'),
      actor: standing.person.id,
      at: site.deps.clock(),
      simulated: site.deps.rehearsal,
      ...keyOf(standing.person.entity, fields),
    });
    if (!recorded.ok) return show(site, c, { fields, problems: [{ field: fieldOf(fields), text: recorded.error }] });
    return c.redirect(bodyPath(standing.person.entity, `${PATH}?registrato`), 303);
  };
}

/** Says what the context analysis of an exercise made of a feedback. */
export function considerFeedback(site: Site): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined || !allows(c, 'steer')) return forbidden(site, c);
    const id = Number(c.req.param('id'));
    if (!Number.isSafeInteger(id)) return c.notFound();
    const fields = await fieldsOf(c);
    const exercise = /^20\d\d$/.test(fields.text('esercizio')) ? Number(fields.text('esercizio')) : undefined;
    const problems =
      exercise === undefined ? [{ field: `esercizio-${id}`, text: words.wrongExercise(fields.text('esercizio')) }] : [];
    if (exercise === undefined) return show(site, c, { fields, problems, about: id });
    const used = await useFeedback(site.deps.register.db, {
      entity: standing.person.entity,
      feedback: id,
      exercise,
      outcome: fields.text('esito'),
      actor: standing.person.id,
      at: site.deps.clock(),
      simulated: site.deps.rehearsal,
    });
    if (!used.ok) return show(site, c, { fields, problems: [{ field: `esito-${id}`, text: used.error }], about: id });
    return c.redirect(bodyPath(standing.person.entity, `${PATH}?registrato`), 303);
  };
}

const keyOf = (entity: string, fields: Fields): { key?: string } =>
  fields.id('chiave') === '' ? {} : { key: `${entity}/${fields.id('chiave')}` };

/** The first field left empty, which is most often what a refusal is about. */
const fieldOf = (fields: Fields): string =>
  ['stakeholder', 'canale', 'testo'].find((field) => fields.text(field).trim() === '') ?? 'ricevuta';

interface Refused {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** The feedback the form was about; absent: a new one. */
  readonly about?: number;
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const scene = await bodyScene(site, c);
  if (scene === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [profile, feedback, directory] = await Promise.all([
    bodyProfile(db, scene.entity.id),
    feedbackOf(db, scene.entity.id),
    directoryOf(db, scene.entity.id, scene.frame.today),
  ]);
  return answer(
    c,
    <StakeholdersPage
      {...{ scene, feedback, directory, refused }}
      stakeholders={profile?.stakeholders ?? []}
      writes={allows(c, 'steer')}
      saved={c.req.query('registrato') !== undefined}
    />,
    refused === undefined ? 200 : 422,
  );
}

const { text, day } = columnsOf<FeedbackRecord>();

interface StakeholdersPageProps {
  readonly scene: BodyScene;
  readonly feedback: readonly FeedbackRecord[];
  readonly directory: Directory;
  readonly stakeholders: readonly string[];
  readonly refused: Refused | undefined;
  readonly writes: boolean;
  readonly saved: boolean;
}

function StakeholdersPage(props: StakeholdersPageProps) {
  const { scene, feedback, directory, refused, writes, saved } = props;
  // The analysis of an exercise is made in the summer before it.
  const exercise = yearOf(scene.frame.today) + 1;
  const open = feedback.filter((f) => !f.uses.some((u) => u.exercise === exercise));
  return (
    <BodyPage scene={scene} view={PATH} title={words.title} lead={words.lead}>
      <Saved text={saved ? words.saved : undefined} />
      {refused !== undefined && (
        <Problems title={refused.about === undefined ? words.errors : words.useErrors} of={refused.problems} />
      )}
      <section aria-labelledby="da-considerare">
        <h2 id="da-considerare">{words.toUse(exercise)}</h2>
        {open.length === 0 ? (
          <p>{feedback.length === 0 ? words.none : words.toUseNone(exercise)}</p>
        ) : (
          <ul class="ciclo-feedback">
            {open.map((one) => (
              <li class="ciclo-card">
                <p class="ciclo-quote">{one.text}</p>
                <p>
                  <small>{`${one.stakeholder}, ${one.channel}, ${italianDay(one.receivedOn)}`}</small>
                </p>
                {writes && <UseForm scene={scene} feedback={one} exercise={exercise} refused={refused} />}
              </li>
            ))}
          </ul>
        )}
      </section>
      {writes && <FeedbackForm {...props} />}
      {feedback.length > 0 && (
        <section aria-labelledby="tutte">
          <h2 id="tutte">{words.all}</h2>
          <DataTable
            name="osservazioni"
            caption={words.all}
            hideCaption
            columns={[
              text(words.text, (one) => one.text, { show: (one) => <span class="ciclo-quote">{one.text}</span> }),
              text(words.who, ({ stakeholder }) => stakeholder),
              text(words.channel, ({ channel }) => channel),
              day(words.receivedOn, ({ receivedOn }) => receivedOn),
              text(words.uses, ({ uses }) => uses.map((use) => useText(use, directory)).join('; ') || words.notUsed, {
                show: (one) => <Uses feedback={one} directory={directory} />,
              }),
            ]}
            rows={feedback}
          />
        </section>
      )}
    </BodyPage>
  );
}

const useText = ({ outcome, exercise, actor }: FeedbackRecord['uses'][number], directory: Directory): string =>
  `${outcome} (${words.used(exercise)}, ${directory.person(actor)})`;

function Uses({ feedback, directory }: { feedback: FeedbackRecord; directory: Directory }) {
  if (feedback.uses.length === 0) return <em>{words.notUsed}</em>;
  return (
    <span class="ciclo-actual">
      {feedback.uses.map((use) => (
        <>
          <span>{use.outcome}</span>
          <small>{`${words.used(use.exercise)}, ${directory.person(use.actor)}`}</small>
        </>
      ))}
    </span>
  );
}

interface UseFormProps {
  readonly scene: BodyScene;
  readonly feedback: FeedbackRecord;
  readonly exercise: number;
  readonly refused: Refused | undefined;
}

function UseForm({ scene, feedback: { id }, exercise, refused }: UseFormProps) {
  const own = refused?.about === id ? refused : undefined;
  const problem = own?.problems[0];
  const [outcome, year] = [`esito-${id}`, `esercizio-${id}`];
  const problemOf = (field: string): string | undefined => (problem?.field === field ? problem.text : undefined);
  return (
    <form class="ciclo-access" method="post" action={bodyPath(scene.entity.id, `${PATH}/${id}`)} novalidate>
      <FormField id={outcome} label={words.outcome} hint={words.outcomeHint} problem={problemOf(outcome)}>
        <textarea id={outcome} name="esito" rows={2} {...fieldState(outcome, true, problemOf(outcome))}>
          {own?.fields.text('esito') ?? ''}
        </textarea>
      </FormField>
      <FormField id={year} label={words.exercise} problem={problemOf(year)}>
        <input
          id={year}
          name="esercizio"
          inputmode="numeric"
          value={own?.fields.text('esercizio') ?? String(exercise)}
          {...fieldState(year, false, problemOf(year))}
        />
      </FormField>
      <button type="submit" class="btn btn-primary">
        {words.use}
      </button>
    </form>
  );
}

function FeedbackForm({ scene, stakeholders, refused }: StakeholdersPageProps) {
  const own = refused !== undefined && refused.about === undefined ? refused : undefined;
  const written = (name: string, otherwise = ''): string => own?.fields.text(name) ?? otherwise;
  const problemOf = (field: string): string | undefined => own?.problems.find((p) => p.field === field)?.text;
  return (
    <section aria-labelledby="nuova">
      <h2 id="nuova">{words.add}</h2>
      <form class="ciclo-access" method="post" action={bodyPath(scene.entity.id, PATH)} novalidate>
        <input type="hidden" name="chiave" value={own?.fields.id('chiave') || randomUUID()} />
        <FormField id="stakeholder" label={words.who} problem={problemOf('stakeholder')}>
          <input
            id="stakeholder"
            name="stakeholder"
            list="stakeholder-noti"
            value={written('stakeholder')}
            {...fieldState('stakeholder', false, problemOf('stakeholder'))}
          />
          <datalist id="stakeholder-noti">
            {stakeholders.map((name) => (
              <option value={name} />
            ))}
          </datalist>
        </FormField>
        <FormField id="canale" label={words.channel} hint={words.channelHint} problem={problemOf('canale')}>
          <input
            id="canale"
            name="canale"
            value={written('canale')}
            {...fieldState('canale', true, problemOf('canale'))}
          />
        </FormField>
        <FormField id="ricevuta" label={words.receivedOn} problem={problemOf('ricevuta')}>
          <input
            id="ricevuta"
            name="ricevuta"
            type="date"
            value={written('ricevuta', scene.frame.today)}
            {...fieldState('ricevuta', false, problemOf('ricevuta'))}
          />
        </FormField>
        <FormField id="testo" label={words.text} problem={problemOf('testo')}>
          <textarea id="testo" name="testo" rows={4} {...fieldState('testo', false, problemOf('testo'))}>
            {written('testo')}
          </textarea>
        </FormField>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </section>
  );
}
