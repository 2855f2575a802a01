import { withArticle } from '../../domain/article.js';
import { err, ok } from '../../domain/result.js';
import { addNoticeAct } from '../../register/delay-notices.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { actNumber, day } from '../readers.js';
import { aNotice, answerable, noticeAct, standing } from './a-notice.js';

/** Says that a person has checked a notice of delay and signed it. */
export const signNotice = kept({
  verb: 'sign-notice',
  path: 'firma',
  resource: 'signatures',
  scope: 'act',
  on: aNotice,
  fields: { on: day(), protocol: optional(actNumber()) },
  gives: { version: 'whole' },
  words: {
    title: 'Firma la comunicazione di ritardo',
    does: 'Registra che la comunicazione di ritardo di un’attività è stata verificata e firmata',
    lead: 'La bozza va letta e verificata prima della firma: termine, giorni, motivi. Dopo la firma, un fatto nuovo è detto da un’altra versione.',
    submit: 'Registra la firma',
    fields: {
      on: { page: 'giorno', value: 'data', label: 'Firmata il', missing: 'manca il giorno della firma' },
      protocol: { page: 'protocollo', value: 'numero', label: 'Protocollo (facoltativo)' },
    },
    done: ({ version }) => `La comunicazione, versione ${version}, è firmata.`,
  },
  may: answerable,
  notNow: ({ signed, notice }) =>
    signed === undefined
      ? undefined
      : `La versione ${notice.version} è già firmata, ${withArticle('il', italianDay(signed.onDate))}.`,
  stands: ({ subject }) => standing(subject),
  keep: async (tx, acting, { on, protocol }) => {
    const { today, subject } = acting;
    const { notice } = subject;
    if (on > today) return err([{ field: 'on', text: 'il giorno è nel futuro: si registra la firma già apposta' }]);
    const signing = { what: 'signed', onDate: on, protocol: protocol ?? null, way: null } as const;
    const added = await addNoticeAct(tx, noticeAct(acting, signing));
    return added ? ok({ version: notice.version }) : err([{ text: `la versione ${notice.version} è già firmata` }]);
  },
  logs: ({ subject: { cycle, step, notice } }, { on, protocol }, { version }) => ({
    action: 'delay-notice-signed',
    subject: notice.title,
    cycle,
    step,
    detail: { version, hash: notice.hash, on, protocol },
  }),
});
