import type { RedRow } from '../../../../forms/red-rows.js';
import type { CorrectiveActionRecord } from '../../../../register/corrective-actions.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Frame } from '../../kit/frame.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { CorrectiveSection } from './corrective-section.js';
import { Heading } from './form-page.js';
import { OfficerLayout } from './officer-layout.js';
import type { OfficerPageData } from './page-data.js';
import type { WrongProposals } from './proposals.js';

interface CorrectiveErrorsPageProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly red: readonly RedRow[];
  readonly actions: ReadonlyMap<string, CorrectiveActionRecord>;
  readonly wrong?: WrongProposals;
  readonly general?: string;
}

/** The proposals that could not be kept, as they were written, with what is wrong. */
export function CorrectiveErrorsPage({ frame, data, red, actions, wrong, general }: CorrectiveErrorsPageProps) {
  const items = red.flatMap(({ row }, index) => {
    const error = wrong?.get(row.code);
    return error === undefined
      ? []
      : [
          {
            href: `#azione-${index + 1}${error.field === 'due' ? '-entro' : ''}`,
            text: words.errors.field(row.code, error.message),
          },
        ];
  });
  return (
    <OfficerLayout frame={frame} data={data} title={words.corrective.title} failed>
      <ErrorSummary
        title={words.errors.refused}
        items={[...(general === undefined ? [] : [{ text: general }]), ...items]}
      />
      <Heading data={data} />
      <CorrectiveSection data={data} red={red} actions={actions} wrong={wrong} />
    </OfficerLayout>
  );
}
