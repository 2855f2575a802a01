import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** What an officer proposes where a result is far from its target. */
export const correctiveWords = {
  title: 'Azioni correttive',
  lead: (n: number) =>
    count(
      n,
      'Un indicatore è lontano dal target. Indicare in breve che cosa si propone di fare, ed entro quando.',
      'indicatori sono lontani dal target. Indicare in breve, per ciascuno, che cosa si propone di fare, ed entro quando.',
    ),
  label: (code: string, name: string) => `${code} – ${name}`,
  achievement: (text: string) => `Grado di realizzazione: ${text}.`,
  proposed: (moment: string, name: string) => `Proposta ${withArticle('del', moment)}, di ${name}.`,
  due: (code: string) => `Entro quando (${code})`,
  dueHint: 'Facoltativo: senza una data vale il prossimo monitoraggio.',
  wrongDate: (text: string) => `«${text}» non è una data: serve giorno, mese e anno`,
  pastDate: (day: string, today: string) => `${day} è già passato: oggi è ${withArticle('il', today)}`,
  noText: 'c’è la data ma manca l’azione',
  does: 'Propone che cosa fare di un risultato lontano dal target',
  what: 'Che cosa si propone di fare',
  dueLabel: 'Entro quando',
  savedOne: 'L’azione correttiva è stata registrata.',
  notRed: (indicator: string) =>
    `l’indicatore ${indicator} non è lontano dal target, o non è tra quelli di cui si risponde: non serve un’azione correttiva`,
  noneStands: 'Ora nessuna azione è proposta.',
  stands: (text: string) => `Ora l’azione proposta è: «${text}».`,
  source: (checkpoint: string, indicator: string, achievement: string) =>
    `${checkpoint}, indicatore ${indicator}${achievement === '' ? '' : `, grado di realizzazione ${achievement}`}`,
  button: 'Registra le azioni correttive',
  saved: 'Le azioni correttive sono state registrate.',
  empty: 'Nessuna azione correttiva è stata scritta o cambiata.',
} as const;
