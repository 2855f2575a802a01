import { romeDateTime } from '../../../domain/calendar/zone.js';
import type { VersionStory } from '../../../register/plan-stories.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { planningWords as words } from '../../../words/planning.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import type { PlanPageData } from './page-data.js';

const { columns: own } = takeAwayWords;
const version = columnsOf<PlanPageData['versions'][number]>();

interface VersionsProps {
  readonly data: PlanPageData;
  readonly stories: readonly VersionStory[];
}

/** The versions of a plan, the last one first: who made each, and why. */
export function Versions({ data, stories }: VersionsProps) {
  const { versions, directory } = data;
  if (versions.length === 0) return null;
  const byVersion = new Map(stories.map((story) => [story.version, story]));
  const authorOf = (number: number): string | undefined => {
    const story = byVersion.get(number);
    return story === undefined ? undefined : directory.person(story.actor);
  };
  return (
    <TableSection
      name="versioni"
      caption={words.versions.title}
      columns={[
        version.link(
          words.versions.version,
          (one) => words.versions.of(one.version),
          (one) => data.path(`/versioni/${one.version}`),
        ),
        version.status(words.versions.status, (one) => words.versions.status_[one.status], {
          show: ({ status, inForceFrom }) =>
            inForceFrom === null
              ? words.versions.status_[status]
              : `${words.versions.status_[status]}, ${italianDay(inForceFrom)}`,
        }),
        version.day(words.versions.inForceFrom, ({ inForceFrom }) => inForceFrom ?? undefined, { only: 'file' }),
        version.text(words.versions.who, (one) => authorOf(one.version) ?? words.versions.fromFile, {
          show: ({ version: number }) => {
            const story = byVersion.get(number);
            if (story === undefined) return words.versions.fromFile;
            return (
              <>
                {`${directory.person(story.actor)}, `}
                <time datetime={romeDateTime(story.at).date}>{italianMoment(story.at)}</time>
              </>
            );
          },
        }),
        version.instant(own.when, (one) => byVersion.get(one.version)?.at, { only: 'file' }),
        version.text(words.versions.why, (one) => byVersion.get(one.version)?.reason ?? words.parts.none),
      ]}
      rows={versions.toReversed()}
    />
  );
}
