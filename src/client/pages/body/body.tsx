import type { Handler } from 'hono';
import { howManyTroubles } from '../../../register/reading/troubles.js';
import { profileToday } from '../../../register/series-values.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { BodyPage, bodyPageData } from '../kit/body-frame.js';
import { SeriesTables } from '../kit/parts/series-tables.js';
import { TroublesAlert } from '../kit/parts/troubles-alert.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';

const words = bodyPageWords.health;

/** The health of the body: one chapter of its series at a time, as charts and tables. */
export function bodyHealth(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { entity, frame } = data;
    const chapters = (await profileToday(site.deps.register.db, entity.id))?.chapters ?? [];
    const stuck = allows(c, 'administer') ? await howManyTroubles(site.deps.register.db, entity.id) : 0;
    const asked = c.req.query('capitolo');
    const chapter = asked === undefined ? chapters[0] : chapters.find((one) => one.id === asked);
    if (chapter === undefined && asked !== undefined) return c.notFound();
    return answer(
      c,
      <BodyPage data={data} view="" title={words.title} lead={words.lead}>
        <TroublesAlert entity={entity.id} count={stuck} />
        {chapter === undefined ? (
          <p>{words.none}</p>
        ) : (
          <>
            <nav class="ciclo-chapters" aria-label={words.chapters}>
              <ul>
                {chapters.map(({ id, title }) => (
                  <li>
                    <a
                      href={bodyPath(entity.id, `?capitolo=${encodeURIComponent(id)}`)}
                      aria-current={id === chapter.id ? 'true' : undefined}
                    >
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <h2>{chapter.title}</h2>
            <p>{words.legend}</p>
            <SeriesTables assets={frame.assets} entity={entity} tables={chapter.tables} level={3} linked />
          </>
        )}
      </BodyPage>,
    );
  };
}
