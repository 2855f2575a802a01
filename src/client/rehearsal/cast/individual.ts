import { romeDate } from '../../../domain/calendar/zone.js';
import { castWords } from '../../../words/cast.js';
import { evaluationPageWords } from '../../../words/evaluation-pages.js';
import { type Form, linksIn, type Page, type Piece } from '../page.js';
import { chance } from '../random.js';
import type { Answers, Visitor } from '../visitor.js';
import { type Member, membersOf } from './people.js';
import { type CastDeps, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

const words = castWords.individual;

/** What the time of the year is for. */
interface Now {
  readonly judging: boolean;
  readonly talking: boolean;
}

/** What somebody of the cast remembers to save looking again: their latest mail, whether something was left to do, and whether the talks had begun. */
interface Looked {
  latest: string;
  again: boolean;
  talking: boolean;
}
const looked = new WeakMap<CastDeps, Map<string, Looked>>();
/** Mails read back from the latest. */
const MOST_MAILS = 8;

/**
 * What people do in their evaluation and in that of others: who has had a mail about it follows its link, and does on the pages what waits
 * for them there. Judgements are the same for the same seed, whatever day they are given on.
 */
export async function evaluating(deps: CastDeps, steps: readonly SeenStep[]): Promise<Planned> {
  const { from, talkAt, to } = deps.script.individual;
  const status = (id: string): string | undefined => steps.find((step) => step.id === id)?.status;
  const begun = status(from) !== undefined && status(from) !== 'waiting';
  if (!begun || status(to) === 'done' || status(to) === 'cancelled') return [];
  const today = romeDate(deps.now());
  // Before their step opens the year's results are not there, and a judgement would be refused.
  const judging = status(to) === 'open' || status(to) === 'late';
  // Whoever is at the middle of the year talks of it, not who has just been assigned something.
  const talking = status(talkAt) !== undefined && status(talkAt) !== 'waiting';
  const now: Now = { judging, talking };
  const planned = await Promise.all(
    (await membersOf(deps)).map(async (member): Promise<Planned> => {
      const link = await news(deps, member, now);
      if (link === undefined) return [];
      const run = () => evaluate(deps, member, link, now);
      return [[`valutazioni/${member.id}/${today}`, { at: deps.now(), by: member.id, run }]];
    }),
  );
  return planned.flat();
}

/** The link of a mail they have not followed yet, or the page of all that waits for them; undefined when there is no reason to look. */
async function news(deps: CastDeps, member: Member, { talking }: Now): Promise<string | undefined> {
  const all = looked.get(deps) ?? new Map<string, Looked>();
  looked.set(deps, all);
  const overview = `${deps.consoleUrl}${evaluationsOf(deps)}`;
  const before = all.get(member.id);
  if (deps.mailsOf === undefined) return overview;
  let [latest, link, read] = ['', undefined as string | undefined, 0];
  for await (const { html, text } of deps.mailsOf(member.email)) {
    const mail = `${text ?? ''}`;
    if (read++ === 0) latest = mail;
    if (mail === before?.latest || read > MOST_MAILS) break;
    link ??= linksIn(html ?? '').find((address) => new URL(address).pathname.startsWith(evaluationsOf(deps)));
  }
  all.set(member.id, { latest, again: false, talking });
  // Who has just come to the cast remembers no mail: they look once.
  return link ?? (before === undefined || before.again || before.talking !== talking ? overview : undefined);
}

const evaluationsOf = ({ ref }: CastDeps): string =>
  `/cicli/${encodeURIComponent(ref.entity)}/${ref.exercise}/valutazioni`;

/** One visit: from the mail to its page, then whatever else waits for them. */
async function evaluate(deps: CastDeps, member: Member, link: string, now: Now): Promise<Outcome> {
  const { visitor, page } = await signedIn(deps, member, new URL(link).pathname);
  // The mail leads to the form of one thing; what else the sheet offers stands on the sheet.
  const sheet = /^.*\/valutazioni\/\d+/.exec(page.address)?.[0];
  if (sheet !== undefined && page.status === 200) await onSheet(deps, member, visitor, sheet, now);
  const overview = await visitor.open(`${deps.consoleUrl}${evaluationsOf(deps)}`);
  if (overview.status !== 200) return 'done';
  for (const address of linksOf(overview, 'section[aria-labelledby=da-proporre] a'))
    await propose(deps, member, visitor, address);
  let left = false;
  for (const address of linksOf(
    overview,
    'section[aria-labelledby=aspetta] tbody th a, section[aria-labelledby=aspetta] tbody td:first-child a',
  ))
    if (!(await onSheet(deps, member, visitor, address, now))) left = true;
  const own = looked.get(deps)?.get(member.id);
  if (own !== undefined) own.again = left;
  return 'done';
}

const linksOf = (page: Page, selector: string): readonly string[] => [
  ...new Set(
    page
      .find(selector)
      .flatMap((link) => link.attribute('href') ?? [])
      .map((href) => new URL(href, page.address).href),
  ),
];

async function propose(deps: CastDeps, member: Member, visitor: Visitor, address: string): Promise<void> {
  const whom = decodeURIComponent(new URL(address).pathname.split('/').at(-2) ?? '');
  const page = await visitor.open(address);
  const form = page.formTo('');
  if (form === undefined) return;
  const lines = deps.script.individual.objectives[whom] ?? words.objectives.map(asLine);
  const name = (await membersOf(deps)).find(({ id }) => id === whom)?.name ?? whom;
  report(deps, words.proposed(member.name, name), await visitor.send(form, { obiettivi: lines.join('\n') }));
}

const asLine = (parts: readonly string[]): string => parts.join('; ');

/** What somebody does on a sheet, by what it offers them. @returns whether nothing is left that they would do */
async function onSheet(deps: CastDeps, member: Member, visitor: Visitor, address: string, now: Now): Promise<boolean> {
  const sheet = await visitor.open(address);
  const offered = new Map(
    linksOf(sheet, 'section[aria-labelledby=adesso] .ciclo-links a').map((href) => [
      href.split('/').at(-1) ?? '',
      href,
    ]),
  );
  const offers = [...offered.keys()].filter(
    (path) => (now.judging || path !== 'valutazione') && (now.talking || path !== 'colloquio'),
  );
  const person = await evaluatedOn(deps, sheet, member);
  const does = person === undefined ? undefined : chosen(deps, offers, sheet, member, person);
  const where = does === undefined ? undefined : offered.get(does.path);
  // Who leaves a right unused has nothing left to do.
  if (does === undefined || where === undefined) return true;
  const page = await visitor.open(where);
  const form = page.formTo('');
  if (form === undefined) return false;
  const sent = await visitor.send(form, does.fill(page, form));
  return report(deps, words.acted(member.name, page.heading), sent) === 'done';
}

/** Whose sheet it is, by its heading. */
async function evaluatedOn(deps: CastDeps, sheet: Page, member: Member): Promise<Member | undefined> {
  if (sheet.heading === evaluationPageWords.sheet.mine(deps.ref.exercise)) return member;
  return (await membersOf(deps)).find(({ name }) => sheet.heading === evaluationPageWords.sheet.of(name));
}

interface Doing {
  readonly path: string;
  fill(page: Page, form: Form): Answers;
}

/** The first of what is offered that they would do. */
function chosen(
  deps: CastDeps,
  offered: readonly string[],
  sheet: Page,
  member: Member,
  person: Member,
): Doing | undefined {
  const { objects, contests } = deps.script.individual;
  const { id } = person;
  const own = id === member.id;
  const today = romeDate(deps.now());
  const board = [...member.roles.keys()].some((role) => role.startsWith('segreteria-'));
  const byAct = (of: string) => () => {
    const number = 10 + Math.floor(chance(deps.script.seed, `${id}/${of}`) * 90);
    return { atto: board ? words.boardAct(number) : words.act(number), data: today };
  };
  const saying = (text: string) => () => ({ testo: text });
  const [objection, contested] = [objects[id], contests[id]];
  // The last of what they would do: once the year is over it can still be written down, and what is asked then comes first.
  const talk: Doing = { path: 'colloquio', fill: () => ({ data: today, testo: words.talk }) };
  const would: readonly (Doing | undefined)[] = own
    ? [
        objection !== undefined && !sheet.says(objection) ? { path: 'obiezione', fill: saying(objection) } : undefined,
        // Who has objected waits for the new proposal.
        objection === undefined || sheet.says(words.afterWhy) ? { path: 'accettazione', fill: () => ({}) } : undefined,
        hasDone(sheet, evaluationPageWords.done['evaluate-self'], member)
          ? undefined
          : { path: 'autovalutazione', fill: (page) => judgements(deps, page, id, 'own') },
        contested === undefined ? undefined : { path: 'seconda-istanza', fill: saying(contested) },
        contested === undefined ? undefined : { path: 'conciliazione', fill: saying(words.further) },
        noted(sheet, member) ? undefined : talk,
      ]
    : [
        objection !== undefined && !sheet.says(words.afterWhy)
          ? {
              path: 'nuova-proposta',
              fill: () => ({ obiettivi: words.after.map(asLine).join('\n'), motivo: words.afterWhy }),
            }
          : undefined,
        { path: 'assegnazione', fill: byAct('assegnazione') },
        { path: 'firma', fill: byAct('firma') },
        { path: 'decisione-seconda-istanza', fill: () => ({ esito: 'confirmed', testo: words.confirmed }) },
        { path: 'esito-conciliazione', fill: raised },
        // Who has evaluated already does not do it again.
        hasDone(sheet, evaluationPageWords.done.evaluate, member)
          ? undefined
          : { path: 'valutazione', fill: (page) => judgements(deps, page, id, 'given') },
        noted(sheet, member) ? undefined : talk,
      ];
  return would.find((one) => one !== undefined && offered.includes(one.path));
}

/** Whether the sheet's own history says that somebody has done something. */
const hasDone = (sheet: Page, what: string, { name }: Member): boolean =>
  sheet
    .find('section[aria-labelledby=passaggi] tbody tr')
    .some(({ text }) => text.startsWith(what) && text.includes(name));
const noted = (sheet: Page, member: Member): boolean => hasDone(sheet, evaluationPageWords.done['note-talk'], member);

/** Each behaviour and each objective of the form, the same for the same person and seed. */
function judgements(deps: CastDeps, page: Page, person: string, whose: 'own' | 'given'): Answers {
  const { seed, individual } = deps.script;
  const answers = page.find('section.ciclo-judged').flatMap((judged): readonly (readonly [string, string])[] => {
    const luck = chance(seed, `${person}/${judged.attribute('aria-label') ?? ''}`);
    const low = whose === 'given' && individual.contests[person] !== undefined;
    const [sentence] = judged.find('textarea').flatMap((one) => one.attribute('name') ?? []);
    const steps = judged.find('input[type=radio]');
    const named = (steps[0] ?? judged.find('input')[0])?.attribute('name');
    if (named === undefined || sentence === undefined) return [];
    const value = steps.length > 0 ? stepOf(steps, luck, low, whose) : String(70 + Math.floor(luck * 31));
    return [
      [named, value],
      [sentence, words.sentences[whose]],
    ];
  });
  return Object.fromEntries(answers);
}

/** One of the upper three steps of a scale, or the second lowest; of themselves people think a little better. */
function stepOf(steps: readonly Piece[], luck: number, low: boolean, whose: 'own' | 'given'): string {
  const top = steps.length - 1;
  const given = Math.max(0, top - 2) + Math.floor(luck * 3);
  const at = low ? Math.min(1, top) : Math.min(top, whose === 'own' ? given + 1 : given);
  return steps[at]?.attribute('value') ?? '';
}

/** The conciliazione raises the first behaviour to the middle of its scale. */
function raised(page: Page): Answers {
  const [first] = page.find('section.ciclo-judged');
  const steps = first?.find('input[type=radio]') ?? [];
  const [name, sentence] = [steps[0]?.attribute('name'), first?.find('textarea')[0]?.attribute('name')];
  const middle = steps[Math.floor(steps.length / 2)]?.attribute('value');
  if (name === undefined || sentence === undefined || middle === undefined) return {};
  return { esito: 'changed', [name]: middle, [sentence]: words.agreed, testo: words.agreed };
}
