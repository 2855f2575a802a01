import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import { formatItalian } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianNumber } from './format.js';
import { plural } from './plural.js';

/** How many sheets, and of how many each was done. */
interface Counted {
  readonly sheets: number;
  readonly signed: number;
  readonly unevaluated: number;
  readonly objections: number;
  readonly secondInstances: number;
  readonly conciliations: number;
}

export const rehearsalWords = {
  portTaken: (usual: number, chosen: number) =>
    `La porta ${usual} è già in uso, forse da un altro Ciclo: la console sarà sulla porta ${chosen}.`,
  badScript: 'Il copione della prova generale non è valido:',
  resuming: (exercise: number, on: CivilDate) =>
    `Riprende la prova generale ${exercise} interrotta: il calendario riparte ${withArticle('dal', formatItalian(on))}.`,
  changedFiles: (files: readonly string[]) =>
    `Prosegue con quanto ha letto quando è cominciata: da allora ${plural(files.length, 'è cambiato', 'sono cambiati')} ${files.join(', ')}, che non cont${plural(files.length, 'a', 'ano')} per questa prova.`,
  fromIgnored: '--from vale solo per una prova che comincia: questa prosegue con l’andatura che aveva.',
  beginAnew: 'Per cominciarne una nuova, lasciando questa com’è: npm start -- --new',
  leftAside: (entity: string, exercise: number) =>
    `La prova generale ${exercise} di ${entity}, interrotta, resta com’è: ne comincia un’altra.`,
  banner: (consoleUrl: string, mailbox: string, temporalUi: string | undefined, speed: number) => [
    '',
    'PROVA GENERALE – i valori misurati sono simulati',
    `Console: ${consoleUrl}    Posta: ${mailbox}${temporalUi === undefined ? '' : `    Temporal: ${temporalUi}`}`,
    `Un secondo vale ${italianNumber((speed / 86_400).toFixed(1))} giorni del calendario. Ctrl-C per fermare.`,
    '',
  ],
  ended: (consoleUrl: string) =>
    `\nIl ciclo è concluso. La console resta aperta su ${consoleUrl}; Ctrl-C per chiudere.`,
  act: (number: string) => `atto ${actNumbered(number)}`,
  state: (s: {
    readonly day: string;
    readonly phase: string | undefined;
    readonly open: number;
    readonly mails: number;
    readonly late: readonly string[];
  }) =>
    `— oggi ${s.day} · fase ${s.phase ?? '–'} · attività aperte ${s.open} · mail inviate ${s.mails} · in ritardo: ${s.late.join(', ') || 'nessuna'}`,
  summary: {
    title: (exercise: number) => `RIEPILOGO DEL CICLO ${exercise} (valori misurati simulati)`,
    heads: (width: number) =>
      `${'Attività'.padEnd(width)}  ${'Tempi'.padEnd(11)}  Apertura    Scadenza    Conclusa    Ritardo`,
    days: (n: number) => `${n} gg`,
    decisions: 'Delibere',
    sitting: (step: string, board: string, round: number, outcome: string) =>
      `${step}, ${board}, seduta ${round}: ${outcome}`,
    act: (number: string, day: string | undefined) =>
      ` con atto ${actNumbered(number)}${day === undefined ? '' : ` ${withArticle('del', day)}`}`,
    deferredTo: (day: string) => ` ${withArticle('al', day)}`,
    mails: 'Mail inviate',
    achievement: 'Grado di realizzazione',
    notComputed: 'non calcolato',
    notComputable: 'non calcolabile',
    bounds: (coverage: string, worst: string, best: string) => `copertura ${coverage} (tra ${worst} e ${best})`,
    evaluations: 'Valutazione delle persone (inventate)',
    evaluated: ({ sheets, signed, unevaluated, objections, secondInstances, conciliations }: Counted) =>
      [
        plural(sheets, 'una scheda', `${sheets} schede`),
        `${signed} ${plural(signed, 'firmata', 'firmate')}`,
        ...(unevaluated === 0 ? [] : [`${unevaluated} senza valutazione`]),
        plural(objections, 'una contestazione', `${objections} contestazioni`),
        plural(secondInstances, 'una seconda istanza', `${secondInstances} seconde istanze`),
        plural(conciliations, 'una conciliazione', `${conciliations} conciliazioni`),
      ].join(', '),
  },
} as const;
