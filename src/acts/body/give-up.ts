import { err, ok } from '../../domain/result.js';
import { type AwaitedAct, actInWaiting, settleAct, waitingOf } from '../../register/awaited-acts.js';
import { awaitedWords as words } from '../../words/awaited.js';
import { italianMoment } from '../../words/format.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import type { Subject } from '../subject.js';

/** An act somebody asked for, that nobody has carried out yet. */
const anAwaitedAct: Subject<AwaitedAct> = {
  api: '/entities/{entity}/awaited/{request}',
  argument: { name: 'richiesta', help: 'identificativo della richiesta non registrata' },
  ofCycle: false,
  find: ({ db }, { entity, name }) => actInWaiting(db, entity, name),
  names: ({ db }, { entity }) => waitingOf(db, entity),
  unknown: (name) => words.notWaiting(name),
  title: ({ act, askedAt }) => words.asked(words.acts[act] ?? act, italianMoment(askedAt)),
  id: ({ id, cycle }) => `${cycle}/awaited/${id}`,
};

/** Gives up an act nobody has carried out: it is not sent again, and what came with it goes. */
export const giveUp = kept({
  verb: 'give-up',
  path: 'ritiro',
  resource: 'withdrawals',
  scope: 'steer',
  on: anAwaitedAct,
  fields: { reason: text(3) },
  gives: {},
  words: {
    title: 'Ritira una richiesta non registrata',
    does: 'Ritira una richiesta che nessuno ha ancora registrato: non viene più ripresentata',
    lead: 'La richiesta non sarà più ripresentata, e i file allegati sono cancellati. Chi l’ha fatta lo legge all’indirizzo che ha avuto. Se nel frattempo è stata registrata, resta registrata.',
    submit: 'Ritira la richiesta',
    fields: {
      reason: {
        page: 'motivo',
        value: 'motivo',
        label: 'Motivo del ritiro',
        hint: 'Resta nel registro, con il nome di chi ritira e la data.',
        missing: 'manca il motivo',
      },
    },
    done: () => 'La richiesta è ritirata: non sarà più ripresentata.',
  },
  may: steering,
  keep: async (tx, { subject: { id } }) =>
    (await settleAct(tx, id, { state: 'given-up' })) ? ok({}) : err([{ text: words.notWaiting(id) }]),
  logs: ({ subject: { act, cycle, step, person } }, { reason }) => ({
    action: 'act-given-up',
    subject: words.acts[act] ?? act,
    cycle,
    step: step ?? undefined,
    detail: { reason, person },
  }),
});
