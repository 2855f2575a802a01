import type { SheetStage } from '../../../domain/individual/types.js';
import { never } from '../../../domain/result.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import type { Assets } from '../kit/assets.js';
import { Icon, type IconName } from '../kit/parts/icon.js';

/** Where a sheet stands: a word, an icon, and only then a colour. */
export function StageTag({ assets, stage }: { assets: Assets; stage: SheetStage }) {
  const [look, icon] = lookOf(stage);
  return (
    <span class={`ciclo-tag ciclo-${look}`}>
      <Icon assets={assets} name={icon} size="xs" />
      {words.stages[stage]}
    </span>
  );
}

function lookOf(stage: SheetStage): readonly [string, IconName] {
  switch (stage) {
    case 'signed-off':
      return ['done', 'it-check-circle'];
    case 'not-evaluated':
      return ['cancelled', 'it-ban'];
    case 'objected':
    case 'second-instance':
    case 'conciliation':
      return ['light-yellow', 'it-warning-circle'];
    default:
      return ['open', 'it-arrow-right-circle'];
  }
}

/** How many of the five steps of the way a stage has behind it. */
export function stepsDone(stage: SheetStage): number {
  switch (stage) {
    case 'proposed':
    case 'objected':
      return 0;
    case 'accepted':
      return 1;
    case 'assigned':
      return 2;
    case 'talked':
    case 'self-evaluated':
      return 3;
    case 'evaluated':
    case 'observed':
    case 'second-instance':
    case 'reviewed':
    case 'conciliation':
    case 'conciliated':
      return 4;
    case 'signed-off':
    case 'not-evaluated':
      return 5;
    default:
      return never(stage);
  }
}

/** The way of a sheet at a glance: what is behind it, where it is, what comes. */
export function SheetProgress({ assets, stage }: { assets: Assets; stage: SheetStage }) {
  const done = stepsDone(stage);
  return (
    <ol class="ciclo-way" aria-label={words.way.label}>
      {words.way.steps.map((step, at) => {
        const [look, icon, said] =
          at < done
            ? (['done', 'it-check-circle', words.way.done] as const)
            : at === done
              ? (['now', 'it-arrow-right-circle', words.way.now] as const)
              : (['later', 'it-clock', words.way.later] as const);
        return (
          <li class={`ciclo-way-${look}`} aria-current={look === 'now' ? 'step' : undefined}>
            <Icon assets={assets} name={icon} size="xs" />
            <span>{step}</span>
            <small>{said}</small>
          </li>
        );
      })}
    </ol>
  );
}
