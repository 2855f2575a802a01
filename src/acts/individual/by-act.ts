import { err, ok } from '../../domain/result.js';
import { scoreNow } from '../../register/reading/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import { optional } from '../field.js';
import { text } from '../readers.js';
import { actOf, byAct, byActWords, passageAct } from './passage.js';

/** Assigns the sheet by an act: an objection that stands is answered with it. */
export const assignSheet = passageAct({
  passage: 'assign',
  verb: 'sheet assign',
  resource: 'assignments',
  fields: { ...byAct, reply: optional(text()) },
  words: {
    title: 'Assegna la scheda',
    does: 'Assegna con un atto gli obiettivi e i comportamenti proposti',
    submit: 'Assegna',
    fields: {
      ...byActWords,
      reply: {
        page: 'risposta',
        value: 'testo',
        label: 'Risposta all’obiezione',
        hint: 'Serve se l’interessato ha contestato la proposta.',
      },
    },
    done: () => 'La scheda è assegnata.',
  },
  says: async (_, { subject: { sheet }, today }, { reply, ...values }) => {
    if (sheet.stage === 'objected' && reply === undefined) return err([{ field: 'reply', text: words.noReply }]);
    const act = actOf(values, today);
    return act.ok ? ok({ act: act.value, text: reply ?? '' }) : act;
  },
});

/** Signs the evaluation off by an act: of the top role it is the board's. */
export const signOffSheet = passageAct({
  passage: 'sign-off',
  verb: 'sheet sign-off',
  resource: 'signatures',
  fields: byAct,
  words: {
    title: 'Firma la valutazione',
    does: 'Chiude la valutazione con un atto: punteggio, fascia e quota della retribuzione di risultato',
    submit: 'Firma',
    fields: byActWords,
    done: () => 'La valutazione è firmata.',
  },
  says: async (_, { subject: { sheet }, today }, values) => {
    const score = scoreNow(sheet);
    if (score?.band === undefined) return err([{ text: words.incomplete(score?.coverage ?? '0') }]);
    const act = actOf(values, today);
    return act.ok ? ok({ act: act.value, score }) : act;
  },
});

/** The board does not take the proposal: whoever made it makes another. */
export const returnProposal = passageAct({
  passage: 'return-proposal',
  verb: 'sheet return',
  resource: 'returns',
  fields: { ...byAct, reason: text() },
  words: {
    title: 'Rinvia la proposta di valutazione',
    does: 'Registra che l’organo non ha accolto la proposta di valutazione, con il motivo',
    submit: 'Registra il rinvio',
    fields: { ...byActWords, reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' } },
    done: () => 'Il rinvio è registrato: attende una nuova proposta.',
  },
  says: async (_, { today }, { reason, ...values }) => {
    const act = actOf(values, today);
    return act.ok ? ok({ act: act.value, text: reason }) : act;
  },
});

/** Takes a sheet up again that was signed off or left without an evaluation. */
export const takeUpAgain = passageAct({
  passage: 'take-up-again',
  verb: 'sheet take-up',
  resource: 'reopenings',
  fields: { ...byAct, reason: text() },
  words: {
    title: 'Riapri la scheda',
    does: 'Riapre una scheda firmata o chiusa senza valutazione, con l’atto che lo dispone',
    submit: 'Riapri',
    fields: { ...byActWords, reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' } },
    done: () => 'La scheda è riaperta: si valuta di nuovo.',
  },
  says: async (_, { today }, { reason, ...values }) => {
    const act = actOf(values, today);
    return act.ok ? ok({ act: act.value, text: reason }) : act;
  },
});
