import type { CivilDate } from '../../../domain/calendar/types.js';
import { STEERING } from '../../../domain/entity.js';
import { multiply, rational, roundedText } from '../../../domain/rational.js';
import { castWords } from '../../../words/cast.js';
import { italianNumber } from '../../../words/format.js';
import { cyclePath } from '../../pages/kit/paths.js';
import type { Piece } from '../page.js';
import { chance } from '../random.js';
import { firstHolder } from './people.js';
import { type CastDeps, mornings, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { dayIn, daysIn, stepPage } from './standing.js';
import { signedIn } from './visiting.js';

const words = castWords.spending;

/** Days after a checkpoint within which accounting has the figures. */
const DAYS = 2;

/** After a checkpoint controllo di gestione puts on record what each programme has spent up to its reference date. */
export function spending(deps: CastDeps, step: SeenStep): Planned {
  const { completedOn, kind } = step;
  if (kind !== 'checkpoint' || completedOn === undefined) return [];
  const at = mornings(completedOn, DAYS);
  return [[`${step.id}/${completedOn}/spending`, { at, by: STEERING, run: () => record(deps, step) }]];
}

/** A programme as the page of programmes lists it. */
interface SeenProgramme {
  readonly id: string;
  /** Euro, with two decimals. */
  readonly planned: string;
  /** Day up to which something is on record. */
  readonly spentUpTo?: CivilDate;
}

async function record(deps: CastDeps, step: SeenStep): Promise<Outcome> {
  const [, to] = daysIn(
    (await stepPage(deps, step.id)).find('section[aria-labelledby=monitoraggio] > p')[0]?.text ?? '',
  );
  if (to === undefined) return 'waiting';
  const person = await firstHolder(deps, [STEERING]);
  const { page } = await signedIn(deps, person, cyclePath(deps.ref, PROGRAMMES));
  // What has no resources of its own has spent none.
  const programmes = page
    .find('section[aria-labelledby=risorse] tbody tr')
    .map(readProgramme)
    .filter(({ planned }) => Number(planned) > 0);
  const missing = programmes.filter(({ spentUpTo }) => spentUpTo === undefined || spentUpTo < to);
  for (const programme of missing) {
    const { visitor, page: asking } = await signedIn(
      deps,
      person,
      cyclePath(deps.ref, `${PROGRAMMES}/${encodeURIComponent(programme.id)}/spesa`),
    );
    const form = asking.formTo('');
    if (form === undefined) return 'waiting';
    const saved = await visitor.send(form, { importo: spentBy(deps, programme, to), data: to, nota: words.note });
    if (saved.errors.length > 0) return report(deps, words.told(step.title, person.name, 1), saved);
  }
  if (missing.length > 0) deps.tell(words.told(step.title, person.name, missing.length));
  return 'done';
}

const PROGRAMMES = '/programmi';

function readProgramme(row: Piece): SeenProgramme {
  const [planned, spent] = row.find('td');
  const spentUpTo = dayIn(spent?.find('small')[0]?.text ?? '');
  return {
    id: row.find('th a')[0]?.attribute('href')?.replace('#programma-', '') ?? '',
    planned: (planned?.text ?? '').replace(/[^\d,]/g, '').replace(',', '.'),
    spentUpTo,
  };
}

/** A share of what was planned that grows along the year, a little less than all of it in the end. */
function spentBy({ script }: CastDeps, { id, planned }: SeenProgramme, to: CivilDate): string {
  const elapsed = Number(to.slice(5, 7)) / 12;
  const share = elapsed * (0.82 + 0.16 * chance(script.seed, `${id}/spending`));
  return italianNumber(
    roundedText(multiply(rational(planned), rational(share.toFixed(4))), { decimals: 2, mode: 'half-up' }),
  );
}
