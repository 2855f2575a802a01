import { endOffice } from '../../../acts/people/end-office.js';
import { renameOffice } from '../../../acts/people/rename-office.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { officeRole } from '../../../domain/entity.js';
import type { OfficeLine } from '../../../register/offices.js';
import type { Mandate, PersonLine } from '../../../register/reading/mandates.js';
import { officeWords as words } from '../../../words/offices.js';
import { peopleWords } from '../../../words/people.js';
import { bodyPath, OFFICES_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

interface OfficesProps {
  readonly entity: string;
  readonly offices: readonly OfficeLine[];
  readonly persons: readonly PersonLine[];
  readonly mandates: readonly Mandate[];
  readonly today: CivilDate;
}

/** The offices of the body with who answers for each today; from here who administers it changes them. */
export function Offices({ entity, offices, persons, mandates, today }: OfficesProps) {
  const answering = ({ id }: OfficeLine): string =>
    mandates
      .filter(({ role, fromDate, toDate }) => role === officeRole(id) && fromDate <= today && toDate >= today)
      .flatMap((one) => persons.find((person) => person.id === one.person)?.name ?? [])
      .join(', ') || words.nobody;
  return (
    <TableSection
      name="uffici"
      caption={words.title}
      lead={<p>{words.lead}</p>}
      columns={[
        text(words.office, ({ title }) => title),
        text(words.answering, answering),
        text(words.state, ({ active }) => (active ? peopleWords.inService : peopleWords.ended)),
        act(words.changes, ({ id, title, active }) => (
          <div>
            {(active ? [renameOffice, endOffice] : [renameOffice]).map(({ path, words: { title: said } }) => (
              <div>
                <a
                  href={bodyPath(entity, `${OFFICES_PATH}/${encodeURIComponent(id)}/${path}`)}
                  aria-label={`${said}: ${title}`}
                >
                  {said}
                </a>
              </div>
            ))}
          </div>
        )),
      ]}
      rows={offices}
    />
  );
}

const { text, act } = columnsOf<OfficeLine>();
