import { addDays } from '../../../domain/calendar/civil-date.js';
import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { draftingWords } from '../../../words/drafting.js';
import { logSentences } from '../../../words/log-sentences.js';
import { MANAGE_PATH, stepPath } from '../../pages/kit/paths.js';
import { linksIn } from '../page.js';
import type { Script } from '../script.js';
import { firstHolder, type Member } from './people.js';
import { type CastDeps, later, morning, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { read, stepPage } from './standing.js';
import { signedIn } from './visiting.js';
import { draftOf, type SeenSection, sectionsOn, writeSection } from './writing.js';

const words = castWords.lateChapter;

type LateChapter = Script['lateChapters'][number];

/** A chapter that is not there in time: controllo di gestione reminds who owns it, and the day after it is written. */
export function lateChapters(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.lateChapters
    .filter((chapter) => chapter.step === step.id)
    .flatMap((chapter, i): Planned => {
      const at = morning(addDays(step.dueOn, -chapter.daysBefore));
      const key = `${step.id}/late-chapter/${i}`;
      const about = { step: step.id, at };
      return [
        [`${key}/remind`, { ...about, by: STEERING, run: () => remind(deps, step, chapter) }],
        [
          `${key}/write`,
          { ...about, at: later(at, 1), by: `${step.id}/${chapter.by}`, run: () => write(deps, step, chapter) },
        ],
      ];
    });
}

async function remind(deps: CastDeps, step: SeenStep, chapter: LateChapter): Promise<Outcome> {
  const draft = await draftOf(deps, step);
  if (draft === undefined) return 'waiting';
  if (isReady(await sectionIn(deps, draft, chapter)) || (await stepPage(deps, step.id)).says(REMINDED)) return 'done';
  const person = await firstHolder(deps, [STEERING]);
  const { visitor, page } = await signedIn(deps, person, `${stepPath(deps.ref, step.id)}${MANAGE_PATH}`);
  const form = page.formTo('/sollecito');
  if (form === undefined) return 'waiting';
  return report(deps, words.reminded(chapter.section, person.name), await visitor.send(form, {}));
}

/** Who owns the chapter writes it once the mail that reminds them is there. */
async function write(deps: CastDeps, step: SeenStep, chapter: LateChapter): Promise<Outcome> {
  const draft = await draftOf(deps, step);
  const section = draft === undefined ? undefined : await sectionIn(deps, draft, chapter);
  if (draft === undefined || section === undefined) return 'waiting';
  if (isReady(section)) return 'done';
  const owner = await firstHolder(deps, [chapter.by]);
  const reminded = (await stepPage(deps, step.id)).says(REMINDED) && (await hasMail(deps, owner, draft, chapter));
  if (!reminded) return 'waiting';
  deps.tell(words.late(chapter.section, owner.name));
  await writeSection(deps, section, owner);
  return 'done';
}

const REMINDED = logSentences['step-reminded'] ?? '';

/** Whether a mail that names the chapter has led its owner to the draft; where mail really leaves nobody can look. */
async function hasMail(
  { mailsOf }: CastDeps,
  owner: Member,
  draft: string,
  { section }: LateChapter,
): Promise<boolean> {
  if (mailsOf === undefined) return true;
  for await (const { html, text } of mailsOf(owner.email))
    if (text?.includes(section) === true && linksIn(html ?? '').some((link) => new URL(link).pathname === draft))
      return true;
  return false;
}

async function sectionIn(deps: CastDeps, draft: string, { section }: LateChapter): Promise<SeenSection | undefined> {
  return sectionsOn(await read(deps, draft)).find(({ title }) => title === section);
}

const isReady = (section: SeenSection | undefined): boolean => section?.state === draftingWords.states.ready;
