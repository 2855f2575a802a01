import type { EntityName } from '../../../register/reading/entity.js';
import { stakeholderPageWords as words } from '../../../words/stakeholder-pages.js';
import { bodyPath, REGISTER_PATH, VOICES_PATH } from '../kit/paths.js';

type StakeholderView = '/stakeholder' | typeof REGISTER_PATH | typeof VOICES_PATH;

interface StakeholderViewsProps {
  readonly entity: EntityName;
  readonly view: StakeholderView;
  /** Who steers also sees what came by the public form. */
  readonly steers: boolean;
}

/** The pages about stakeholders: what they said, who they are, what came by the public form. */
export function StakeholderViews({ entity, view, steers }: StakeholderViewsProps) {
  const views: readonly (readonly [StakeholderView, string])[] = [
    ['/stakeholder', words.views.feedback],
    [REGISTER_PATH, words.views.register],
    ...(steers ? ([[VOICES_PATH, words.views.voices]] as const) : []),
  ];
  return (
    <nav class="ciclo-chapters" aria-label={words.views.label}>
      <ul>
        {views.map(([path, title]) => (
          <li>
            <a href={bodyPath(entity.id, path)} aria-current={path === view ? 'true' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
