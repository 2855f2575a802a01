import type { Child } from 'hono/jsx';
import { foldingWords as words } from '../../../../words/folding.js';
import type { Frame } from '../frame.js';

/** In the address: whether the sections of a long page begin closed. An address that is kept opens as it was left. */
const FOLDED_PARAMETER = 'sezioni';
const CLOSED = 'chiuse';

const addressOf = (path: string): URL => new URL(path, 'http://console');

const isFolded = ({ path }: Pick<Frame, 'path'>): boolean =>
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
      <a href={`${url.pathname}${url.search}`} data-fold-all="">
        {folded ? words.openAll : words.closeAll}
      </a>
    </p>
  );
}

interface FoldProps {
  readonly frame: Frame;
  /** Where links to the section lead. */
  readonly id: string;
  readonly title: string;
  /** Of the title's heading, 2 where it is not said. */
  readonly level?: 2 | 4;
  /** What stands beside the title, folded or not. */
  readonly beside?: Child;
  readonly children?: Child;
}

/** A section of a long page: its title stays, what is below it folds away; on paper it is always open. */
export function Fold({ frame, id, title, level = 2, beside, children }: FoldProps) {
  return (
    <details class="ciclo-fold" open={!isFolded(frame)} data-keep={id}>
      <summary>
        {level === 2 ? <h2 id={id}>{title}</h2> : <h4 id={id}>{title}</h4>}
        {beside}
      </summary>
      {children}
    </details>
  );
}
