import type { Context, Handler } from 'hono';
import { administrationPath } from '../../../access/paths.js';
import { eraseSentFile, eraseTextsOf, offeredPeople } from '../../../acts/access/erase.js';
import type { AnyAct } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { retentionWords } from '../../../words/retention.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

const words = retentionWords.erase;
const PAGE = '/cancellazioni';

/** Where who administers an entity orders that something is erased. */
export function erasures(site: Site): Handler {
  return async (c) => (allows(c, 'administer') ? show(site, c) : forbidden(site, c));
}

/** Takes a wrongly sent file away. */
export const eraseFile = (site: Site): Handler => ordering(site, eraseSentFile);

/** Erases what a person wrote and was written. */
export const erasePersonal = (site: Site): Handler => ordering(site, eraseTextsOf);

function ordering(site: Site, act: AnyAct): Handler {
  return async (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      `${administrationPath(entity, PAGE)}?fatto=${encodeURIComponent(said)}`;
    return await takeAct(site, c, act, at, next, (refused) => show(site, c, refused));
  };
}

async function show({ deps, assets }: Site, c: Context, refused?: Refused): Promise<Response> {
  const entity = c.req.param('entity') ?? '';
  const frame = await frameOf(deps, assets, c);
  const place = placeOf(deps, entity, entity);
  const person = await offeredPeople(deps.register.db, entity);
  const [file, texts] = await Promise.all([shown(eraseSentFile, place), shown(eraseTextsOf, place)]);
  const forms = [file, { ...texts, offers: { person } }];
  const crumbs = [{ title: words.page.back, href: administrationPath(entity) }];
  return answer(
    c,
    <Layout frame={frame} title={words.page.title} crumbs={crumbs}>
      <div class="ciclo-title">
        <h1>{words.page.title}</h1>
        <p>{words.page.lead}</p>
      </div>
      <Saved text={c.req.query('fatto')?.slice(0, 300)} />
      <Summary refused={refused} title={words.page.errors} />
      {forms.map((form) => (
        <Order form={form} action={administrationPath(entity, `${PAGE}/${form.act.path}`)} refused={refused} />
      ))}
    </Layout>,
    refused === undefined ? 200 : 422,
  );
}

function Order({ form, action, refused }: { form: Shown; action: string; refused: Refused | undefined }) {
  const { title, lead } = form.act.words;
  const id = `titolo-${form.act.path}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      <ActForm of={form} action={action} refused={refused} />
    </section>
  );
}
