import type { Child } from 'hono/jsx';
import { writingWords as words } from '../../../words/writing.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { type Crumb, Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, DOCUMENTS_PATH } from '../kit/paths.js';
import type { DraftPageData, SectionPageData } from './page-data.js';

/** The pages above those of a draft. */
const crumbsOf = ({ cycle }: Pick<DraftPageData, 'cycle'>): readonly Crumb[] => [
  cycleCrumb(cycle),
  { title: words.list.title, href: cyclePath(cycle, DOCUMENTS_PATH) },
];

interface DraftLayoutProps {
  readonly data: DraftPageData;
  readonly title: string;
  readonly overline?: string | undefined;
  /** Whether the page is below the draft's own. */
  readonly below?: boolean;
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page about a draft. */
export function DraftLayout({ data, title, overline, below = false, done, children }: DraftLayoutProps) {
  const crumbs = [...crumbsOf(data), ...(below ? [{ title: data.title, href: data.path() }] : [])];
  return (
    <Layout frame={data.frame} title={title} section="documents" crumbs={crumbs}>
      <div class="ciclo-title">
        {overline !== undefined && <p class="ciclo-overline">{overline}</p>}
        <h1>{title}</h1>
      </div>
      <Saved text={done} />
      <div class="ciclo-draft">{children}</div>
    </Layout>
  );
}

type SectionView = 'write' | 'versions' | 'earlier' | 'word' | 'figures';

interface SectionLayoutProps {
  readonly data: SectionPageData;
  readonly view: SectionView;
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page about a section: its views, and what it is. */
export function SectionLayout({ data, view, done, children }: SectionLayoutProps) {
  const { outline } = data.section;
  return (
    <DraftLayout data={data} title={outline.title} overline={data.title} below done={done}>
      {outline.content.kind === 'written' && (
        <nav class="ciclo-tabs ciclo-views" aria-label={words.section.views}>
          <ul>
            {viewsOf(data).map(({ of, href }) => (
              <li>
                <a href={href} aria-current={of === view ? ('page' as const) : undefined}>
                  {words.section[of]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </DraftLayout>
  );
}

const viewsOf = (data: SectionPageData): readonly { readonly of: SectionView; readonly href: string }[] => [
  { of: 'write', href: data.at() },
  { of: 'versions', href: data.at('/versioni') },
  { of: 'earlier', href: data.at('/anno-prima') },
  ...(data.writes ? [{ of: 'word' as const, href: data.at('/word') }] : []),
  { of: 'figures', href: data.path('/figure') },
];
