import { beforeAll, describe, expect, test } from 'vitest';
import { type Summary, summarise } from '../../../src/client/rehearsal/summary.js';
import { summaryText } from '../../../src/client/rehearsal/summary-text.js';
import { consoleWords, noticeKinds } from '../../../src/words/console.js';
import { italianDay, italianPercent } from '../../../src/words/format.js';
import { aHalfRunSite } from '../pages/site.js';

const site = aHalfRunSite('2016-09-20');
let summary: Summary;
let lines: readonly string[];

beforeAll(async () => {
  summary = await summarise(site.register.db, { space: site.register.schema, entity: 'ccms', exercise: 2016 });
  lines = summaryText(summary);
});

describe('the summary of a rehearsal', () => {
  test('holds the steps, decisions, mails and results of the year so far', () => {
    expect(summary).toMatchObject({ entity: 'ccms', exercise: 2016, simulated: true });
    expect(summary.steps.find((s) => s.id === 'analisi-contesto')).toMatchObject({
      status: 'done',
      dueOn: '2015-09-30',
    });
    expect(summary.decisions.some((d) => d.outcome === 'approved' && d.actNumber !== undefined)).toBe(true);
    expect(summary.mails.length).toBeGreaterThan(0);
    const [first, , last] = summary.checkpoints;
    expect(first?.results.map((r) => r.node)).toContain('entity');
    expect(last?.results).toEqual([]);
  });

  test('gives people the same figures as programs', () => {
    const text = lines.join('\n');
    for (const { dueOn, completedOn, title } of summary.steps) {
      const line = lines.find((l) => l.startsWith(title.slice(0, 60)));
      expect(line).toContain(italianDay(dueOn));
      expect(line).toContain(completedOn === undefined ? '–' : italianDay(completedOn));
    }
    for (const { actNumber } of summary.decisions)
      if (actNumber !== undefined) expect(text).toContain(`n. ${actNumber}`);
    const titles: Readonly<Record<string, string>> = noticeKinds;
    for (const { kind, state, count } of summary.mails) {
      expect(lines).toContain(`  ${titles[kind]} (${consoleWords.noticeState[state].toLowerCase()}): ${count}`);
    }
    for (const { results } of summary.checkpoints) {
      for (const { coverage, worst, best } of results) {
        const [all, low, high] = [coverage, worst, best].map(italianPercent);
        expect(text).toContain(`copertura ${all} (tra ${low} e ${high})`);
      }
    }
  });
});
