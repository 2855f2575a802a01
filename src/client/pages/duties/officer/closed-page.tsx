import { previewOf } from '../../../../forms/preview.js';
import type { RedRow } from '../../../../forms/red-rows.js';
import type { CorrectiveActionRecord } from '../../../../register/corrective-actions.js';
import { italianMoment } from '../../../../words/format.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Frame } from '../../kit/frame.js';
import { IndicatorFacts } from './card.js';
import { CorrectiveSection } from './corrective-section.js';
import { DelegatedSection } from './delegated.js';
import { Heading } from './form-page.js';
import { OfficerLayout } from './officer-layout.js';
import { nameOf, type OfficerPageData } from './page-data.js';
import { Callout, FileLink, Result, valueText } from './parts.js';

interface ClosedPageProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly red: readonly RedRow[];
  readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
  readonly notice?: string;
}

/** A closed checkpoint: what was sent, to read; and what can still be said of what is red. */
export function ClosedPage({ frame, data, red, actions, notice }: ClosedPageProps) {
  const { assets } = frame;
  const { form, duty, period } = data;
  return (
    <OfficerLayout frame={frame} data={data} title={form.title}>
      <Heading data={data} />
      {notice !== undefined && (
        <Callout assets={assets} kind="success">
          <p>{notice}</p>
        </Callout>
      )}
      <Callout assets={assets} kind="info">
        <p>
          <strong>{words.closed.title}</strong> {words.closed.text}
        </p>
      </Callout>
      <CorrectiveSection {...{ data, red, actions }} />
      <DelegatedSection form={form} here={duty.here} />
      <h2>{words.closed.caption}</h2>
      <ul class="ciclo-sent">
        {form.rows.map((row) => (
          <li>
            <h3>{`${row.code} – ${row.name}`}</h3>
            {row.current === undefined ? (
              <p>
                <em>{words.closed.nothing}</em>
              </p>
            ) : (
              <>
                <p>
                  <strong>{valueText(row.current.actual, row)}</strong>
                  {` · ${words.state.sent(italianMoment(row.current.at))} ${words.sentBy(nameOf(data, row.current.officer))}`}
                </p>
                {row.current.note !== undefined && <p class="ciclo-note">{row.current.note}</p>}
                {row.current.evidence.map((hash) => {
                  const file = data.files.get(hash);
                  return file === undefined ? null : (
                    <p>
                      <FileLink file={file} here={duty.here} />
                    </p>
                  );
                })}
                <Result
                  assets={assets}
                  preview={previewOf(row, row.current.actual, form.policy, period)}
                  code={row.code}
                />
              </>
            )}
            <IndicatorFacts row={row} office={form.rows.some((other) => other.office !== row.office)} />
          </li>
        ))}
      </ul>
    </OfficerLayout>
  );
}
