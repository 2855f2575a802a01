import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';

const EACH = 'Sotto ogni voce c’è il collegamento alla sua pagina.';

/** What the weekly summary of a body's cycles says. */
export const summaryMailWords = {
  subject: (day: string, late: number) =>
    `${day}, settimana del ciclo${late === 0 ? '' : plural(late, ': un’attività in ritardo', `: ${late} attività in ritardo`)}`,
  body: (longDay: string, counts: string) =>
    `la situazione del ciclo della performance a ${longDay}: ${counts}. ${EACH}`,
  each: EACH,
  open: 'Apri la pagina',
  counts: (late: number, due: number, red: number, unsent: number, unconfirmed: number) =>
    [
      ...(late > 0 ? [plural(late, 'un’attività in ritardo', `${late} attività in ritardo`)] : []),
      ...(due > 0
        ? [
            plural(
              due,
              'un’attività in scadenza entro due settimane',
              `${due} attività in scadenza entro due settimane`,
            ),
          ]
        : []),
      ...(red > 0 ? [plural(red, 'un indicatore rosso', `${red} indicatori rossi, oggi o in previsione`)] : []),
      ...(unsent > 0
        ? [plural(unsent, 'un monitoraggio con valori da ricevere', `${unsent} monitoraggi con valori da ricevere`)]
        : []),
      ...(unconfirmed > 0 ? ['target la cui lettura non è confermata'] : []),
    ].join(', '),
  cycle: (exercise: number) => `Ciclo ${exercise}, attività concluse`,
  outOf: (done: number, total: number) => `${done} su ${total}`,
  achievement: (exercise: number) => `Ciclo ${exercise}, grado di realizzazione`,
  reached: (value: string, coverage: string, checkpoint: string) =>
    `${value} ${withArticle('sul', coverage)} del peso (${checkpoint})`,
  ofExercise: (title: string, exercise: number) => `${title} (${exercise})`,
  found: (achievement: string, checkpoint: string) => `${achievement}, ${checkpoint}`,
  late: 'In ritardo:',
  due: 'In scadenza entro due settimane:',
  red: 'Indicatori lontani dal target, oggi o in previsione:',
  unsent: 'Valori non ancora inviati:',
  unconfirmed: 'Letture da confermare:',
  values: (n: number) => plural(n, 'un valore', `${n} valori`),
  readings: (n: number, exercise: number) =>
    plural(n, `Una lettura di target del Piano ${exercise}`, `${n} letture di target del Piano ${exercise}`),
  more: (n: number) =>
    plural(n, 'E un’altra voce, che si trova sulle pagine.', `E altre ${n}, che si trovano sulle pagine.`),
  nobody: 'nessun incaricato: il ruolo è scoperto',
  button: 'Apri il quadro del ciclo',
  stale: 'superato dal riepilogo della settimana successiva',
  labels: {
    due: 'Scadenza',
    waitingFor: 'In attesa di',
    code: 'Indicatore',
    found: 'Risultato',
    forecast: 'Previsione a fine anno',
    missing: 'Mancano',
    offices: 'Uffici',
  },
} as const;
