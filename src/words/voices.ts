import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { Means } from '../domain/voices/communication.js';
import type { Engagement } from '../domain/voices/stakeholder.js';
import type { FeedbackOrigin, Follows } from '../domain/voices/strategic-feedback.js';
import {
  responseRate,
  type Survey,
  type SurveyFault,
  type SurveyQuestion,
  type SurveyUnit,
} from '../domain/voices/survey.js';
import { italianDay, italianNumber } from './format.js';
import { plural } from './plural.js';

/** What is said of stakeholders, surveys, the strategic feedback and communication. */
export const voiceWords = {
  engagement: {
    manage: 'Coinvolgere da vicino',
    satisfy: 'Tenere soddisfatti',
    inform: 'Tenere informati',
    monitor: 'Seguire',
  } satisfies Record<Engagement, string>,
  unknownEngagement: 'Da descrivere',
  units: { percent: 'percentuale', number: 'media su una scala' } satisfies Record<SurveyUnit, string>,
  origins: {
    result: 'Risultati sotto il target',
    oiv: 'Rilievi dell’organismo di valutazione',
    corrective: 'Azioni correttive ancora aperte',
    improvement: 'Azioni del piano di miglioramento ancora aperte',
    feedback: 'Osservazioni degli stakeholder',
  } satisfies Record<FeedbackOrigin, string>,
  follows: {
    objective: 'Un obiettivo',
    indicator: 'Un indicatore o un target',
    action: 'Un’azione',
    nothing: 'Nulla, e perché',
  } satisfies Record<Follows, string>,
  means: {
    mail: 'Mail',
    page: 'Pagina del sito',
    meeting: 'Incontro',
    other: 'Altro',
  } satisfies Record<Means, string>,
  /** Of a scale from 1 to 5. */
  degree: (value: number | null): string => (value === null ? 'non indicata' : `${value} su 5`),
  left: (left: number, all: number): string =>
    left === 0
      ? plural(all, 'L’unica voce è stata considerata.', `Tutte le ${all} voci sono state considerate.`)
      : `${plural(left, 'Resta da considerare 1 voce', `Restano da considerare ${left} voci`)} su ${all}.`,
  result: ({ unit, result, highest }: Pick<SurveyQuestion, 'unit' | 'result' | 'highest'>): string =>
    unit === 'percent' ? `${italianNumber(result)}%` : `${italianNumber(result)} su ${italianNumber(highest ?? '')}`,
  /** How many answered, for whoever reads a result. */
  answered: (survey: Pick<Survey, 'asked' | 'answered'>): string =>
    `${survey.answered} risposte su ${survey.asked} (${italianNumber(responseRate(survey))}%)`,
  /** Where a collected value comes from: it follows «valore letto da». */
  source: (survey: Survey & { readonly id: number }, question: SurveyQuestion): string =>
    `${survey.title} (indagine n. ${survey.id}, domanda ${question.number}): ${question.answered ?? survey.answered} risposte su ${survey.asked}, ${withArticle('dal', italianDay(survey.fromDay))} ${withArticle('al', italianDay(survey.toDay))}`,
  outside: {
    before: (on: CivilDate): string =>
      `l’indagine si è conclusa ${withArticle('il', italianDay(on))}, prima del periodo del monitoraggio`,
    after: (on: CivilDate): string =>
      `l’indagine si è conclusa ${withArticle('il', italianDay(on))}, dopo il periodo del monitoraggio`,
  },
  faults: (fault: SurveyFault): string => {
    switch (fault.kind) {
      case 'ends-before-it-begins':
        return 'l’indagine finisce prima di cominciare';
      case 'not-over':
        return `l’indagine finisce ${withArticle('il', italianDay(fault.on))}: i risultati si registrano quando è conclusa`;
      case 'nobody-asked':
        return 'l’indagine non è stata rivolta a nessuno: indicare quanti sono stati interpellati';
      case 'more-than-asked':
        return `hanno risposto più di quanti sono stati interpellati (${fault.asked})`;
      case 'more-than-answered':
        return `hanno risposto alla domanda più di quanti hanno risposto all’indagine (${fault.answered})`;
      case 'no-scale':
        return 'una media ha bisogno dei due estremi della scala, per esempio 1 e 10';
      case 'scale-not-wanted':
        return 'una percentuale non ha una scala: lasciare vuoti gli estremi';
      case 'scale-reversed':
        return 'il minimo della scala non è minore del massimo';
      case 'outside':
        return outside(fault.lowest, fault.highest);
    }
  },
  feedback: {
    value: (value: string, achievement: DecimalText): string =>
      `${value === '' ? 'valore non disponibile' : value}, raggiunto al ${italianNumber(achievement)}%`,
    target: (target: string): string => `target: ${target}`,
  },
} as const;

const outside = (lowest: DecimalText, highest: DecimalText): string =>
  `il risultato è fuori dalla scala: va da ${italianNumber(lowest)} a ${italianNumber(highest)}`;
