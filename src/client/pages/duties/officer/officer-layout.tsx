import { DutyLayout, type DutyLayoutProps } from '../layout.js';
import type { OfficerPageData } from './page-data.js';

interface OfficerLayoutProps extends Omit<DutyLayoutProps, 'duty' | 'entity' | 'simulated'> {
  readonly data: Pick<OfficerPageData, 'duty' | 'form'>;
}

/** The page around what one officer is asked at one checkpoint. */
export function OfficerLayout({ data: { duty, form }, children, ...page }: OfficerLayoutProps) {
  return (
    <DutyLayout {...page} duty={duty} entity={form.entity.name} simulated={form.simulated}>
      {children}
    </DutyLayout>
  );
}
