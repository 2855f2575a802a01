import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import { TROUBLES_PATH } from '../../../access/trouble-path.js';
import type { FollowedKind } from '../../../domain/follow-up.js';
import { type EntityName, entityName } from '../../../register/reading/entity.js';
import { aboutWords } from '../../../words/about-body.js';
import { beginningWords } from '../../../words/beginning.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { ownRuleWords } from '../../../words/own-rules.js';
import { ownTermWords } from '../../../words/own-terms.js';
import { peopleWords } from '../../../words/people.js';
import { troubleWords } from '../../../words/troubles.js';
import { type Frame, frameOf } from './frame.js';
import { Layout } from './layout.js';
import {
  BEGIN_PATH,
  bodyPath,
  CHECK_UP_PATH,
  CONTEXT_PATH,
  FINANCE_PATH,
  PEOPLE_PATH,
  RULES_PATH,
  TERMS_PATH,
} from './paths.js';
import type { Site } from './site.js';

const { views } = bodyPageWords;

/** What the pages about a body are made from. */
export interface BodyPageData {
  readonly frame: Frame;
  readonly entity: EntityName;
}

/** Undefined when there is no such entity. */
export async function bodyPageData({ deps, assets }: Site, c: Context): Promise<BodyPageData | undefined> {
  const id = c.req.param('entity');
  if (id === undefined) return undefined;
  const [frame, entity] = await Promise.all([frameOf(deps, assets, c), entityName(deps.register.db, id)]);
  return entity === undefined ? undefined : { frame, entity };
}

/** Address of the page of who the body is, below its own. */
export const ABOUT_PATH = '/chi-siamo';

type BodyView =
  | ''
  | typeof ABOUT_PATH
  | (typeof FOLLOWED_PATH)[FollowedKind]
  | '/stakeholder'
  | '/indagini'
  | '/calendario'
  | typeof CONTEXT_PATH
  | typeof FINANCE_PATH
  | typeof CHECK_UP_PATH
  | typeof BEGIN_PATH
  | typeof PEOPLE_PATH
  | typeof TERMS_PATH
  | typeof RULES_PATH
  | typeof TROUBLES_PATH;

const VIEWS: readonly (readonly [BodyView, string])[] = [
  ['', views.series],
  [CONTEXT_PATH, views.context],
  [FINANCE_PATH, views.finance],
  [CHECK_UP_PATH, views.checkUp],
  [ABOUT_PATH, aboutWords.title],
  [FOLLOWED_PATH.obligation, views.obligations],
  [FOLLOWED_PATH.improvement, views.improvement],
  [FOLLOWED_PATH.corrective, views.corrective],
  ['/stakeholder', views.stakeholders],
  ['/indagini', views.surveys],
  ['/calendario', views.calendar],
];

/** Who steers or administers the body also sees its people, and what is stuck. */
const viewsFor = ({ administers }: Frame, { id }: EntityName): typeof VIEWS =>
  administers === id
    ? [
        ...VIEWS,
        [BEGIN_PATH, beginningWords.view],
        [PEOPLE_PATH, peopleWords.title],
        [TERMS_PATH, ownTermWords.title],
        [RULES_PATH, ownRuleWords.title],
        [TROUBLES_PATH, troubleWords.title],
      ]
    : VIEWS;

interface BodyPageProps {
  readonly data: BodyPageData;
  readonly view: BodyView;
  readonly title: string;
  readonly lead?: string;
  /** When the page stands under the one of the view. */
  readonly under?: { readonly title: string };
  readonly children?: Child;
}

/** A page about the body: title, the other pages about it. */
export function BodyPage({ data: { frame, entity }, view, title, lead, under, children }: BodyPageProps) {
  return (
    <Layout
      frame={frame}
      title={title}
      section="body"
      crumbs={[
        ...(view === '' && under === undefined ? [] : [{ title: entity.title, href: bodyPath(entity.id) }]),
        ...(under === undefined ? [] : [{ title: under.title, href: bodyPath(entity.id, view) }]),
      ]}
    >
      <div class="ciclo-title">
        {view === '' && <p class="ciclo-overline">{entity.title}</p>}
        <h1 class={under === undefined ? undefined : 'ciclo-long-title'}>{title}</h1>
      </div>
      <nav class="ciclo-tabs ciclo-views" aria-label={views.label}>
        <ul>
          {viewsFor(frame, entity).map(([path, name]) => (
            <li>
              <a
                href={bodyPath(entity.id, path)}
                aria-current={path === view && under === undefined ? 'page' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </Layout>
  );
}
