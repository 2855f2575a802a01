import { correctAct } from '../../../acts/board/correct-act.js';
import { answerReport } from '../../../acts/checkpoint/answer-report.js';
import { remarkReport } from '../../../acts/checkpoint/remark-report.js';
import { sendNotice } from '../../../acts/delay/send-notice.js';
import { signNotice } from '../../../acts/delay/sign-notice.js';
import { note } from '../../../acts/step/note.js';
import { closeStepRemark, remarkStep, replyToRemark } from '../../../acts/step/remark-step.js';
import type { ActPlace } from '../../pages/kit/act-page.js';
import { CYCLE, toStep } from './addresses.js';

const STEP = `${CYCLE}/attivita/:step`;
const onStep = { section: 'year', back: toStep } as const;

/** Acts on a step: notes, corrected acts of its board, remarks of colleagues and of the report, notices of its delay. */
export const STEP_ACT_PAGES: readonly ActPlace[] = [
  { act: note, at: STEP, ...onStep },
  { act: remarkStep, at: STEP, ...onStep },
  ...[replyToRemark, closeStepRemark].map(
    (act): ActPlace => ({ act, at: `${STEP}/osservazioni-colleghi/:remark`, ...onStep }),
  ),
  { act: correctAct, at: `${STEP}/decisioni/:decision`, ...onStep },
  { act: remarkReport, at: STEP, ...onStep },
  { act: answerReport, at: `${STEP}/osservazioni/:remark`, ...onStep },
  ...[signNotice, sendNotice].map((act): ActPlace => ({ act, at: `${CYCLE}/ritardi/:step`, ...onStep })),
];
