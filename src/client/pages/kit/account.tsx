import { administrationPath, CAST_PATH, RETURN_PARAMETER, SIGN_IN_PATH, SIGN_OUT_PATH } from '../../../access/paths.js';
import { accessWords } from '../../../words/access.js';
import type { Frame } from './frame.js';
import { Icon } from './parts/icon.js';

const words = accessWords.header;

/** Who is signed in, with the way out; or the way in. */
export function Account({ frame }: { frame: Frame }) {
  const { viewer, administers } = frame;
  if (viewer === undefined) {
    if (frame.path.startsWith(SIGN_IN_PATH)) return null;
    const back = new URLSearchParams({ [RETURN_PARAMETER]: frame.path }).toString();
    return (
      <span class="ciclo-account">
        <a href={`${SIGN_IN_PATH}?${back}`}>
          <Icon assets={frame.assets} name="it-user" size="xs" />
          {words.signIn}
        </a>
      </span>
    );
  }
  return (
    <nav class="ciclo-account" aria-label={words.label}>
      <span>
        <Icon assets={frame.assets} name="it-user" size="xs" />
        {viewer.people[0]?.name ?? viewer.email}
      </span>
      <a href="/mie">{words.own}</a>
      {administers !== undefined && <a href={administrationPath(administers)}>{words.administer}</a>}
      <form method="post" action={SIGN_OUT_PATH}>
        <button type="submit">{words.signOut}</button>
      </form>
    </nav>
  );
}

/** How somebody who only looks at a rehearsal can take part in it. */
export const VisitorHint = () => (
  <>
    <br />
    {`${words.visitor.text} `}
    <a href={CAST_PATH}>{words.visitor.link}</a>.
  </>
);
