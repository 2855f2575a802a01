import { reason } from './reasons.js';
import { fold } from './tokens.js';
import type { Reason } from './types.js';

/** Cells that stand for an absent target, folded and without points, spaces and quotes around. */
const PLACEHOLDERS = new Set(
  (
    'nd|na|np|nr|nc|nv|n/d|n/a|n d|n a|n c|tbd|tba|xx|xxx|kpi non definito|non definito|non definita|non definibile|non previsto|non prevista|non previsti|non applicabile|' +
    'non disponibile|non disponibili|non pertinente|non rilevabile|non rilevato|non rilevante|non misurabile|non valorizzato|non presente|' +
    'da definire|da definirsi|da individuare|da stabilire|da determinare|da determinarsi|da quantificare|da concordare|da precisare|da valutare|da completare|da compilare|da inserire|da assegnare|da rilevare|da fissare|' +
    "target da definire|in corso di definizione|in definizione|in via di definizione|in fase di definizione|in attesa|in attesa di definizione|da definire in corso d'anno|" +
    'nessun target|nessun valore|nessuno|nessun indicatore|target non definito|indicatore non definito|vuoto|dato non disponibile|valore non disponibile|valore da definire|' +
    '#n/d|#n/a|#rif!|#ref!|#div/0!|#valore!|#value!|#nome?|null|none|nan|undefined'
  ).split('|'),
);

const LONGEST_PLACEHOLDER = 60;

/** Why a cell says nothing, or nothing when it says something. */
export function saysNothing(text: string): Reason | undefined {
  if (text === '') return reason('empty');
  if (text.length > LONGEST_PLACEHOLDER) return undefined;
  const bare = fold(text)
    .replace(/[.\s]+/gu, ' ')
    .trim()
    .replace(/^["'([]+|["')\]]+$/g, '');
  const initials = bare.replace(/ /g, '');
  if (!/[\p{L}\p{N}%<>=+√✓✔]/u.test(text)) return reason('placeholder', text);
  if (PLACEHOLDERS.has(bare) || (initials.length <= 3 && PLACEHOLDERS.has(initials)))
    return reason('placeholder', text);
  if (
    /^0?0[/.-]0?[01][/.-](1900|00)( 0?0:00(:00)?)?$/.test(text) ||
    /^(entro (il )?)?0?[01][/.-]0?1[/.-]1900$/.test(text)
  )
    return reason('excel-zero', text);
  return undefined;
}
