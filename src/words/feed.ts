import type { FollowedKind } from '../domain/follow-up.js';
import type { StepStatus } from '../register/cycle-tables.js';
import { followUpWords } from './follow-up.js';

const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 78).replace(/\s+\S*$/, '')}…`);

/** What the events of a calendar feed say. */
export const feedWords = {
  body: (entity: string) => `Ciclo della performance, ${entity}`,
  own: (person: string) => `Ciclo della performance, ${person}`,
  step: (title: string, status: StepStatus) =>
    status === 'done' ? `Conclusa: ${title}` : status === 'cancelled' ? `Annullata: ${title}` : `Scade: ${title}`,
  followed: (kind: FollowedKind, text: string) => `${followUpWords.kind[kind]}: ${shortened(text)}`,
  due: (day: string) => `Scadenza: ${day}`,
  window: (window: string) => `Tempi: ${window}`,
  owners: (titles: readonly string[]) => `A cura di: ${titles.join(', ')}`,
  board: (title: string) => `Organo: ${title}`,
  norm: (citation: string, force: 'law' | 'body') =>
    `${force === 'law' ? 'Termine di legge' : 'Termine dell’ente'}: ${citation}`,
} as const;
