import type { Handler } from 'hono';
import { actorOf } from '../../../acts/carry-out.js';
import { recordInterview } from '../../../acts/oiv/interview.js';
import { answerOiv, oivRemark } from '../../../acts/oiv/remark.js';
import { placeOf } from '../../../acts/place.js';
import { aCycle } from '../../../acts/subject.js';
import { OIV_REPORT, oivTaskOf } from '../../../domain/oiv/asked.js';
import { toDoOf } from '../../../domain/oiv/checklist.js';
import { deskOf } from '../../../office/desk.js';
import { OIV_DOCUMENTS } from '../../../office/write-oiv-document.js';
import { documentsOf } from '../../../register/documents.js';
import { evidenceFiles } from '../../../register/evidence.js';
import { interviewsOf, oivRemarksOf } from '../../../register/oiv.js';
import { titlesOf } from '../../../register/people.js';
import { stepRows } from '../../../register/reading/cycle.js';
import { oivWords } from '../../../words/oiv.js';
import { wordsOf } from '../../../words/validator.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { senderOf } from '../kit/take-act.js';
import { DeskActs } from './desk-acts.js';
import { DeskChecklist } from './desk-checklist.js';
import { DeskDossier } from './desk-dossier.js';
import { DeskFigures } from './desk-figures.js';
import { DeskInterviews, DeskRemarks } from './desk-talks.js';

/** Kinds of the documents the OIV gives. */
const GIVEN: readonly string[] = [...Object.values(OIV_DOCUMENTS), OIV_REPORT];

/** The sections of the page, by their anchors. */
const sectionsOf = (words: typeof oivWords) =>
  [
    ['lista', words.checklist.title],
    ['valori', words.figures.title],
    ['osservazioni', words.remarks.title],
    ['incontri', words.interviews.title],
    ['fascicolo', words.dossier.title],
  ] as const;

/** The OIV's desk: everybody of the body reads it, but for what was noted at meetings; the OIV writes on it. */
export function oivDesk(site: Site): Handler {
  return async (c) => {
    const frame = await frameOf(site.deps, site.assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const words = wordsOf(oivWords, cycle.validator);
    const { register } = site.deps;
    const { db } = register;
    const { entity, exercise, id } = cycle;
    const ref = { space: register.schema, entity, exercise };
    const subject = await aCycle.find(register, { entity, exercise, name: '' });
    if (subject === undefined) return c.notFound();
    const sender = senderOf(c);
    const place = { ...placeOf(site.deps, entity, subject), ...sender };
    const mayDo = async (one: Parameters<typeof actorOf>[0]): Promise<boolean> =>
      sender !== undefined && (await actorOf(one, { ...place, person: sender.person })) !== undefined;
    const [desk, steps, documents, interviews, remarks, offices, writes, interviewing, answering] = await Promise.all([
      deskOf(db, ref),
      stepRows(db, id),
      documentsOf(db, id),
      interviewsOf(db, id),
      oivRemarksOf(db, id),
      titlesOf(db, entity),
      mayDo(oivRemark),
      mayDo(recordInterview),
      mayDo(answerOiv),
    ]);
    const files = new Map(
      await Promise.all(
        desk.figures.map(async ({ indicator, evidence, officer }) => {
          const by = { entity, senders: officer === undefined ? [] : [officer] };
          return [indicator, await evidenceFiles(db, evidence, by)] as const;
        }),
      ),
    );
    const toDo = toDoOf(
      desk.checks,
      desk.figures.filter(({ judgement }) => judgement !== undefined).length,
      desk.others.length,
    );
    return answer(
      c,
      <Layout frame={frame} title={words.title} section="year" crumbs={[cycleCrumb(cycle)]}>
        <div class="ciclo-title">
          <h1>{words.title}</h1>
        </div>
        <p>{words.lead}</p>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        <nav class="ciclo-index" aria-label={words.index}>
          <ul>
            {sectionsOf(words).map(([id, title]) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <DeskActs cycle={cycle} steps={steps} documents={documents.filter(({ kind }) => GIVEN.includes(kind))} />
        <DeskChecklist
          cycle={cycle}
          checks={desk.checks}
          toDo={toDo}
          writes={writes}
          decided={steps.some(({ planned, status }) => status === 'done' && oivTaskOf(planned) === 'validation')}
        />
        <DeskFigures cycle={cycle} desk={desk} files={files} writes={writes} />
        <DeskRemarks cycle={cycle} remarks={remarks} writes={writes} answers={answering} />
        <DeskInterviews cycle={cycle} interviews={interviews} offices={offices} reads={interviewing} />
        <DeskDossier cycle={cycle} dossier={desk.dossier} />
      </Layout>,
    );
  };
}
