import { takeAwayWords as words } from '../../../../words/take-away.js';
import { useTables } from './tables-of-page.js';

/** The forms in which every table is offered. */
const OFFERED = ['xlsx', 'csv'] as const;

/** The ways to take a table of the page away; nothing on an answer to what was sent, which can not be asked for again. */
export function TableAway({ name, caption }: { readonly name: string; readonly caption: string }) {
  const tables = useTables();
  const links = OFFERED.flatMap((form) => {
    const href = tables?.hrefOf(name, form);
    return href === undefined ? [] : [{ form, href }];
  });
  if (links.length === 0) return null;
  return (
    <p class="ciclo-away">
      {`${words.take} `}
      {links.map(({ form, href }, index) => (
        <>
          {index > 0 && ', '}
          <a href={href} aria-label={words.takeAs(caption, words.as[form])}>
            {words.as[form]}
          </a>
        </>
      ))}
    </p>
  );
}
