import type { Context, Handler } from 'hono';
import { addFigure } from '../../../acts/document/figure.js';
import { placeOf } from '../../../acts/place.js';
import type { Shown } from '../../../acts/show.js';
import { draftFile, type Figure, figureOf, figuresOf } from '../../../register/drafting-files.js';
import { writingWords } from '../../../words/writing.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { attachmentHeader, declareDownload } from '../kit/headers.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { DraftLayout } from './layout.js';
import { type DraftPageData, draftPageData, formFor } from './page-data.js';

const words = writingWords.figures;
const { text, act, instant } = columnsOf<Figure>();

/** The figures of a draft, and how its texts name them. */
export function figuresPage(site: Site): Handler {
  return (c) => show(site, c);
}

/** Attaches a figure, or says why not. */
export function attachFigure(site: Site): Handler {
  return async (c) => {
    const data = await draftPageData(site, c);
    if (data === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, data.cycle.entity, data.subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) => `${data.path('/figure')}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, addFigure, at, next, (refused) => show(site, c, refused));
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await draftPageData(site, c);
  if (data === undefined) return c.notFound();
  const [figures, form] = await Promise.all([
    figuresOf(site.deps.register.db, data.subject.draft),
    formFor(site, c, addFigure, data.subject),
  ]);
  const done = c.req.query('fatto');
  return answer(c, <FiguresPage {...{ data, figures, form, refused, done }} />, refused === undefined ? 200 : 422);
}

interface FiguresPageProps {
  readonly data: DraftPageData;
  readonly figures: readonly Figure[];
  readonly form: Shown | undefined;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function FiguresPage({ data, figures, form, refused, done }: FiguresPageProps) {
  return (
    <DraftLayout data={data} title={words.title} overline={data.title} below done={done}>
      <Summary refused={refused} />
      <p>{words.lead}</p>
      {figures.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          name="figure"
          caption={words.caption}
          columns={[
            text(words.name, ({ name }) => name),
            act(words.caption, ({ id, name }) => (
              <img class="ciclo-thumbnail" src={data.path(`/figure/${id}`)} alt={name} loading="lazy" />
            )),
            text(words.reference, ({ id }) => words.sample(id), {
              show: ({ id }) => <code class="ciclo-hash">{words.sample(id)}</code>,
            }),
            text(words.size, ({ width, height }) => `${width} × ${height}`),
            text(words.by, ({ uploadedBy }) => data.directory.person(uploadedBy)),
            instant(writingWords.draft.writtenAt, ({ at }) => at),
          ]}
          rows={figures}
        />
      )}
      {form !== undefined && (
        <section class="ciclo-card" aria-labelledby={addFigure.path}>
          <h2 id={addFigure.path}>{addFigure.words.title}</h2>
          {form.notNow === undefined ? (
            <ActForm of={form} action={data.path('/figure')} refused={refused} />
          ) : (
            <p>{form.notNow}</p>
          )}
        </section>
      )}
    </DraftLayout>
  );
}

/** A figure as it is, to be shown in a page: opened by itself it is a file to save. */
export function figureContent(site: Site): Handler {
  return async (c) => {
    const data = await draftPageData(site, c);
    const figure =
      data && (await figureOf(site.deps.register.db, data.subject.draft.cycle, c.req.param('figure') ?? ''));
    return figure === undefined ? c.notFound() : sent(c, figure, `figura-${figure.id}`);
  };
}

/** The file that stands in for the whole document. */
export function standInContent(site: Site): Handler {
  return async (c) => {
    const data = await draftPageData(site, c);
    const file = data && (await draftFile(site.deps.register.db, data.subject.draft.cycle, c.req.param('hash') ?? ''));
    return file === undefined ? c.notFound() : sent(c, file, file.name);
  };
}

function sent(c: Context, { mime, bytes }: { readonly mime: string; readonly bytes: Buffer }, name: string): Response {
  declareDownload(c);
  c.header('Content-Type', mime);
  c.header('Content-Disposition', attachmentHeader(name));
  return c.body(new Uint8Array(bytes));
}
