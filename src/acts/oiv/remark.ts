import { cycleId } from '../../domain/cycle-id.js';
import { ABOUT, type About } from '../../domain/oiv/remarks.js';
import { err, ok } from '../../domain/result.js';
import { addOivAnswer, addOivRemark } from '../../register/oiv.js';
import { oivWords as words } from '../../words/oiv.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aCycle } from '../subject.js';
import { anOivRemark, cycleOver, theOiv } from './subjects.js';

/** The OIV remarks something, for controllo di gestione to answer. */
export const oivRemark = kept({
  verb: 'oiv-remark',
  path: 'osservazione-oiv',
  resource: 'oiv-remarks',
  scope: 'act',
  on: aCycle,
  fields: { about: oneOf<About>(ABOUT), text: text(4) },
  gives: { remark: 'whole' },
  words: {
    title: 'Fai un’osservazione',
    does: 'Fa un’osservazione dell’organismo di valutazione, a cui risponde il controllo di gestione',
    submit: 'Registra l’osservazione',
    fields: {
      about: {
        page: 'su',
        value: 'argomento',
        label: words.remarks.about,
        options: words.remarks.abouts,
        missing: 'manca su che cosa',
      },
      text: { page: 'testo', value: 'testo', label: words.remarks.text, missing: 'manca l’osservazione' },
    },
    done: ({ remark }) => `L’osservazione ${remark} è registrata.`,
  },
  may: theOiv,
  notNow: (subject) => cycleOver(subject),
  keep: async (tx, acting, { about, text: said }) =>
    ok({ remark: await addOivRemark(tx, { ...doing(acting), cycle: acting.subject.id, about, text: said }) }),
  logs: ({ subject: { id } }, { about, text: said }) => ({
    action: 'oiv-remarked',
    subject: words.remarks.abouts[about],
    cycle: id,
    detail: { remark: said },
  }),
});

/** Answers a remark of the OIV. */
export const answerOiv = kept({
  verb: 'answer-oiv',
  path: 'risposta',
  resource: 'answers',
  scope: 'steer',
  on: anOivRemark,
  fields: { answer: text(4) },
  gives: {},
  words: {
    title: 'Rispondi all’osservazione dell’organismo di valutazione',
    does: 'Risponde a un’osservazione dell’organismo di valutazione',
    submit: 'Rispondi',
    fields: {
      answer: { page: 'risposta', value: 'testo', label: words.remarks.answer, missing: 'manca la risposta' },
    },
    done: () => 'La risposta è registrata: l’organismo di valutazione la trova sulla sua scrivania.',
  },
  may: steering,
  notNow: ({ remark }) => (remark.answer === undefined ? undefined : words.remarks.answered),
  keep: async (tx, acting, { answer }) => {
    const { simulated: _, ...who } = doing(acting);
    return (await addOivAnswer(tx, { ...who, remark: acting.subject.remark.id, text: answer }))
      ? ok({})
      : err([{ text: words.remarks.answered }]);
  },
  logs: ({ subject: { ref, remark } }, { answer }) => ({
    action: 'oiv-answered',
    subject: words.remarks.abouts[remark.about],
    cycle: cycleId(ref),
    detail: { remark: answer },
  }),
});
