import type { Handler } from 'hono';
import { addOffice } from '../../../acts/people/add-office.js';
import { addPerson } from '../../../acts/people/add-person.js';
import { appoint } from '../../../acts/people/appoint.js';
import { correctPerson } from '../../../acts/people/correct-person.js';
import { endMandate } from '../../../acts/people/end-mandate.js';
import { endPerson } from '../../../acts/people/end-person.js';
import { importPeople } from '../../../acts/people/import-people.js';
import { officesOnRecord } from '../../../register/offices.js';
import { titlesOf } from '../../../register/people.js';
import { type Mandate, mandatesOf, type PersonLine, peopleOnRecord } from '../../../register/reading/mandates.js';
import { bodyExportWords } from '../../../words/body-export.js';
import { peopleWords as words } from '../../../words/people.js';
import { sightWords } from '../../../words/sight.js';
import { BodyPage, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, ENTITY_FILE_PATH, PEOPLE_PATH, SIGHT_PATH, SUBSTITUTIONS_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';
import { Offices } from './offices-section.js';

interface Line extends PersonLine {
  readonly entity: string;
  readonly holds: readonly Mandate[];
}

/** Who is of the body, with what they hold; from here who administers it changes both. */
export function people(site: Site): Handler {
  return async (c) => {
    if (!allows(c, 'administer')) return forbidden(site, c);
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const entity = data.entity.id;
    const [persons, mandates, titles, offices] = await Promise.all([
      peopleOnRecord(db, entity),
      mandatesOf(db, entity),
      titlesOf(db, entity),
      officesOnRecord(db, entity),
    ]);
    const lines = persons.map(
      (person): Line => ({ ...person, entity, holds: mandates.filter((one) => one.person === person.id) }),
    );
    const said = ({ role, fromDate, toDate }: Mandate): string =>
      words.mandate(titles.get(role) ?? role, fromDate, toDate);
    return answer(
      c,
      <BodyPage data={data} view={PEOPLE_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        <ul>
          {[addPerson, importPeople, addOffice].map(({ path, words: { title } }) => (
            <li>
              <a href={bodyPath(entity, `/${path}`)}>{title}</a>
            </li>
          ))}
          <li>
            <a href={bodyPath(entity, SUBSTITUTIONS_PATH)}>{words.substitutions}</a>
          </li>
          <li>
            <a href={bodyPath(entity, SIGHT_PATH)}>{sightWords.title}</a>
          </li>
          <li>
            <a href={bodyPath(entity, ENTITY_FILE_PATH)}>{bodyExportWords.link}</a>
          </li>
        </ul>
        <DataTable
          name="persone"
          caption={words.title}
          hideCaption
          columns={[
            text(words.person, ({ name }) => name),
            text(words.email, ({ email }) => email),
            text(words.holds, ({ holds }) => holds.map(said).join('; ') || words.none, {
              show: ({ holds }) => (
                <div>
                  {holds.length === 0 && words.none}
                  {holds.map((one) => (
                    <div>{said(one)}</div>
                  ))}
                </div>
              ),
            }),
            text(words.state, ({ active }) => (active ? words.inService : words.ended)),
            act(words.changes, (line) => <Changes {...line} />),
          ]}
          rows={lines}
        />
        <Offices {...{ entity, offices, persons, mandates }} today={data.frame.today} />
      </BodyPage>,
    );
  };
}

const { text, act } = columnsOf<Line>();

function Changes({ entity, id, name, active, holds }: Line) {
  const acts = active
    ? [appoint, ...(holds.length > 0 ? [endMandate] : []), correctPerson, endPerson]
    : [correctPerson];
  return (
    <div>
      {acts.map(({ path, words: { title } }) => (
        <div>
          <a
            href={bodyPath(entity, `${PEOPLE_PATH}/${encodeURIComponent(id)}/${path}`)}
            aria-label={`${title}: ${name}`}
          >
            {title}
          </a>
        </div>
      ))}
    </div>
  );
}
