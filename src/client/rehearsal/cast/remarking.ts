import { castWords } from '../../../words/cast.js';
import { firstHolder, firstNamed } from './people.js';
import { type CastDeps, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { read } from './standing.js';
import { signedIn } from './visiting.js';
import { draftOf, rewrite, sectionsOn, WRITING_FIELD } from './writing.js';

const words = castWords.writing;

/** A colleague remarks on a section, as the script says; who writes it changes the text and answers; the colleague closes the remark. */
export function remarking(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.remarks
    .filter((remark) => remark.step === step.id)
    .map(({ section, by, text }, at) => {
      const run = (): Promise<Outcome> => remarkOn(deps, step, { section, by, text });
      const day = within(deps, step, `${step.id}/remark/${at}`, 0.3, 0.34);
      return [`${step.id}/remark/${at}`, { at: day, step: step.id, by: `${step.id}/writers`, run }] as const;
    });
}

async function remarkOn(
  deps: CastDeps,
  step: SeenStep,
  { section: title, by, text }: { readonly section: string; readonly by: string; readonly text: string },
): Promise<Outcome> {
  const draft = await draftOf(deps, step);
  if (draft === undefined) return 'waiting';
  const page = await read(deps, draft);
  const section = sectionsOn(page).find((one) => one.title === title);
  const writer = section === undefined ? undefined : await firstNamed(deps, section.owners);
  if (section === undefined || writer === undefined) return 'waiting';
  if (page.says(text)) return 'done';
  const colleague = await firstHolder(deps, [by]);
  const asked = await signedIn(deps, colleague, draft);
  const form = asked.page.formTo('/osservazione');
  if (form === undefined) return 'waiting';
  const id = section.path.split('/').at(-1) ?? '';
  const made = await asked.visitor.send(form, { [WRITING_FIELD.section]: id, [WRITING_FIELD.remark]: text });
  if (report(deps, words.remarked(title, colleague.name), made) === 'refused') return 'refused';
  await rewrite(deps, section, words.changed);
  const answering = await signedIn(deps, writer, draft);
  const answer = answering.page.forms.find(({ address }) => /\/osservazioni\/\d+\/risposta/.test(address));
  if (answer !== undefined)
    report(
      deps,
      words.answered(title, writer.name),
      await answering.visitor.send(answer, { [WRITING_FIELD.answer]: words.answer }),
    );
  const closing = await signedIn(deps, colleague, draft);
  const close = closing.page.forms.find(({ address }) => /\/osservazioni\/\d+\/chiusura/.test(address));
  return close === undefined
    ? 'done'
    : report(deps, words.closed(title, colleague.name), await closing.visitor.send(close, {}));
}
