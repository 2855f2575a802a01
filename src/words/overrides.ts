import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';

/** What the product says of overrides: refusals, and how they are shown beside what was computed. */
export const overrideWords = {
  refused: {
    noCycle: (cycle: string) => `il ciclo ${cycle} non è nel registro`,
    ended: (cycle: string) => `il ciclo ${cycle} non è più in svolgimento: i suoi risultati sono definitivi`,
    noPlan: 'non c’è ancora un Piano in vigore: non ci sono risultati da forzare',
    standing: (indicator: string) =>
      `l’indicatore ${indicator} ha già una forzatura in vigore: per cambiarla occorre prima ritirarla`,
    none: (indicator: string) => `l’indicatore ${indicator} non ha una forzatura in vigore da ritirare`,
    keyTaken: (key: string) => `con la chiave «${key}» risulta già registrata un’altra forzatura`,
    withdrawal: {
      by: 'manca chi ha deciso il ritiro della forzatura',
      reason: 'manca il motivo del ritiro',
      act: 'manca il numero dell’atto che dispone il ritiro',
    },
    actFuture: (day: string, today: string) =>
      `la data dell’atto ${day} è nel futuro (oggi è ${withArticle('il', today)})`,
  },
  act: (number: string, day: string) => `${actNumbered(number)} ${withArticle('del', day)}`,
  decided: (by: string, act: string) => `${by}, atto ${act}`,
  title: 'Forzature',
  lead: 'Risultati fissati o esclusi con un atto: contano così nei totali, e accanto resta ciò che si è calcolato.',
  pending: (n: number) =>
    plural(
      n,
      '1 forzatura registrata avrà effetto dal prossimo calcolo:',
      `${n} forzature registrate avranno effetto dal prossimo calcolo:`,
    ),
  forced: 'forzato',
  neutralised: 'neutralizzato',
  notCounted: 'non conta nei totali',
  computed: (result: string) => `calcolato: ${result}`,
  without: (percent: string) => `senza forzature ${percent}`,
  private: (n: number) =>
    plural(
      n,
      '1 forzatura su obiettivi individuali è riservata e non compare in questa pagina.',
      `${n} forzature su obiettivi individuali sono riservate e non compaiono in questa pagina.`,
    ),
  columns: {
    indicator: 'Indicatore',
    counts: 'Risultato che conta',
    computed: 'Risultato calcolato',
    decidedBy: 'Deciso da',
    act: 'Atto',
    reason: 'Motivo',
  },
} as const;
