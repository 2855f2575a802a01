import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';

/** The static site of *Amministrazione trasparente › Performance*. */
export const siteWords = {
  section: 'Amministrazione trasparente',
  performance: 'Performance',
  path: 'Percorso',
  check: {
    notWritten: 'nella cartella del sito il documento non c’è',
    unread: (file: string, why: string): string => `«${file}» non si legge: ${why}`,
    different: (file: string): string => `«${file}» non è quello pubblicato: l’impronta è un’altra`,
    uncarried: (store: string, why: string): string => `il sito non si è potuto portare in ${store}: ${why}`,
    status: (status: number): string => `risposta HTTP ${status}`,
    silent: (why: string): string => `il sito non risponde (${why})`,
    way: {
      address: (site: string): string => `ogni file si legge da ${site} con la sua impronta`,
      files: (): string => 'ogni file è nella cartella del sito con la sua impronta',
    },
  },
  empty: 'In questa sottosezione non ci sono documenti pubblicati.',
  documents: 'Documenti',
  document: 'Documento',
  year: 'Esercizio',
  version: 'Versione',
  versionTitle: (version: number): string => `Versione ${version}`,
  current: 'in vigore',
  replaced: 'sostituita',
  published: 'Pubblicato il',
  acts: 'Atti',
  act: (board: string, number: string | null, on: CivilDate | null): string =>
    [
      board,
      ...(number === null ? [] : [`atto ${actNumbered(number)}`]),
      ...(on === null ? [] : [`${withArticle('del', italianDay(on))}`]),
    ].join(', '),
  hash: 'Impronta SHA-256 dei dati',
  files: 'File',
  format: 'Formato',
  size: 'Dimensione',
  fileHash: 'Impronta SHA-256 del file',
  previous: 'Versioni precedenti',
  previousLead: 'Restano consultabili come furono pubblicate.',
  norm: 'Riferimento normativo',
  licence: 'Licenza',
  licenceName: 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)',
  licenceHref: 'https://creativecommons.org/licenses/by/4.0/deed.it',
  metadata: 'Metadati DCAT-AP_IT (JSON-LD)',
  simulated: 'Prova generale: i documenti di questo sito contengono valori simulati.',
  forms: {
    html: 'Pagina HTML',
    pdf: 'PDF accessibile',
    xlsx: 'Tabelle (xlsx)',
    csv: 'Tabella (csv)',
    json: 'Tutti i dati (JSON)',
  },
  catalogue: {
    title: (entity: string): string => `Performance: documenti e dati di ${entity}`,
    description: (entity: string): string =>
      `Piani e Relazioni sulla performance di ${entity}, con le loro tabelle in formato aperto.`,
    dataset: (title: string, entity: string, simulated: boolean): string =>
      `${title} di ${entity}: obiettivi, indicatori, pesi, target e risultati.${
        simulated ? ' I valori misurati sono simulati (prova generale).' : ''
      }`,
    keywords: ['performance', 'trasparenza', 'obiettivi', 'indicatori', 'amministrazione trasparente'],
  },
  notApproved: (kind: string): string => `il documento «${kind}» non è ancora stato approvato: non si pubblica`,
  notValidated: 'la Relazione non è ancora stata validata: non si pubblica',
} as const;
