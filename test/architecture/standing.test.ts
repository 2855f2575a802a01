import { describe, expect, test } from 'vitest';
import { ACTS } from '../../src/acts/index.js';

/*
 * Two pages of one form: the older one, sent later, does not win in silence. An act that puts something in the place of what stands
 * says how that stands (`stands`); one that does not is named here, with why nothing is overwritten by it.
 */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  'it adds, and what was there before stays beside it': [
    'remind',
    'remark-report',
    'explain-delay',
    'attach-act',
    'note',
    'substitute',
    'hear',
    'add-factor',
    'improve',
    'record-interview',
    'oiv-remark',
    'add-stakeholder',
    'record-survey',
    'record-question',
    'communicate',
    'propose-target',
    'link-objectives',
    'remark',
    'remark-step',
    'reply-remark',
    'add-figure',
    'add-person',
    'add-office',
    'change-term',
    'change-rule',
    'appoint',
    'import-people',
    'sheet propose',
    'sheet talk',
  ],
  'it is done once: what is already so refuses it': [
    'reopen',
    'restart',
    'close',
    'override',
    'complete',
    'begin',
    'cancel',
    'record-earlier',
    'withdraw-earlier',
    'withdraw-term',
    'withdraw-rule',
    'consider',
    'settle-mail',
    'give-up',
    'answer-oiv',
    'end-stakeholder',
    'withdraw-survey',
    'open-public-form',
    'close-public-form',
    'moderate',
    'amend',
    'unlink-objectives',
    'answer-remark',
    'close-remark',
    'close-step-remark',
    'transmit',
    'publish-rewards',
    'revoke-invitation',
    'revoke-token',
    'end-session',
    'end-person',
    'end-office',
    'end-mandate',
    'erase-file',
    'erase-person',
  ],
  'its address names the version it is made from: another one refuses it, and the page asks': [
    'plan edit',
    'plan edit-together',
    'plan add',
    'plan remove',
    'plan weigh',
    'plan import',
    'plan paste',
    'plan restore',
    'plan in-force',
  ],
  'its field `shown` is the revision it is written over': ['write'],
  'its page is the form of a checkpoint, which sends with each indicator what it showed': ['give-value'],
};

describe('an act over what stands', () => {
  const named = Object.values(WITHOUT).flat();

  test('says how it stands, or is named here with why not', () => {
    expect(
      ACTS.filter((one) => one.stands === undefined)
        .map(({ verb }) => verb)
        .sort(),
    ).toEqual([...named].sort());
  });

  test('has one reason', () => {
    expect(named.filter((verb, i) => named.indexOf(verb) !== i)).toEqual([]);
  });

  test('of a version or a revision is made from one: by its address, or by its field', () => {
    const byAddress = ACTS.filter(({ on }) => on.api.endsWith('/versions/{version}')).map(({ verb }) => verb);
    expect(byAddress).toEqual(expect.arrayContaining([...(Object.values(WITHOUT)[2] ?? [])]));
    expect(ACTS.find(({ verb }) => verb === 'write')?.fields).toHaveProperty('shown');
  });
});
