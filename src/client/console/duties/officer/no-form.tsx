import type { Frame } from '../../frame.js';
import type { Duty } from '../duty.js';
import { DutyLayout } from '../layout.js';

/** Why there is no form to fill in. */
export function NoFormPage({ frame, duty, text }: { frame: Frame; duty: Duty; text: string }) {
  return (
    <DutyLayout frame={frame} duty={duty} entity="" simulated={false} title={duty.step.planned.title}>
      <div class="ciclo-title">
        <h1>{duty.step.planned.title}</h1>
      </div>
      <p class="lead">{text}</p>
    </DutyLayout>
  );
}
