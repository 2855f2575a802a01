import type { CycleName } from '../../../register/reading/cycles.js';
import { consoleWords } from '../../../words/console.js';
import type { Frame } from './frame.js';
import type { Crumb } from './layout.js';
import { cyclePath } from './paths.js';

/** The way back to all cycles, where there is more than one. */
export const homeCrumbs = ({ cycles }: Pick<Frame, 'cycles'>): readonly Crumb[] =>
  cycles.length > 1 ? [{ title: consoleWords.nav.home, href: '/' }] : [];

/** The way back to a cycle's own page. */
export const cycleCrumb = (cycle: Pick<CycleName, 'entity' | 'exercise'>): Crumb => ({
  title: consoleWords.cycle.title(cycle.exercise),
  href: cyclePath(cycle),
});
