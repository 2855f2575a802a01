import type { Context, Handler } from 'hono';
import { changeTerm } from '../../../acts/calendar/change-term.js';
import { withdrawTerm } from '../../../acts/calendar/withdraw-term.js';
import { yearOf } from '../../../domain/calendar/civil-date.js';
import type { OwnTerm } from '../../../domain/calendar/own-terms.js';
import type { DatedStep } from '../../../domain/calendar/types.js';
import { ownTermsOf } from '../../../register/own-terms.js';
import { italianDay } from '../../../words/format.js';
import { withTitles, ownTermWords as words } from '../../../words/own-terms.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, TERMS_FILE_PATH, TERMS_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

interface Line extends DatedStep {
  /** What the body has changed of it, the latest exercise first. */
  readonly own: readonly OwnTerm[];
}

/** The deadlines of the body's next cycle, and what it has changed of its calendar; from here who steers changes them. */
export function terms(site: Site): Handler {
  return async (c) => {
    const found = await termsIn(site, c);
    if (found instanceof Response) return found;
    const { data, own } = found;
    const { id } = data.entity;
    const exercise = yearOf(data.frame.today) + 1;
    const calendar = site.deps.bodies.calendar(id, exercise, undefined, own);
    const lines = calendar.ok
      ? calendar.value.steps.map(
          (step): Line => ({ ...step, own: own.filter((one) => one.step === step.id).reverse() }),
        )
      : [];
    const steers = allows(c, 'steer');
    return answer(
      c,
      <BodyPage data={data} view={TERMS_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {steers && (
          <ul>
            {[changeTerm, ...(own.length > 0 ? [withdrawTerm] : [])].map(({ path, words: { title } }) => (
              <li>
                <a href={bodyPath(id, `/${path}`)}>{title}</a>
              </li>
            ))}
          </ul>
        )}
        {calendar.ok ? (
          <DataTable
            name="termini"
            caption={words.of(exercise)}
            columns={[
              text(words.step, ({ title }) => title),
              text(words.due, ({ dueOn }) => italianDay(dueOn)),
              text(words.norm, ({ norm }) => norm.citation),
              text(words.rule, (line) => changedIn(line, lines)),
            ]}
            rows={lines}
          />
        ) : (
          <div class="alert alert-warning">
            <p>{words.unplanned}</p>
            <ul>
              {calendar.error.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </div>
        )}
        <p>
          <a href={bodyPath(id, TERMS_FILE_PATH)}>{words.download}</a>. {words.downloadLead}
        </p>
      </BodyPage>,
    );
  };
}

function changedIn({ own }: Line, lines: readonly Line[]): string {
  const titleOf = (step: string) => lines.find(({ id }) => id === step)?.title;
  const said = own.map(({ due, fromExercise }) => words.changedFrom(withTitles(due, titleOf), fromExercise));
  return said.join('; ') || words.asTemplate;
}

/** Its calendar template with what the body has changed, as the file its people would write. */
export function termsFile(site: Site): Handler {
  return async (c) => {
    const found = await termsIn(site, c);
    if (found instanceof Response) return found;
    const { name, text: file } = site.deps.bodies.calendarFile(found.data.entity.id, found.own);
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/yaml; charset=utf-8');
    c.header('Content-Disposition', attachmentHeader(name));
    return c.body(file);
  };
}

/** What both are made from; or why there is nothing to see. */
async function termsIn(
  site: Site,
  c: Context,
): Promise<Response | { readonly data: BodyPageData; readonly own: readonly OwnTerm[] }> {
  if (!allows(c, 'administer')) return forbidden(site, c);
  const data = await bodyPageData(site, c);
  // A body whose files are gone has no calendar to change.
  if (data === undefined || !site.deps.bodies.entities.some(({ id }) => id === data.entity.id)) return c.notFound();
  return { data, own: await ownTermsOf(site.deps.register.db, data.entity.id) };
}

const { text } = columnsOf<Line>();
