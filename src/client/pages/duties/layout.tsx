import type { Child } from 'hono/jsx';
import { consoleWords as words } from '../../../words/console.js';
import { officerWords } from '../../../words/officer.js';
import { LegalLinks, PageHead, SkipLink, Today } from '../kit/around-page.js';
import { ContactLine } from '../kit/contact-line.js';
import { type Frame, spokenDay } from '../kit/frame.js';
import { Icon } from '../kit/parts/icon.js';
import { useTables } from '../kit/table/tables-of-page.js';
import type { Duty } from './duty.js';

/** Where it is said whose the link is. */
const WHOSE = 'di-chi';

export interface DutyLayoutProps {
  readonly frame: Frame;
  /** Whose it is, and how they came. */
  readonly duty: Pick<Duty, 'person' | 'by'>;
  readonly entity: string;
  readonly simulated: boolean;
  readonly title: string;
  /** Put before the title in the window's name when something has to be mended first. */
  readonly failed?: boolean;
  readonly children?: Child;
}

/**
 * The page around a duty: whose it is, what day it is, and nothing to go astray in. Who came by a link could open nothing
 * else; who has signed in finds the way back to their list.
 */
export function DutyLayout({ frame, duty, entity, simulated, title, failed, children }: DutyLayoutProps) {
  const { assets } = frame;
  useTables()?.headed({ title, entity, exercise: frame.cycle?.exercise, on: frame.today, simulated });
  return (
    <html lang="it">
      <PageHead assets={assets} title={failed === true ? officerWords.errorTitle(title) : title}>
        <meta name="robots" content="noindex" />
        <script type="module" src={assets.url('forms.js')} />
      </PageHead>
      <body>
        <SkipLink />
        <header class="ciclo-header ciclo-duty-header">
          <div class="ciclo-slim">
            <div class="ciclo-container">
              <span>{entity}</span>
              <Today frame={frame} />
            </div>
          </div>
          <div class="ciclo-brand">
            <div class="ciclo-container">
              <span class="ciclo-duty-brand">
                <strong>{words.product}</strong>
                <small>{words.tagline}</small>
              </span>
              <span class="ciclo-duty-person">
                <Icon assets={assets} name="it-user" size="xs" />
                <span>{duty.person.name}</span>
                {duty.by === 'invitation' && <a href={`#${WHOSE}`}>{officerWords.notYou(duty.person.name)}</a>}
              </span>
              {duty.by === 'session' && (
                <nav aria-label={words.nav.label}>
                  <ul>
                    <li>
                      <a href="/mie">{officerWords.mine}</a>
                    </li>
                  </ul>
                </nav>
              )}
            </div>
          </div>
        </header>
        {simulated && (
          <aside class="ciclo-simulated" aria-label={words.simulated.label}>
            <div class="ciclo-container">
              <Icon assets={assets} name="it-info-circle" />
              <p>
                <strong>{words.simulated.first}</strong> {words.simulated.second(spokenDay(frame.today))}
              </p>
            </div>
          </aside>
        )}
        <div class="ciclo-container ciclo-duty">
          <main id="contenuto" tabindex={-1}>
            {children}
          </main>
        </div>
        <footer class="ciclo-footer">
          <div class="ciclo-container">
            <p>{words.footer.about}</p>
            {duty.by === 'invitation' && <p id={WHOSE}>{officerWords.personalLink(duty.person.name)}</p>}
            <ContactLine contact={frame.contact} />
            <ul>
              <LegalLinks frame={frame} />
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
}
