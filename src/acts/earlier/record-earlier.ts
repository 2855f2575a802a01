import { withArticle } from '../../domain/article.js';
import { yearOf } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { documentHash } from '../../register/documents.js';
import { EARLIER, type EarlierStep, earlierKey, earlierSteps } from '../../register/earlier-steps.js';
import { holdEnclosures } from '../../register/enclosures.js';
import { earlierStepWords } from '../../words/earlier-steps.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { stepOptions, titleIn } from '../calendar/terms.js';
import { optional, type SentFile } from '../field.js';
import { files } from '../file-readers.js';
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
  fields: { exercise: year(), step: oneOf(), on: day(), act: optional(line()), note: optional(text()), files: files() },
  gives: { title: 'text' },
  words: {
    title: 'Registra un’attività già fatta prima di Ciclo',
    does: 'Registra un’attività conclusa prima dell’uso di Ciclo, con la data e l’atto',
    lead: 'Per chi comincia in corso d’anno: ciò che è già stato approvato o fatto si registra qui prima di avviare il ciclo. Il ciclo comincia con queste attività concluse: per loro non parte alcun avviso, e contano con la data che si scrive. Se il Piano è già approvato, si registrano l’approvazione e la pubblicazione: avviato il ciclo, il foglio del Piano approvato si importa e si mette in vigore, da quel giorno, sulla pagina «Piano».',
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
      files: { page: 'allegati', option: 'file', value: 'file', label: earlierStepWords.files },
    },
    done: ({ title }, { on }) =>
      `«${title}» è registrata come fatta ${withArticle('il', italianDay(on))}, prima di Ciclo.`,
  },
  may: steering,
  starts: ({ today }) => ({ exercise: String(yearOf(today)) }),
  offers: { step: stepOptions },
  ready: async (acting) => ok(await stepOptions(acting)),
  keep: async (tx, { subject, today, at, actor }, { exercise, step, on, act, note, files: sent }, steps) => {
    const begun = await begunAlready(tx, subject, exercise);
    if (begun.length > 0) return err(begun);
    if (on > today)
      return err([{ field: 'on', text: 'il giorno deve ancora venire: qui si registra ciò che è già fatto' }]);
    const cycle = cycleId({ entity: subject, exercise });
    const before = (await earlierSteps(tx, cycle)).find((one) => one.step === step);
    if (before !== undefined && !sameValue(before, { step, on, act, note, files: hashesOf(sent) }))
      return err([{ field: 'step', text: recordedAlready(titleIn(steps, step), before) }]);
    const enclosed = sent.map((file) => ({ kind: 'attachment', file }) as const);
    await holdEnclosures(tx, {
      key: earlierKey(cycle, step),
      cycle,
      step,
      run: 1,
      at,
      person: actor.person,
      actingFor: actor.actingFor,
      enclosed,
    });
    return ok({ title: titleIn(steps, step) });
  },
  logs: ({ subject }, { exercise, step, on, act, note, files: sent }, { title }) => ({
    action: EARLIER.recorded,
    subject: title,
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: {
      earlier: { on, act, note, files: hashesOf(sent) },
      reason: [italianDay(on), act, note].filter((one) => one !== undefined).join(', '),
    },
  }),
});

const hashesOf = (sent: readonly SentFile[]): readonly string[] | undefined =>
  sent.length === 0 ? undefined : sent.map(({ bytes }) => documentHash(bytes));

/** What was said of it stands until it is withdrawn: nobody's day and act are replaced unseen. */
const recordedAlready = (title: string, { on, act }: EarlierStep): string =>
  `«${title}» è già registrata come fatta ${withArticle('il', italianDay(on))}${act === undefined ? '' : ` (${act})`}: per correggerla, prima ritirarla`;
