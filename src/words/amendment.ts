import { withArticle } from '../domain/article.js';
import { count, plural } from './plural.js';

/** What who prepares and proposes an in-year amendment of the Piano reads. */
export const amendmentWords = {
  title: 'Aggiornamento del Piano in corso d’anno',
  lead: 'Target, pesi e indicatori del Piano approvato si cambiano solo con un atto dell’organo. L’aggiornamento si prepara in una bozza, copia della versione in vigore: si può lasciare e riprendere, e nulla cambia finché l’organo non approva.',
  inForce: (version: number, day: string) => `In vigore: versione ${version} del Piano, ${withArticle('dal', day)}.`,
  none: 'Nessuna versione del Piano è in vigore: non c’è ancora nulla da aggiornare.',
  over: 'L’attività di aggiornamento non è aperta: il Piano non si aggiorna adesso.',
  before: (version: number) =>
    `La proposta (versione ${version}) è all’esame dell’organo: se ne propone una alla volta.`,
  begun: (draft: number) =>
    `C’è già una bozza di aggiornamento (versione ${draft}): se ne prepara una alla volta, e si continua quella.`,
  noDraft: 'Non c’è una bozza di aggiornamento.',
  start: 'Prepara un aggiornamento',
  started: (version: number) => `La bozza è la versione ${version}: ora si può modificare.`,
  goOn: 'Vai all’aggiornamento',
  copied: (version: number) => `copia della versione ${version} in vigore`,
  draft: (version: number, inForce: number) =>
    `Bozza di aggiornamento, versione ${version}; in vigore resta la versione ${inForce}.`,
  savedBy: (version: number, by: string) =>
    by === ''
      ? `La bozza è ora alla versione ${version}.`
      : `La bozza è ora alla versione ${version}, salvata da ${by}.`,
  workedOnBy: (names: readonly string[], moment: string) =>
    `Ci ${plural(names.length, 'lavora', 'lavorano')} ${names.join(', ')}; ultima modifica ${moment}.`,
  toDraft: 'C’è una bozza di aggiornamento: il Piano in vigore resta questo finché l’organo non la approva.',
  toProposed: 'Un aggiornamento è all’esame dell’organo: il Piano in vigore resta questo finché non lo approva.',
  readOnly: (roles: string) => `La bozza si modifica da chi risponde dell’attività: ${roles}.`,
  propose: {
    title: 'Proponi la bozza all’organo',
    lead: 'La bozza va all’esame così com’è. Se la proposta non viene accolta la bozza resta, da correggere o da scartare.',
    submit: 'Proponi all’organo',
    reason: 'Motivo dell’aggiornamento',
    reasonHint: 'L’organo lo legge nella proposta.',
    noReason: 'manca il motivo dell’aggiornamento',
    nothing: 'la bozza non cambia nulla del Piano in vigore: modificare almeno un dato',
    unread: (codes: readonly string[]) =>
      `prima di proporre, confermare come ${plural(codes.length, 'si legge il nuovo target', 'si leggono i nuovi target')}: ${codes.join(', ')}`,
    done: (version: number) =>
      `La proposta è stata trasmessa all’organo come versione ${version} del Piano. Finché l’organo non la approva resta in vigore quella attuale.`,
  },
  withdraw: {
    title: 'Ritira la proposta',
    lead: 'La proposta si ritira finché l’organo non ha deciso: il suo esame finisce, chi registra le decisioni è avvisato per posta, e la bozza torna da correggere, riproporre o scartare.',
    submit: 'Ritira la proposta',
    reason: 'Motivo per cui si ritira',
    reasonHint: 'Lo legge chi registra le decisioni dell’organo.',
    none: 'Nessuna proposta è all’esame dell’organo.',
    done: (version: number) => `La proposta è ritirata: la versione ${version} è di nuovo una bozza.`,
    stands: (day: string) =>
      `La proposta è stata ritirata ${withArticle('il', day)} da chi l’ha presentata: non c’è nulla da decidere. Resta in vigore il Piano attuale.`,
  },
  discard: {
    title: 'Scarta la bozza',
    lead: 'Le versioni della bozza restano nel registro, e ognuna si può riprendere in un altro aggiornamento.',
    submit: 'Scarta la bozza',
    reason: 'Motivo per cui si scarta',
    done: (version: number) => `La bozza è scartata; la sua ultima versione, la ${version}, resta nel registro.`,
  },
  preview: {
    title: (version: number) => `Differenze dalla versione ${version} in vigore`,
    nothing: 'La bozza non cambia ancora nulla.',
    changes: 'Che cosa cambia',
    findings: 'Che cosa non torna',
    noFindings: 'La bozza non introduce incoerenze nel Piano.',
    solved: (n: number) =>
      `${count(n, 'Un’incoerenza del Piano in vigore si risolve', 'incoerenze del Piano in vigore si risolvono')}.`,
    effect: 'Effetto sui risultati',
    effectLead: (checkpoint: string, day: string) =>
      `Ipotesi sui valori disponibili (${checkpoint}, ${withArticle('al', day)}): nulla viene registrato, e i risultati già calcolati restano quelli.`,
    supposed: 'L’effetto suppone la lettura proposta dei target non ancora confermati.',
    noEffect: 'Non ci sono ancora valori rilevati su cui provare l’effetto.',
    entity: 'Ente nel suo insieme',
    now: 'Ora',
    proposed: 'Con la bozza',
    what: 'Ambito o indicatore',
    notComputable: 'non calcolabile',
    coverage: (percent: string) => `su ${percent} del peso`,
  },
} as const;
