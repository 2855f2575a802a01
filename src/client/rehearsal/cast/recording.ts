import { daysBetween } from '../../../domain/calendar/civil-date.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { castWords } from '../../../words/cast.js';
import { bodyPath, cyclePath } from '../../pages/kit/paths.js';
import type { Form, Page } from '../page.js';
import type { ScriptedRecord } from '../script.js';
import type { Answers, Visitor } from '../visitor.js';
import { firstHolder } from './people.js';
import { type CastDeps, later, morning, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

/** Apart from one another, in days: what follows rests on what came before. */
const APART_DAYS = 0.25;

/** What a step leaves as data, put on record early in its days, one thing after the other. */
export function recording(deps: CastDeps, step: SeenStep): Planned {
  const from = within(deps, step, `${step.id}/records`, 0.05, 0.25);
  return recordsAt(deps, step.id).map((record, i) => [
    `${step.id}/record/${i}`,
    { at: later(from, i * APART_DAYS), step: step.id, by: `${step.id}/owner`, run: () => putOnRecord(deps, record) },
  ]);
}

/** For so long after its day somebody looks whether it stands, however often they are kept from it. */
const LOOK_DAYS = 60;

/** What belongs to no step, each on its day. */
export function recordingOnDays(deps: CastDeps): Planned {
  const today = romeDate(deps.now());
  return deps.script.records.flatMap((record, i): Planned => {
    if (record.on === undefined || daysBetween(record.on, today) > LOOK_DAYS) return [];
    const run = () => putOnRecord(deps, record);
    return [[`record/${i}`, { at: morning(record.on), by: record.by, run }]];
  });
}

/** Whether a step leaves all it should as data: what does not stand yet is put on record first. */
export async function isRecorded(deps: CastDeps, step: SeenStep): Promise<boolean> {
  for (const record of recordsAt(deps, step.id)) if ((await putOnRecord(deps, record)) !== 'done') return false;
  return true;
}

const recordsAt = ({ script }: CastDeps, step: string): readonly ScriptedRecord[] =>
  script.records.filter((record) => record.step === step);

async function putOnRecord(deps: CastDeps, record: ScriptedRecord): Promise<Outcome> {
  const person = await firstHolder(deps, [record.by]);
  const seen = await signedIn(deps, person, addressOf(deps, record.seen.page));
  if (seen.page.says(record.seen.says)) return 'done';
  const { visitor, page: first } = await signedIn(deps, person, addressOf(deps, record.page));
  const page = record.link === undefined ? first : await follow(visitor, first, record.link, record.below);
  const form = page?.formTo(record.form);
  if (form === undefined) return 'waiting';
  const saved = await visitor.send(form, written(deps, form, record));
  const told = record.told ?? castWords.recordsMore;
  const teller = record.told === undefined && saved.errors.length === 0 ? { ...deps, tell: () => {} } : deps;
  return report(teller, castWords.recorded(told, person.name), saved);
}

/** The page behind the first link that says something. */
async function follow(visitor: Visitor, page: Page, words: string, below: string): Promise<Page | undefined> {
  const link = page.find('a[href]').find(({ text }) => text.includes(words));
  const href = link?.attribute('href');
  return href === undefined ? undefined : await visitor.open(new URL(`${href}${below}`, page.address).href);
}

function written(deps: CastDeps, form: Form, { fields, file }: ScriptedRecord): Answers {
  const answers = Object.entries(fields).map(([name, text]) => {
    if (text === '{last}') return [name, form.fields.get(name)?.options.at(-1) ?? ''] as const;
    return [name, text.replace('{today}', romeDate(deps.now()))] as const;
  });
  const attached = file === undefined ? [] : [[file.field, csv(file.name, file.lines)] as const];
  return Object.fromEntries([...answers, ...attached]);
}

const csv = (name: string, lines: readonly string[]): File =>
  new File([lines.join('\r\n')], name, { type: 'text/csv' });

const addressOf = ({ ref }: CastDeps, page: string): string =>
  page.replace('{cycle}', cyclePath(ref)).replace('{body}', bodyPath(ref.entity));
