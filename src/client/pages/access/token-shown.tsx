import type { Context } from 'hono';
import type { IssuedToken } from '../../../register/tokens.js';
import { accessWords } from '../../../words/access.js';
import { bareFrame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { answer, type Site } from '../kit/site.js';

const words = accessWords.administration;

/** The one page on which a token's secret is read. */
export function tokenShown(
  { deps, assets }: Site,
  c: Context,
  { secret, reference }: IssuedToken,
  link?: { readonly href: string; readonly text: string },
): Promise<Response> {
  // The secret is for this one pair of eyes.
  c.header('Cache-Control', 'no-store');
  return answer(
    c,
    <Layout frame={bareFrame(deps, assets, c)} title={words.issuedTitle}>
      <div class="ciclo-title">
        <h1>{words.issuedTitle}</h1>
      </div>
      <p class="lead">{words.issuedText(reference)}</p>
      <pre class="ciclo-text">{secret}</pre>
      {link !== undefined && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </Layout>,
    201,
  );
}
