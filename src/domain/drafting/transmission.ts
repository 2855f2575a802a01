import type { Actor } from '../acting.js';
import type { MissingSection } from './section.js';

/** The preparers transmit a document to its board. */
export interface TransmitCommand {
  readonly key: string;
  readonly actor: Actor;
  /** What changed since the board rejected it; empty in the first round. */
  readonly note: string;
  /** Why it is transmitted again as it was; empty when it is not. */
  readonly unchangedReason: string;
}

/** What a transmission is judged by. */
export interface ToTransmit {
  /** Whether something stands in for the whole: then no section is asked for. */
  readonly stoodIn: boolean;
  readonly missing: readonly MissingSection[];
  /** Hash of what it says now, and of what it said in the round before; the latter absent in the first. */
  readonly contentHash: string;
  readonly before?: string | undefined;
}

/** Why it cannot be transmitted now, in Italian; undefined when it can. */
export function refuseTransmission(
  { stoodIn, missing, contentHash, before }: ToTransmit,
  { unchangedReason }: Pick<TransmitCommand, 'unchangedReason'>,
): { readonly field?: 'unchangedReason'; readonly text: string } | undefined {
  if (!stoodIn && missing.length > 0) {
    return { text: `il documento non è completo: ${missing.map(missingSection).join('; ')}` };
  }
  if (contentHash === before && unchangedReason.trim() === '') {
    return {
      field: 'unchangedReason',
      text: 'il documento è come quello respinto: per ritrasmetterlo senza modifiche serve una frase che dica perché',
    };
  }
  return undefined;
}

/** `«Contesto esterno» è da scrivere` */
export function missingSection({ title, why, needs }: Pick<MissingSection, 'title' | 'why' | 'needs'>): string {
  return `«${title}» ${needs === undefined ? WHY[why] : `non ha ancora contenuto: mancano ${needs}`}`;
}

const WHY: Readonly<Record<MissingSection['why'], string>> = {
  'to-write': 'è da scrivere',
  draft: 'è in bozza e nessuno l’ha dichiarata pronta',
  'nothing-there': 'non ha ancora contenuto: mancano i dati da cui si ricava',
};
