import { RULES } from '../../domain/individual/stages.js';
import type { SheetStage } from '../../domain/individual/types.js';
import { err, ok } from '../../domain/result.js';
import { judgementsOf, scoreNow } from '../../register/reading/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import { optional } from '../field.js';
import { text } from '../readers.js';
import { actOf, byAct, byActWords, passageAct } from './passage.js';
import { absentDaysOf, scoreWith } from './scoring.js';

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
        label: 'Risposta alla contestazione',
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

/** Where another evaluation can take the place of the one there is; later only who decided on it can change judgements. */
const CAN_BE_EVALUATED: readonly SheetStage[] = RULES.evaluate.from;

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
  says: async (tx, { subject, today }, values) => {
    const { sheet } = subject;
    const shown = scoreNow(sheet);
    const score = await scoreWith(tx, subject, judgementsOf(sheet).given, absentDaysOf(sheet));
    if (!score.ok) return err([{ text: score.error }]);
    if (score.value.band === undefined) return err([{ text: words.incomplete(score.value.coverage) }]);
    // Who was evaluated has seen another score, and has not been able to say what they think of this one.
    if (shown?.score !== score.value.score && CAN_BE_EVALUATED.includes(sheet.stage))
      return err([{ text: words.resultsChanged(shown?.score, score.value.score) }]);
    const act = actOf(values, today);
    return act.ok ? ok({ act: act.value, score: score.value }) : act;
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
