import type { Directory } from '../../../register/reading/directory.js';
import type { NoticeLine } from '../../../register/reading/step-history.js';
import type { NoticeState } from '../../../register/tables.js';
import { noticeKinds, consoleWords as words } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';
import { actingName } from '../kit/parts/people.js';
import { StackTable } from '../kit/parts/stack-table.js';

const ICONS: Record<NoticeState, IconName> = {
  planned: 'it-clock',
  sending: 'it-arrow-right-circle',
  sent: 'it-check-circle',
  uncertain: 'it-help-circle',
  failed: 'it-close-circle',
  withdrawn: 'it-ban',
};

interface NoticesProps {
  readonly assets: Assets;
  readonly ledger: { readonly total: number; readonly notices: readonly NoticeLine[] };
  readonly directory: Directory;
}

/** The ledger of a step: which mail to whom, and whether it left. */
export function Notices({ assets, ledger, directory }: NoticesProps) {
  const { total, notices } = ledger;
  return (
    <section aria-labelledby="promemoria">
      <h2 id="promemoria">{words.stepPage.notices}</h2>
      {notices.length === 0 ? (
        <p>{words.stepPage.noticesNone}</p>
      ) : (
        <StackTable
          caption={words.stepPage.notices}
          hideCaption
          columns={[
            { title: words.stepPage.noticeWhen },
            { title: words.stepPage.noticeKind },
            { title: words.stepPage.noticePerson },
            { title: words.stepPage.noticeState },
            { title: words.stepPage.noticeSent },
          ]}
          rows={notices.map((notice) => ({
            head: italianMoment(notice.dueAt),
            cells: [
              noticeTitle(notice.kind),
              actingName({
                name: notice.toName,
                ...(notice.actingFor === null ? {} : { actingFor: directory.person(notice.actingFor) }),
              }),
              <span class={`ciclo-tag ciclo-notice-${notice.state}`}>
                <Icon assets={assets} name={ICONS[notice.state]} size="xs" />
                {words.noticeState[notice.state]}
              </span>,
              notice.sentAt === null ? (notice.lastError ?? '–') : italianMoment(notice.sentAt),
            ],
          }))}
        />
      )}
      {notices.length < total && <p>{words.stepPage.noticesMore(notices.length, total)}</p>}
    </section>
  );
}

/** Titles by template; a ledger written by another version may have one this version does not know. */
const TITLES: Readonly<Record<string, string>> = noticeKinds;

const noticeTitle = (kind: string): string => TITLES[kind] ?? kind;
