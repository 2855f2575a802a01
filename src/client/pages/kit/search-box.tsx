import { searchWords as words } from '../../../words/search.js';
import type { Frame } from './frame.js';
import { Icon } from './parts/icon.js';
import { bodyPath, SEARCH_PATH } from './paths.js';

/** What is looked for, in the address. */
export const SEARCH_FIELD = 'q';

/** The box of the header that looks for something in the whole body, also without JavaScript. */
export function SearchBox({ frame: { searches, assets, path } }: { readonly frame: Frame }) {
  if (searches === undefined) return null;
  const address = bodyPath(searches, SEARCH_PATH);
  const { pathname, searchParams } = new URL(path, 'http://console');
  const asked = pathname === address ? (searchParams.get(SEARCH_FIELD) ?? '') : '';
  return (
    <search>
      <form class="ciclo-search" method="get" action={address}>
        <label class="visually-hidden" for="cerca-nell-ente">
          {words.label}
        </label>
        <input
          id="cerca-nell-ente"
          type="search"
          name={SEARCH_FIELD}
          value={asked}
          maxlength={200}
          placeholder={words.placeholder}
          autocomplete="off"
        />
        <button type="submit">
          <Icon assets={assets} name="it-search" size="xs" />
          <span class="visually-hidden">{words.submit}</span>
        </button>
      </form>
    </search>
  );
}
