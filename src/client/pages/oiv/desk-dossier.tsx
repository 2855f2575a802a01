import type { DossierAct, DossierCheckpoint } from '../../../documents/dossier.js';
import type { Desk } from '../../../office/desk.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { documentWords } from '../../../words/documents.js';
import { oivWords } from '../../../words/oiv.js';
import { cyclePath, OIV_DOSSIER_PATH } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = oivWords.dossier;
const { dossier: titles, monitoring } = documentWords;

const act = columnsOf<DossierAct>();
const checkpoint = columnsOf<DossierCheckpoint>();

/** The acts of the cycle and its checkpoints; with the whole dossier as a file. */
export function DeskDossier({ cycle, dossier }: { cycle: CycleName; dossier: Desk['dossier'] }) {
  return (
    <section aria-labelledby="fascicolo">
      <h2 id="fascicolo">{words.title}</h2>
      <p>{words.lead}</p>
      <DataTable
        name="atti-del-ciclo"
        caption={titles.acts}
        empty={<p>{words.none}</p>}
        columns={[
          act.text(titles.act, ({ document }) => document, {
            show: ({ document, hash }) => (hash === null ? document : <a href={`/documenti/${hash}`}>{document}</a>),
          }),
          act.text(titles.decidedBy, ({ board }) => board),
          act.text(titles.outcome, ({ outcome }) => outcome),
          act.text(titles.number, ({ number }) => number ?? undefined),
          act.day(titles.date, ({ date }) => date ?? undefined),
          act.text(titles.hash, ({ hash }) => hash ?? undefined, {
            show: ({ hash }) => hash !== null && <code class="ciclo-hash">{hash.slice(0, 12)}</code>,
          }),
        ]}
        rows={dossier.acts}
      />
      {dossier.checkpoints.length > 0 && (
        <DataTable
          name="monitoraggi"
          caption={titles.checkpoints}
          columns={[
            checkpoint.text(monitoring.checkpoint, ({ title }) => title),
            checkpoint.day(titles.closed, ({ closedOn }) => closedOn ?? undefined),
            checkpoint.count(titles.indicators, ({ indicators }) => indicators),
            checkpoint.count(titles.measured, ({ measured }) => measured),
            checkpoint.count(titles.returned, ({ returned }) => returned),
            checkpoint.percent(monitoring.achievement, ({ achievement }) => achievement),
            checkpoint.percent(monitoring.coverage, ({ coverage }) => coverage),
            checkpoint.text(titles.closedEarly, ({ closeReason }) => closeReason ?? undefined),
          ]}
          rows={dossier.checkpoints}
        />
      )}
      <p>
        <a href={cyclePath(cycle, OIV_DOSSIER_PATH)}>{words.download}</a>
      </p>
    </section>
  );
}
