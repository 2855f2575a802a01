import { day, paragraph, type Section, type Table } from '../../documents/content.js';
import { type ConsideredItem, FEEDBACK_ORIGINS, leftToConsider } from '../../domain/voices/strategic-feedback.js';
import { strategicFeedback } from '../../register/reading/strategic-feedback.js';
import { feedbackWords as words } from '../../words/strategic-feedback.js';
import { voiceWords } from '../../words/voices.js';
import { type ComputedPart, directly } from './part.js';

/** `feedback/raccolto`: what last cycle left to think about, by where it comes from. */
export const feedbackGathered: ComputedPart = async ({ db }, { entity, exercise }) => {
  const items = await strategicFeedback(db, entity, exercise);
  return FEEDBACK_ORIGINS.flatMap((origin): Section[] => {
    const own = items.filter((item) => item.origin === origin);
    return own.length === 0
      ? []
      : [{ level: 3, title: voiceWords.origins[origin], blocks: [gathered(voiceWords.origins[origin], own)] }];
  });
};

const gathered = (caption: string, items: readonly ConsideredItem[]): Table => ({
  kind: 'table',
  dataset: 'feedback-raccolto',
  caption,
  part: { column: words.columns.origin, value: caption },
  columns: [
    { title: words.columns.item, heads: true, share: shareOf(items.map(({ title }) => title)) },
    { title: words.columns.said, share: shareOf(items.map(({ said }) => said)) },
    // Every part has the same columns; where nobody said a cause it takes no more than its title.
    { title: words.columns.cause, share: shareOf(items.map(({ cause }) => cause)) },
    { title: words.columns.on },
  ],
  rows: items.map(({ title, said, cause, on }) => ({
    cells: [title, said === '' ? words.noLonger : said, cause, on === undefined ? '' : day(on)],
  })),
});

/** As wide as what stands in it, within reason: a name of an indicator is longer than «da avviare», a message than its group. */
const shareOf = (texts: readonly string[]): number =>
  Math.min(5, Math.max(1, Math.max(0, ...texts.map(({ length }) => length)) / 25));

/** `feedback/considerato`: what was made of it, and how much is left. */
export const feedbackConsidered: ComputedPart = async ({ db }, { entity, exercise }) => {
  const items = await strategicFeedback(db, entity, exercise);
  const considered = items.filter((item) => item.considered !== undefined);
  if (considered.length === 0) return [];
  const table: Table = {
    kind: 'table',
    dataset: 'feedback-considerato',
    caption: words.consideredTitle,
    columns: [
      { title: words.columns.origin },
      { title: words.columns.item, heads: true, share: 2 },
      { title: words.columns.follows },
      { title: words.columns.outcome, share: 3 },
    ],
    rows: considered.map(({ origin, title, considered: said }) => ({
      cells: [voiceWords.origins[origin], title, words.followsText(said), said?.outcome ?? ''],
    })),
  };
  return directly([paragraph(voiceWords.left(leftToConsider(items), items.length)), table]);
};
