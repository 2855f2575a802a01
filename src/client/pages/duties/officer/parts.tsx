import type { Child } from 'hono/jsx';
import type { Actual } from '../../../../domain/achievement/types.js';
import type { FormRow } from '../../../../forms/form.js';
import type { Preview } from '../../../../forms/preview.js';
import type { EvidenceFile } from '../../../../register/evidence.js';
import { fileSize, italianDay, italianPercent } from '../../../../words/format.js';
import { amountText } from '../../../../words/measure.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Assets } from '../../kit/assets.js';
import { ForecastLine } from '../../kit/parts/forecast.js';
import { Icon, type IconName } from '../../kit/parts/icon.js';
import { Light, Trace } from '../../kit/parts/light.js';

/** A value with what it counts, and when it was reached: `7 incontri`, `83,5%`, `3 incontri, raggiunto il 28/06/2016`. */
export function valueText(actual: Actual, row: Pick<FormRow, 'unit' | 'unitText'> | undefined): string {
  const reachedOn = actual.kind === 'number' || actual.kind === 'ratio' ? actual.reachedOn : undefined;
  return `${amountText(actual, row?.unit, row?.unitText)}${reachedOn === undefined ? '' : words.reachedOn(italianDay(reachedOn))}`;
}

/** Something to be read before the rest. */
export function Callout({
  assets,
  kind,
  children,
}: {
  assets: Assets;
  kind: 'info' | 'success' | 'warning';
  children: Child;
}) {
  const icons: Readonly<Record<typeof kind, IconName>> = {
    info: 'it-info-circle',
    success: 'it-check-circle',
    warning: 'it-warning-circle',
  };
  return (
    <div class={`ciclo-callout ciclo-callout-${kind}`} role={kind === 'success' ? 'status' : undefined}>
      <Icon assets={assets} name={icons[kind]} />
      <div>{children}</div>
    </div>
  );
}

/** The achievement an answer gives, how it comes about, and what it is on course for. */
export function Result({
  assets,
  preview,
  code,
  understood,
}: {
  assets: Assets;
  preview: Preview;
  code: string;
  /** The indicator whose value is said as it was understood, where it is still being written. */
  understood?: Pick<FormRow, 'unit' | 'unitText'>;
}) {
  const { actual, assessment, achievement, forecast, unit } = preview;
  return (
    <div class="ciclo-form-result">
      {understood !== undefined && (
        <p class="ciclo-understood">{words.result.understood(valueText(actual, understood))}</p>
      )}
      {assessment.achievement === undefined ? (
        <p>{words.result.notCounted(achievement)}</p>
      ) : (
        <p>
          <span>{words.result.title}</span> <strong>{italianPercent(assessment.achievement)}</strong>{' '}
          <Light assets={assets} light={assessment.light} />
        </p>
      )}
      {forecast !== undefined && (
        <p>
          <ForecastLine forecast={forecast} unit={unit} />
        </p>
      )}
      <Trace lines={assessment.trace} of={code} />
    </div>
  );
}

/** A file with the link to take it away; without its name where that already stands beside. */
export function FileLink({ file, here, named = true }: { file: EvidenceFile; here: string; named?: boolean }) {
  return (
    <span class="ciclo-file">
      <a href={`${here}/allegati/${file.hash}`} download={file.name}>
        {named ? file.name : words.download}
        {!named && <span class="visually-hidden">{` ${file.name}`}</span>}
      </a>{' '}
      <small>{fileSize(file.size)}</small>
    </span>
  );
}
