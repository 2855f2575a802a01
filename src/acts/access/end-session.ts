import { err, ok } from '../../domain/result.js';
import { bodyCycle } from '../../register/cycles.js';
import { endSessionNamed, sessionsOf } from '../../register/sessions.js';
import { accessWords } from '../../words/access.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import type { Subject } from '../subject.js';

const words = accessWords.administration;

interface StandingSession {
  readonly entity: string;
  readonly reference: string;
  readonly person: string;
  readonly personName: string;
  /** The cycle in whose log its end stands. */
  readonly cycle: string | undefined;
}

const aSession: Subject<StandingSession> = {
  api: '/entities/{entity}/sessions/{session}',
  argument: { name: 'sessione', help: 'riferimento della sessione, com’è nella pagina «Accessi»' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const found = (await sessionsOf(db, entity)).find(({ reference }) => reference === name);
    if (found === undefined) return undefined;
    const { person, personName } = found;
    return { entity, reference: name, person, personName, cycle: (await bodyCycle(db, entity))?.id };
  },
  names: async ({ db }, { entity }) => (await sessionsOf(db, entity)).map(({ reference }) => reference),
  unknown: () => words.unknownSession,
  title: ({ personName }) => `Sessione di ${personName}`,
  id: ({ entity, reference }) => `${entity}/session/${reference}`,
};

/** Ends the session of somebody who left a computer open, or whose device is lost: they have to sign in again. */
export const endSession = kept({
  verb: 'end-session',
  path: 'chiudi',
  resource: 'endings',
  scope: 'steer',
  on: aSession,
  fields: {},
  gives: {},
  words: {
    title: 'Chiudi una sessione',
    does: 'Chiude la sessione di una persona, che per continuare deve entrare di nuovo',
    submit: words.endSession,
    fields: {},
    done: () => 'La sessione è chiusa.',
  },
  may: administering,
  keep: async (tx, { subject: { reference } }) =>
    (await endSessionNamed(tx, reference)) ? ok({}) : err([{ text: words.unknownSession }]),
  logs: ({ subject: { person, cycle } }) => ({ action: 'session-ended', subject: person, cycle }),
});
