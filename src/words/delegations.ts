import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { WhyNotDelegated } from '../domain/delegation.js';
import { italianDay } from './format.js';

/** How long a delegation lasts. @param until last day; null: the checkpoint alone */
const lasting = (until: CivilDate | null): string =>
  until === null ? 'per questo monitoraggio' : `fino ${withArticle('al', italianDay(until))}`;

/** What is said where an indicator is delegated to a colleague, and where it is taken back. */
export const delegationWords = {
  lasting,
  give: {
    title: 'Delega un indicatore',
    does: 'Delega un indicatore a un collega, che ne comunica il valore',
    lead: (name: string) =>
      `Il collega comunica al Suo posto il valore dell’indicatore «${name}» e riceve subito un messaggio con il collegamento al modulo. La responsabilità del dato resta a chi delega, che può riprendere l’indicatore in ogni momento.`,
    submit: 'Delega',
    to: 'Collega',
    toMissing: 'manca il collega',
    until: 'Fino al (facoltativo)',
    untilHint:
      'Ultimo giorno, anche per i monitoraggi successivi di questo esercizio. Se non si indica nulla, la delega vale per questo monitoraggio.',
    past: 'la data è già passata',
    already: (to: string) => `è già delegato a ${to}: per delegarlo ad altri occorre prima riprenderlo`,
    alreadyNow: 'Ora l’indicatore è già delegato.',
    individual: 'gli indicatori degli obiettivi individuali non si delegano',
    whyNot: {
      oiv: 'l’OIV non riceve deleghe dal personale dell’ente e non ne dà: la sua indipendenza è nella legge (art. 14 del D.Lgs. 150/2009)',
      'answers-already': 'ne risponde già: non occorre una delega',
    } satisfies Record<WhyNotDelegated, string>,
    done: (indicator: string, to: string, until: CivilDate | null) =>
      `Indicatore ${indicator} delegato a ${to} ${lasting(until)}.`,
    link: 'Delega a un collega',
  },
  take: {
    title: 'Concludi una delega',
    does: 'Conclude la delega di un indicatore: lo riprende chi l’ha delegato, o vi rinuncia chi l’ha ricevuto',
    lead: 'Da ora il valore è chiesto di nuovo a chi ne risponde. Ciò che è già stato inviato resta nel registro.',
    submit: 'Concludi la delega',
    none: 'Questo indicatore oggi non è delegato.',
    done: (indicator: string, from: string) => `L’indicatore ${indicator} non è più delegato a ${from}.`,
    of: (name: string) => `era delegato a ${name}`,
    link: 'Riprendi',
    giveBack: 'Rinuncia alla delega',
  },
  form: {
    back: 'Torna al modulo',
    title: 'Delegati a colleghi',
    row: (to: string, until: CivilDate | null) => `a ${to}, ${lasting(until)}`,
    sent: 'valore inviato',
    open: 'valore non ancora inviato',
    by: (name: string) => `Su delega di ${name}`,
  },
  indicator: 'Delegato',
  mail: {
    subject: (indicator: string, checkpoint: string, day: string) =>
      `${day}, delega: indicatore ${indicator}, ${checkpoint}`,
    subjectBack: (indicator: string, checkpoint: string, day: string) =>
      `${day}, delega restituita: indicatore ${indicator}, ${checkpoint}`,
    subjectTaken: (indicator: string, checkpoint: string) => `delega conclusa: indicatore ${indicator}, ${checkpoint}`,
    given: (by: string, until: CivilDate | null) =>
      `${by} Le ha delegato un indicatore ${lasting(until)}: Le chiediamo di comunicarne il valore. Il collegamento apre il modulo, senza password.`,
    back: (by: string) =>
      `${by} ha rinunciato alla delega di un indicatore: il valore è di nuovo chiesto a Lei. Il collegamento apre il modulo, senza password.`,
    taken: (by: string) => `${by} ha posto fine alla delega di un indicatore: il valore non è più chiesto a Lei.`,
    due: (longDay: string) => `entro ${longDay}`,
    open: 'Apri il modulo',
    tasks: 'Apri le attività',
  },
} as const;
