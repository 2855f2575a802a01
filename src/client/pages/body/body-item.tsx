import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import { may } from '../../../access/roles.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import { type FollowedKind, type FollowedState, STATES_OF } from '../../../domain/follow-up.js';
import { capacityFor } from '../../../domain/who-acts.js';
import {
  type FollowedRecord,
  type FollowUpRecord,
  followedItem,
  followUpsOf,
  recordFollowUp,
} from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { followUpWords } from '../../../words/follow-up.js';
import { italianDay } from '../../../words/format.js';
import { BodyPage, type BodyScene, bodyScene } from '../kit/body-frame.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { FollowedDue, FollowedOwner, FollowedTag } from '../kit/parts/followed.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { Standing } from '../kit/viewer.js';

const words = bodyPageWords.followed;

/** One obligation or action with its history, and the form to say how it stands. */
export function bodyItem(site: Site, kind: FollowedKind): Handler {
  return (c) => show(site, c, kind);
}

/** Takes the form: records how it stands from now on, or says what to correct. */
export function followBodyItem(site: Site, kind: FollowedKind): Handler {
  return async (c) => {
    const standing = c.get('standing');
    const item = await itemAsked(site, c, kind);
    if (item === undefined) return c.notFound();
    if (standing === undefined || !mayFollow(standing, item)) return forbidden(site, c);
    const fields = await fieldsOf(c);
    const problems: Problem[] = [];
    const state = STATES_OF[kind].find((one) => one === fields.text('stato'));
    if (state === undefined) problems.push({ field: 'stato', text: words.choose });
    const due = fields.text('scadenza') === '' ? undefined : parseCivilDate(fields.text('scadenza'));
    if (due?.ok === false) problems.push({ field: 'scadenza', text: words.wrongDate(fields.text('scadenza')) });
    if (state === undefined || due?.ok === false) return show(site, c, kind, { fields, problems });
    const owner = fields.text('responsabile');
    const actingFor = capacityFor(standing.capacities, (role) => role === item.owner)?.actingFor;
    const recorded = await recordFollowUp(site.deps.register.db, {
      entity: standing.person.entity,
      kind,
      item: item.id,
      state,
      note: fields.text('nota'),
      ...(owner === '' || owner === item.owner ? {} : { owner }),
      dueOn: due?.value,
      actor: standing.person.id,
      actingFor,
      at: site.deps.clock(),
      simulated: site.deps.rehearsal,
      ...(fields.id('chiave') === '' ? {} : { key: `${standing.person.entity}/${fields.id('chiave')}` }),
    });
    if (!recorded.ok) return show(site, c, kind, { fields, problems: [{ field: 'nota', text: recorded.error }] });
    return c.redirect(bodyPath(standing.person.entity, `${FOLLOWED_PATH[kind]}/${item.id}?registrato`), 303);
  };
}

/** Who answers for it, in their own right or for somebody absent, and who runs the cycle. */
const mayFollow = (standing: Standing | undefined, item: FollowedRecord): boolean =>
  standing !== undefined &&
  (may(standing.roles, 'steer') || standing.capacities.some((capacity) => capacity.role === item.owner));

function itemAsked(site: Site, c: Context, kind: FollowedKind) {
  const [entity, group, number] = [c.req.param('entity'), c.req.param('group'), c.req.param('number')];
  return followedItem(site.deps.register.db, entity ?? '', kind, `${group}/${number}`);
}

/** What was written in a form that was refused, and why. */
interface Refused {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

async function show(site: Site, c: Context, kind: FollowedKind, refused?: Refused): Promise<Response> {
  const scene = await bodyScene(site, c);
  const item = await itemAsked(site, c, kind);
  if (scene === undefined || item === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [history, directory] = await Promise.all([
    followUpsOf(db, scene.entity.id, kind, item.id),
    directoryOf(db, scene.entity.id, scene.frame.today),
  ]);
  const saved = c.req.query('registrato') !== undefined;
  const writes = item.current && mayFollow(c.get('standing'), item);
  return answer(
    c,
    <ItemPage {...{ scene, kind, item, history, directory, refused, saved, writes }} />,
    refused === undefined ? 200 : 422,
  );
}

const { text, status, instant, day } = columnsOf<FollowUpRecord>();

interface ItemPageProps {
  readonly scene: BodyScene;
  readonly kind: FollowedKind;
  readonly item: FollowedRecord;
  readonly history: readonly FollowUpRecord[];
  readonly directory: Directory;
  readonly refused: Refused | undefined;
  readonly saved: boolean;
  readonly writes: boolean;
}

function ItemPage(props: ItemPageProps) {
  const { scene, kind, item, directory, refused, saved, writes } = props;
  const own = bodyPageWords[kind];
  return (
    <BodyPage scene={scene} view={FOLLOWED_PATH[kind]} title={item.text} under={{ title: own.title }}>
      <Saved text={saved ? words.saved : undefined} />
      {refused !== undefined && <Problems title={words.errors} of={refused.problems} />}
      <div class="ciclo-columns">
        <Facts scene={scene} item={item} directory={directory} title={followUpWords.kind[kind]} />
        {writes ? <FollowForm {...props} /> : <p>{words.mayNot}</p>}
      </div>
      <History {...props} />
    </BodyPage>
  );
}

interface FactsProps {
  readonly scene: BodyScene;
  readonly item: FollowedRecord;
  readonly directory: Directory;
  readonly title: string;
}

function Facts({ scene: { frame }, item, directory, title }: FactsProps) {
  const rows = [
    [words.state, <FollowedTag assets={frame.assets} state={item.state} />],
    [words.owner, <FollowedOwner item={item} directory={directory} />],
    [words.due, <FollowedDue item={item} today={frame.today} />],
    ...(item.norm === null ? [] : [[words.norm, item.norm] as const]),
    ...(item.everyMonths === null ? [] : [[words.rhythm, words.every(item.everyMonths)] as const]),
    ...(item.statedOn === null
      ? []
      : [[words.stated(italianDay(item.statedOn)), item.stated === '' ? followUpWords.unknown : item.stated] as const]),
    [words.source, item.source],
  ] as const;
  return (
    <section class="ciclo-card" aria-labelledby="voce">
      <h2 id="voce">{`${title}: ${item.heading}`}</h2>
      <dl class="ciclo-facts">
        {rows.map(([label, content]) => (
          <div>
            <dt>{label}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FollowForm({ kind, item, directory, refused }: ItemPageProps) {
  const written = (name: string, otherwise: string): string => refused?.fields.text(name) ?? otherwise;
  const problemOf = (field: string): string | undefined => refused?.problems.find((p) => p.field === field)?.text;
  const chosen: FollowedState | string | undefined = written('stato', item.state ?? '');
  return (
    <section class="ciclo-card" aria-labelledby="aggiorna">
      <h2 id="aggiorna">{words.update}</h2>
      <form class="ciclo-access" method="post" novalidate>
        <input type="hidden" name="chiave" value={refused?.fields.id('chiave') || randomUUID()} />
        <FormField id="stato" label={words.newState} problem={problemOf('stato')}>
          <select id="stato" name="stato" {...fieldState('stato', false, problemOf('stato'))}>
            {item.state === undefined && <option value="">{words.choose}</option>}
            {STATES_OF[kind].map((state) => (
              <option value={state} selected={state === chosen}>
                {followUpWords.state[state]}
              </option>
            ))}
          </select>
        </FormField>
        <FormField id="nota" label={words.note} hint={words.noteHint} problem={problemOf('nota')}>
          <textarea id="nota" name="nota" rows={3} {...fieldState('nota', true, problemOf('nota'))}>
            {written('nota', '')}
          </textarea>
        </FormField>
        <FormField id="responsabile" label={words.newOwner}>
          <select id="responsabile" name="responsabile">
            {item.owner === null && <option value="">{words.noOwner}</option>}
            {directory.titles().map(({ id, title }) => (
              <option value={id} selected={id === written('responsabile', item.owner ?? '')}>
                {title}
              </option>
            ))}
          </select>
        </FormField>
        <FormField id="scadenza" label={words.newDue} hint={words.newDueHint} problem={problemOf('scadenza')}>
          <input
            id="scadenza"
            name="scadenza"
            type="date"
            value={written('scadenza', '')}
            {...fieldState('scadenza', true, problemOf('scadenza'))}
          />
        </FormField>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </section>
  );
}

function History({ scene: { frame }, history, directory }: ItemPageProps) {
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">{words.history}</h2>
      {history.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <DataTable
          name="storia"
          caption={words.history}
          hideCaption
          columns={[
            instant(words.when, ({ at }) => at),
            status(words.state, ({ state }) => followUpWords.state[state], {
              show: ({ state }) => <FollowedTag assets={frame.assets} state={state} />,
            }),
            text(words.note, ({ note }) => note),
            text(words.who, ({ actor, actingFor }) =>
              actingFor === null
                ? directory.person(actor)
                : `${directory.person(actor)}, ${words.onBehalf(directory.person(actingFor))}`,
            ),
            day(words.due, ({ dueOn }) => dueOn ?? undefined),
          ]}
          rows={history}
        />
      )}
    </section>
  );
}
