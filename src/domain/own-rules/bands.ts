import type { EvaluatedGroup } from '../individual/types.js';
import type { LightBand } from '../policy.js';
import { err, ok, type Result } from '../result.js';
import { slug } from '../slug.js';
import { type FileValue, notOneOf, type Piece, partsOf, percentText, plain, readPercent } from './piece.js';

const LIGHTS = { rosso: 'red', giallo: 'yellow', verde: 'green' } as const;

const LIGHT_WAYS = ['rosso sotto 60%; giallo da 60% sotto 90%; verde da 90%'];

/** `da` and `sotto` are as the file has them unless it says otherwise; `oltre` leaves its end out, `fino a` takes it in. */
const LIGHT = /^(rosso|giallo|verde):?(?: (da|oltre) (\S+))?(?: (sotto|fino a) (\S+))?$/;

/** The bands of the traffic light. */
export const LIGHT_BANDS: Piece = {
  id: 'semaforo',
  group: 'lights',
  ways: LIGHT_WAYS,
  said: ({ lights }) => lights.bands.map(saidLight).join('; '),
  read: (written) => {
    const bands: FileValue[] = [];
    for (const part of partsOf(written)) {
      const band = readLight(part);
      if (!band.ok) return band;
      bands.push(band.value);
    }
    return ok({ path: ['lights', 'bands'], value: bands });
  },
};

function readLight(part: string): Result<FileValue, string> {
  const [, name, opens, from, closes, to] = LIGHT.exec(plain(part)) ?? [];
  if (name === undefined) return err(notOneOf(part, 'una fascia del semaforo', LIGHT_WAYS));
  const [start, end] = [from, to].map((one) => (one === undefined ? undefined : readPercent(one)));
  if (start?.ok === false) return start;
  if (end?.ok === false) return end;
  // The pattern has no other names.
  const light = LIGHTS[name as keyof typeof LIGHTS];
  return ok({
    light,
    from: start?.value,
    fromInclusive: opens === 'oltre' ? false : undefined,
    to: end?.value,
    toInclusive: closes === 'fino a' ? true : undefined,
  });
}

function saidLight({ light, from, fromInclusive, to, toInclusive }: LightBand): string {
  const name = Object.entries(LIGHTS).find(([, one]) => one === light)?.[0] ?? light;
  const starts = from === undefined ? [] : [fromInclusive ? 'da' : 'oltre', percentText(from)];
  const ends = to === undefined ? [] : [toInclusive ? 'fino a' : 'sotto', percentText(to)];
  return [name, ...starts, ...ends].join(' ');
}

const PAY_WAYS = ['Piena da 90% quota 100%; Media da 60% quota 50%; Nessuna da 0% quota 0%'];
const PAY = /^(.{1,80}?),? da (\S+),? quota (\S+)$/i;

/** The bands of a group of people who are evaluated. */
export const payBands = ({ id, title }: EvaluatedGroup): Piece => ({
  id: `fasce-${id}`,
  group: 'bands',
  ways: PAY_WAYS,
  of: title,
  said: (rules) =>
    (groupIn(rules.individual?.groups, id)?.group.bands ?? [])
      .map((band) => `${band.title} da ${percentText(band.from)} quota ${percentText(band.pay)}`)
      .join('; '),
  read: (written, rules) => {
    const found = groupIn(rules.individual?.groups, id);
    if (found === undefined) return err(`nelle regole non c’è un gruppo «${id}»`);
    const bands: FileValue[] = [];
    for (const part of partsOf(written)) {
      const [, name, from = '', share = ''] = PAY.exec(part) ?? [];
      if (name === undefined) return err(notOneOf(part, 'una fascia', PAY_WAYS));
      const [starts, pay] = [readPercent(from), readPercent(share)];
      if (!starts.ok) return starts;
      if (!pay.ok) return pay;
      const called = name.trim();
      // A band that keeps its title is the one it was: a rule of differentiation names it.
      const before = found.group.bands.find((band) => plain(band.title) === plain(called));
      bands.push({ id: before?.id ?? slug(called), title: called, from: starts.value, pay: pay.value });
    }
    if (bands.length === 0) return err(notOneOf(written, 'un elenco di fasce', PAY_WAYS));
    return ok({ path: ['individual', 'groups', found.at, 'bands'], value: bands });
  },
});

function groupIn(groups: readonly EvaluatedGroup[] | undefined, id: string) {
  const at = groups?.findIndex((group) => group.id === id) ?? -1;
  const group = groups?.[at];
  return group && { at, group };
}
