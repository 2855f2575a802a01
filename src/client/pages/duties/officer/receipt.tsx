import type { Handler } from 'hono';
import { daysBetween } from '../../../../domain/calendar/civil-date.js';
import { romeDate } from '../../../../domain/calendar/zone.js';
import { openRows } from '../../../../forms/form.js';
import { previewOf } from '../../../../forms/preview.js';
import type { RedRow } from '../../../../forms/red-rows.js';
import { type CorrectiveActionRecord, correctiveActionsOf } from '../../../../register/corrective-actions.js';
import { type EvidenceFile, evidenceFiles } from '../../../../register/evidence.js';
import { type SentValue, type SubmissionRecord, submissionsOf } from '../../../../register/receipts.js';
import { italianMoment } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame, type Frame } from '../../kit/frame.js';
import { Fact } from '../../kit/parts/fact.js';
import { answer, type Site } from '../../kit/site.js';
import { Closing } from './closing.js';
import { CorrectiveSection } from './corrective-section.js';
import { OfficerLayout } from './officer-layout.js';
import { nameOf, type OfficerPageData, officerPageData } from './page-data.js';
import { Callout, FileLink, Result, valueText } from './parts.js';

const words = officerWords.receipt;

/** Address of the receipt of some submissions. */
export const receiptPath = (here: string, numbers: readonly number[]): string =>
  `${here}/ricevuta/${numbers.join('-')}`;

/** What was sent, with its number: the proof, and what is still missing. */
export function receipt(site: Site): Handler {
  const { deps, assets } = site;
  return async (c) => {
    const asked = /^\d{1,15}(-\d{1,15}){0,9}$/.exec(c.req.param('numbers') ?? '')?.[0];
    const data = await officerPageData(site, c);
    if (asked === undefined || data === undefined) return c.notFound();
    const { db } = deps.register;
    const [sent, actions] = await Promise.all([
      submissionsOf(db, data.form, data.duty.person.id, asked.split('-').map(Number)),
      correctiveActionsOf(db, data.form),
    ]);
    if (sent.length === 0) return c.notFound();
    const files = await evidenceFiles(
      db,
      sent.flatMap((one) => one.values.flatMap((value) => value.evidence)),
      { entity: data.form.entity.id, senders: sent.map(({ officer }) => officer), at: sent.at(-1)?.at },
    );
    c.header('Cache-Control', 'no-store');
    return answer(
      c,
      <ReceiptPage
        frame={bareFrame(deps, assets, c)}
        {...{ data, sent, actions }}
        files={new Map(files.map((file) => [file.hash, file]))}
      />,
    );
  };
}

interface ReceiptPageProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly sent: readonly SubmissionRecord[];
  readonly files: ReadonlyMap<string, EvidenceFile>;
  readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
}

function ReceiptPage({ frame, data, sent, files, actions }: ReceiptPageProps) {
  const { form } = data;
  const missing = openRows(form);
  return (
    <OfficerLayout frame={frame} data={data} title={`${words.title}: ${form.title}`}>
      <div class="ciclo-title ciclo-duty-title">
        <p class="ciclo-overline">{form.title}</p>
        <h1>{words.number(sent.map((one) => one.submission))}</h1>
        <p>{words.keep}</p>
      </div>
      <Missing {...{ frame, data, missing }} />
      <Closing data={data} />
      {sent.map((one) => (
        <Submission {...{ frame, data, files }} submission={one} />
      ))}
      <CorrectiveSection data={data} red={redIn(data, sent)} actions={actions} />
    </OfficerLayout>
  );
}

function Missing({
  frame,
  data,
  missing,
}: Pick<ReceiptPageProps, 'frame' | 'data'> & { missing: OfficerPageData['form']['rows'] }) {
  const { here } = data.duty;
  if (missing.length === 0) {
    return (
      <Callout assets={frame.assets} kind="success">
        <p>{words.nothingMissing}</p>
        {data.form.state === 'collecting' && (
          <p>
            <a href={here}>{words.correct}</a>
          </p>
        )}
      </Callout>
    );
  }
  return (
    <Callout assets={frame.assets} kind="warning">
      <p>
        <strong>{words.missing(missing.length)}</strong>
      </p>
      <ul>
        {missing.map((row) => (
          <li>{`${row.code} – ${row.name}`}</li>
        ))}
      </ul>
      {data.draft !== undefined && <p>{words.draft}</p>}
      <p>
        <a class="btn btn-primary btn-sm" href={here}>
          {words.back}
        </a>
      </p>
    </Callout>
  );
}

function Submission({
  frame,
  data,
  submission,
  files,
}: Omit<ReceiptPageProps, 'sent' | 'actions'> & { submission: SubmissionRecord }) {
  const { step, person } = data.duty;
  const late = daysBetween(step.dueOn, romeDate(submission.at));
  return (
    <section aria-labelledby={`invio-${submission.submission}`}>
      <h2 id={`invio-${submission.submission}`}>{words.heading}</h2>
      <dl class="ciclo-facts">
        <Fact label={words.at}>{italianMoment(submission.at)}</Fact>
        <Fact label={words.by}>
          {submission.actingFor === null ? person.name : words.byFor(person.name, nameOf(data, submission.actingFor))}
        </Fact>
        <Fact label={words.channel}>{officerWords.channel[submission.channel]}</Fact>
        {late > 0 && <Fact label={words.late}>{words.lateText(late, submission.lateReason)}</Fact>}
      </dl>
      <ul class="ciclo-sent">
        {submission.values.map((value) => (
          <Value {...{ frame, data, value, files }} />
        ))}
      </ul>
    </section>
  );
}

function Value({ frame, data, value, files }: Omit<ReceiptPageProps, 'sent' | 'actions'> & { value: SentValue }) {
  const row = data.form.rows.find(({ code }) => code === value.indicator);
  return (
    <li>
      <h3>{row === undefined ? value.indicator : `${value.indicator} – ${row.name}`}</h3>
      <p>
        {`${words.value}: `}
        <strong>{valueText(value.actual, row)}</strong>
        {value.replaced && ` (${words.replaced})`}
      </p>
      {value.note !== null && <p class="ciclo-note">{`${words.note}: ${value.note}`}</p>}
      {value.evidence.length > 0 && (
        <>
          <p>{`${words.files}:`}</p>
          <ul class="ciclo-links">
            {value.evidence
              .flatMap((hash) => files.get(hash) ?? [])
              .map((file) => (
                <li>
                  <FileLink file={file} here={data.duty.here} />
                </li>
              ))}
          </ul>
        </>
      )}
      {row !== undefined && (
        <Result
          assets={frame.assets}
          preview={previewOf(row, value.actual, data.form.policy, data.period)}
          code={row.code}
        />
      )}
    </li>
  );
}

/** What was sent and is far from its target, whether or not the checkpoint has been computed. */
function redIn({ form, period }: OfficerPageData, sent: readonly SubmissionRecord[]): readonly RedRow[] {
  const values = sent.flatMap((one) => one.values.filter((value) => !value.replaced));
  return form.rows.flatMap((row) => {
    const value = values.find(({ indicator }) => indicator === row.code);
    if (value === undefined) return [];
    const preview = previewOf(row, value.actual, form.policy, period);
    return preview.assessment.light === 'red' ? [{ row, achievement: preview.achievement }] : [];
  });
}
