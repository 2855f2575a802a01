import type { Handler } from 'hono';
import { pdfForm } from '../../../documents/forms/pdf.js';
import { NO_PICTURES } from '../../../documents/forms/pictures.js';
import { evaluationContent } from '../../../documents/individuale-valutazione.js';
import { fileName } from '../../../documents/print.js';
import { takeSnapshot } from '../../../documents/snapshot.js';
import { evaluationWords } from '../../../words/evaluation.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { italianDay } from '../../../words/format.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { Layout } from '../kit/layout.js';
import { Icon } from '../kit/parts/icon.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, EVALUATIONS_PATH, evaluationPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { toSignIn } from '../kit/viewer.js';
import { evaluationPageData } from './page-data.js';
import { SheetProgress, StageTag } from './parts.js';
import { evaluationData, type SheetPageData, sheetPageData } from './seen.js';
import { type OpenAct, openActs } from './sheet-acts.js';
import { Behaviours, Objectives, Passages, Score, Versions } from './sheet-tables.js';

/** One sheet: what it asks, what was said, how it was judged, and what who reads may do. */
export function evaluationSheet(site: Site): Handler {
  return async (c) => {
    if (c.get('standing') === undefined) return toSignIn(c);
    const base = await evaluationPageData(site, c);
    const data = base && (await sheetPageData(site, base, c.req.param('sheet') ?? ''));
    if (data === undefined) return c.notFound();
    const acts = await openActs(site, data.cycle.entity, data.viewer.person, data.subject);
    return answer(c, <SheetPage data={data} acts={acts} done={c.req.query('fatto')?.slice(0, 300)} />);
  };
}

/** The same sheet to keep or sign on paper: made for who asks, kept nowhere. */
export function evaluationPdf(site: Site): Handler {
  return async (c) => {
    if (c.get('standing') === undefined) return toSignIn(c);
    const base = await evaluationPageData(site, c);
    const data = base && (await sheetPageData(site, base, c.req.param('sheet') ?? ''));
    if (data === undefined) return c.notFound();
    const { cycle, directory, seen, frame } = data;
    const content = evaluationContent(
      {
        kind: 'valutazione',
        title: evaluationWords.title(directory.person(seen.person)),
        entity: cycle.entityName,
        exercise: cycle.exercise,
        version: seen.passages.length,
        on: frame.today,
        simulated: seen.simulated,
      },
      evaluationData(data),
    );
    const bytes = await pdfForm(takeSnapshot(content), NO_PICTURES);
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', attachmentHeader(`${fileName(content)}.pdf`));
    return c.body(new Uint8Array(bytes));
  };
}

interface SheetPageProps {
  readonly data: SheetPageData;
  readonly acts: readonly OpenAct[];
  readonly done: string | undefined;
}

function SheetPage({ data, acts, done }: SheetPageProps) {
  const { frame, cycle, directory, seen, viewer } = data;
  const title =
    seen.person === viewer.person ? words.sheet.mine(cycle.exercise) : words.sheet.of(directory.person(seen.person));
  return (
    <Layout
      frame={frame}
      title={title}
      section="scorecard"
      crumbs={[cycleCrumb(cycle), { title: words.sheet.back, href: cyclePath(cycle, EVALUATIONS_PATH) }]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title(cycle.exercise)}</p>
        <h1>{title}</h1>
      </div>
      <Saved text={done} />
      <SheetProgress assets={frame.assets} stage={seen.stage} />
      <Facts data={data} />
      <Now data={data} acts={acts} />
      <Score data={data} />
      <Objectives data={data} />
      <Behaviours data={data} />
      <Passages data={data} />
      <Versions data={data} />
      <p>
        <a class="btn btn-outline-primary" href={evaluationPath(cycle, seen.id, '/scheda.pdf')}>
          <Icon assets={frame.assets} name="it-download" size="xs" />
          {` ${words.sheet.pdf}`}
        </a>
      </p>
    </Layout>
  );
}

function Facts({ data: { seen, subject, directory, frame } }: { data: SheetPageData }) {
  const { evaluator } = seen;
  return (
    <section class="ciclo-card" aria-labelledby="scheda">
      <h2 id="scheda">{words.sheet.facts}</h2>
      <dl class="ciclo-facts">
        <div>
          <dt>{evaluationWords.facts.person}</dt>
          <dd>{directory.person(seen.person)}</dd>
        </div>
        <div>
          <dt>{evaluationWords.facts.group}</dt>
          <dd>{subject.group.title}</dd>
        </div>
        <div>
          <dt>{evaluationWords.facts.evaluator}</dt>
          <dd>{evaluator.kind === 'person' ? directory.person(evaluator.person) : directory.title(evaluator.role)}</dd>
        </div>
        <div>
          <dt>{evaluationWords.facts.period}</dt>
          <dd>{evaluationWords.period(italianDay(seen.from), italianDay(seen.to))}</dd>
        </div>
        <div>
          <dt>{evaluationWords.facts.stage}</dt>
          <dd>
            <StageTag assets={frame.assets} stage={seen.stage} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Whom the sheet waits for, and what who reads may do. */
function Now({ data: { at, cycle, seen }, acts }: { data: SheetPageData; acts: readonly OpenAct[] }) {
  const { next } = at;
  const now = acts.filter(({ notYet }) => notYet === undefined);
  const later = acts.filter(({ notYet }) => notYet !== undefined);
  return (
    <section class="ciclo-card" aria-labelledby="adesso">
      <h2 id="adesso">{words.sheet.next}</h2>
      <p>
        {next === undefined
          ? words.sheet.nobody
          : [
              words.sheet.waits(words.parts[next.by], words.todo[next.passage]),
              ...(next.until === undefined ? [] : [words.sheet.until(italianDay(next.until))]),
            ].join(' ')}
      </p>
      <h3>{words.sheet.can}</h3>
      {acts.length === 0 ? (
        <p>{words.sheet.cannot}</p>
      ) : (
        <ul class="ciclo-links">
          {now.map(({ act }) => (
            <li>
              <a href={evaluationPath(cycle, seen.id, `/${act.path}`)}>{act.words.title}</a>
            </li>
          ))}
          {later.map(({ act, notYet }) => (
            <li>
              <span>{`${act.words.title}: ${notYet ?? ''}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
