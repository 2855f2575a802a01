import type { Context, Handler } from 'hono';
import { backToDraft, markReady } from '../../../acts/document/ready.js';
import { remark } from '../../../acts/document/remark.js';
import { write } from '../../../acts/document/write.js';
import { aDraft, type DraftSubject } from '../../../acts/draft-subjects.js';
import type { Shown } from '../../../acts/show.js';
import { dataNeeded } from '../../../domain/drafting/data-needed.js';
import { othersIn, seenIn, type Typed, typedOf } from '../../../register/drafting-typing.js';
import { earlierText, versionsOf } from '../../../register/drafting-versions.js';
import { draftingWords } from '../../../words/drafting.js';
import { writingWords } from '../../../words/writing.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { partyText } from '../kit/parts/people.js';
import { cyclePath, draftPath, PLAN_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { composedSection, type ShownSections, shownText } from './composed.js';
import { Differences } from './differences.js';
import { Editor, Guide, type Writing } from './editor.js';
import { SectionLayout } from './layout.js';
import { formFor, type SectionPageData, sectionPageData } from './page-data.js';
import { lastWritten, SectionTag } from './parts.js';
import { Preview } from './preview.js';
import { Remarks } from './remarks.js';

const words = writingWords.section;

/** How a section is asked for, beside its address. */
interface Asked {
  readonly refused?: Refused | undefined;
  /** What stands in the field instead of what is on record. */
  readonly writing?: Writing | undefined;
  /** What came of a text written in Word that now stands in the field. */
  readonly brought?: Brought;
  /** Its id, where the address does not name it. */
  readonly section?: string;
}

/** What came of a text written in Word. */
interface Brought {
  /** What stayed in the file, each in words. */
  readonly left: readonly string[];
  /** How many figures were attached. */
  readonly figures: number;
}

/** A section: written on this page, or read. */
export function sectionPage(site: Site): Handler {
  return (c) => showSection(site, c, {});
}

export async function showSection(site: Site, c: Context, asked: Asked): Promise<Response> {
  const data = await sectionPageData(site, c, asked.section);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const written = data.section.outline.content.kind === 'written';
  const [toWrite, toMark, toTakeBack, toRemark] = await Promise.all([
    written ? formFor(site, c, write, data.of) : undefined,
    written ? formFor(site, c, markReady, data.of) : undefined,
    written ? formFor(site, c, backToDraft, data.of) : undefined,
    formFor(site, c, remark, data.subject),
  ]);
  const writes = toWrite !== undefined && toWrite.notNow === undefined;
  const ref = refOf(data);
  const person = data.person ?? '';
  if (writes) await seenIn(db, ref, person);
  const [typed, others] = await Promise.all([
    writes ? typedOf(db, ref, person) : undefined,
    writes ? othersIn(db, ref, person) : [],
  ]);
  const writing = asked.writing ?? (await startOf(site, c, data, typed));
  const { content } = data.section.outline;
  const { entity, exercise } = data.cycle;
  const [shown, composed, from] = await Promise.all([
    written ? shownText(site, data, writes ? writing.text : data.section.text) : undefined,
    written ? undefined : composedSection(site, data),
    content.kind === 'taken'
      ? aDraft.find(site.deps.register, { entity, exercise, name: content.document })
      : undefined,
  ]);
  const forms = { write: toWrite, mark: toMark, takeBack: toTakeBack, remark: toRemark };
  const status = asked.refused === undefined ? 200 : 422;
  return answer(
    c,
    <SectionPage
      {...{ data, forms, writes, writing, shown, composed, from, others }}
      refused={asked.refused}
      brought={asked.brought}
      done={c.req.query('fatto') ?? (c.req.query('lasciato') === undefined ? undefined : words.dropped)}
    />,
    status,
  );
}

export const refOf = ({ subject, section }: SectionPageData) => ({
  cycle: subject.draft.cycle,
  document: subject.draft.document,
  section: section.outline.id,
});

/** What the field begins with: an earlier text that is asked for, what was typed and not saved, or what is on record. */
async function startOf(site: Site, c: Context, data: SectionPageData, typed: Typed | undefined): Promise<Writing> {
  const { db } = site.deps.register;
  const { text, revision, outline } = data.section;
  const from = c.req.query('riprendi');
  if (from === 'anno-prima') {
    const earlier = await earlierText(db, refOf(data), [outline.id, ...(outline.formerly ?? [])]);
    if (earlier !== undefined) return { text: earlier.text, revision };
  } else if (from !== undefined) {
    const version = (await versionsOf(db, refOf(data))).find((one) => String(one.revision) === from);
    if (version !== undefined) return { text: version.text, revision };
  }
  if (typed === undefined || typed.text === text) return { text, revision };
  return { text: typed.text, revision: typed.revision, typedAt: typed.typedAt };
}

interface SectionPageProps {
  readonly data: SectionPageData;
  readonly forms: Readonly<Record<'write' | 'mark' | 'takeBack' | 'remark', Shown | undefined>>;
  readonly writes: boolean;
  readonly writing: Writing;
  readonly shown: ShownSections | undefined;
  readonly composed: ShownSections | undefined;
  /** The document it is taken from. */
  readonly from: DraftSubject | undefined;
  /** Ids of who else has it open. */
  readonly others: readonly string[];
  readonly refused: Refused | undefined;
  readonly brought: Brought | undefined;
  readonly done: string | undefined;
}

function SectionPage(props: SectionPageProps) {
  const { data, forms, writes, writing, shown, composed, others, refused, done } = props;
  const { section, directory, frame } = data;
  const { outline } = section;
  const last = lastWritten(section, directory);
  const written = outline.content.kind === 'written';
  const remarks = data.remarks.filter((one) => one.section === outline.id);
  return (
    <SectionLayout data={data} view="write" done={done}>
      <Summary refused={refused} />
      <p class="ciclo-section-facts">
        {written && <SectionTag assets={frame.assets} state={section.state} />}
        {` ${words.owners}: ${directory.parties(outline.owners).map(partyText).join('; ')}. `}
        {written && (last === undefined ? words.nobody : `${writingWords.draft.writtenBy}: ${last}.`)}
      </p>
      {outline.hint !== undefined && <p>{outline.hint}</p>}
      <FromWord brought={props.brought} />
      {forms.write?.notNow !== undefined && <p class="lead">{forms.write.notNow}</p>}
      {outline.content.kind === 'computed' && <p>{words.computed}</p>}
      {outline.content.kind === 'taken' && <TakenFrom data={data} from={props.from} />}
      {writes && <Others names={others.map((one) => directory.person(one))} />}
      {writes && shown !== undefined && <Editor data={data} writing={writing} refused={refused} shown={shown} />}
      {writes && writing.against !== undefined && (
        <section aria-labelledby="confronto">
          <h2 id="confronto">{words.conflict}</h2>
          <p>{words.conflictLead(writing.revision)}</p>
          <Differences before={writing.against} after={writing.text} />
        </section>
      )}
      {!writes && shown !== undefined && <Preview shown={shown} under={1} />}
      {composed !== undefined &&
        (composed.sections.length === 0 ? <Nothing data={data} /> : <Preview shown={composed} under={1} />)}
      <Readiness {...props} />
      <Remarks
        data={data}
        remarks={remarks}
        form={forms.remark}
        refused={refused}
        section={outline.id}
        none={words.remarksNone}
      />
      {writes && <Guide />}
    </SectionLayout>
  );
}

/** Of a section of another document: which, with its draft. */
function TakenFrom({ data: { cycle }, from }: { data: SectionPageData; from: DraftSubject | undefined }) {
  return (
    <p>
      {words.taken}
      {from !== undefined && <a href={draftPath(cycle, from.draft.document)}>{aDraft.title(from)}</a>}
    </p>
  );
}

/** Of a section that forms itself and says nothing yet: what it waits for. */
function Nothing({ data: { cycle, section } }: { data: SectionPageData }) {
  const needs = dataNeeded(section.outline);
  return (
    <p>
      {words.nothing(needs)}
      {needs !== undefined && (
        <>
          {' '}
          <a href={cyclePath(cycle, PLAN_PATH)}>{draftingWords.link.toPlan}</a>
        </>
      )}
    </p>
  );
}

/** What was brought from Word, and what was not. */
function FromWord({ brought }: { brought: Brought | undefined }) {
  if (brought === undefined) return null;
  const { left, figures } = brought;
  return (
    <div class="alert alert-info" role="status">
      <p>
        <strong>{writingWords.word.done}</strong> {figures > 0 && writingWords.word.figures(figures)}
      </p>
      {left.length > 0 && (
        <>
          <p>{writingWords.word.left}</p>
          <ul>
            {left.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Who else has it open; the page's script brings it up to date. */
function Others({ names }: { names: readonly string[] }) {
  return (
    <p id="presenza" class="ciclo-others" role="status" hidden={names.length === 0}>
      {names.length === 0 ? '' : words.others(names)}
    </p>
  );
}

function Readiness({ data, forms, refused }: SectionPageProps) {
  const [act, form] =
    data.section.state === 'ready' ? ([backToDraft, forms.takeBack] as const) : ([markReady, forms.mark] as const);
  if (form === undefined || form.notNow !== undefined || data.section.state === 'to-write') return null;
  return (
    <section class="ciclo-card" aria-labelledby={act.path}>
      <h2 id={act.path}>{act.words.title}</h2>
      <ActForm of={form} action={data.at(`/${act.path}`)} refused={refused} />
    </section>
  );
}
