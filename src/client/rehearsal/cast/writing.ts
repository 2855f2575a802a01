import { castWords } from '../../../words/cast.js';
import { draftingWords } from '../../../words/drafting.js';
import { DOING, DOINGS } from '../../pages/writing/editor.js';
import type { Page } from '../page.js';
import type { ScriptedDecision } from '../script.js';
import { firstNamed, type Member } from './people.js';
import { type CastDeps, mornings, type Outcome, type Planned, report, within } from './planned.js';
import { bringResources, lacksResources } from './resources.js';
import type { SeenStep } from './seen-step.js';
import { read, type SeenDecision, stepPage } from './standing.js';
import { signedIn } from './visiting.js';

const words = castWords.writing;

/** Names of the fields of the pages on which documents are written. */
export const WRITING_FIELD = {
  text: 'testo',
  note: 'nota',
  remark: 'osservazione',
  section: 'sezione',
  answer: 'risposta',
} as const;

const SAVE = `${DOING}=${DOINGS.save}`;

/** Who owns the sections of what a step prepares writes them, early in its days. */
export function writing(deps: CastDeps, step: SeenStep): Planned {
  const at = within(deps, step, `${step.id}/write`, 0.05, 0.3);
  const run = async (): Promise<Outcome> => {
    const draft = await draftOf(deps, step);
    return draft === undefined ? 'done' : await writeAll(deps, draft);
  };
  return [[`${step.id}/write`, { at, step: step.id, by: `${step.id}/writers`, run }]];
}

/**
 * Whether what a step prepares is ready: what somebody can write is written first.
 * @returns undefined for a step that prepares nothing
 */
export async function isPrepared(deps: CastDeps, step: SeenStep): Promise<boolean | undefined> {
  const draft = await draftOf(deps, step);
  if (draft === undefined) return undefined;
  await writeAll(deps, draft);
  // Other steps bring the rest.
  if ((await stepPage(deps, step.id)).says(draftingWords.link.part)) return true;
  if (lacksResources(deps, await read(deps, draft))) await bringResources(deps);
  return (await read(deps, draft)).find('section[aria-labelledby=mancano] li').length === 0;
}

/** The owners of the step transmit its document to the board: well before its day. */
export function transmission(deps: CastDeps, step: SeenStep): Planned {
  const at = within(deps, step, `${step.id}/transmit`, 0.3, 0.4);
  return [
    [`${step.id}/transmit/1`, { at, step: step.id, by: `${step.id}/owner`, run: () => transmit(deps, step, {}) }],
  ];
}

/**
 * What came back from its board is changed where the board said so, and transmitted again, five days later.
 * @param scripted what the script has the preparers write; absent: what anybody would
 */
export function revisedDraft(
  deps: CastDeps,
  step: SeenStep,
  rejection: SeenDecision,
  ordinal: number,
  scripted: ScriptedDecision['revised'],
): Planned {
  const { text, note } = scripted ?? { text: words.revised, note: words.note };
  const run = async (): Promise<Outcome> => {
    const draft = await draftOf(deps, step);
    if (draft === undefined) return 'waiting';
    for (const line of sectionsOn(await read(deps, draft)).filter((one) => one.remarks > 0))
      await rewrite(deps, line, text.trim());
    return await transmit(deps, step, { [WRITING_FIELD.note]: note });
  };
  const at = mornings(rejection.recordedOn, 5);
  return [[`${step.id}/transmit/${ordinal + 1}`, { at, step: step.id, by: `${step.id}/owner`, run }]];
}

async function transmit(deps: CastDeps, step: SeenStep, answers: Readonly<Record<string, string>>): Promise<Outcome> {
  const draft = await draftOf(deps, step);
  const owner = await firstNamed(deps, step.owners);
  if (draft === undefined || owner === undefined || (await isPrepared(deps, step)) !== true) return 'waiting';
  const { visitor, page } = await signedIn(deps, owner, draft);
  const form = page.formTo('/trasmissione');
  if (form === undefined) return page.says(draftingWords.sent) ? 'done' : 'waiting';
  const written = Object.fromEntries(Object.entries(answers).filter(([name]) => form.fields.has(name)));
  return report(deps, words.transmitted(step.title, owner.name), await visitor.send(form, written));
}

/** A section as the table of a draft lists it. */
export interface SeenSection {
  readonly title: string;
  readonly path: string;
  readonly owners: readonly string[];
  readonly state: string;
  readonly remarks: number;
}

/** Drafts somebody is writing: who comes to one from another step waits, as people who share a document do. */
const written = new WeakMap<CastDeps, Map<string, Promise<Outcome>>>();

/** Writes what is written and not ready, each section by the first who owns it; chapters that come late are their owners'. */
async function writeAll(deps: CastDeps, draft: string): Promise<Outcome> {
  const drafts = written.get(deps) ?? new Map<string, Promise<Outcome>>();
  written.set(deps, drafts);
  const before = drafts.get(draft);
  const now = (async () => {
    await before?.catch(() => undefined);
    return await writeInTurn(deps, draft);
  })();
  drafts.set(draft, now);
  return await now;
}

async function writeInTurn(deps: CastDeps, draft: string): Promise<Outcome> {
  const { states } = draftingWords;
  const late = new Set(deps.script.lateChapters.map(({ section }) => section));
  for (const section of sectionsOn(await read(deps, draft)).filter(({ title }) => !late.has(title)))
    if (section.state === states['to-write'] || section.state === states.draft)
      await writeSection(deps, section, await firstNamed(deps, section.owners));
  return 'done';
}

/** Writes a section that says nothing yet, and has it ready. */
export const writeSection = (deps: CastDeps, section: SeenSection, writer: Member | undefined): Promise<void> =>
  write(deps, section, writer, (before) => (before === '' ? textFor(deps, section) : before));

/** What the script has written in a section, known by its address. */
function textFor({ script }: CastDeps, { path, title }: SeenSection): string {
  const [, document, section] = /\/([^/]+)\/bozza\/sezioni\/([^/]+)$/.exec(path) ?? [];
  return script.texts[`${document}/${section}`]?.trim() ?? words.text(title);
}

/** Adds to a section what it did not say, once, and has it ready again. */
export async function rewrite(deps: CastDeps, section: SeenSection, more: string): Promise<void> {
  const writer = await firstNamed(deps, section.owners);
  await write(deps, section, writer, (before) => (before.includes(more) ? before : `${before}\n\n${more}`));
}

async function write(
  deps: CastDeps,
  section: SeenSection,
  writer: Member | undefined,
  text: (before: string) => string,
): Promise<void> {
  if (writer === undefined) return;
  const opened = await signedIn(deps, writer, section.path);
  const form = opened.page.formTo('');
  if (form === undefined) return;
  const before = form.fields.get(WRITING_FIELD.text)?.values[0]?.trim() ?? '';
  const now = text(before);
  const written = now === before ? opened.page : await opened.visitor.send(form, { [WRITING_FIELD.text]: now }, SAVE);
  if (written !== opened.page) report(deps, words.wrote(section.title, writer.name), written);
  await declareReady(deps, section, writer);
}

async function declareReady(deps: CastDeps, section: SeenSection, writer: Member): Promise<void> {
  const { visitor, page } = await signedIn(deps, writer, section.path);
  const form = page.formTo('/pronta');
  if (form !== undefined) report(deps, words.ready(section.title, writer.name), await visitor.send(form, {}));
}

/** Address of the draft a step is about, below the console's own; undefined where its page leads to none. */
export async function draftOf(deps: CastDeps, step: SeenStep): Promise<string | undefined> {
  const page = await stepPage(deps, step.id);
  return page.find('section[aria-labelledby=bozza] a')[0]?.attribute('href');
}

/** The sections of a draft, as its page lists them. */
export const sectionsOn = (page: Page): readonly SeenSection[] =>
  page.find('section[aria-labelledby=sezioni] tbody tr').map((row): SeenSection => {
    const link = row.find('a')[0];
    const [owners, state, , remarks] = row.find('td');
    return {
      title: link?.text ?? '',
      path: link?.attribute('href') ?? '',
      owners: namesIn(owners?.text ?? ''),
      state: state?.text ?? '',
      remarks: Number.parseInt(remarks?.text ?? '', 10) || 0,
    };
  });

/** Of each party the people beside its title: `Controllo di gestione (Dalila Montefiori (per Guglielmo Tarasconi), …)`. */
const namesIn = (text: string): readonly string[] =>
  text.split('; ').flatMap((party) => /\((.*)\)$/.exec(party)?.[1]?.split(', ') ?? []);
