import type { Context, Handler } from 'hono';
import { evaluationsPath } from '../../../access/evaluation-path.js';
import { FOLLOWED_STEP } from '../../../access/followed-path.js';
import { settleMail } from '../../../acts/body/settle-mail.js';
import { placeOf } from '../../../acts/place.js';
import { pageWords } from '../../../acts/words.js';
import type { Refusal } from '../../../domain/refusal.js';
import { APPOINTMENT_STEP } from '../../../office/appointment-notices.js';
import { EVALUATION_STEP } from '../../../office/evaluation-notices.js';
import { SUBSTITUTION_STEP } from '../../../office/substitution-notices.js';
import { TROUBLE_STEP } from '../../../office/trouble-notices.js';
import { SUMMARY_STEP } from '../../../office/weekly-summary.js';
import { type UnsettledMail, unsettledMails } from '../../../register/mail-reports.js';
import { ACCESS_STEP } from '../../../register/notices.js';
import { noticeKinds } from '../../../words/console.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { unsettledMailWords as words } from '../../../words/unsettled-mail.js';
import { KEY } from '../kit/act-form.js';
import { type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { newFormId } from '../kit/form-id.js';
import { Layout } from '../kit/layout.js';
import { ErrorSummary } from '../kit/parts/error-summary.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, stepPath, UNSETTLED_MAIL_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

/** The mails that did not reach their person, for who steers or administers the entity. */
export function unsettledMail(site: Site): Handler {
  return async (c) => (allows(c, 'administer') ? show(site, c) : forbidden(site, c));
}

/** Records that one arrived, or sends it again. */
export function settleUnsettledMail(site: Site): Handler {
  return async (c) => {
    const entity = c.req.param('entity');
    if (entity === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    const back = bodyPath(entity, UNSETTLED_MAIL_PATH);
    return await takeAct(
      site,
      c,
      settleMail,
      at,
      ({ facts }) => `${back}?fatto=${encodeURIComponent(String(facts.verdict))}`,
      ({ refusals }) => show(site, c, refusals),
    );
  };
}

async function show(site: Site, c: Context, problems: readonly Refusal[] = []): Promise<Response> {
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const mails = await unsettledMails(site.deps.register.db, data.entity.id);
  const done = c.req.query('fatto');
  const saved = done === 'arrived' || done === 'send-again' ? words.done[done] : undefined;
  return answer(c, <UnsettledMailPage {...{ data, mails, saved, problems }} />, problems.length === 0 ? 200 : 409);
}

interface UnsettledMailPageProps {
  readonly data: BodyPageData;
  readonly mails: readonly UnsettledMail[];
  readonly saved: string | undefined;
  readonly problems: readonly Refusal[];
}

function UnsettledMailPage({ data: { frame, entity }, mails, saved, problems }: UnsettledMailPageProps) {
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="body"
      crumbs={[{ title: entity.title, href: bodyPath(entity.id) }]}
    >
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      <p class="lead">{words.lead}</p>
      <Saved text={saved} />
      {problems.length > 0 && (
        <ErrorSummary title={pageWords.nothingDone} items={problems.map(({ text }) => ({ href: '#mail', text }))} />
      )}
      {mails.length === 0 ? (
        <p id="mail">{words.none}</p>
      ) : (
        <div id="mail">
          <DataTable
            name="mail-da-chiarire"
            caption={words.title}
            hideCaption
            columns={[
              text(words.to, ({ toName }) => toName, {
                show: ({ toName, toAddress }) => (
                  <>
                    {toName}
                    <br />
                    <small>{toAddress}</small>
                  </>
                ),
              }),
              text(takeAwayWords.columns.email, ({ toAddress }) => toAddress, { only: 'file' }),
              link(words.what, kindOf, (mail) => aboutPath(entity.id, mail)),
              instant(words.when, ({ dueAt }) => dueAt),
              text(words.why, reasonText, { show: (mail) => <Reason mail={mail} /> }),
              act(words.act, (mail) => <Settle mail={mail} />),
            ]}
            rows={mails}
          />
        </div>
      )}
    </Layout>
  );
}

const { fields } = settleMail.words;
const { text, link, instant, act } = columnsOf<UnsettledMail>();

const reasonText = ({ trouble, reason }: UnsettledMail): string =>
  reason === null ? words.trouble[trouble] : `${words.trouble[trouble]}: ${reason}`;

function Reason({ mail }: { mail: UnsettledMail }) {
  return (
    <>
      {words.trouble[mail.trouble]}
      {mail.reason !== null && (
        <>
          <br />
          <small>{mail.reason}</small>
        </>
      )}
    </>
  );
}

function Settle({ mail }: { mail: UnsettledMail }) {
  const about = words.about(mail.toName, kindOf(mail));
  return (
    <form method="post" class="ciclo-settle">
      <input type="hidden" name={KEY} value={newFormId()} />
      <input type="hidden" name={fields.mail.page} value={mail.key} />
      {mail.addressNow === null ? (
        <p>{words.noAddress}</p>
      ) : (
        <button
          type="submit"
          name={fields.verdict.page}
          value="send-again"
          class="btn btn-primary btn-xs"
          aria-label={`${words.sendAgain}: ${about}`}
        >
          {words.sendAgain}
        </button>
      )}{' '}
      <button
        type="submit"
        name={fields.verdict.page}
        value="arrived"
        class="btn btn-outline-primary btn-xs"
        aria-label={`${words.arrived}: ${about}`}
      >
        {words.arrived}
      </button>
      {mail.addressNow !== null && mail.addressNow.toLowerCase() !== mail.toAddress.toLowerCase() && (
        <p>
          <small>{words.otherAddress(mail.addressNow)}</small>
        </p>
      )}
    </form>
  );
}

/** Where what the mail is about stands. */
function aboutPath(entity: string, { exercise, step }: UnsettledMail): string {
  if ([FOLLOWED_STEP, ACCESS_STEP, TROUBLE_STEP, SUMMARY_STEP, SUBSTITUTION_STEP, APPOINTMENT_STEP].includes(step))
    return bodyPath(entity);
  return step === EVALUATION_STEP ? evaluationsPath({ entity, exercise }) : stepPath({ entity, exercise }, step);
}

/** A ledger written by another version may have a kind this version does not know. */
const KINDS: Readonly<Record<string, string>> = noticeKinds;
const kindOf = (mail: UnsettledMail): string => KINDS[mail.kind] ?? mail.kind;
