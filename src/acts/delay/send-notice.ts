import { withArticle } from '../../domain/article.js';
import { err, ok } from '../../domain/result.js';
import { addNoticeAct } from '../../register/delay-notices.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { actNumber, day, line } from '../readers.js';
import { aNotice, answerable, noticeAct, standing } from './a-notice.js';

/** Says that a person has sent a signed notice of delay, and how: nothing else says that it was. */
export const sendNotice = kept({
  verb: 'send-notice',
  path: 'invio',
  resource: 'sendings',
  scope: 'act',
  on: aNotice,
  fields: { on: day(), protocol: actNumber(), way: line() },
  gives: { version: 'whole' },
  words: {
    title: 'Registra l’invio della comunicazione di ritardo',
    does: 'Registra che la comunicazione di ritardo, già firmata, è stata inviata',
    lead: 'L’invio si fa fuori da qui, per esempio con la PEC dell’ente: qui resta agli atti quando e come.',
    submit: 'Registra l’invio',
    fields: {
      on: { page: 'giorno', value: 'data', label: 'Inviata il', missing: 'manca il giorno dell’invio' },
      protocol: { page: 'protocollo', value: 'numero', label: 'Protocollo', missing: 'manca il numero di protocollo' },
      way: {
        page: 'mezzo',
        value: 'mezzo',
        label: 'Come',
        hint: 'Per esempio: PEC al Dipartimento della funzione pubblica.',
        missing: 'manca come è stata inviata',
      },
    },
    done: ({ version }) => `L’invio della comunicazione, versione ${version}, è agli atti.`,
  },
  may: answerable,
  notNow: ({ signed, sent, notice }) => {
    if (signed === undefined)
      return `La versione ${notice.version} non è ancora firmata: prima della firma non si invia.`;
    return sent === undefined
      ? undefined
      : `La versione ${notice.version} risulta già inviata, ${withArticle('il', italianDay(sent.onDate))}.`;
  },
  stands: ({ subject }) => standing(subject),
  keep: async (tx, acting, { on, protocol, way }) => {
    const { today, subject } = acting;
    const { notice, signed } = subject;
    if (signed === undefined) return err([{ text: 'la comunicazione non è ancora firmata' }]);
    if (on > today) return err([{ field: 'on', text: 'il giorno è nel futuro: si registra l’invio già fatto' }]);
    if (on < signed.onDate) {
      const day = withArticle('il', italianDay(signed.onDate));
      return err([{ field: 'on', text: `il giorno precede la firma, apposta ${day}` }]);
    }
    const added = await addNoticeAct(tx, noticeAct(acting, { what: 'sent', onDate: on, protocol, way }));
    return added ? ok({ version: notice.version }) : err([{ text: `la versione ${notice.version} è già inviata` }]);
  },
  logs: ({ subject: { cycle, step, notice } }, { on, protocol, way }, { version }) => ({
    action: 'delay-notice-sent',
    subject: notice.title,
    cycle,
    step,
    detail: { version, hash: notice.hash, on, protocol, way },
  }),
});
