import { romeDate } from '../../domain/calendar/zone.js';
import { err, ok } from '../../domain/result.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { addFeedback } from '../../register/follow-up.js';
import { type PublicVoice, publicVoiceOf, publicVoicesOf, settleVoice } from '../../register/public-voices.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { line, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';

interface VoiceSubject {
  readonly entity: string;
  readonly voice: PublicVoice;
}

const aPublicVoice: Subject<VoiceSubject> = {
  api: '/entities/{entity}/public-voices/{voice}',
  argument: { name: 'messaggio', help: 'numero del messaggio arrivato dal modulo pubblico' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const id = wholeNumber(name);
    const voice = id === undefined ? undefined : await publicVoiceOf(db, entity, id);
    return voice && { entity, voice };
  },
  names: async ({ db }, { entity }) => (await publicVoicesOf(db, entity)).map(({ id }) => String(id)),
  unknown: (name) => `il messaggio n. ${name} non è tra quelli arrivati all’ente`,
  title: ({ voice }) => `Messaggio n. ${voice.id}`,
  id: ({ entity, voice }) => `${entity}/public-voice/${voice.id}`,
};

const EXAMINED = 'Il messaggio è già stato esaminato.';

/** Looks at what came by the public form: it goes on record among the feedback, or it does not and why. */
export const moderate = kept({
  verb: 'moderate',
  path: 'esame',
  resource: 'examinations',
  scope: 'steer',
  on: aPublicVoice,
  fields: {
    outcome: oneOf(['accepted', 'refused']),
    stakeholder: optional(line()),
    text: optional(text(4)),
    reason: optional(line()),
  },
  gives: { feedback: 'whole' },
  words: {
    title: 'Esamina un messaggio del modulo pubblico',
    does: 'Registra tra le osservazioni un messaggio del modulo pubblico, o lo respinge con il motivo',
    submit: 'Registra l’esame',
    fields: {
      outcome: {
        page: 'esito',
        value: 'esito',
        label: 'Esito',
        options: { accepted: 'Va tra le osservazioni', refused: 'Non è un’osservazione' },
        missing: 'manca l’esito',
      },
      stakeholder: {
        page: 'stakeholder',
        value: 'stakeholder',
        label: 'Stakeholder',
        hint: 'Solo se è diverso da ciò che ha indicato chi scrive.',
      },
      text: {
        page: 'testo',
        value: 'testo',
        label: 'Testo da registrare',
        hint: 'Solo se dal messaggio vanno tolti nomi o altri dati di persone.',
      },
      reason: { page: 'motivo', value: 'motivo', label: 'Perché non è un’osservazione' },
    },
    done: ({ feedback }) =>
      feedback === 0
        ? 'Il messaggio non è tra le osservazioni: il motivo è registrato.'
        : 'L’osservazione è registrata.',
  },
  may: steering,
  notNow: ({ voice }) => (voice.state === 'waiting' ? undefined : EXAMINED),
  keep: async (tx, acting, { outcome, stakeholder, text, reason }) => {
    const { entity, voice } = acting.subject;
    if (outcome === 'refused' && reason === undefined) return err([{ field: 'reason', text: 'manca il motivo' }]);
    // Somebody else may have looked at it since.
    if ((await publicVoiceOf(tx, entity, voice.id))?.state !== 'waiting') return err([{ text: EXAMINED }]);
    const who = doing(acting);
    const settled = { reason, by: who.actor, actingFor: who.actingFor, at: who.at };
    if (outcome === 'refused') {
      await settleVoice(tx, voice.id, { ...settled, feedback: undefined });
      return ok({ feedback: 0 });
    }
    const feedback = await addFeedback(tx, {
      ...who,
      entity,
      stakeholder: stakeholder ?? voice.saidBy,
      channel: 'modulo pubblico',
      receivedOn: romeDate(voice.cameAt),
      text: text ?? voice.text,
    });
    await settleVoice(tx, voice.id, { ...settled, feedback });
    return ok({ feedback });
  },
  logs: ({ subject: { entity, voice } }, { outcome, reason }, { feedback }) => ({
    action: outcome === 'accepted' ? 'public-voice-accepted' : 'public-voice-refused',
    subject: `${entity}/${voice.id}`,
    detail: { reason: reason ?? `osservazione n. ${feedback}` },
  }),
});
