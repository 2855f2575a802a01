import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { accessWords } from '../../../words/access.js';
import { bareFrame } from './frame.js';
import { Layout } from './layout.js';
import { ErrorSummary } from './parts/error-summary.js';
import { answer, type Site } from './site.js';

/** A page that only says why not. */
export function refusal(
  { deps, assets }: Pick<Site, 'deps' | 'assets'>,
  c: Context,
  said: {
    readonly title: string;
    readonly text: string;
    readonly link?: { readonly href: string; readonly text: string };
  },
  status: ContentfulStatusCode,
): Promise<Response> {
  return answer(
    c,
    <Layout frame={bareFrame(deps, assets, c)} title={said.title}>
      <div class="ciclo-title">
        <h1>{said.title}</h1>
      </div>
      <p class="lead">{said.text}</p>
      {said.link !== undefined && (
        <p>
          <a href={said.link.href}>{said.link.text}</a>
        </p>
      )}
    </Layout>,
    status,
  );
}

/** The viewer's profile does not allow it. */
export const forbidden = (site: Pick<Site, 'deps' | 'assets'>, c: Context): Promise<Response> =>
  refusal(site, c, accessWords.forbidden, 403);

/** Asked for too often. @param seconds to wait */
export function tooMany(site: Pick<Site, 'deps' | 'assets'>, c: Context, seconds: number): Promise<Response> {
  const { title, text } = accessWords.tooMany;
  c.header('Retry-After', String(seconds));
  return refusal(site, c, { title, text: text(Math.ceil(seconds / 60)) }, 429);
}

export interface Problem {
  /** Id of the field it is about. */
  readonly field: string;
  readonly text: string;
}

/** What is to be corrected in a form, each with a way to its field. */
export const Problems = ({ title, of }: { readonly title: string; readonly of: readonly Problem[] }) => (
  <ErrorSummary title={title} items={of.map(({ field, text }) => ({ href: `#${field}`, text }))} />
);
