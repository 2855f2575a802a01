import type { Context, Handler } from 'hono';
import { publicFormPath } from '../../../access/public-form-path.js';
import { current } from '../../../domain/voices/stakeholder.js';
import { refuseText } from '../../../register/accept.js';
import { addPublicVoice, formAt, type PublicForm } from '../../../register/public-voices.js';
import { seeing } from '../../../register/sight.js';
import { stakeholdersOf } from '../../../register/stakeholders.js';
import { stakeholderPageWords } from '../../../words/stakeholder-pages.js';
import { clientAddress } from '../kit/client-address.js';
import { fieldsOf } from '../kit/fields.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { type Problem, Problems, refusal, tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';

const words = stakeholderPageWords.form;
/** Letters: whatever they are, they are less than a form of who has not signed in may weigh. */
const LONGEST = 2_000;
/** A field no person sees: who fills it in is a program. */
const TRAP = 'sito';

/** Where whoever has the address writes to a body, without signing in. It says nothing of the body but its name. */
export function publicForm(site: Site): Handler {
  return async (c) => {
    const form = await formAsked(site, c);
    return form instanceof Response ? form : show(site, c, form);
  };
}

/** Takes what was written, or says what to correct. What a program sent is answered as if it had been taken. */
export function sendPublicForm(site: Site): Handler {
  const { deps, limits } = site;
  return async (c) => {
    const client = clientAddress(c, deps.proxies ?? 0);
    const wait = await limits.count('voiceByClient', client);
    if (wait > 0) return tooMany(site, c, wait);
    const form = await formAsked(site, c);
    if (form instanceof Response) return form;
    const fields = await fieldsOf(c);
    const sent = `${publicFormPath(form.code)}/inviata`;
    if (fields.text(TRAP) !== '') return c.redirect(sent, 303);
    const [saidBy, text] = [fields.text('chi'), fields.text('testo').trim().replaceAll('\r\n', '\n')];
    const known = await groupsOf(site, form);
    const problems: Problem[] = [];
    if (!known.includes(saidBy)) problems.push({ field: 'chi', text: words.noWho });
    const wrong =
      text === '' ? words.noText : text.length > LONGEST ? words.tooLong(text.length, LONGEST) : refuseText(text);
    if (wrong !== undefined) problems.push({ field: 'testo', text: wrong });
    if (problems.length > 0) return show(site, c, form, { saidBy, text, problems });
    const full = await limits.count('voiceByBody', form.entity);
    if (full > 0) return tooMany(site, c, full);
    const voice = { entity: form.entity, saidBy, text, cameAt: deps.clock(), simulated: deps.rehearsal };
    const kept = await seeing(form.entity, () => addPublicVoice(deps.register.db, voice));
    return kept ? c.redirect(sent, 303) : refusal(site, c, words.full, 503);
  };
}

/** What who has written is told. */
export function publicFormSent(site: Site): Handler {
  return async (c) => {
    const form = await formAsked(site, c);
    if (form instanceof Response) return form;
    return answer(
      c,
      <Layout frame={bareFrame(site.deps, site.assets, c)} title={words.sentTitle}>
        <div class="ciclo-title">
          <h1>{words.sentTitle}</h1>
        </div>
        <p class="lead">{words.sent}</p>
        <p>
          <a href={publicFormPath(form.code)}>{words.again}</a>
        </p>
      </Layout>,
    );
  };
}

/** The open form at the address; who tries addresses is counted, and learns nothing. */
async function formAsked(site: Site, c: Context): Promise<PublicForm | Response> {
  const code = c.req.param('code') ?? '';
  const form = /^[a-z0-9]{20,60}$/.test(code) ? await formAt(site.deps.register.db, code) : undefined;
  if (form !== undefined) return form;
  const wait = await site.limits.count('wrongKey', clientAddress(c, site.deps.proxies ?? 0));
  if (wait > 0) return tooMany(site, c, wait);
  return refusal(site, c, { title: words.goneTitle, text: words.gone }, 404);
}

/** What who writes may say that they are: groups that the body names, and none of them. */
async function groupsOf({ deps }: Site, form: PublicForm): Promise<readonly string[]> {
  const register = await seeing(form.entity, () => stakeholdersOf(deps.register.db, form.entity));
  return [...current(register).map(({ name }) => name), words.other];
}

interface Written {
  readonly saidBy: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

async function show(site: Site, c: Context, form: PublicForm, written?: Written): Promise<Response> {
  const groups = await groupsOf(site, form);
  const title = words.title(form.entityName);
  const problemAt = (field: string) => written?.problems.find((one) => one.field === field)?.text;
  return answer(
    c,
    <Layout frame={bareFrame(site.deps, site.assets, c)} title={title}>
      <div class="ciclo-title">
        <h1>{title}</h1>
      </div>
      <p class="lead">{words.lead}</p>
      {written !== undefined && <Problems title={words.wrong} of={written.problems} />}
      <form class="ciclo-access" method="post" action={publicFormPath(form.code)} novalidate>
        <FormField id="chi" label={words.who} problem={problemAt('chi')}>
          <select id="chi" name="chi" required {...fieldState('chi', false, problemAt('chi'))}>
            <option value="" />
            {groups.map((one) => (
              <option value={one} selected={one === written?.saidBy}>
                {one}
              </option>
            ))}
          </select>
        </FormField>
        <FormField id="testo" label={words.text} hint={words.textHint} problem={problemAt('testo')}>
          <textarea
            id="testo"
            name="testo"
            rows={8}
            maxlength={LONGEST}
            required
            {...fieldState('testo', true, problemAt('testo'))}
          >
            {written?.text ?? ''}
          </textarea>
        </FormField>
        <div class="ciclo-trap" aria-hidden="true">
          <label for={TRAP}>{words.trap}</label>
          <input id={TRAP} name={TRAP} type="text" tabindex={-1} autocomplete="off" />
        </div>
        <button type="submit" class="btn btn-primary">
          {words.send}
        </button>
      </form>
      <section aria-labelledby="informativa">
        <h2 id="informativa">{words.privacyTitle}</h2>
        {words.privacy(form.entityName).map((one) => (
          <p>{one}</p>
        ))}
      </section>
    </Layout>,
    written === undefined ? 200 : 422,
  );
}
