import { delegate, takeBack } from '../../../../acts/checkpoint/delegate.js';
import type { FormRow, OfficerForm } from '../../../../forms/form.js';
import { delegationWords as words } from '../../../../words/delegations.js';
import { delegationPath } from './delegate.js';

/** What is delegated to colleagues, each with how to take it back. */
export function DelegatedSection({ form: { delegated, state }, here }: { form: OfficerForm; here: string }) {
  if (delegated.length === 0) return null;
  return (
    <section aria-labelledby="delegati">
      <h2 id="delegati">{words.form.title}</h2>
      <ul class="ciclo-sent">
        {delegated.map(({ code, name, to, until, sent }) => (
          <li>
            <h3>{`${code} – ${name}`}</h3>
            <p>{`${words.form.row(to, until)}: ${sent ? words.form.sent : words.form.open}.`}</p>
            {state === 'collecting' && (
              <p>
                <a href={delegationPath(here, code, takeBack)}>
                  {words.take.link}
                  <span class="visually-hidden">{`: ${code}`}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where an indicator is given to a colleague, or one that was delegated is given back. */
export function DelegationLink({ row, here }: { row: FormRow; here: string }) {
  const [act, text] =
    row.delegated === true ? ([takeBack, words.take.giveBack] as const) : ([delegate, words.give.link] as const);
  return (
    <p>
      <a href={delegationPath(here, row.code, act)}>
        {text}
        <span class="visually-hidden">{`: ${row.code}`}</span>
      </a>
    </p>
  );
}
