import { resolve } from 'node:path';
import { USUAL_KIND } from '../../../domain/body-kind.js';
import { Failure } from '../../../platform/errors.js';
import { findTemplate } from '../../../seeds/calendar.js';
import { kindsIn } from '../../../seeds/kind.js';
import { seedsFolder } from '../../../seeds/locate.js';
import { formatSeedError } from '../../../seeds/read-yaml.js';
import { initWords as words } from '../../../words/init.js';
import { kindNamed } from './questions.js';

/**
 * A file of answers to fill in, of an invented body of a kind.
 * @throws Failure for a kind or a file that is not there or can not be read
 */
export function exampleAnswers(id: string = USUAL_KIND, dir?: string): string {
  const seeds = dir === undefined ? seedsFolder() : resolve(dir);
  const kinds = kindsIn(seeds);
  if (!kinds.ok) throw new Failure(2, ...kinds.error.map(formatSeedError));
  const known = kinds.value.map(({ value }) => value);
  const ids = known.map((one) => one.id);
  if (!ids.includes(id)) throw new Failure(2, `--kind: ${words.wrong.oneOf(id, ids)}`);
  const { title, founders, calendars } = kindNamed(known, id);
  return words.example({
    kind: id,
    // «Azienda sanitaria o ospedaliera»: one body is one of them.
    name: title.split(' o ')[0] ?? title,
    called: founders,
    calendars: calendars.map((calendar) => ({ id: calendar, title: calendarTitle(calendar, seeds) })),
  });
}

/** What a calendar is for, as its file says. @throws Failure for one that is not there or can not be read */
export function calendarTitle(id: string, seeds: string): string {
  const template = findTemplate(id, seeds);
  if (!template.ok) throw new Failure(2, ...template.error.map(formatSeedError));
  return template.value.value.title;
}
