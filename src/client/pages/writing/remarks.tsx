import type { AnyAct } from '../../../acts/act.js';
import { answerRemark, closeRemark, remark } from '../../../acts/document/remark.js';
import type { Shown } from '../../../acts/show.js';
import type { RemarkRecord } from '../../../register/drafting-remarks.js';
import type { Directory } from '../../../register/reading/directory.js';
import { italianMoment } from '../../../words/format.js';
import { writingWords } from '../../../words/writing.js';
import { ActForm, type Refused } from '../kit/act-form.js';
import type { DraftPageData } from './page-data.js';
import { writerName } from './parts.js';

const words = writingWords.remark;

interface RemarksProps {
  readonly data: Pick<DraftPageData, 'directory' | 'path' | 'sections'>;
  readonly remarks: readonly RemarkRecord[];
  /** Forms for who may remark; absent for who may not. */
  readonly form: Shown | undefined;
  readonly refused: Refused | undefined;
  /** Section they are of, on its own page: it is not asked again. */
  readonly section?: string;
  readonly none: string;
}

/** Remarks with what was answered; open ones first, and how to answer, close, make one. */
export function Remarks({ data, remarks, form, refused, section, none }: RemarksProps) {
  const open = remarks.filter(({ closedAt }) => closedAt === null);
  const closed = remarks.filter(({ closedAt }) => closedAt !== null);
  const where = section === undefined ? '' : `?da=${encodeURIComponent(section)}`;
  const listed = (of: readonly RemarkRecord[]) => (
    <ol class="ciclo-remarks">
      {of.map((one) => (
        <RemarkItem {...{ remark: one, data, refused, where }} acts={form !== undefined} said={section === undefined} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="osservazioni">
      <h2 id="osservazioni">{writingWords.section.remarks}</h2>
      {remarks.length === 0 && <p>{none}</p>}
      {open.length > 0 && listed(open)}
      {closed.length > 0 && (
        <details data-keep="osservazioni-chiuse">
          <summary>{words.more(closed.length)}</summary>
          {listed(closed)}
        </details>
      )}
      {form !== undefined && form.notNow === undefined && (
        <details class="ciclo-card" open={refused?.act === remark} data-keep="osservazione-nuova">
          <summary id={remark.path}>{remark.words.title}</summary>
          <ActForm
            of={form}
            action={data.path(`/${remark.path}${where}`)}
            refused={refused}
            start={section === undefined ? undefined : { section }}
            without={section === undefined ? undefined : ['section']}
          >
            {section !== undefined && <input type="hidden" name={remark.words.fields.section.page} value={section} />}
          </ActForm>
        </details>
      )}
    </section>
  );
}

interface RemarkItemProps {
  readonly remark: RemarkRecord;
  readonly data: RemarksProps['data'];
  readonly refused: Refused | undefined;
  readonly where: string;
  readonly acts: boolean;
  /** Whether its section is said. */
  readonly said: boolean;
}

function RemarkItem({ remark: of, data, refused, where, acts, said }: RemarkItemProps) {
  const { directory } = data;
  const action = (act: AnyAct): string => data.path(`/osservazioni/${of.id}/${act.path}${where}`);
  const about = String(of.id);
  const title =
    of.section === null ? words.whole : data.sections.find(({ outline }) => outline.id === of.section)?.outline.title;
  return (
    <li id={`osservazione-${of.id}`} class="ciclo-card">
      <p class="ciclo-remark-head">
        <span class={`ciclo-tag ciclo-${of.closedAt === null ? 'open' : 'done'}`}>
          {of.closedAt === null ? words.open : words.shut}
        </span>{' '}
        <span>{`${words[of.origin]} · ${words.by(writerName(of.by, of.actingFor, directory), italianMoment(of.at))}`}</span>
        {said && title !== undefined && <strong>{` · ${title}`}</strong>}
      </p>
      <blockquote class="ciclo-quote">{of.text}</blockquote>
      <Answered remark={of} directory={directory} />
      {acts && of.closedAt === null && (
        <div class="ciclo-remark-acts">
          {of.answer === null && (
            <details open={refused?.act === answerRemark && refused.about === about}>
              <summary>{answerRemark.words.title}</summary>
              <ActForm
                of={{ act: answerRemark, notNow: undefined, seen: '', offers: {} }}
                action={action(answerRemark)}
                about={about}
                refused={refused}
              />
            </details>
          )}
          <ActForm
            of={{ act: closeRemark, notNow: undefined, seen: '', offers: {} }}
            action={action(closeRemark)}
            about={about}
            refused={refused}
          />
        </div>
      )}
    </li>
  );
}

function Answered({ remark: of, directory }: { remark: RemarkRecord; directory: Directory }) {
  return (
    <>
      {of.answer !== null && (
        <div class="ciclo-remark-answer">
          <p>{words.answered(directory.person(of.answeredBy ?? ''), italianMoment(of.answeredAt ?? of.at))}</p>
          <blockquote class="ciclo-quote">{of.answer}</blockquote>
        </div>
      )}
      {of.closedAt !== null && <p>{words.closed(directory.person(of.closedBy ?? ''), italianMoment(of.closedAt))}</p>}
    </>
  );
}
