import type { Child } from 'hono/jsx';
import { bodyPageWords } from '../../../words/body-pages.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { steeringWords } from '../../../words/steering.js';
import { writingWords } from '../../../words/writing.js';
import { Account, VisitorHint } from './account.js';
import { LegalLinks, PageHead, SkipLink, Today } from './around-page.js';
import { ContactLine } from './contact-line.js';
import { type Frame, refreshPath, spokenDay } from './frame.js';
import { Icon, type IconName } from './parts/icon.js';
import { cyclePath } from './paths.js';
import { SearchBox } from './search-box.js';
import { useTables } from './table/tables-of-page.js';

export interface Crumb {
  readonly title: string;
  readonly href: string;
}

type Section = 'year' | 'documents' | 'plan' | 'monitoring' | 'scorecard' | 'body' | 'mailbox';

interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly section?: Section;
  /** The pages above this one, from the first. */
  readonly crumbs?: readonly Crumb[];
  readonly children?: Child;
}

/** The page around every page: skip link, header with navigation, the notice of a rehearsal, main, footer. */
export function Layout({ frame, title, section, crumbs = [], children }: LayoutProps) {
  const { assets, cycle } = frame;
  const owner = cycle?.entityName ?? frame.cycles[0]?.entityName;
  const simulated = cycle?.simulated ?? frame.cycles.some((c) => c.simulated);
  useTables()?.headed({ title, entity: owner, exercise: cycle?.exercise, on: frame.today, simulated });
  return (
    <html lang="it">
      <PageHead assets={assets} title={title}>
        {frame.refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(frame.refreshSeconds)} />}
        <script type="module" src={assets.url('console.js')} />
        {section !== 'documents' && <script type="module" src={assets.url('forms.js')} />}
        {section === 'documents' && <script type="module" src={assets.url('writing.js')} />}
      </PageHead>
      <body>
        <SkipLink />
        <Header frame={frame} owner={owner} section={section} />
        {simulated && <SimulatedNotice frame={frame} />}
        <div class="ciclo-container">
          {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} title={title} />}
          <main id="contenuto" tabindex={-1} {...liveAttributes(frame)}>
            {children}
          </main>
        </div>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

function Header({ frame, owner, section }: { frame: Frame; owner: string | undefined; section: Section | undefined }) {
  const { assets } = frame;
  return (
    <header class="ciclo-header">
      <div class="ciclo-slim">
        <div class="ciclo-container">
          <span>{owner ?? words.tagline}</span>
          <Today frame={frame} />
          <SearchBox frame={frame} />
          <Account frame={frame} />
        </div>
      </div>
      <div class="ciclo-brand">
        <div class="ciclo-container">
          <a href="/">
            <Icon assets={assets} name="it-pa" size="md" />
            <span>
              <strong>{words.product}</strong>
              <small>{words.tagline}</small>
            </span>
          </a>
          <Navigation frame={frame} section={section} />
        </div>
      </div>
    </header>
  );
}

function Navigation({ frame, section }: { frame: Frame; section: Section | undefined }) {
  const cycle = frame.cycle ?? (frame.cycles.length === 1 ? frame.cycles[0] : undefined);
  const links: readonly { href: string; title: string; icon: IconName; of?: Section }[] = [
    ...(cycle === undefined
      ? []
      : [
          { href: cyclePath(cycle), title: words.nav.year, icon: 'it-calendar' as const, of: 'year' as const },
          { href: cyclePath(cycle, '/piano'), title: planningWords.nav, icon: 'it-file' as const, of: 'plan' as const },
          {
            href: cyclePath(cycle, '/documenti'),
            title: writingWords.nav,
            icon: 'it-pencil' as const,
            of: 'documents' as const,
          },
          {
            href: cyclePath(cycle, '/monitoraggi'),
            title: steeringWords.grid.nav,
            icon: 'it-check-circle' as const,
            of: 'monitoring' as const,
          },
          {
            href: cyclePath(cycle, '/cruscotto'),
            title: words.nav.scorecard,
            icon: 'it-chart-line' as const,
            of: 'scorecard' as const,
          },
          {
            href: `/enti/${encodeURIComponent(cycle.entity)}`,
            title: bodyPageWords.nav,
            icon: 'it-pa' as const,
            of: 'body' as const,
          },
        ]),
    ...(frame.cycles.length > 1 ? [{ href: '/', title: words.nav.cycles, icon: 'it-restore' as const }] : []),
    ...(frame.hasMailbox
      ? [{ href: '/posta', title: words.nav.mailbox, icon: 'it-mail' as const, of: 'mailbox' as const }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <nav aria-label={words.nav.label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.of !== undefined && link.of === section ? 'page' : undefined}>
              <Icon assets={frame.assets} name={link.icon} size="xs" />
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SimulatedNotice({ frame }: { frame: Frame }) {
  return (
    <aside class="ciclo-simulated" aria-label={words.simulated.label}>
      <div class="ciclo-container">
        <Icon assets={frame.assets} name="it-info-circle" />
        <p>
          <strong>{words.simulated.first}</strong>
          <br />
          {words.simulated.second(spokenDay(frame.today))}
          {frame.rehearsal && frame.viewer === undefined && <VisitorHint />}
        </p>
      </div>
    </aside>
  );
}

function Breadcrumb({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  return (
    <nav class="breadcrumb-container" aria-label={words.nav.breadcrumb}>
      <ol class="breadcrumb">
        {crumbs.map((crumb) => (
          <li class="breadcrumb-item">
            <a href={crumb.href}>{crumb.title}</a>
            <span class="separator" aria-hidden="true">
              /
            </span>
          </li>
        ))}
        <li class="breadcrumb-item active" aria-current="page">
          {title}
        </li>
      </ol>
    </nav>
  );
}

function Footer({ frame }: { frame: Frame }) {
  const refreshing = frame.refreshSeconds !== undefined;
  return (
    <footer class="ciclo-footer">
      <div class="ciclo-container">
        <p>{words.footer.about}</p>
        <ContactLine contact={frame.contact} />
        <p>{words.footer.shownAt(italianMoment(frame.now))}</p>
        <ul>
          {frame.cycle !== undefined && (
            <li>
              <a href={refreshPath(frame)}>{refreshing ? words.footer.stopRefresh : words.footer.refresh}</a>
            </li>
          )}
          <LegalLinks frame={frame} />
          <li>
            <a href="/salute">{words.footer.health}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** What the page's script needs to follow the log; a page the browser already refreshes is left alone. */
function liveAttributes(frame: Frame): Record<string, string> {
  if (frame.cycle === undefined || frame.position === undefined || frame.refreshSeconds !== undefined) return {};
  return {
    'data-events': cyclePath(frame.cycle, '/eventi'),
    'data-position': String(frame.position),
    'data-live-label': words.live.label,
    'data-live-on': words.live.on,
    'data-live-off': words.live.off,
    'data-live-pause': words.live.pause,
    'data-live-resume': words.live.resume,
  };
}
