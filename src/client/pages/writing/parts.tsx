import type { MissingSection, SectionOfDraft, SectionState } from '../../../domain/drafting/section.js';
import type { DraftStanding } from '../../../register/drafting-standing.js';
import type { Directory } from '../../../register/reading/directory.js';
import { draftingWords } from '../../../words/drafting.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords as words } from '../../../words/writing.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';
import { partyText } from '../kit/parts/people.js';

const ICONS: Record<SectionState, IconName> = { 'to-write': 'it-clock', draft: 'it-pencil', ready: 'it-check-circle' };
/** Looks that other states have already. */
const LOOKS: Record<SectionState, string> = { 'to-write': 'waiting', draft: 'open', ready: 'done' };

/** Where the work on a written section stands. */
export function SectionTag({ assets, state }: { assets: Assets; state: SectionState }) {
  return (
    <span class={`ciclo-tag ciclo-${LOOKS[state]}`}>
      <Icon assets={assets} name={ICONS[state]} size="xs" />
      {draftingWords.states[state]}
    </span>
  );
}

/** What is said of the state of a section: of one that forms itself, whether there is anything. */
export function stateText({ outline, state }: SectionOfDraft, empty: ReadonlySet<string>): string {
  if (outline.content.kind === 'written') return draftingWords.states[state];
  return empty.has(outline.id) ? words.draft.empty : words.draft.computed;
}

/** Who wrote a section last, and when; undefined when nobody has. */
export function lastWritten(
  { writtenBy, actingFor, writtenAt, revision }: SectionOfDraft,
  directory: Directory,
): string | undefined {
  if (revision === 0 || writtenAt === undefined) return undefined;
  return words.draft.written(writerName(writtenBy, actingFor, directory), italianMoment(writtenAt));
}

/** `Marta Rossi`, `Marta Rossi (per Lidia Fornasetti)`, `dai file dell’ente` */
export function writerName(
  by: string | null | undefined,
  actingFor: string | null | undefined,
  directory: Directory,
): string {
  if (by === undefined || by === null) return words.draft.fromFiles;
  const name = directory.person(by);
  return actingFor === undefined || actingFor === null ? name : `${name} (per ${directory.person(actingFor)})`;
}

/** Where a document stands, in words. @param missing sections that keep it from being complete */
export function phaseText(standing: DraftStanding, missing: number): string {
  switch (standing.phase) {
    case 'writing':
      if (standing.step === undefined && missing === 0) return words.phase.complete;
      return standing.rejected === undefined ? words.phase.writing : words.phase.rejected;
    case 'with-board':
      return words.phase['with-board'];
    case 'approved':
      return standing.amendable ? words.phase.amendable : words.phase.approved;
    default:
      return standing satisfies never;
  }
}

interface MissingProps {
  readonly missing: readonly MissingSection[];
  readonly directory: Directory;
  readonly planPath: string;
  readonly hrefOf: (section: string) => string;
}

/** What keeps a document from its board, with whose work it is. */
export function Missing({ missing, directory, planPath, hrefOf }: MissingProps) {
  if (missing.length === 0) return <p class="ciclo-saved">{words.draft.complete}</p>;
  return (
    <div class="alert alert-warning">
      <p>
        <strong>{words.draft.missingLead(missing.length)}</strong>
      </p>
      <ul>
        {missing.map(({ id, title, owners, why, needs }) => (
          <li>
            <a href={hrefOf(id)}>{title}</a>
            {`: ${needs === undefined ? words.draft.why[why] : words.draft.lacks(needs)}. `}
            {`${words.draft.owners}: ${directory.parties(owners).map(partyText).join('; ')}`}
            {needs !== undefined && <ToPlan path={planPath} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the data of a computed section is brought in. */
const ToPlan = ({ path }: { path: string }) => (
  <>
    {'. '}
    <a href={path}>{draftingWords.link.toPlan}</a>
  </>
);
