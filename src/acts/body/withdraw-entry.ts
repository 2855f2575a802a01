import { err, ok } from '../../domain/result.js';
import { aboutBody, writeBodyEntry } from '../../register/body-entries.js';
import { aboutWords as words } from '../../words/about-body.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aBody } from '../subject.js';
import { entryNamed, entryOptions, entryStanding } from './describe.js';

/** Takes an entry of who the body is away; what it was stays on record. */
export const withdrawEntry = kept({
  verb: 'withdraw-entry',
  path: 'togli-voce',
  resource: 'entry-withdrawals',
  scope: 'steer',
  on: aBody,
  fields: { entry: oneOf(), reason: text() },
  gives: {},
  words: {
    title: 'Togli una voce',
    does: 'Toglie un dato di chi è l’ente',
    submit: 'Togli la voce',
    fields: {
      entry: { page: 'voce', value: 'voce', label: 'Voce da togliere', missing: 'manca la voce' },
      reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' },
    },
    done: () => 'La voce è tolta.',
  },
  may: steering,
  offers: { entry: entryOptions },
  stands: entryStanding,
  keep: async (tx, acting, { entry }) => {
    const found = entryNamed(await aboutBody(tx, acting.subject), entry);
    if (found === undefined) return err([{ field: 'entry', text: words.unknown(entry) }]);
    const { kind, id } = found;
    await writeBodyEntry(tx, doing(acting), { entity: acting.subject, kind, id }, undefined);
    return ok({});
  },
  logs: ({ subject }, { entry, reason }) => ({
    action: 'body-withdrawn',
    subject: `${subject}/${entry}`,
    detail: { reason },
  }),
});
