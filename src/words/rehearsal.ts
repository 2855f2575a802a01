import { formatItalian } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';

export const rehearsalWords = {
  badScript: 'Il copione della prova generale non è valido:',
  resuming: (exercise: number, on: CivilDate) =>
    `Riprende la prova generale ${exercise} interrotta: il calendario riparte dal ${formatItalian(on)}.`,
  leftAside: (entity: string, exercise: number) =>
    `La prova generale ${exercise} di ${entity}, interrotta, resta com’è: ne comincia un’altra.`,
  banner: (consoleUrl: string, temporalUi: string | undefined, speed: number) => [
    '',
    'PROVA GENERALE – i valori misurati sono simulati',
    `Console: ${consoleUrl}    Posta: ${consoleUrl}/posta${temporalUi === undefined ? '' : `    Temporal: ${temporalUi}`}`,
    `Un secondo vale ${(speed / 86_400).toFixed(1).replace('.', ',')} giorni del calendario. Ctrl-C per fermare.`,
    '',
  ],
  ended: (consoleUrl: string) =>
    `\nIl ciclo è concluso. La console resta aperta su ${consoleUrl}; Ctrl-C per chiudere.`,
};
