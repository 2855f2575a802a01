import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { bodyPath, VOICES_PATH } from '../../pages/kit/paths.js';
import type { Page } from '../page.js';
import type { ScriptedVoice } from '../script.js';
import { createVisitor, type Visitor } from '../visitor.js';
import { firstHolder, type Member } from './people.js';
import { type CastDeps, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

const words = castWords.hearing;

/** What stakeholders say by the public form, and what controllo di gestione makes of it. */
export function hearing(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.voices
    .filter((voice) => voice.step === step.id)
    .map((voice, i) => [
      `${step.id}/voice/${i}`,
      {
        at: within(deps, step, `${step.id}/voice/${i}`, 0.05, 0.3),
        step: step.id,
        by: STEERING,
        run: () => hear(deps, voice),
      },
    ]);
}

async function hear(deps: CastDeps, voice: ScriptedVoice): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const at = bodyPath(deps.ref.entity, VOICES_PATH);
  const { visitor, page } = await signedIn(deps, person, at);
  if (voiceOn(page, voice) === undefined) {
    if (page.says(voice.text)) return 'done';
    const address = addressOn(page) ?? (await opened(deps, visitor, page, person));
    if (address === undefined || (await say(deps, address, voice)) !== 'done') return 'waiting';
  }
  const again = (await signedIn(deps, person, at)).page;
  const form = voiceOn(again, voice);
  if (form === undefined) return 'waiting';
  const examined = await visitor.send(form, { esito: voice.outcome, motivo: voice.reason ?? '' });
  return report(deps, words.examined(voice.who, voice.outcome, person.name), examined);
}

/** Opens the form, where nobody has. */
async function opened(deps: CastDeps, visitor: Visitor, page: Page, { name }: Member): Promise<string | undefined> {
  const asking = await visitor.open(`${page.address}/modulo-pubblico`);
  const form = asking.formTo('');
  if (form === undefined) return undefined;
  const answer = await visitor.send(form, {});
  report(deps, words.opened(name), answer);
  return addressOn(answer);
}

const addressOn = (page: Page): string | undefined => page.find('a.ciclo-address')[0]?.attribute('href');

/** Somebody outside, whom nobody knows, writes what they have to say. */
async function say(deps: CastDeps, address: string, { who, text }: ScriptedVoice): Promise<Outcome> {
  const stranger = createVisitor(deps.visit, new URL(deps.consoleUrl).origin);
  const form = (await stranger.open(address)).formTo('');
  if (form === undefined) return 'waiting';
  return report(deps, words.said(who), await stranger.send(form, { chi: who, testo: text }));
}

/** The form that examines what was said, while it waits for it. */
function voiceOn(page: Page, { text }: ScriptedVoice) {
  const card = page.find('section[aria-labelledby=da-esaminare] li').find((one) => one.text.includes(text));
  const action = card?.find('form')[0]?.attribute('action');
  return action === undefined ? undefined : page.forms.find(({ address }) => new URL(address).pathname === action);
}
