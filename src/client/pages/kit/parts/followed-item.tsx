import type { Shown } from '../../../../acts/show.js';
import type { FollowedRecord, FollowUpRecord } from '../../../../register/follow-up.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { bodyPageWords } from '../../../../words/body-pages.js';
import { followUpWords } from '../../../../words/follow-up.js';
import { italianDay } from '../../../../words/format.js';
import { ActForm, type Refused } from '../act-form.js';
import type { Frame } from '../frame.js';
import { columnsOf } from '../table/column.js';
import { TableSection } from '../table/table-section.js';
import { Fact } from './fact.js';
import { FollowedDue, FollowedOwner, FollowedTag } from './followed.js';

const words = bodyPageWords.followed;
const { text, status, instant, day } = columnsOf<FollowUpRecord>();

interface FollowedItemProps {
  readonly frame: Frame;
  readonly item: FollowedRecord;
  readonly history: readonly FollowUpRecord[];
  readonly directory: Directory;
  readonly form: Shown;
  readonly refused: Refused | undefined;
  /** Whether who looks may say how it stands. */
  readonly writes: boolean;
}

/** An obligation or action as it stands, the form that says how it stands from now on, and its history. */
export function FollowedItem(props: FollowedItemProps) {
  return (
    <>
      <div class="ciclo-columns">
        <Facts {...props} />
        {props.writes ? <FollowForm {...props} /> : <p>{words.mayNot}</p>}
      </div>
      <History {...props} />
    </>
  );
}

function Facts({ frame, item, directory }: FollowedItemProps) {
  const rows = [
    [words.state, <FollowedTag assets={frame.assets} state={item.state} />],
    [words.owner, <FollowedOwner item={item} directory={directory} />],
    [words.due, <FollowedDue item={item} today={frame.today} />],
    ...(item.norm === null ? [] : [[words.norm, item.norm] as const]),
    ...(item.everyMonths === null ? [] : [[words.rhythm, words.every(item.everyMonths)] as const]),
    ...(item.statedOn === null
      ? []
      : [[words.stated(italianDay(item.statedOn)), item.stated === '' ? followUpWords.unknown : item.stated] as const]),
    [words.source, item.source],
  ] as const;
  return (
    <section class="ciclo-card" aria-labelledby="voce">
      <h2 id="voce">{`${followUpWords.kind[item.kind]}: ${item.heading}`}</h2>
      <dl class="ciclo-facts">
        {rows.map(([label, content]) => (
          <Fact label={label}>{content}</Fact>
        ))}
      </dl>
    </section>
  );
}

function FollowForm({ item, directory, form, refused }: FollowedItemProps) {
  return (
    <section class="ciclo-card" aria-labelledby="aggiorna">
      <h2 id="aggiorna">{words.update}</h2>
      <ActForm
        of={{ ...form, offers: { owner: directory.titles().map(({ id, title }) => ({ value: id, title })) } }}
        action=""
        refused={refused}
        start={{ state: item.state ?? '', owner: item.owner ?? '' }}
      />
    </section>
  );
}

function History({ frame, history, directory }: FollowedItemProps) {
  return (
    <TableSection
      name="storia"
      caption={words.history}
      empty={<p>{words.noHistory}</p>}
      columns={[
        instant(words.when, ({ at }) => at),
        status(words.state, ({ state }) => followUpWords.state[state], {
          show: ({ state }) => <FollowedTag assets={frame.assets} state={state} />,
        }),
        text(words.note, ({ note }) => note),
        text(words.who, ({ actor, actingFor }) =>
          actingFor === null
            ? directory.person(actor)
            : `${directory.person(actor)}, ${words.onBehalf(directory.person(actingFor))}`,
        ),
        day(words.due, ({ dueOn }) => dueOn ?? undefined),
      ]}
      rows={history}
    />
  );
}
