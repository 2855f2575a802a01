import { italianDay } from '../../words/format.js';
import { actualText } from '../../words/measure.js';
import { sourceWords } from '../../words/sources.js';
import type { Collected } from '../system/collect.js';

const words = sourceWords.cli;

/** One source a line: `1.1.1-01  Rassegna stampa di ISR: letto 9, da confermare`. */
export function collectText({ checkpoint, period, dryRun, reports }: Collected): string {
  const heading = words.heading(checkpoint, italianDay(period.from), italianDay(period.to), dryRun);
  if (reports.length === 0) return `${heading}\n${words.noSources}\n`;
  const width = Math.max(...reports.map((r) => r.source.indicator.length));
  const lines = reports.map((r) => `${r.source.indicator.padEnd(width)}  ${r.source.title}: ${outcomeText(r, dryRun)}`);
  const count = (outcome: 'read' | 'failed'): number => reports.filter((r) => r.result?.outcome === outcome).length;
  return [heading, ...lines, words.total(count('read'), count('failed')), ''].join('\n');
}

/** The same for programs: one object, values as in the register. */
export function collectJson({ reports, ...rest }: Collected): string {
  const sources = reports.map(({ source, result }) => ({
    indicator: source.indicator,
    source: source.id,
    title: source.title,
    toConfirm: source.confirm ?? true,
    ...(result ?? { outcome: 'answered' }),
  }));
  return `${JSON.stringify({ ...rest, sources }, null, 2)}\n`;
}

function outcomeText({ source, result }: Collected['reports'][number], dryRun: boolean): string {
  if (result === undefined) return words.answered;
  if (result.outcome === 'failed') return words.failed(result.reason);
  const value = actualText(result.value, undefined);
  if (source.confirm ?? true) return words.toConfirm(value);
  return dryRun ? words.read(value) : words.submitted(value);
}
