import { err, ok } from '../../domain/result.js';
import { settleMail as settle } from '../../register/mail-reports.js';
import { unsettledMailWords as words } from '../../words/unsettled-mail.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line, oneOf } from '../readers.js';
import { aBody } from '../subject.js';

/** Says of a mail that did not reach its person that it has all the same, or sends it again to the address they have today. */
export const settleMail = kept({
  verb: 'settle-mail',
  path: 'mail-da-chiarire',
  resource: 'mail-settlements',
  scope: 'steer',
  on: aBody,
  fields: {
    mail: line(500),
    verdict: oneOf(['arrived', 'send-again'], { arrivata: 'arrived', rispedire: 'send-again' }),
  },
  gives: { mail: 'text', verdict: 'text', person: 'text', kind: 'text', address: 'text', cycle: 'text', step: 'text' },
  words: {
    title: words.title,
    does: 'Chiarisce una mail che non ha raggiunto il destinatario: è arrivata, o si spedisce di nuovo',
    submit: words.sendAgain,
    fields: {
      mail: { page: 'mail', argument: 'mail', label: 'Chiave della mail', missing: words.refused.settled },
      verdict: {
        page: 'esito',
        value: 'chiarimento',
        label: words.act,
        options: { arrived: words.arrived, 'send-again': words.sendAgain },
        missing: words.refused.noVerdict,
      },
    },
    done: ({ verdict }) => (verdict === 'arrived' ? words.done.arrived : words.done['send-again']),
  },
  may: administering,
  keep: async (tx, { subject: entity, actor: { person, actingFor }, at }, { mail, verdict }) => {
    const settled = await settle(tx, { entity, notice: mail, verdict, person, actingFor, at });
    if (!settled.ok) return err([{ field: 'mail', text: words.refused[settled.error] }]);
    const { person: to, kind, cycle, step, addressNow } = settled.value;
    return ok({ mail, verdict, person: to, kind, address: addressNow ?? '', cycle, step });
  },
  logs: (_acting, { verdict }, { person, kind, address, cycle, step }) => ({
    action: verdict === 'arrived' ? 'mail-arrived' : 'mail-sent-again',
    subject: person,
    cycle,
    step,
    detail: { kind, address: address === '' ? undefined : address },
  }),
});
