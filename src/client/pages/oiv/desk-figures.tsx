import type { Desk, DeskFigure } from '../../../office/desk.js';
import type { EvidenceFile } from '../../../register/evidence.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { oivWords } from '../../../words/oiv.js';
import { wordsOf } from '../../../words/validator.js';
import { cyclePath, indicatorPath, OIV_PATH, stepPath } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { verdictColumns } from './verdict.js';

interface FiguresProps {
  readonly cycle: CycleName;
  readonly desk: Pick<Desk, 'checkpoint' | 'figures' | 'others'>;
  /** By indicator. */
  readonly files: ReadonlyMap<string, readonly EvidenceFile[]>;
  readonly writes: boolean;
}

const { text, link, percent } = columnsOf<DeskFigure>();

/** The figures proposed for a look at their sources, with what supports each, and what the OIV found. */
export function DeskFigures({ cycle, desk, files, writes }: FiguresProps) {
  const words = wordsOf(oivWords.figures, cycle.validator);
  const verifyAt = (indicator: string): string =>
    cyclePath(cycle, `${OIV_PATH}/valori/${encodeURIComponent(indicator)}/verifica`);
  const others = desk.others.filter(({ indicator }) => !desk.figures.some((one) => one.indicator === indicator));
  const supporting = ({ indicator }: DeskFigure) => files.get(indicator) ?? [];
  return (
    <section aria-labelledby="valori">
      <h2 id="valori">{words.title}</h2>
      {desk.figures.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <DataTable
            name="dati-verificati"
            caption={words.title}
            hideCaption
            columns={[
              link(
                words.indicator,
                ({ name }) => name,
                ({ indicator }) => indicatorPath(cycle, indicator),
              ),
              text(words.why, ({ why }) => words.reasons[why]),
              text(words.value, ({ value }) => value),
              percent(words.achievement, ({ achievement }) => achievement),
              text(
                words.evidence,
                (one) =>
                  supporting(one)
                    .map(({ name }) => name)
                    .join('; ') || words.noEvidence,
                {
                  show: (one) =>
                    supporting(one).length === 0
                      ? words.noEvidence
                      : supporting(one).map(({ hash, name }) => (
                          <a href={`${stepPath(cycle, desk.checkpoint ?? '')}/evidenze/${hash}`}>{name}</a>
                        )),
                },
              ),
              ...verdictColumns<DeskFigure>(
                cycle.validator,
                writes
                  ? { title: oivWords.verify, of: ({ name }) => name, href: ({ indicator }) => verifyAt(indicator) }
                  : undefined,
              ),
            ]}
            rows={desk.figures}
          />
          {writes && others.length > 0 && (
            <details>
              <summary>{words.other}</summary>
              <ul>
                {others.map(({ indicator, name }) => (
                  <li>
                    <a href={verifyAt(indicator)}>{name}</a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
