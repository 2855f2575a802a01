import type { ComputedFigures, IndicatorAssessment, Rollup, TrafficLight } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { never } from '../domain/result.js';
import type { AppliedOverride } from '../domain/scorecard/types.js';
import { italianDay, italianPercent } from '../words/format.js';
import { overrideWords } from '../words/overrides.js';
import { type DocumentHeading, type WrittenDocument, writeDocument } from './page.js';

/** The computed content of one checkpoint, as the monitoring report and the Relazione print it. */
export interface CheckpointContent {
  readonly title: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly indicators: readonly {
    readonly name: string;
    readonly target: string;
    readonly assessment: IndicatorAssessment;
    /** The act that decided over the result; what was computed stays beside it. */
    readonly override?: AppliedOverride;
  }[];
  /** The entity, its areas, the perspectives: what a published document sums up. Individual results are never in it. */
  readonly summary: readonly Rollup[];
  /** The same results by office and by *missione/programma*. */
  readonly elsewhere: readonly Rollup[];
}

/** What of a checkpoint's results a published document shows: all but the individual objectives. */
export function publicRollups(rollups: readonly Rollup[]): Pick<CheckpointContent, 'summary' | 'elsewhere'> {
  const entity = rollups.filter((r) => r.node === 'entity').map((r) => ({ ...r, title: 'Ente nel suo insieme' }));
  const areas = rollups.filter((r) => r.node === 'entity').flatMap((r) => r.children);
  const starting = (prefix: string) => rollups.filter((r) => r.node.startsWith(prefix));
  return {
    summary: [...entity, ...starting('perspective:'), ...areas],
    elsewhere: [...starting('office:'), ...starting('missione:')],
  };
}

/** The monitoring report of one checkpoint. */
export async function writeMonitoring(heading: DocumentHeading, content: CheckpointContent): Promise<WrittenDocument> {
  return await writeDocument(heading, <Checkpoint content={content} />);
}

/** The Relazione sulla performance, measurable part: the final checkpoint, then the interim ones it followed. */
export async function writeRelazione(
  heading: DocumentHeading,
  checkpoints: readonly CheckpointContent[],
): Promise<WrittenDocument> {
  return await writeDocument(
    heading,
    checkpoints.toReversed().map((content) => <Checkpoint content={content} />),
  );
}

function Checkpoint({ content }: { content: CheckpointContent }) {
  return (
    <section>
      <h2>{`${content.title}: dal ${italianDay(content.from)} al ${italianDay(content.to)}`}</h2>
      <Rollups caption="Sintesi per ente, prospettiva e area strategica" rollups={content.summary} />
      <Rollups caption="Gli stessi risultati per ufficio e per missione e programma" rollups={content.elsewhere} />
      <table>
        <caption>Indicatori</caption>
        <thead>
          <tr>
            <th scope="col">Indicatore</th>
            <th scope="col">Target</th>
            <th scope="col" class="n">
              Grado di realizzazione
            </th>
            <th scope="col">Esito</th>
            <th scope="col">Come si è calcolato</th>
          </tr>
        </thead>
        <tbody>
          {content.indicators.map(({ name, target, assessment, override }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{target}</td>
              <td class="n">{override === undefined ? achievementText(assessment) : <Overridden {...override} />}</td>
              <td>{override === undefined ? outcomeWord(assessment) : overriddenWord(override)}</td>
              <td>{assessment.trace.map((line) => `${line.label}: ${line.value}`).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Overrides content={content} />
    </section>
  );
}

/** What counts, marked in words, and below it what was computed. */
function Overridden({ override, computed }: AppliedOverride) {
  return (
    <>
      {override.kind === 'forced' ? `${italianPercent(override.value)} (${overrideWords.forced})` : '–'}
      <br />
      {overrideWords.computed(achievementText(computed))}
    </>
  );
}

function Overrides({ content }: { content: CheckpointContent }) {
  const rows = content.indicators.flatMap(({ name, override }) => (override === undefined ? [] : [{ name, override }]));
  if (rows.length === 0) return null;
  const { columns } = overrideWords;
  return (
    <table>
      <caption>{`${overrideWords.title}. ${overrideWords.lead}`}</caption>
      <thead>
        <tr>
          {[columns.indicator, columns.counts, columns.computed, columns.decidedBy, columns.act, columns.reason].map(
            (title) => (
              <th scope="col">{title}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, override: { override, computed } }) => (
          <tr>
            <th scope="row">{`${name} (${override.indicator})`}</th>
            <td>{override.kind === 'forced' ? italianPercent(override.value) : overrideWords.notCounted}</td>
            <td>{achievementText(computed)}</td>
            <td>{override.by}</td>
            <td>{override.act}</td>
            <td>{override.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rollups({ caption, rollups }: { caption: string; rollups: readonly Rollup[] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Ambito</th>
          <th scope="col" class="n">
            Grado di realizzazione
          </th>
          <th scope="col" class="n">
            Copertura
          </th>
          <th scope="col" class="n">
            Minimo e massimo possibili
          </th>
        </tr>
      </thead>
      <tbody>
        {rollups.map((rollup) => (
          <tr>
            <th scope="row">{rollup.title}</th>
            <td class="n">
              {rollup.achievement === undefined ? 'non calcolabile' : italianPercent(rollup.achievement)}
              {rollup.computed !== undefined && <Without computed={rollup.computed} />}
            </td>
            <td class="n">{italianPercent(rollup.coverage)}</td>
            <td class="n">{`${italianPercent(rollup.worst)} – ${italianPercent(rollup.best)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Without({ computed }: { computed: ComputedFigures }) {
  const { achievement } = computed;
  const figure = achievement === undefined ? 'non calcolabile' : italianPercent(achievement);
  return (
    <>
      <br />
      {overrideWords.without(figure)}
    </>
  );
}

const achievementText = ({ achievement }: Pick<IndicatorAssessment, 'achievement'>): string =>
  achievement === undefined ? '–' : italianPercent(achievement);

const overriddenWord = ({ override, light }: AppliedOverride): string =>
  override.kind === 'forced' ? `${overrideWords.forced}, ${LIGHT_WORDS[light]}` : overrideWords.neutralised;

function outcomeWord(assessment: IndicatorAssessment): string {
  switch (assessment.state) {
    case 'assessed':
      return LIGHT_WORDS[assessment.light];
    case 'missing':
      return 'valore mancante';
    case 'not-assessable':
      return 'non valutabile';
    case 'not-yet':
      return 'termine non ancora maturato';
    case 'doubtful':
      return 'target da confermare';
    default:
      return never(assessment.state);
  }
}

const LIGHT_WORDS: Record<TrafficLight, string> = {
  green: 'verde',
  yellow: 'giallo',
  red: 'rosso',
  none: 'senza semaforo',
};
