import type { Child } from 'hono/jsx';
import { ACCESSIBILITY_PATH, PRIVACY_PATH } from '../../../access/paths.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Assets } from './assets.js';
import { type Frame, spokenDay } from './frame.js';
import { Icon } from './parts/icon.js';

interface PageHeadProps {
  readonly assets: Assets;
  /** Of the window, before the product's name. */
  readonly title: string;
  /** Scripts of the page, and what else only it says of itself. */
  readonly children?: Child;
}

/** What every page says of itself, and how it looks. */
export function PageHead({ assets, title, children }: PageHeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <title>{`${title} – ${words.product}`}</title>
      <link rel="preload" href={assets.url('titillium-400.woff2')} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={assets.url('bootstrap-italia.css')} />
      <link rel="stylesheet" href={assets.url('console.css')} />
      <link rel="icon" href="data:," />
      {children}
    </head>
  );
}

/** The first thing a keyboard comes to: past the header. */
export function SkipLink() {
  return (
    <div class="skiplinks">
      <a class="visually-hidden-focusable" href="#contenuto">
        {words.skip}
      </a>
    </div>
  );
}

/** The day of the calendar, in the header. */
export function Today({ frame: { assets, today } }: { readonly frame: Frame }) {
  return (
    <span class="ciclo-today">
      <Icon assets={assets} name="it-calendar" size="xs" />
      <time datetime={today}>{spokenDay(today)}</time>
    </span>
  );
}

/** What the law has every page lead to, as items of the footer's list. */
export function LegalLinks({ frame: { contact } }: { readonly frame: Frame }) {
  return (
    <>
      <li>
        <a href={contact?.accessibility ?? ACCESSIBILITY_PATH}>{words.footer.accessibility}</a>
      </li>
      <li>
        <a href={contact?.privacy ?? PRIVACY_PATH}>{words.footer.privacy}</a>
      </li>
    </>
  );
}
