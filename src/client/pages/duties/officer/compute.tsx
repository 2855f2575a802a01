import type { Handler } from 'hono';
import { previewOf } from '../../../../forms/preview.js';
import type { Site } from '../../kit/site.js';
import { readTyped } from './answers.js';
import { cardId } from './card-id.js';
import { officerPageData } from './page-data.js';
import { Result } from './parts.js';
import { readPosted } from './posted.js';
import { Questions } from './questions.js';
import { formDataOf } from './request.js';

/** Name of the parameter with the code of the indicator to compute. */
const CODE = 'voce';

/** The piece of page under one indicator's fields, for the page's script: what the answer would give, or what is wrong. */
export function compute(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    const row = data?.form.rows.find(({ code }) => code === c.req.query(CODE));
    if (data === undefined || row === undefined) return c.notFound();
    const sent = await formDataOf(c);
    const posted = sent.ok ? await readPosted(sent.value, { ...data.form, rows: [row] }, () => new Set()) : sent;
    if (!posted.ok) return c.html(<p class="ciclo-field-error">{posted.error}</p>);
    const typed = posted.value.typed.get(row.code);
    const read =
      typed === undefined
        ? undefined
        : readTyped(row, { ...typed, note: '', evidence: [], collected: true }, data.form);
    if (read === undefined || (read.ok && read.value === 'empty'))
      return c.body('', 200, { 'Content-Type': 'text/html' });
    if (!read.ok) {
      return c.html(
        <div class="ciclo-field-error">
          {read.error.map((e) => (
            <p>{e.message}</p>
          ))}
        </div>,
      );
    }
    if (read.value === 'empty') return c.body('', 200, { 'Content-Type': 'text/html' });
    const preview = previewOf(row, read.value.actual, data.form.policy, data.period);
    const { actual, questions } = read.value;
    const index = data.form.rows.indexOf(row);
    return c.html(
      <>
        <Result assets={site.assets} preview={preview} code={row.code} understood={row} />
        <Questions
          assets={site.assets}
          code={row.code}
          id={cardId(index)}
          questions={actual.confirmed ?? questions}
          marked={actual.confirmed !== undefined}
        />
      </>,
    );
  };
}
