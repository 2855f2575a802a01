import { instant as momentCell } from '../../../documents/content.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { NoticeLine } from '../../../register/reading/step-history.js';
import type { NoticeState } from '../../../register/tables.js';
import { noticeKinds, consoleWords as words } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';
import { actingName } from '../kit/parts/people.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const ICONS: Record<NoticeState, IconName> = {
  planned: 'it-clock',
  sending: 'it-arrow-right-circle',
  sent: 'it-check-circle',
  uncertain: 'it-help-circle',
  failed: 'it-close-circle',
  withdrawn: 'it-ban',
};

const { text, status, instant, mixed } = columnsOf<NoticeLine>();

interface NoticesProps {
  readonly assets: Assets;
  readonly ledger: { readonly total: number; readonly notices: readonly NoticeLine[] };
  readonly directory: Directory;
}

/** The ledger of a step: which mail to whom, and whether it left. */
export function Notices({ assets, ledger, directory }: NoticesProps) {
  const { total, notices } = ledger;
  return (
    <TableSection
      name="promemoria"
      caption={words.stepPage.notices}
      empty={<p>{words.stepPage.noticesNone}</p>}
      columns={[
        instant(words.stepPage.noticeWhen, ({ dueAt }) => dueAt),
        text(words.stepPage.noticeKind, ({ kind }) => noticeTitle(kind)),
        text(words.stepPage.noticePerson, ({ toName, actingFor }) =>
          actingName({ name: toName, actingFor: actingFor === null ? undefined : directory.person(actingFor) }),
        ),
        status(words.stepPage.noticeState, ({ state }) => words.noticeState[state], {
          show: ({ state }) => (
            <span class={`ciclo-tag ciclo-notice-${state}`}>
              <Icon assets={assets} name={ICONS[state]} size="xs" />
              {words.noticeState[state]}
            </span>
          ),
        }),
        mixed(words.stepPage.noticeSent, ({ sentAt, lastError }) =>
          sentAt === null ? (lastError ?? undefined) : momentCell(sentAt),
        ),
      ]}
      rows={notices}
    >
      {notices.length < total && <p>{words.stepPage.noticesMore(notices.length, total)}</p>}
    </TableSection>
  );
}

/** Titles by template; a ledger written by another version may have one this version does not know. */
const TITLES: Readonly<Record<string, string>> = noticeKinds;

const noticeTitle = (kind: string): string => TITLES[kind] ?? kind;
