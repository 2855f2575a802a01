import type { Context, Handler } from 'hono';
import { publicFormPath } from '../../../access/public-form-path.js';
import { placeOf } from '../../../acts/place.js';
import type { Shown } from '../../../acts/show.js';
import { moderate } from '../../../acts/voices/moderate.js';
import { closePublicForm, openPublicForm } from '../../../acts/voices/public-form.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { openFormOf, type PublicForm, type PublicVoice, publicVoicesOf } from '../../../register/public-voices.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { stakeholderPageWords } from '../../../words/stakeholder-pages.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, VOICES_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { StakeholderViews } from './stakeholder-views.js';

const words = stakeholderPageWords.voices;

/** What came by the public form, for who looks at it. */
export function publicVoices(site: Site): Handler {
  return (c) => show(site, c);
}

/** Looks at one of them. */
export function moderateVoice(site: Site): Handler {
  return async (c) => {
    const [entity = '', id = ''] = [c.req.param('entity'), c.req.param('voice')];
    const subject = await moderate.on.find(site.deps.register, { entity, name: id });
    if (subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      bodyPath(entity, `${VOICES_PATH}?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, moderate, at, next, (refused) => show(site, c, { ...refused, about: id }));
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  // Nobody else sees what has not been looked at: it may name people, or be no feedback at all.
  if (!allows(c, 'steer') || senderOf(c) === undefined) return forbidden(site, c);
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [form, voices, directory] = await Promise.all([
    openFormOf(db, data.entity.id),
    publicVoicesOf(db, data.entity.id),
    directoryOf(db, data.entity.id, data.frame.today),
  ]);
  const address = form && `${site.deps.consoleUrl}${publicFormPath(form.code)}`;
  return answer(
    c,
    <VoicesPage {...{ data, form, address, voices, directory, refused }} done={c.req.query('fatto')} />,
    refused === undefined ? 200 : 422,
  );
}

interface VoicesPageProps {
  readonly data: BodyPageData;
  readonly form: PublicForm | undefined;
  /** Where whoever has it writes; undefined while the form is closed. */
  readonly address: string | undefined;
  readonly voices: readonly PublicVoice[];
  readonly directory: Directory;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

const EXAMINE: Shown = { act: moderate, notNow: undefined, seen: '', offers: {} };
const { text, instant, count, status } = columnsOf<PublicVoice>();

function VoicesPage({ data, form, address, voices, directory, refused, done }: VoicesPageProps) {
  const { entity } = data;
  const at = (below: string): string => bodyPath(entity.id, `${VOICES_PATH}${below}`);
  const waiting = voices.filter(({ state }) => state === 'waiting');
  return (
    <BodyPage data={data} view="/stakeholder" title={words.title} lead={words.lead}>
      <StakeholderViews entity={entity} view={VOICES_PATH} steers />
      <Saved text={done} />
      <Summary refused={refused} />
      <FormState form={form} address={address} at={at} />
      <section aria-labelledby="da-esaminare">
        <h2 id="da-esaminare">{words.waiting}</h2>
        {waiting.length === 0 ? (
          <p>{words.noneWaiting}</p>
        ) : (
          <ul class="ciclo-feedback">
            {waiting.map(({ id, saidBy, text: said, cameAt }) => (
              <li class="ciclo-card">
                <p class="ciclo-quote">{said === '' ? words.erased : said}</p>
                <p>
                  <small>{words.came(saidBy, italianMoment(cameAt))}</small>
                </p>
                <ActForm of={EXAMINE} action={at(`/${id}`)} about={String(id)} refused={refused} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <TableSection
        name="messaggi"
        anchor="esaminati"
        caption={words.examined}
        columns={[
          text(words.text, ({ text: said }) => (said === '' ? words.erased : said)),
          count(words.number, ({ id }) => id),
          text(words.who, ({ saidBy }) => saidBy),
          instant(words.when, ({ cameAt }) => cameAt),
          status(words.outcome, ({ state }) => words.states[state]),
          text(words.reason, ({ reason }) => reason ?? undefined),
          text(words.by, ({ examinedBy }) => (examinedBy === null ? undefined : directory.person(examinedBy))),
        ]}
        rows={voices.filter(({ state }) => state !== 'waiting')}
      />
    </BodyPage>
  );
}

interface FormStateProps {
  readonly form: PublicForm | undefined;
  readonly address: string | undefined;
  readonly at: (below: string) => string;
}

function FormState({ form, address, at }: FormStateProps) {
  if (form === undefined || address === undefined)
    return (
      <p>
        {`${words.closed} `}
        <a href={at(`/${openPublicForm.path}`)}>{words.openIt}</a>
      </p>
    );
  return (
    <p>
      {words.open(italianDay(romeDate(form.openedAt)))}
      <a class="ciclo-address" href={address}>
        {address}
      </a>
      {'. '}
      <a href={at(`/${closePublicForm.path}`)}>{words.closeIt}</a>
    </p>
  );
}
