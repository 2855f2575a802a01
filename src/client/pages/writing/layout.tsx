import type { Child } from 'hono/jsx';
import { consoleWords } from '../../../words/console.js';
import { writingWords as words } from '../../../words/writing.js';
import { type Crumb, Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, DOCUMENTS_PATH } from '../kit/paths.js';
import type { DraftScene, SectionScene } from './scene.js';

/** The pages above those of a draft. */
export const crumbsOf = ({ cycle }: Pick<DraftScene, 'cycle'>): readonly Crumb[] => [
  { title: consoleWords.cycle.title(cycle.exercise), href: cyclePath(cycle) },
  { title: words.list.title, href: cyclePath(cycle, DOCUMENTS_PATH) },
];

interface DraftLayoutProps {
  readonly scene: DraftScene;
  readonly title: string;
  readonly overline?: string | undefined;
  /** Whether the page is below the draft's own. */
  readonly below?: boolean;
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page about a draft. */
export function DraftLayout({ scene, title, overline, below = false, done, children }: DraftLayoutProps) {
  const crumbs = [...crumbsOf(scene), ...(below ? [{ title: scene.title, href: scene.path() }] : [])];
  return (
    <Layout frame={scene.frame} title={title} section="documents" crumbs={crumbs}>
      <div class="ciclo-title">
        {overline !== undefined && <p class="ciclo-overline">{overline}</p>}
        <h1>{title}</h1>
      </div>
      <Saved text={done} />
      <div class="ciclo-draft">{children}</div>
    </Layout>
  );
}

export type SectionView = 'write' | 'versions' | 'earlier' | 'word' | 'figures';

interface SectionLayoutProps {
  readonly scene: SectionScene;
  readonly view: SectionView;
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page about a section: its views, and what it is. */
export function SectionLayout({ scene, view, done, children }: SectionLayoutProps) {
  const { outline } = scene.section;
  return (
    <DraftLayout scene={scene} title={outline.title} overline={scene.title} below done={done}>
      {outline.content.kind === 'written' && (
        <nav class="ciclo-tabs ciclo-views" aria-label={words.section.views}>
          <ul>
            {viewsOf(scene).map(({ of, href }) => (
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

const viewsOf = (scene: SectionScene): readonly { readonly of: SectionView; readonly href: string }[] => [
  { of: 'write', href: scene.at() },
  { of: 'versions', href: scene.at('/versioni') },
  { of: 'earlier', href: scene.at('/anno-prima') },
  ...(scene.writes ? [{ of: 'word' as const, href: scene.at('/word') }] : []),
  { of: 'figures', href: scene.path('/figure') },
];
