import { withArticle } from '../../domain/article.js';
import { yearOf } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { EARLIER, type EarlierStep, earlierSteps } from '../../register/earlier-steps.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { stepOptions, titleIn } from '../calendar/terms.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { day, line, oneOf, text, year } from '../readers.js';
import { aBody } from '../subject.js';
import { begunAlready, earlierWords } from './earlier.js';

/** Says that a step of a cycle was done before Ciclo, when and by which act: the cycle begins with it done, and asks nobody about it. */
export const recordEarlier = kept({
  verb: 'record-earlier',
  path: 'prima-di-ciclo',
  resource: 'earlier-steps',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: { exercise: year(), step: oneOf(), on: day(), act: optional(line()), note: optional(text()) },
  gives: { title: 'text' },
  words: {
    title: 'Registra un’attività già fatta prima di Ciclo',
    does: 'Registra un’attività conclusa prima dell’uso di Ciclo, con la data e l’atto',
    lead: 'Per chi comincia in corso d’anno: ciò che è già stato approvato o fatto si registra qui prima di avviare il ciclo. Il ciclo comincia con queste attività concluse: per loro non parte alcun avviso, e contano con la data che si scrive. Se il Piano è già approvato, si registrano l’approvazione e la pubblicazione: avviato il ciclo, il foglio del Piano approvato si importa e si mette in vigore, da quel giorno, sulla pagina «Piano». Il file di un atto si allega a ciclo avviato, dalla pagina della sua attività («Registra un fatto nuovo»).',
    submit: 'Registra',
    fields: {
      ...earlierWords,
      on: {
        page: 'giorno',
        value: 'data',
        label: 'Quando è stata fatta',
        missing: 'manca il giorno in cui è stata fatta',
      },
      act: {
        page: 'atto',
        value: 'atto',
        label: 'Atto (facoltativo)',
        hint: 'Per esempio: delibera di Giunta n. 12 del 28/01/2027.',
      },
      note: {
        page: 'nota',
        value: 'nota',
        label: 'Nota (facoltativa)',
        hint: 'Dove si trova il documento, o altro che serve a chi controlla.',
      },
    },
    done: ({ title }, { on }) =>
      `«${title}» è registrata come fatta ${withArticle('il', italianDay(on))}, prima di Ciclo.`,
  },
  may: steering,
  starts: ({ today }) => ({ exercise: String(yearOf(today)) }),
  offers: { step: stepOptions },
  ready: async (acting) => ok(await stepOptions(acting)),
  keep: async (tx, { subject, today }, { exercise, step, on, act, note }, steps) => {
    const begun = await begunAlready(tx, subject, exercise);
    if (begun.length > 0) return err(begun);
    if (on > today)
      return err([{ field: 'on', text: 'il giorno deve ancora venire: qui si registra ciò che è già fatto' }]);
    const before = (await earlierSteps(tx, cycleId({ entity: subject, exercise }))).find((one) => one.step === step);
    if (before !== undefined && !sameValue(before, { step, on, act, note }))
      return err([{ field: 'step', text: recordedAlready(titleIn(steps, step), before) }]);
    return ok({ title: titleIn(steps, step) });
  },
  logs: ({ subject }, { exercise, step, on, act, note }, { title }) => ({
    action: EARLIER.recorded,
    subject: title,
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: {
      earlier: { on, act, note },
      reason: [italianDay(on), act, note].filter((one) => one !== undefined).join(', '),
    },
  }),
});

/** What was said of it stands until it is withdrawn: nobody's day and act are replaced unseen. */
const recordedAlready = (title: string, { on, act }: EarlierStep): string =>
  `«${title}» è già registrata come fatta ${withArticle('il', italianDay(on))}${act === undefined ? '' : ` (${act})`}: per correggerla, prima ritirarla`;
