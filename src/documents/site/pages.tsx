import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { romeDate } from '../../domain/calendar/zone.js';
import { withCorrection } from '../../words/act-correction.js';
import { fileSize, italianDay } from '../../words/format.js';
import { siteWords as words } from '../../words/site.js';
import { STYLE } from '../forms/html-style.js';
import { inForce } from './catalogue.js';
import { SUBSECTIONS, type Subsection, subsectionOf } from './labels.js';
import type { Publication, PublishedBody } from './published.js';

/** A page of the site: where it goes below the site's folder, and its HTML. */
interface SitePage {
  readonly path: string;
  readonly html: string;
}

interface Crumb {
  readonly title: string;
  readonly href: string;
}

/** Every page of a body's *Performance* section, from the versions that are published. Links are relative. */
export async function sectionPages(
  body: PublishedBody,
  versions: readonly Publication[],
): Promise<readonly SitePage[]> {
  const simulated = versions.some((v) => v.simulated);
  const pages = [
    page(`${body.id}/index.html`, body, simulated, words.section, [], <SectionList />),
    page(
      `${body.id}/performance/index.html`,
      body,
      simulated,
      words.performance,
      [{ title: words.section, href: '../' }],
      <SubsectionList versions={versions} />,
    ),
    ...SUBSECTIONS.map((subsection) => {
      const here = versions.filter((v) => v.kind === subsection.kind);
      return page(
        `${body.id}/performance/${subsection.slug}/index.html`,
        body,
        simulated,
        subsection.label,
        [
          { title: words.section, href: '../../' },
          { title: words.performance, href: '../' },
        ],
        <DocumentList subsection={subsection} versions={here} />,
      );
    }),
    ...inForce(versions).map((current) => {
      const subsection = subsectionOf(current.kind);
      const older = versions.filter((v) => v.kind === current.kind && v.exercise === current.exercise && v !== current);
      return page(
        `${body.id}/performance/${subsection?.slug}/${current.exercise}/index.html`,
        body,
        simulated,
        current.title,
        [
          { title: words.section, href: '../../../' },
          { title: words.performance, href: '../../' },
          { title: subsection?.label ?? '', href: '../' },
        ],
        <DocumentPage current={current} older={older.toSorted((a, b) => b.version - a.version)} />,
      );
    }),
  ];
  return await Promise.all(pages);
}

/** The first page of a site that several bodies share. */
export async function bodiesPage(bodies: readonly PublishedBody[]): Promise<SitePage> {
  const list = (
    <ul>
      {bodies.map((body) => (
        <li>
          <a href={`${body.id}/`}>{body.name}</a>
        </li>
      ))}
    </ul>
  );
  return await page('index.html', undefined, false, words.section, [], list);
}

async function page(
  path: string,
  body: PublishedBody | undefined,
  simulated: boolean,
  title: string,
  crumbs: readonly Crumb[],
  content: Child,
): Promise<SitePage> {
  const html = (
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{body === undefined ? title : `${title} – ${body.name}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header>
          {body !== undefined && <p class="entity">{body.name}</p>}
          {crumbs.length > 0 && (
            <nav aria-label={words.path}>
              {crumbs.map((crumb) => (
                <>
                  <a href={crumb.href}>{crumb.title}</a>
                  {' › '}
                </>
              ))}
              <span aria-current="page">{title}</span>
            </nav>
          )}
          <h1>{title}</h1>
          {simulated && (
            <p class="simulated" role="note">
              {words.simulated}
            </p>
          )}
        </header>
        <main>{content}</main>
        <footer>
          <p>
            {`${words.licence}: `}
            <a href={words.licenceHref} rel="license">
              {words.licenceName}
            </a>
          </p>
        </footer>
      </body>
    </html>
  );
  return { path, html: `<!doctype html>\n${String(await html)}\n` };
}

const SectionList = () => (
  <ul>
    <li>
      <a href="performance/">{words.performance}</a>
    </li>
  </ul>
);

const SubsectionList = ({ versions }: { versions: readonly Publication[] }) => (
  <>
    <ul>
      {SUBSECTIONS.map((subsection) => (
        <li>
          <a href={`${subsection.slug}/`}>{subsection.label}</a>
        </li>
      ))}
    </ul>
    {versions.length > 0 && (
      <p>
        <a href="catalogo.jsonld">{words.metadata}</a>
      </p>
    )}
  </>
);

function DocumentList({ subsection, versions }: { subsection: Subsection; versions: readonly Publication[] }) {
  const current = inForce(versions);
  return (
    <>
      <p>{`${words.norm}: ${subsection.norm}`}</p>
      {current.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <section class="scroll" tabindex={0}>
          <table>
            <caption>{words.documents}</caption>
            <thead>
              <tr>
                <th scope="col">{words.document}</th>
                <th scope="col">{words.year}</th>
                <th scope="col">{words.version}</th>
                <th scope="col">{words.published}</th>
              </tr>
            </thead>
            <tbody>
              {current.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={`${one.exercise}/`}>{one.title}</a>
                  </th>
                  <td>{one.exercise}</td>
                  <td>{one.version}</td>
                  <td>{italianDay(romeDate(one.publishedAt))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function DocumentPage({ current, older }: { current: Publication; older: readonly Publication[] }) {
  return (
    <>
      <Version version={current} state={words.current} />
      {older.length > 0 && (
        <>
          <h2>{words.previous}</h2>
          <p>{words.previousLead}</p>
          {older.map((version) => (
            <Version version={version} state={words.replaced} level="h3" />
          ))}
        </>
      )}
      <p>
        <a href="../../catalogo.jsonld">{words.metadata}</a>
      </p>
    </>
  );
}

function Version({
  version,
  state,
  level: Level = 'h2',
}: {
  version: Publication;
  state: string;
  level?: 'h2' | 'h3';
}) {
  const title = `${words.versionTitle(version.version)}, ${state}`;
  return (
    <>
      <Level>{title}</Level>
      <dl>
        <div>
          <dt>{words.published}</dt>
          <dd>{italianDay(romeDate(version.publishedAt))}</dd>
        </div>
        {version.acts.length > 0 && (
          <div>
            <dt>{words.acts}</dt>
            <dd>
              {version.acts
                .map((act) => withCorrection(words.act(act.board, act.number, act.date), act.corrected))
                .join('; ')}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.hash}</dt>
          <dd>
            <code>{version.sha256}</code>
          </dd>
        </div>
      </dl>
      <section class="scroll" tabindex={0}>
        <table>
          <caption>{`${words.files}: ${title}`}</caption>
          <thead>
            <tr>
              <th scope="col">{words.document}</th>
              <th scope="col">{words.format}</th>
              <th scope="col" class="n">
                {words.size}
              </th>
              <th scope="col">{words.fileHash}</th>
            </tr>
          </thead>
          <tbody>
            {version.files.map((file) => (
              <tr>
                <th scope="row">
                  <a href={`v${version.version}/${file.path}`}>{`${file.title} – ${words.forms[file.form]}`}</a>
                </th>
                <td>{file.form.toUpperCase()}</td>
                <td class="n">{fileSize(file.size)}</td>
                <td>
                  <code>{file.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
