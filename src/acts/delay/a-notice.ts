import type { CycleRef } from '../../domain/acting.js';
import type { DatedStep } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type DelayNotice, delayNoticesOf, type NoticeAct } from '../../register/delay-notices.js';
import { stepOf, stepsOf } from '../../register/steps.js';
import type { Acting, Standing } from '../act.js';
import { writtenBy } from '../doing.js';
import { steering } from '../parts.js';
import type { Subject } from '../subject.js';

/** The last notice of delay of a step. */
interface NoticeSubject extends DelayNotice {
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly step: string;
  readonly planned: DatedStep;
}

/** The last notice of delay of a step, by the step's name. */
export const aNotice: Subject<NoticeSubject> = {
  api: '/cycles/{entity}/{exercise}/delays/{step}',
  argument: { name: 'attivita', help: 'attività in ritardo sul termine di legge, per esempio piano-approvazione' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const cycle = cycleId({ entity, exercise });
    const [step, notices] = await Promise.all([stepOf(db, cycle, name), delayNoticesOf(db, cycle, name)]);
    const last = notices.at(-1);
    if (step === undefined || last === undefined) return undefined;
    return { ...last, ref: { space: schema, entity, exercise }, cycle, step: name, planned: step.planned };
  },
  names: async ({ db }, { entity, exercise = 0 }) => {
    const cycle = cycleId({ entity, exercise });
    const steps = await stepsOf(db, cycle);
    const notices = await Promise.all(steps.map(({ id }) => delayNoticesOf(db, cycle, id)));
    return steps.filter((_, at) => (notices[at] ?? []).length > 0).map(({ id }) => id);
  },
  unknown: (name) => `per «${name}» non c’è una comunicazione di ritardo`,
  title: ({ notice }) => notice.title,
  id: ({ cycle, step }) => `${cycle}/${step}/ritardo`,
};

/** Who answers for the step, the head of the body among them, and controllo di gestione. */
export const answerable = ({ planned }: NoticeSubject): readonly string[] => [...steering(), ...planned.owners];

/** Another version has been written since: what it says may be otherwise. */
export const standing = ({ notice }: NoticeSubject): Standing => ({
  version: `${notice.version}`,
  said: `È la versione ${notice.version}.`,
});

/** What a person did with a notice, as the register keeps it. */
export const noticeAct = (
  { subject: { cycle, step, notice }, key, ...acting }: Acting<NoticeSubject>,
  done: Pick<NoticeAct, 'what' | 'onDate' | 'protocol' | 'way'>,
): NoticeAct => ({
  ...{ key, cycle, step, version: notice.version, documentHash: notice.hash },
  ...writtenBy(acting),
  ...done,
});
