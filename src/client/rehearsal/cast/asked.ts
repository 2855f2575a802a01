import { parseTarget } from '../../../domain/targets/parse.js';
import type { Reading } from '../../../domain/targets/types.js';
import { officerWords } from '../../../words/officer.js';
import type { Page, Piece } from '../page.js';

/** An indicator as an officer's form asks it. */
export interface Asked {
  readonly code: string;
  /** Title of its office, where the form asks for several. */
  readonly office?: string;
  /** How its target is read, by the sentence beside it; absent while nobody has confirmed one. */
  readonly reading?: Reading;
  readonly state: 'open' | 'returned' | 'sent';
  /** Whether the year's provisional value stands beside it, to be confirmed or corrected. */
  readonly provisional: boolean;
  /** What came back with it, while it is to be answered. */
  readonly returnedWith?: string;
}

const { facts, state: states } = officerWords;

/** What an officer's form asks, in its order. */
export const askedOn = (page: Page): readonly Asked[] => page.find('.ciclo-item[data-code]').map(readCard);

function readCard(card: Piece): Asked {
  const besides = (label: string): Piece | undefined =>
    card.find('.ciclo-item-facts > div').find((fact) => fact.find('dt')[0]?.text === label);
  const office = besides(facts.office)?.find('dd')[0]?.text;
  const reading = readingIn(besides(facts.target)?.find('small')[0]?.text ?? '');
  const shown = card.find('.ciclo-item-state .ciclo-tag')[0]?.text;
  const remark = card.find('blockquote')[0]?.text;
  return {
    code: card.attribute('data-code') ?? '',
    office,
    reading,
    provisional: besides(facts.provisional) !== undefined,
    state:
      shown === states.open || shown === states.toConfirm ? 'open' : shown === states.returned ? 'returned' : 'sent',
    returnedWith: shown === states.returned ? remark : undefined,
  };
}

/** The sentence of a confirmed reading says all of it. */
function readingIn(sentence: string): Reading | undefined {
  if (sentence === facts.noReading) return undefined;
  const read = parseTarget(sentence);
  if (read.outcome !== 'parsed')
    throw new Error(`the page says a target is read as «${sentence}», which is no reading`);
  return read.reading;
}
