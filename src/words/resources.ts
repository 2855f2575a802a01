import type { ResourceNature } from '../domain/plan.js';
import type { Agreement } from '../domain/resources/reconcile.js';
import { plural } from './plural.js';

/** What documents and pages say of the ledger of resources. */
export const resourceWords = {
  title: 'Risorse',
  byArea: 'Risorse per area strategica',
  byAreaCaption: 'Costi, investimenti e totale di ogni area strategica',
  ofArea: (code: string, title: string): string => `Area strategica ${code}: ${title}`,
  ofAreaCaption: (code: string): string => `Programmi dell’area ${code}`,
  lines: 'Righe di risorse',
  linesCaption: (year: number): string => `Costi e investimenti ${year}, riga per riga`,
  intro:
    'Gli importi sono la somma delle righe di risorse del Piano: gli interventi economici dell’Allegato 2, che sono costi dell’esercizio, e gli investimenti.',
  trace: (cost: string, investment: string, all: string, lines: number): string =>
    `${all} in ${lines} ${plural(lines, 'riga', 'righe')}: ${cost} di costi e ${investment} di investimenti.`,
  column: {
    line: 'Riga',
    area: 'Area strategica',
    objective: 'Obiettivo strategico',
    programme: 'Programma',
    nature: 'Natura',
    year: 'Anno',
    cost: 'Costi',
    investment: 'Investimenti',
    all: 'Totale',
    sheet: 'Scheda',
    difference: 'Differenza',
    agreement: 'Esito',
    spent: 'Speso',
    upTo: 'Alla data del',
    share: '% spesa',
    source: 'Fonte',
    note: 'Nota',
  },
  nature: { cost: 'costo', investment: 'investimento' } satisfies Record<ResourceNature, string>,
  total: 'Totale',
  reconciliation: 'Schede e righe di risorse a confronto',
  reconciliationCaption: 'Importi delle righe di risorse e delle schede, programma per programma',
  reconciliationLead:
    'L’importo a preventivo di ogni scheda accanto alla somma delle righe di risorse dello stesso programma. Dove non coincidono, la differenza è detta e il totale del documento resta quello delle righe.',
  agreement: {
    same: 'coincidono',
    differs: 'la scheda ha un importo diverso',
    'no-sheet': 'il programma non ha una scheda',
    'no-lines': 'la scheda non ha righe di risorse',
  } satisfies Record<Agreement, string>,
  spending: 'Spesa',
  spendingCaption: 'Spesa per programma, dall’inizio dell’esercizio',
  spendingLead: 'Quanto si è speso dall’inizio dell’esercizio, per programma, accanto alle risorse previste.',
  notSpent: 'non registrata',
  nothing: 'Il Piano non ha righe di risorse.',
};
