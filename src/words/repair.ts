import type { Mend } from '../domain/repair.js';
import { never } from '../domain/result.js';
import { count } from './plural.js';

const listed = (names: readonly string[]): string => names.join(', ');

/** What is said of register and Temporal that do not agree. Lists are sentences, one line each. */
export const repairWords = {
  description:
    'dice dove il registro e Temporal non concordano e, con --yes, rimette Temporal secondo il registro; i worker devono essere fermi',
  yes: 'esegue quanto proposto; senza, lo dice soltanto',
  json: 'risponde in JSON: per ogni ciclo che cosa non concorda e che cosa si fa',
  agree: (space: string): string => `Il registro e Temporal concordano sui cicli di «${space}».`,
  propose: 'Per eseguire quanto proposto: «ciclo repair --yes», con i worker fermi.',
  done: (n: number): string =>
    `${count(n, 'Un ciclo rimesso', 'cicli rimessi')} secondo il registro: riprende all’avvio del worker. È annotato nel registro delle attività.`,
  nothing: (dataDir: string): readonly string[] => [
    `Nella cartella ${dataDir} non c’è un’installazione da confrontare.`,
    'Si indichi la cartella giusta con CICLO_DATA o, dove la base dati è un’altra, DATABASE_URL e TEMPORAL_ADDRESS.',
  ],
  working: (workers: readonly string[]): readonly string[] => [
    `C’è un worker al lavoro: ${listed(workers)}. Mentre lavora scrive nel registro di ciò che si sta rimettendo.`,
    'Si fermi, si attendano due minuti e si ripeta il comando.',
  ],
  mend(mend: Mend): string {
    const { cycle } = mend;
    switch (mend.kind) {
      case 'start':
        return `${cycle}: è in corso nel registro, in Temporal non c’è. Si avvia di nuovo da dov’era nel registro.`;
      case 'rebuild':
        return `${cycle}: ${differing(mend)} Si chiude in Temporal e si avvia di nuovo da dov’era nel registro; ciò che nel registro non c’è va fatto di nuovo.`;
      case 'end':
        return `${cycle}: nel registro non è in corso, in Temporal sì (${listed(mend.ends)}). Si chiude in Temporal.`;
      default:
        return never(mend.kind);
    }
  },
  reason: 'ciclo repair: non concordava con il registro',
} as const;

function differing({ missing, stray }: Mend): string {
  return [
    ...(missing.length === 0 ? [] : [`in corso solo nel registro ${listed(missing)}.`]),
    ...(stray.length === 0 ? [] : [`in corso solo in Temporal ${listed(stray)}.`]),
  ].join(' ');
}
