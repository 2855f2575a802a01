import type { ForecastWay } from '../domain/achievement/forecast.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { never } from '../domain/result.js';
import { italianDay } from './format.js';

/** What an indicator is on course for at the end of the year. */
export const forecastWords = {
  title: 'Previsione a fine anno',
  value: 'Valore previsto',
  achievement: 'Grado previsto',
  light: 'Semaforo previsto',
  how: 'Come è fatta la previsione',
  none: 'non calcolabile',
  lead: 'La previsione parte dal valore di questo monitoraggio e dice a che cosa porta a fine anno, se le cose proseguono così; non entra nei risultati.',
  said: (value: string, achievement: string, light: string) => `${value} (${achievement}, ${light})`,
  /** Values that a checkpoint does not ask yet. */
  later: {
    title: 'Valori che si conosceranno dopo',
    lead: 'Questo monitoraggio non li chiede: prima del giorno indicato il valore non si può conoscere.',
    knownFrom: 'Si conosce dal',
    askedAt: 'Sarà chiesto con',
    at: (title: string, dueOn: CivilDate) => `${title}, entro ${withArticle('il', italianDay(dueOn))}`,
    nowhere: 'nessun monitoraggio di questo ciclo',
    said: (name: string, knownFrom: CivilDate, at: string | undefined) =>
      `${name}: si conosce ${withArticle('dal', italianDay(knownFrom))}${at === undefined ? '' : `, sarà chiesto con ${at}`}`,
  },
  ways: (how: ForecastWay): string => {
    switch (how.way) {
      case 'pro-rata':
        return `in proporzione ai giorni trascorsi, ${how.elapsed} su ${how.total}`;
      case 'level':
        return 'è un livello: si suppone che resti com’è';
      case 'earlier-years':
        return how.years.length === 1
          ? `come andò da qui a fine anno nel ${how.years.join('')}`
          : `come andò in media da qui a fine anno negli anni ${[...how.years].sort((a, b) => a - b).join(', ')}`;
      default:
        return never(how);
    }
  },
} as const;
