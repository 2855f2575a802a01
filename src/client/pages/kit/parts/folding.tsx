import type { Child } from 'hono/jsx';
import { foldingWords as words } from '../../../../words/folding.js';
import type { Frame } from '../frame.js';

/** In the address: whether the sections of a long page begin closed. An address that is kept opens as it was left. */
export const FOLDED_PARAMETER = 'sezioni';
const CLOSED = 'chiuse';

const addressOf = (path: string): URL => new URL(path, 'http://console');

export const isFolded = ({ path }: Pick<Frame, 'path'>): boolean =>
  addressOf(path).searchParams.get(FOLDED_PARAMETER) === CLOSED;

/** What a link to the same page under other choices carries along, so that its sections stay as they are; empty: nothing. */
export const foldedQuery = (frame: Pick<Frame, 'path'>): string =>
  isFolded(frame) ? `${FOLDED_PARAMETER}=${CLOSED}` : '';

/** Closes all the sections of the page, or opens them again. */
export function FoldAll({ frame }: { readonly frame: Frame }) {
  const url = addressOf(frame.path);
  const folded = isFolded(frame);
  if (folded) url.searchParams.delete(FOLDED_PARAMETER);
  else url.searchParams.set(FOLDED_PARAMETER, CLOSED);
  return (
    <p>
      <a href={`${url.pathname}${url.search}`}>{folded ? words.openAll : words.closeAll}</a>
    </p>
  );
}

interface FoldProps {
  readonly frame: Frame;
  /** Where links to the section lead. */
  readonly id: string;
  readonly title: string;
  readonly children?: Child;
}

/** A section of a long page: its title stays, what is below it folds away. */
export function Fold({ frame, id, title, children }: FoldProps) {
  return (
    <details class="ciclo-fold" open={!isFolded(frame)}>
      <summary>
        <h2 id={id}>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
