import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { day } from './dates.js';

/** Letters a telephone and most programs show of a subject; longer ones are cut where they like. */
const MOST = 59;

/**
 * A subject begins with the day its mail is about: that of the term, where something is asked, or else the day it is written. Who has a
 * list of mails before them reads that first.
 */
export const datedSubject = (text: string, at: Instant): string =>
  BEGINS_WITH_DAY.test(text) ? text : `${day(romeDate(at))}, ${text}`;

const BEGINS_WITH_DAY = /^\d{2}\/\d{2}\/\d{4}[,:]/;

/** A subject as long as is shown, cut between words; what is left out stands in the mail. */
export function shortSubject(text: string): string {
  if (text.length <= MOST) return text;
  const room = text.slice(0, MOST - 1);
  const end = room.lastIndexOf(' ');
  // A title without spaces is cut where the room ends.
  const cut = (end > MOST / 2 ? room.slice(0, end) : room.slice(0, -1)).replace(/[\s,;:·–-]+$/, '');
  const open = cut.lastIndexOf('«') > cut.lastIndexOf('»');
  return `${cut}…${open ? '»' : ''}`;
}
