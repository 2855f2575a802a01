import { officerWords as words } from '../../../../words/officer.js';
import type { Frame } from '../../kit/frame.js';
import { stepPath } from '../../kit/paths.js';
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
      {duty.by === 'session' && (
        <p>
          <a href={stepPath(duty.ref, duty.step.id)}>{words.toStep}</a>
        </p>
      )}
    </DutyLayout>
  );
}
