import type { Indicator, Plan } from '../domain/plan.js';
import { italianPercent } from '../words/format.js';
import { type DocumentHeading, type WrittenDocument, writeDocument } from './page.js';

/** The Piano della performance, measurable part: the scorecard by perspective as the seed's 4.2 prints it, then the sheets. */
export async function writePiano(heading: DocumentHeading, plan: Plan): Promise<WrittenDocument> {
  const years = [heading.exercise, heading.exercise + 1, heading.exercise + 2];
  return await writeDocument(
    heading,
    <>
      <h2>Cruscotto strategico</h2>
      {plan.perspectives.map((perspective) => (
        <table>
          <caption>{perspective.title}</caption>
          <thead>
            <tr>
              <th scope="col">Obiettivo, programma, indicatore</th>
              <th scope="col" class="n">
                Peso
              </th>
              {years.map((year) => (
                <th scope="col">{`Target ${year}`}</th>
              ))}
              <th scope="col">Missione / Programma</th>
            </tr>
          </thead>
          <tbody>
            {plan.areas
              .flatMap((area) => area.objectives)
              .map((objective) => {
                const programmes = objective.programmes.filter((p) => p.perspective === perspective.id);
                const weight = objective.weights.find((w) => w.perspective === perspective.id)?.weight;
                if (programmes.length === 0) return '';
                return (
                  <>
                    <tr class="group">
                      <th scope="rowgroup">{`${objective.code} ${objective.title}`}</th>
                      <td class="n">{weight === undefined ? '' : italianPercent(weight)}</td>
                      {years.map(() => (
                        <td />
                      ))}
                      <td />
                    </tr>
                    {programmes.flatMap((programme) => [
                      <tr class="group">
                        <th scope="rowgroup">{`${programme.code} ${programme.title}`}</th>
                        <td class="n">{programme.weight === undefined ? '' : italianPercent(programme.weight)}</td>
                        {years.map(() => (
                          <td />
                        ))}
                        <td>{programme.missioneProgramma ?? ''}</td>
                      </tr>,
                      ...programme.indicators.map((indicator) => <IndicatorRow indicator={indicator} years={years} />),
                    ])}
                  </>
                );
              })}
          </tbody>
        </table>
      ))}
      <h2>Schede di programmazione</h2>
      {plan.sheets.map((sheet) => (
        <table>
          <caption>{`Programma ${sheet.programme}: ${sheet.title}`}</caption>
          <thead>
            <tr>
              <th scope="col">Indicatore</th>
              {years.map((year) => (
                <th scope="col">{`Target ${year}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.indicators.map((indicator) => (
              <tr>
                <th scope="row">{indicator.name}</th>
                {years.map((year) => (
                  <td>{targetOf(indicator, year)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>,
  );
}

function IndicatorRow({ indicator, years }: { indicator: Indicator; years: readonly number[] }) {
  return (
    <tr>
      <th scope="row">{indicator.name}</th>
      <td class="n">{indicator.weight === undefined ? '' : italianPercent(indicator.weight)}</td>
      {years.map((year) => (
        <td>{targetOf(indicator, year)}</td>
      ))}
      <td>{indicator.missioneProgramma ?? ''}</td>
    </tr>
  );
}

const targetOf = (indicator: Indicator, year: number): string =>
  indicator.targets.find((t) => t.year === year)?.text ?? '';
