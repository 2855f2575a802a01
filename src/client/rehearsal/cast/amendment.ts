import { castWords } from '../../../words/cast.js';
import { ACTION, CONFIRM, FIELD, fieldOf } from '../../pages/duties/amendment/fields.js';
import type { Form } from '../page.js';
import type { Script } from '../script.js';
import type { Answers } from '../visitor.js';
import { openDuty } from './door.js';
import { firstNamed } from './people.js';
import type { SeenStep } from './seen-step.js';
import { type CastDeps, morning, type Outcome, type Planned, report } from './stage.js';
import { stepPage } from './standing.js';

const PROPOSAL = '/proposta';
const words = castWords.amendment;

/** The in-year amendments of the script, each proposed on its day. */
export function amendments(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.amendments.map((amendment, i) => [
    `${step.id}/propose/${i}`,
    { at: morning(amendment.on), step: step.id, by: `${step.id}/owner`, run: () => propose(deps, step, amendment) },
  ]);
}

/** Chooses the indicators, writes the new targets, looks at the effect, says how they are read, and proposes. */
async function propose(deps: CastDeps, step: SeenStep, amendment: Script['amendments'][number]): Promise<Outcome> {
  const { changes, reason } = amendment;
  // What the step's page tells has been proposed, decided or not, is not proposed again.
  if ((await stepPage(deps, step.id)).says(reason)) return 'done';
  const owner = await firstNamed(deps, step.owners);
  const visited = owner === undefined ? undefined : await openDuty(deps, owner, step);
  if (owner === undefined || visited === undefined) return 'waiting';
  const { visitor } = visited;
  const choosing = await visitor.open(`${visited.page.address}${PROPOSAL}`);
  const pick = choosing.forms.find(({ fields }) => fields.get(FIELD.pick)?.kind === 'ticks');
  if (pick === undefined) return 'waiting';
  const codes = changes.map((change) => change.indicator);
  const writing = await visitor.send(pick, { [FIELD.pick]: codes });
  const targets = Object.fromEntries(changes.map((change) => [fieldOf('target', change.indicator), change.target]));
  const typed = { ...targets, [FIELD.reason]: reason };
  const preview = await visitor.send(formIn(writing.forms), typed, `${FIELD.action}=${ACTION.preview}`);
  const form = formIn(preview.forms);
  // Another proposal is before the board, or the exercise is over: the page says so and offers no way on.
  if (!form.buttons.has(`${FIELD.action}=${ACTION.propose}`)) return 'waiting';
  const proposed = await visitor.send(
    form,
    { ...typed, ...readings(form, codes) },
    `${FIELD.action}=${ACTION.propose}`,
  );
  return report(deps, words.proposed(owner.name, codes) + visited.aside, proposed);
}

/** Confirms what is written in its target, and of the other ways to read one the first; a measure grows along the year. */
const readings = ({ fields }: Form, codes: readonly string[]): Answers => ({
  ...Object.fromEntries(
    codes.flatMap((code) => {
      const [reading, along] = [fieldOf('reading', code), fieldOf('accumulation', code)];
      const first = fields.get(reading)?.options[0];
      return [
        ...(first === undefined ? [] : [[reading, first] as const]),
        ...(fields.has(along) ? [[along, 'accumulates'] as const] : []),
      ];
    }),
  ),
  ...(fields.has(CONFIRM) ? { [CONFIRM]: 'si' } : {}),
});

function formIn(forms: readonly Form[]): Form {
  const form = forms.find(({ fields }) => fields.has(FIELD.reason));
  if (form === undefined) throw new Error('the page of a proposal shows no form');
  return form;
}
