import type { OfficerForm } from '../../../../forms/form.js';
import { forecastWords } from '../../../../words/forecast.js';

const { later: words } = forecastWords;

/** What the form does not ask yet, and when it will be asked; nothing where nothing waits. */
export function Later({ later }: Pick<OfficerForm, 'later'>) {
  if (later.length === 0) return null;
  return (
    <section aria-labelledby="valori-attesi">
      <h2 id="valori-attesi">{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {later.map(({ name, knownFrom, askedAt }) => (
          <li>{words.said(name, knownFrom, askedAt === null ? undefined : words.at(askedAt.title, askedAt.dueOn))}</li>
        ))}
      </ul>
    </section>
  );
}
