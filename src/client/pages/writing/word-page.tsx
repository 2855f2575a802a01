import type { Context, Handler } from 'hono';
import { carryOut } from '../../../acts/carry-out.js';
import { addFigure } from '../../../acts/document/figure.js';
import { write } from '../../../acts/document/write.js';
import { placeOf } from '../../../acts/place.js';
import { type DocxText, readDocx } from '../../../files/docx.js';
import { FILE_LIMITS as LIMITS } from '../../../files/limits.js';
import { keepTyped } from '../../../register/drafting-typing.js';
import { markdownWords } from '../../../words/markdown.js';
import { writingWords } from '../../../words/writing.js';
import { fieldsOf } from '../kit/fields.js';
import { newFormId } from '../kit/form-id.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { forbidden, Problems } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf } from '../kit/take-act.js';
import { SectionLayout } from './layout.js';
import { formFor, type SectionPageData, sectionPageData } from './page-data.js';
import { refOf, showSection } from './section-page.js';

const words = writingWords.word;
const FILE = 'file';
const WHERE = 'dove';
const AFTER = 'in-coda';

/** The page on which a text written in Word is brought into a section. */
export function wordPage(site: Site): Handler {
  return async (c) => {
    const data = await writerPageData(site, c);
    return data instanceof Response ? data : show(c, data);
  };
}

/** Puts the text of a `.docx` in the field of the section, to be read again and saved; its figures are kept. */
export function bringWord(site: Site): Handler {
  return async (c) => {
    const data = await writerPageData(site, c);
    if (data instanceof Response) return data;
    const form = await fieldsOf(c);
    const file = form.file(FILE);
    if (file === undefined) return show(c, data, words.noFile);
    const read = await readDocx(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return show(c, data, read.error);
    // More than a page can hold, or its form send back: it is said before anything of it is kept.
    if (read.value.markdown.length > 2 * LIMITS.section) return show(c, data, markdownWords.tooLong(LIMITS.section));
    const brought = await withFigures(site, c, data, read.value);
    const before = form.text(WHERE) === AFTER ? data.section.text.trimEnd() : '';
    const text = before === '' ? brought.markdown : `${before}\n\n${brought.markdown}`;
    // Who leaves the page without saving finds it there again.
    const typed = { text, revision: data.section.revision, typedAt: site.deps.clock() };
    await keepTyped(site.deps.register.db, refOf(data), data.person ?? '', typed);
    return showSection(site, c, {
      writing: { text, revision: data.section.revision },
      brought: { left: brought.left, figures: brought.figures },
    });
  };
}

async function writerPageData(site: Site, c: Context): Promise<SectionPageData | Response> {
  const data = await sectionPageData(site, c);
  if (data === undefined) return (await c.notFound()) as Response;
  const form = await formFor(site, c, write, data.of);
  return form === undefined || form.notNow !== undefined ? forbidden(site, c) : data;
}

/** Attaches the figures of a text, by the act a person would attach each with, and names them in it. */
async function withFigures(
  site: Site,
  c: Context,
  data: SectionPageData,
  { markdown, figures, left }: DocxText,
): Promise<{ readonly markdown: string; readonly left: readonly string[]; readonly figures: number }> {
  const sender = senderOf(c);
  const names = new Map<string, string>();
  const refused: string[] = [];
  for (const { key, name, mime, bytes, width, height } of figures) {
    const place = placeOf(site.deps, data.cycle.entity, data.subject);
    const asked = { ...place, person: sender?.person ?? '', key: newFormId() };
    const done = await carryOut(addFigure, asked, () => ({
      texts: [],
      files: [{ ok: true, value: { name, mime, bytes, size: { width, height } } }],
    }));
    if (done.ok) names.set(key, String(done.value.facts.figure));
    else refused.push(...done.error.refusals.map(({ text }) => text));
  }
  return {
    markdown: markdown.replace(/\(figura:(docx-\d+)/g, (_, key: string) => `(figura:${names.get(key) ?? key}`),
    left: [...left, ...refused],
    figures: names.size,
  };
}

function show(c: Context, data: SectionPageData, problem?: string): Promise<Response> {
  return answer(
    c,
    <SectionLayout data={data} view="word">
      {problem !== undefined && <Problems title={words.refused} of={[{ field: FILE, text: problem }]} />}
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <form class="ciclo-access" method="post" action={data.at('/word')} enctype="multipart/form-data" novalidate>
        <FormField id={FILE} label={words.file} problem={problem}>
          <input type="file" id={FILE} name={FILE} accept=".docx" {...fieldState(FILE, false, problem)} />
        </FormField>
        <FormField id={WHERE} label={words.where}>
          <select id={WHERE} name={WHERE}>
            <option value="">{words.instead}</option>
            <option value={AFTER}>{words.after}</option>
          </select>
        </FormField>
        <button type="submit" class="btn btn-primary">
          {words.submit}
        </button>
      </form>
    </SectionLayout>,
    problem === undefined ? 200 : 422,
  );
}
