import type { Plan } from '../domain/plan.js';
import { euro } from '../words/format.js';
import { type DocumentHeading, type WrittenDocument, writeDocument } from './page.js';

/** The RPP, as far as the plan holds it: areas, objectives and programmes with the resources of their sheets. */
export async function writeRpp(heading: DocumentHeading, plan: Plan): Promise<WrittenDocument> {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.programme, sheet.resources.planned]));
  return await writeDocument(
    heading,
    plan.areas.map((area) => (
      <table>
        <caption>{`Area strategica ${area.code}: ${area.title}`}</caption>
        <thead>
          <tr>
            <th scope="col">Obiettivo strategico</th>
            <th scope="col">Programma</th>
            <th scope="col" class="n">
              Risorse previste
            </th>
          </tr>
        </thead>
        <tbody>
          {area.objectives.flatMap((objective) =>
            objective.programmes.map((programme) => {
              const amount = planned.get(programme.code);
              return (
                <tr>
                  <td>{`${objective.code} ${objective.title}`}</td>
                  <th scope="row">{`${programme.code} ${programme.title}`}</th>
                  <td class="n">{amount === undefined ? 'scheda non presente' : euro(amount)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    )),
  );
}

/** Preventivo and budget direzionale: the economic interventions line by line, as the seed's Allegato 2. */
export async function writeBudget(heading: DocumentHeading, plan: Plan): Promise<WrittenDocument> {
  return await writeDocument(
    heading,
    <>
      <table>
        <caption>Interventi economici per prodotto</caption>
        <thead>
          <tr>
            <th scope="col">Prodotto</th>
            <th scope="col">Descrizione</th>
            <th scope="col">Centro di costo</th>
            <th scope="col" class="n">
              Previsione iniziale
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.budget.lines.map((line) => (
            <tr>
              <th scope="row">{line.product}</th>
              <td>{line.description}</td>
              <td>{line.costCentre}</td>
              <td class="n">{euro(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Totali per programma, obiettivo e area</caption>
        <thead>
          <tr>
            <th scope="col">Voce</th>
            <th scope="col" class="n">
              Importo
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.budget.totals.map((total) => (
            <tr>
              <th scope="row">{total.of}</th>
              <td class="n">{euro(total.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>,
  );
}
