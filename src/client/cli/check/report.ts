import { romeDate } from '../../../domain/calendar/zone.js';
import type { Severity } from '../../../domain/findings/finding.js';
import { formatSeedError } from '../../../seeds/read-yaml.js';
import { checkWords as words } from '../../../words/cli-verbs.js';
import { italianDay } from '../../../words/format.js';
import type { BodyReport, CheckReport, LocatedFinding } from './check-files.js';

/** The report for a person: what is wrong in the files first, then body by body. @param all lists information too */
export function reportText({ errors, bodies, code }: CheckReport, all: boolean): string {
  const contradicts = bodies.some(({ findings }) => count(findings, 'error') > 0);
  const lacking = bodies.some((body) => body.lacking.length > 0);
  const verdicts = {
    0: lacking ? words.soundToComplete : words.sound,
    1: contradicts ? words.findings : words.loose,
    2: words.unsound,
  } as const;
  return `${[
    ...(errors.length === 0 ? [] : [words.errors(errors.length), ...errors.map((e) => `  ${formatSeedError(e)}`), '']),
    ...bodies.flatMap((body) => [...bodyLines(body, all), '']),
    verdicts[code],
  ].join('\n')}\n`;
}

/** The report for a program: the same, with the dated calendar reduced to its size. */
export function reportJson({ bodies, code, ...rest }: CheckReport): string {
  const short = bodies.map(({ calendar, findings, ...body }) => ({
    ...body,
    steps: calendar?.steps.length,
    counts: { error: count(findings, 'error'), warning: count(findings, 'warning'), info: count(findings, 'info') },
    findings,
  }));
  return `${JSON.stringify({ ...rest, sound: code === 0, bodies: short }, null, 2)}\n`;
}

function bodyLines(body: BodyReport, all: boolean): readonly string[] {
  const { name, folder, calendar, exercise, template, indicators, findings, script } = body;
  const last = calendar?.steps
    .map((s) => s.dueOn)
    .sort()
    .at(-1);
  const counts =
    findings.length === 0
      ? words.nothing
      : words.counts(count(findings, 'error'), count(findings, 'warning'), count(findings, 'info'));
  const shown = findings.filter((f) => all || f.severity !== 'info');
  return [
    words.body(name, folder),
    ...(exercise === undefined
      ? []
      : calendar === undefined || last === undefined
        ? [words.calendarRefused(exercise)]
        : [
            words.calendar(
              exercise,
              template,
              calendar.steps.length,
              italianDay(romeDate(calendar.opensAt)),
              italianDay(last),
            ),
          ]),
    ...(indicators === undefined || exercise === undefined
      ? [words.noPlan]
      : [
          words.plan(exercise, indicators, counts),
          ...looseLines(body, exercise, all),
          ...lackingLines(body),
          ...shown.flatMap(findingLines),
        ]),
    ...(shown.length === findings.length ? [] : [words.more(findings.length - shown.length)]),
    script === undefined ? words.noScript : words.script(script),
  ];
}

/** Targets named one by one before the others are only counted. */
const MOST_LOOSE = 5;

function looseLines({ loose, folder }: BodyReport, exercise: number, all: boolean): readonly string[] {
  if (loose.length === 0) return [];
  const named = all ? loose : loose.slice(0, MOST_LOOSE);
  return [
    words.looseTargets(exercise, loose.length, folder),
    ...named.map(
      ({ code, file, line, text }) =>
        `    ${code} (${file}:${line}): ${text === undefined ? words.noTarget(exercise) : `«${text}»`}`,
    ),
    ...(named.length === loose.length ? [] : [words.moreTargets(loose.length - named.length)]),
  ];
}

const lackingLines = ({ lacking }: BodyReport): readonly string[] =>
  lacking.map(({ step, dueOn, section, needs }) => words.lacking(step, italianDay(dueOn), section, needs));

const findingLines = ({ severity, file, line, place, fact }: LocatedFinding): readonly string[] => [
  `    ${words.severity[severity]}: ${place}${file === undefined ? '' : ` (${file}:${line})`}`,
  `      ${fact}`,
];

const count = (findings: readonly LocatedFinding[], severity: Severity): number =>
  findings.filter((f) => f.severity === severity).length;
