import { romeDate } from '../../../domain/calendar/zone.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { FoundDocument, FoundIndicator, FoundPerson, FoundStep } from '../../../register/reading/search.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { searchWords as words } from '../../../words/search.js';
import type { Assets } from '../kit/assets.js';
import { StatusTag } from '../kit/parts/state.js';
import { cyclePath, GRID_PATH, indicatorPath, stepPath } from '../kit/paths.js';
import type { FoundLine } from './found-lines.js';

interface FoundPersonProps {
  readonly person: FoundPerson;
  /** The body's latest cycle. */
  readonly latest: CycleName | undefined;
  readonly readsLog: boolean;
}

/** Somebody, with what they answer for. */
export function FoundPersonItem({ person, latest, readsLog }: FoundPersonProps) {
  const { id, name, inService, titles, offices } = person;
  const filtered = (below: string, filter: Readonly<Record<string, string>>): string =>
    latest === undefined ? '' : cyclePath(latest, `${below}?${new URLSearchParams(filter)}`);
  return (
    <li>
      <strong>{name}</strong>
      <small>{[...titles, ...(inService ? [] : [words.notInService])].join('; ')}</small>
      {latest !== undefined && (offices.length > 0 || readsLog) && (
        <small class="ciclo-found-ways">
          {offices.map((office) => (
            <a href={filtered(GRID_PATH, { ufficio: office })} aria-label={words.gridOf(name)}>
              {words.grid(offices.length)}
            </a>
          ))}
          {readsLog && (
            <a href={filtered('/registro', { persona: id })} aria-label={words.doneByOf(name)}>
              {words.doneBy}
            </a>
          )}
        </small>
      )}
    </li>
  );
}

/** An indicator of a plan. */
export function FoundIndicatorItem({
  entity,
  indicator,
}: {
  readonly entity: string;
  readonly indicator: FoundIndicator;
}) {
  const { exercise, code, name, office } = indicator;
  return (
    <li>
      <a href={indicatorPath({ entity, exercise }, code)}>{`${code} ${name}`}</a>
      <small>{[words.exercise(exercise), ...(office === null ? [] : [office])].join('; ')}</small>
    </li>
  );
}

/** A step of a cycle, with where it stands. */
export function FoundStepItem(props: { readonly entity: string; readonly assets: Assets; readonly step: FoundStep }) {
  const { entity, assets, step } = props;
  return (
    <li>
      <a href={stepPath({ entity, exercise: step.exercise }, step.id)}>{step.title}</a>
      <small>
        {`${words.exercise(step.exercise)}; ${words.due(italianDay(step.dueOn))} `}
        <StatusTag assets={assets} status={step.status} />
      </small>
    </li>
  );
}

/** A deposited document. */
export function FoundDocumentItem({ document }: { readonly document: FoundDocument }) {
  const { exercise, title, version, frozenAt, hash } = document;
  return (
    <li>
      <a href={`/documenti/${hash}`}>{title}</a>
      <small>{`${words.exercise(exercise)}; ${words.version(version, italianDay(romeDate(frozenAt)))}`}</small>
    </li>
  );
}

/** A line of the log; it leads to the lines like it of that day. */
export function FoundLineItem({ line: { cycle, record, line, step } }: { readonly line: FoundLine }) {
  const day = romeDate(record.at);
  const query = new URLSearchParams({ operazione: record.action, dal: day, al: day });
  const subject = line.subject === undefined || line.subject === cycle.id ? '' : `: ${line.subject}`;
  const facts = [...(step === undefined ? [] : [step]), ...line.facts].join('; ');
  return (
    <li>
      <a href={cyclePath(cycle, `/registro?${query}`)}>{`${line.what}${subject}`}</a>
      <small>{`${words.at(italianMoment(record.at), line.who)}${facts === '' ? '' : `. ${facts}`}`}</small>
    </li>
  );
}
