import type { Context, Handler } from 'hono';
import { adoptOutline } from '../../../acts/document/adopt-outline.js';
import { remark } from '../../../acts/document/remark.js';
import { standIn, withdrawStandIn } from '../../../acts/document/stand-in.js';
import { transmit } from '../../../acts/document/transmit.js';
import type { Shown } from '../../../acts/show.js';
import { aStep } from '../../../acts/subject.js';
import type { SectionChange } from '../../../documents/differences.js';
import { type OutlineChanges, outlineChanges } from '../../../domain/drafting/outline.js';
import { type MissingSection, missingIn } from '../../../domain/drafting/section.js';
import { type DocumentRecord, documentsOf } from '../../../register/documents.js';
import { type StandInFile, standInOf } from '../../../register/drafting-files.js';
import { adoptionOf, type OutlineAdoption, outlineOnFile } from '../../../register/outlines.js';
import { draftingWords } from '../../../words/drafting.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords } from '../../../words/writing.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { partyText } from '../kit/parts/people.js';
import { SectionChanges } from '../kit/parts/section-changes.js';
import { cyclePath, PLAN_PATH, stepPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { draftNow } from './composed.js';
import { DraftLayout } from './layout.js';
import { type DraftPageData, draftPageData, formFor } from './page-data.js';
import { Missing, phaseText } from './parts.js';
import { Remarks } from './remarks.js';
import { SectionsTable } from './sections-table.js';

const words = writingWords.draft;

/** What the page shows. */
interface DraftPageProps {
  readonly data: DraftPageData;
  readonly empty: ReadonlySet<string>;
  /** What is not as the board has rejected it; absent where it has not, or nobody can tell. */
  readonly changes: readonly SectionChange[] | undefined;
  readonly missing: readonly MissingSection[];
  readonly stands: StandInFile | undefined;
  /** As it was each time who prepares it concluded it, the latest first; nothing of what goes before a board. */
  readonly concluded: readonly DocumentRecord[];
  /** The act it has its sections by; undefined while none is on record. */
  readonly adopted: Pick<OutlineAdoption, 'actNumber' | 'actDate' | 'byPerson' | 'at'> | undefined;
  /** What of it would change by the files of the body; undefined where they have not been read. */
  readonly becomes: OutlineChanges | undefined;
  /** Forms, for who may; absent for who may not. */
  readonly forms: Readonly<Record<'remark' | 'transmit' | 'standIn' | 'withdraw' | 'adopt', Shown | undefined>>;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

/** The draft of a document: its sections, what is missing, what was remarked, and its way to its board. */
export function draftPage(site: Site): Handler {
  return (c) => showDraft(site, c);
}

export async function showDraft(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await draftPageData(site, c);
  if (data === undefined) return c.notFound();
  const { deps } = site;
  const { subject, cycle } = data;
  const { step } = subject.standing;
  const stepSubject =
    step && (await aStep.find(deps.register, { entity: cycle.entity, exercise: cycle.exercise, name: step.id }));
  const [stands, deposited, adopted, onFile, { empty, changes }, ...forms] = await Promise.all([
    standInOf(deps.register.db, subject.draft),
    step === undefined ? documentsOf(deps.register.db, cycle.id) : [],
    adoptionOf(deps.register.db, subject.draft),
    outlineOnFile(deps.register.db, cycle.entity, subject.draft.document),
    draftNow(site, data),
    formFor(site, c, remark, subject),
    stepSubject === undefined ? undefined : formFor(site, c, transmit, stepSubject),
    formFor(site, c, standIn, subject),
    formFor(site, c, withdrawStandIn, subject),
    formFor(site, c, adoptOutline, subject),
  ]);
  const [toRemark, toTransmit, toStandIn, toWithdraw, toAdopt] = forms;
  return answer(
    c,
    <DraftPage
      {...{ data, empty, changes, stands, adopted, refused }}
      concluded={deposited.filter(({ kind }) => kind === subject.draft.document).toReversed()}
      becomes={onFile && outlineChanges(subject.draft.outline, onFile)}
      missing={stands === undefined ? missingIn(data.sections, empty) : []}
      forms={{ remark: toRemark, transmit: toTransmit, standIn: toStandIn, withdraw: toWithdraw, adopt: toAdopt }}
      done={c.req.query('fatto')}
    />,
    refused === undefined ? 200 : 422,
  );
}

function DraftPage(props: DraftPageProps) {
  const { data, missing, refused, forms, empty } = props;
  const { standing } = data.subject;
  const writing = standing.phase === 'writing' || (standing.phase === 'approved' && standing.amendable);
  // What is complete waits for one thing only: it stands before the list of what it is made of.
  const toSend =
    writing && missing.length === 0 && forms.transmit?.notNow === undefined && forms.transmit !== undefined;
  return (
    <DraftLayout data={data} title={data.title} overline={phaseText(standing, missing.length)} done={props.done}>
      <Summary refused={refused} />
      {standing.phase === 'with-board' && <p class="lead">{words.transmitted}</p>}
      {standing.phase === 'writing' && standing.rejected !== undefined && (
        <div class="alert alert-warning">
          <p>
            <strong>{words.rejectedTitle}</strong>
          </p>
          <p>{words.rejectedLead}</p>
          {standing.rejected.remarks !== null && (
            <blockquote class="ciclo-quote">{standing.rejected.remarks}</blockquote>
          )}
        </div>
      )}
      {props.changes !== undefined && (
        <section aria-labelledby="cambiate">
          <h2 id="cambiate">{words.changedSince}</h2>
          {props.changes.length === 0 ? <p>{words.asRejected}</p> : <SectionChanges sections={props.changes} />}
        </section>
      )}
      {writing && (
        <section aria-labelledby="mancano">
          <h2 id="mancano">{missing.length > 0 ? words.missing : writingWords.list.phase}</h2>
          {props.stands === undefined ? (
            <Missing
              missing={missing}
              directory={data.directory}
              planPath={cyclePath(data.cycle, PLAN_PATH)}
              hrefOf={(section) => data.path(`/sezioni/${encodeURIComponent(section)}`)}
            />
          ) : (
            <p class="ciclo-saved">{words.stoodIn}</p>
          )}
        </section>
      )}
      {toSend && <Transmission {...props} />}
      <section aria-labelledby="sezioni">
        <h2 id="sezioni">{words.sections}</h2>
        <SectionsTable data={data} empty={empty} />
        <p>
          <a href={data.path('/lettura')}>{words.whole}</a>
          {' · '}
          <a href={data.path('/figure')}>{words.toFigures}</a>
        </p>
      </section>
      {!toSend && <Transmission {...props} />}
      <StandIn {...props} />
      <Remarks data={data} remarks={data.remarks} form={forms.remark} refused={refused} none={words.remarksNone} />
      <Outline {...props} />
    </DraftLayout>
  );
}

function Transmission({ data, missing, concluded, forms, refused }: DraftPageProps) {
  const { step } = data.subject.standing;
  const { transmit: form } = forms;
  return (
    <section class="ciclo-card" aria-labelledby={transmit.path}>
      <h2 id={transmit.path}>{step === undefined ? words.conclusion : words.transmit}</h2>
      {step === undefined ? (
        <>
          <p>{words.noStep}</p>
          {concluded.length > 0 && (
            <ul>
              {concluded.map(({ hash, title, version, frozenAt }) => (
                <li>
                  <a href={`/documenti/${hash}`}>{title}</a>
                  {`: ${words.concluded(version, italianMoment(frozenAt))}`}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <>
          {form === undefined && data.subject.standing.phase === 'writing' && (
            <p>{words.notTheirs(data.directory.parties(step.planned.owners).map(partyText).join('; '))}</p>
          )}
          {form?.notNow !== undefined && <p>{form.notNow}</p>}
          {form !== undefined && form.notNow === undefined && missing.length > 0 && <p>{words.blocked}</p>}
          {form !== undefined && form.notNow === undefined && missing.length === 0 && (
            <>
              <p>{transmit.words.lead}</p>
              <ActForm of={form} action={data.path(`/${transmit.path}`)} refused={refused} without={withoutIn(data)} />
            </>
          )}
          <p>
            <a href={stepPath(data.cycle, step.id)}>{words.toStep}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** By which act the document has its sections, and the form that records another. */
function Outline({ data, adopted, becomes, forms: { adopt }, refused }: DraftPageProps) {
  const of = draftingWords.outline;
  return (
    <section class="ciclo-card" aria-labelledby={adoptOutline.path}>
      <h2 id={adoptOutline.path}>{of.title}</h2>
      <p>{of.stands(adopted, adopt?.notNow === undefined ? becomes : undefined)}</p>
      {adopt?.notNow !== undefined && <p>{adopt.notNow}</p>}
      {adopt !== undefined && adopt.notNow === undefined && (
        <>
          <p>{adoptOutline.words.lead}</p>
          <ActForm of={adopt} action={data.path(`/${adoptOutline.path}`)} refused={refused} />
        </>
      )}
    </section>
  );
}

/** In the first round nothing has changed, and nothing is as it was. */
const withoutIn = ({ subject: { standing } }: DraftPageData): readonly string[] =>
  standing.phase === 'writing' && standing.rejected === undefined ? ['note', 'unchangedReason'] : [];

function StandIn({ data, stands, forms, refused }: DraftPageProps) {
  if (!data.subject.draft.outline.standIn) return null;
  const { standIn: form, withdraw } = forms;
  return (
    <section class="ciclo-card" aria-labelledby={standIn.path}>
      <h2 id={standIn.path}>{words.standIn}</h2>
      {stands === undefined ? (
        <p>{words.standInLead}</p>
      ) : (
        <>
          <p>{words.standsIn(stands.name, data.directory.person(stands.by), italianMoment(stands.at))}</p>
          <p>
            <a href={data.path(`/file/${stands.hash}`)}>{stands.name}</a>
          </p>
          {withdraw !== undefined && withdraw.notNow === undefined && (
            <ActForm of={withdraw} action={data.path(`/${withdrawStandIn.path}`)} refused={refused} />
          )}
        </>
      )}
      {form?.notNow !== undefined && <p>{form.notNow}</p>}
      {form !== undefined && form.notNow === undefined && (
        <ActForm of={form} action={data.path(`/${standIn.path}`)} refused={refused} />
      )}
    </section>
  );
}
