import { draftPath } from '../../access/draft-path.js';
import type { DatedStep, NoticeKind } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { MissingSection } from '../../domain/drafting/section.js';
import { STEERING } from '../../domain/entity.js';
import { never } from '../../domain/result.js';
import type { NoticeWave } from '../../domain/wave.js';
import type { MessageBase, StepFacts } from '../../mail/message-base.js';
import type { DraftRemarks, DraftSections } from '../../mail/step-messages.js';
import type { Db } from '../../register/database.js';
import { draftedOf, sectionsOf } from '../../register/drafting.js';
import { remarksOf } from '../../register/drafting-remarks.js';
import type { Holders } from '../../register/holders.js';
import { type Holder, titlesOf } from '../../register/people.js';
import { draftingWords as words } from '../../words/drafting.js';
import { cycleFacts } from '../cycle-facts.js';
import { titleOf } from '../title-of.js';
import type { WaveDeps } from '../wave/facts.js';
import { sectionsNotReady } from './transmit.js';

/** What the mails about a draft are composed from. */
interface DraftMailFacts {
  readonly deps: WaveDeps;
  readonly wave: Pick<NoticeWave, 'ref' | 'step'>;
  readonly step: StepFacts;
  base(to: Holder): MessageBase;
  acting(): Promise<Holders>;
}

type Asks = { readonly to: Holder; readonly message: DraftSections };

/**
 * What is not ready of the document of a step, told beside its own prompts: at the opening and then, to who owns it and is not prompted
 * for the step itself; when the board's day nears, to controllo di gestione too, the same day.
 * @param prompted who has a prompt of the step already
 */
export async function draftPrompts(
  facts: DraftMailFacts,
  moment: NoticeKind,
  prompted: readonly Holder[],
): Promise<readonly Asks[]> {
  const { deps, wave } = facts;
  const kind = documentIn(wave.step);
  if (kind === undefined) return [];
  const missing = await sectionsNotReady(deps, wave.ref, wave.step);
  if (missing.length === 0) return [];
  const acting = await facts.acting();
  const about = await documentFacts(deps.register.db, facts, kind);
  const titles = await titlesOf(deps.register.db, wave.ref.entity);
  const asked = (to: Holder, audience: DraftSections['audience'], sections: readonly MissingSection[]): Asks => ({
    to,
    message: {
      ...facts.base(to),
      step: facts.step,
      kind: 'draft-sections',
      audience,
      ...about,
      sections: sections.map(({ title, why, owners, needs }) => ({
        title,
        state: stateOf(why),
        needs,
        owners: owners.map((role) => titles.get(role) ?? role).join(', '),
      })),
    },
  });
  const steering = isNear(moment) && wave.step.transmits === true ? acting.of(STEERING) : [];
  const told = new Set([...prompted, ...steering].map(({ id }) => id));
  const owners = new Map<string, { readonly to: Holder; readonly sections: MissingSection[] }>();
  for (const section of missing)
    for (const to of section.owners.flatMap((role) => acting.of(role)).filter(({ id }) => !told.has(id))) {
      const known = owners.get(to.id) ?? { to, sections: [] };
      owners.set(to.id, known);
      if (!known.sections.includes(section)) known.sections.push(section);
    }
  return [
    ...[...owners.values()].map(({ to, sections }) => asked(to, 'owner', sections)),
    ...steering.map((to) => asked(to, 'steering', missing)),
  ];
}

/** What the board remarked in its last round, to who wrote the sections it names; each is told of their own. */
export async function boardRemarks(
  facts: DraftMailFacts,
  prompted: readonly Holder[],
): Promise<readonly { readonly to: Holder; readonly message: DraftRemarks }[]> {
  const { deps, wave } = facts;
  const { db } = deps.register;
  const document = documentIn(wave.step);
  const draft = document === undefined ? undefined : await draftedOf(db, { cycle: cycleId(wave.ref), document });
  if (draft === undefined) return [];
  const [sections, remarks] = await Promise.all([sectionsOf(db, draft), remarksOf(db, draft)]);
  const round = Math.max(0, ...remarks.filter(({ origin }) => origin === 'board').map((one) => one.round));
  const acting = await facts.acting();
  const titles = await titlesOf(db, wave.ref.entity);
  const board = titles.get(wave.step.board ?? '') ?? '';
  const told = new Map<string, { readonly to: Holder; readonly remarks: DraftRemarks['remarks'][number][] }>();
  for (const remark of remarks.filter((one) => one.origin === 'board' && one.round === round)) {
    const section = sections.find(({ outline }) => outline.id === remark.section);
    if (section === undefined) continue;
    for (const to of section.outline.owners.flatMap((role) => acting.of(role))) {
      // Who wrote it hears of it; where nobody did, whoever owns it.
      if (section.writtenBy !== undefined && ![to.id, to.actingFor].includes(section.writtenBy)) continue;
      if (prompted.some(({ id }) => id === to.id)) continue;
      const known = told.get(to.id) ?? { to, remarks: [] };
      told.set(to.id, known);
      known.remarks.push({ section: section.outline.title, text: remark.text, by: board });
    }
  }
  const about = await documentFacts(db, facts, draft.document);
  return [...told.values()].map(({ to, remarks: theirs }) => ({
    to,
    message: { ...facts.base(to), kind: 'draft-remarks', ...about, remarks: theirs },
  }));
}

/** The draft a step is about. */
const documentIn = ({ transmits, document, prepares }: DatedStep): string | undefined =>
  transmits === true ? document : prepares;

async function documentFacts(db: Db, { deps, wave }: DraftMailFacts, kind: string) {
  const { documents } = await cycleFacts(db, wave.ref);
  return {
    document: titleOf(kind, wave.ref.exercise, documents),
    link: `${deps.post.consoleUrl}${draftPath(wave.ref, kind)}`,
  };
}

/** Whether the board's day is near, or over. */
function isNear(moment: NoticeKind): boolean {
  switch (moment) {
    case 'opening':
      return false;
    case 'reminder':
    case 'due-today':
    case 'late':
    case 'escalation-manager':
    case 'escalation-head':
      return true;
    default:
      return never(moment);
  }
}

const stateOf = (why: MissingSection['why']): string => words.missing[why];
