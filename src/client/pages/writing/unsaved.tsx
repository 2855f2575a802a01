import type { Context, MiddlewareHandler } from 'hono';
import { RETURN_PARAMETER, SIGN_IN_PATH } from '../../../access/paths.js';
import { write } from '../../../acts/document/write.js';
import { writingWords } from '../../../words/writing.js';
import { fieldId, KEY } from '../kit/act-form.js';
import { fieldsOf } from '../kit/fields.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { answer, type Site } from '../kit/site.js';
import { DOING, DOINGS } from './editor.js';

const words = writingWords.unsaved;
const fields = write.words.fields;

/**
 * What is answered to a text sent after its session has ended: the text, in a form that can be sent again. Goes before what
 * lets somebody in; whoever is somebody goes on.
 */
export function keepsUnsaved(site: Site): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST' || c.get('viewer') !== undefined) return next();
    return unsaved(site, c, words);
  };
}

/** The text of a section that is not there any more: it can not be saved, and is not lost. */
export function keptFromGone(site: Site, c: Context): Promise<Response> {
  return unsaved(site, c, undefined);
}

/** @param ended what to do where the session has ended; undefined: the section is gone */
async function unsaved(site: Site, c: Context, ended: typeof words | undefined): Promise<Response> {
  const form = await fieldsOf(c);
  const path = new URL(c.req.url).pathname;
  const id = fieldId(write, 'text');
  return answer(
    c,
    <Layout frame={bareFrame(site.deps, site.assets, c)} title={ended === undefined ? words.gone : words.title}>
      <div class="ciclo-title">
        <h1>{ended === undefined ? words.gone : words.title}</h1>
      </div>
      <div class="alert alert-warning" role="alert">
        {ended === undefined ? (
          <p>{words.goneLead}</p>
        ) : (
          <>
            <p>
              <strong>{ended.lead}</strong> {ended.how}
            </p>
            <p>
              <a
                href={`${SIGN_IN_PATH}?${RETURN_PARAMETER}=${encodeURIComponent(path)}`}
                target="_blank"
                rel="noopener"
              >
                {ended.signIn}
              </a>
            </p>
          </>
        )}
      </div>
      <form class="ciclo-access" method="post" action={path}>
        <input type="hidden" name={KEY} value={form.text(KEY)} />
        <input type="hidden" name={fields.shown.page} value={form.text(fields.shown.page)} />
        <div class="ciclo-form-field">
          <label for={id}>{writingWords.section.text}</label>
          <textarea id={id} name={fields.text.page} rows={20}>
            {`\n${form.text(fields.text.page)}`}
          </textarea>
        </div>
        {ended !== undefined && (
          <button type="submit" class="btn btn-primary" name={DOING} value={DOINGS.save}>
            {writingWords.section.save}
          </button>
        )}
      </form>
    </Layout>,
    ended === undefined ? 404 : 401,
  );
}
