import type { Child } from 'hono/jsx';
import { boardWords as words } from '../../../../words/board.js';
import { DraftLink } from '../../kit/parts/draft-link.js';
import { SheetsLink } from '../../kit/parts/sheets-link.js';
import { DutyLayout } from '../layout.js';
import { DelaySection } from './delay-section.js';
import type { DutyPageData } from './page-data.js';

/** The page of a duty at a step: who does it and for whom, then what it is about. */
export function DutyPage({
  data,
  overline,
  title,
  failed,
  children,
}: {
  data: DutyPageData;
  overline: string;
  title: string;
  failed?: boolean;
  children?: Child;
}) {
  const { frame, duty, entity, simulated, directory } = data;
  const { actingFor } = duty.actor;
  return (
    <DutyLayout frame={frame} duty={duty} entity={entity} simulated={simulated} title={title} failed={failed}>
      <div class="ciclo-title ciclo-duty-title">
        <p class="ciclo-overline">{overline}</p>
        <h1>{title}</h1>
        <p>
          {duty.person.name}
          {actingFor !== undefined && `, ${words.actingFor(directory.person(actingFor))}`}
        </p>
      </div>
      <DraftLink cycle={duty.ref} planned={duty.step.planned} />
      {duty.step.status !== 'done' && <SheetsLink cycle={duty.ref} planned={duty.step.planned} />}
      {children}
      <DelaySection data={data} />
    </DutyLayout>
  );
}
