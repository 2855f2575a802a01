import type { Client } from '@temporalio/client';
import type { Deps } from '../../office/deps.js';
import { incompleteDrafts } from '../../office/drafting/overdue.js';
import { readTerms } from '../../seeds/retention.js';
import { startPursuit } from '../../worker/awaited-acts.js';
import { startDelayWatch } from '../../worker/delay-watch.js';
import { startReminders } from '../../worker/reminders.js';
import { startRetentionWatch } from '../../worker/retention-watch.js';
import { startSheetsWatch } from '../../worker/sheets-watch.js';
import { startSiteWatch } from '../../worker/site-watch.js';
import { startSweep } from '../../worker/sweep.js';
import { troubleTeller } from '../../worker/trouble-mail.js';
import { startTroubleWatch } from '../../worker/trouble-watch.js';
import type { Servers } from './servers.js';

/** What the watches of a space look at, and by what. */
interface Watched extends Pick<Servers, 'config' | 'shutdown'> {
  readonly space: string;
  readonly client: Client;
  readonly deps: Deps;
  /** Whether the worker of this process carries out what is due. */
  isAtWork(): boolean;
}

/** Starts everything that looks by itself, beside the workflows, at what a space needs; each stops when the process does. */
export function startWatches({ space, client, deps, config, shutdown, isAtWork }: Watched): void {
  const { register, bodies, post, invitations, publicDir, siteStore, guard, log, now } = deps;
  // Years of it pass in minutes.
  const rehearses = deps.rehearsalSeed !== undefined;
  const sheets = startSheetsWatch({ client, register, space, log }, rehearses ? 500 : 5_000);
  shutdown.add('la ricognizione dei moduli', startSweep({ client, register, space, log }));
  shutdown.add('la ricognizione delle schede', sheets);
  shutdown.add('la ricognizione degli atti', startPursuit({ temporal: client, db: register.db, log }));
  shutdown.add('la ricognizione dei ritardi', startDelayWatch({ register, log, now, guard }));
  shutdown.add('la ricognizione del sito', startSiteWatch({ register, bodies, publicDir, siteStore, now, log }));
  // In a rehearsal what it shows would be gone before anybody looked.
  if (!rehearses) {
    const terms = () => readTerms(config.seedsDir);
    shutdown.add('la conservazione dei dati', startRetentionWatch({ register, log, terms, now }));
  }
  // In a rehearsal the hours in which reminders leave pass in a moment, and may pass unseen.
  const [everyMs, hours] = rehearses ? ([100, 'latest'] as const) : ([60_000, 'open'] as const);
  shutdown.add('i promemoria', startReminders({ register, post, invitations, log, now, guard, hours }, everyMs));
  const troubles = startTroubleWatch({
    client,
    register,
    space,
    log,
    now,
    isAtWork,
    tell: troubleTeller({ register, post, now }),
    missing: (at, failed) => incompleteDrafts({ register, bodies }, at, failed),
    // A rehearsal's cycle is started by hand.
    scheduled: () => (rehearses ? [] : bodies.entities.map(({ id }) => id)),
  });
  shutdown.add('la ricognizione di ciò che è fermo', troubles);
}
