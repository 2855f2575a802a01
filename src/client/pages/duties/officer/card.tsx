import type { Child } from 'hono/jsx';
import type { FormRow } from '../../../../forms/form.js';
import { delegationWords } from '../../../../words/delegations.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Assets } from '../../kit/assets.js';
import { Fact } from '../../kit/parts/fact.js';
import { Icon } from '../../kit/parts/icon.js';
import { cardId } from './card-id.js';
import { DelegationLink } from './delegated.js';
import { AnswerFields } from './fields.js';
import { MoreFields } from './more-fields.js';
import { nameOf, type OfficerPageData } from './page-data.js';
import { Callout, Result, valueText } from './parts.js';
import { ACTION, ASKED, fieldOf } from './posted.js';
import { Questions } from './questions.js';
import { standingOf } from './standing.js';
import { isProposed, prefilled, sameTyped } from './typed.js';
import type { FormView } from './view.js';
import { WhyFields } from './why.js';

interface CardProps {
  readonly assets: Assets;
  readonly data: OfficerPageData;
  readonly view: FormView;
  readonly row: FormRow;
  /** Its place in the form, from 0. */
  readonly index: number;
}

/** One indicator: what is asked, what came back, the fields, and what the answer gives. */
export function Card({ assets, data, view, row, index }: CardProps) {
  const id = cardId(index);
  const typed = view.typed.get(row.code) ?? prefilled(row);
  const errors = view.errors.filter((e) => e.code === row.code);
  const preview = view.previews.get(row.code);
  // What is done stays out of the way of what is not.
  const settled = row.current !== undefined && errors.length === 0 && sameTyped(typed, prefilled(row));
  const result = (
    <div class="ciclo-live-result" id={`${id}-risultato`} aria-live="polite">
      {preview !== undefined && <Result {...{ assets, preview }} code={row.code} understood={row} />}
      <Questions assets={assets} code={row.code} id={id} questions={view.questions.get(row.code) ?? []} />
    </div>
  );
  return (
    <section
      class={
        errors.length > 0 || view.questions.has(row.code) || view.asks?.has(row.code)
          ? 'ciclo-item ciclo-item-wrong'
          : 'ciclo-item'
      }
      id={id}
      aria-labelledby={`${id}-nome`}
      data-code={row.code}
    >
      <header>
        <p class="ciclo-item-state">
          <span>{`${words.place(index + 1, data.form.rows.length)} · ${row.code}`}</span>
          <RowState {...{ assets, data, row }} />
        </p>
        <h2 id={`${id}-nome`}>{row.name}</h2>
        {row.actingFor !== undefined && (
          <p class="ciclo-item-for">
            {row.delegated === true
              ? delegationWords.form.by(nameOf(data, row.actingFor))
              : words.rowActingFor(nameOf(data, row.actingFor))}
          </p>
        )}
      </header>
      {row.returned !== undefined && (
        <Callout assets={assets} kind="warning">
          <p>
            <strong>{words.returned.title(italianMoment(row.returned.at), nameOf(data, row.returned.by))}</strong>
          </p>
          <blockquote>{row.returned.remark}</blockquote>
          <p>{`${words.returned.value(valueText(row.returned.actual, row))} ${words.returned.hint}`}</p>
        </Callout>
      )}
      {settled ? (
        <details class="ciclo-settled" data-keep={`${id}-inviato`}>
          <summary>
            {words.sentValue(row.current === undefined ? '' : valueText(row.current.actual, row))}{' '}
            <span class="ciclo-change">
              {words.change}
              <span class="visually-hidden">{` ${row.code}`}</span>
            </span>
          </summary>
          <Body {...{ assets, data, view, row, index }} />
        </details>
      ) : (
        <Body {...{ assets, data, view, row, index }}>{result}</Body>
      )}
      {settled && result}
    </section>
  );
}

/** What is asked and the fields to answer in, with what the answer gives beside them. */
function Body({ assets, data, view, row, index, children }: CardProps & { readonly children?: Child }) {
  const id = cardId(index);
  const typed = view.typed.get(row.code) ?? prefilled(row);
  const errors = view.errors.filter((e) => e.code === row.code);
  return (
    <>
      <IndicatorFacts row={row} office={data.form.rows.some((other) => other.office !== row.office)} />
      {row.current === undefined && row.proposed !== undefined && (
        <Callout assets={assets} kind="info">
          <p>
            {words.proposed(valueText(row.proposed.actual, row), row.proposed.source, italianMoment(row.proposed.at))}
            {isProposed(row) && ` ${words.toConfirm}`}
          </p>
          {isProposed(row) && <CollectedTick code={row.code} id={id} ticked={typed.collected} />}
        </Callout>
      )}
      {row.current === undefined && row.failed !== undefined && (
        <Callout assets={assets} kind="warning">
          <p>{words.collectionFailed}</p>
        </Callout>
      )}
      <input type="hidden" name={fieldOf('seen', row.code)} value={standingOf(row)} />
      <AnswerFields {...{ data, row, typed, errors, id }} />
      {children}
      <WhyFields {...{ assets, view, row, typed, id }} form={data.form} />
      <button
        type="submit"
        class="btn btn-outline-secondary btn-sm ciclo-compute"
        name={ACTION}
        value={ASKED.compute}
        formaction={`${data.duty.here}#${id}`}
        formnovalidate
        aria-label={words.buttons.computeOf(row.code)}
      >
        {words.buttons.compute}
      </button>
      <MoreFields {...{ data, row, typed, errors, id }} />
      <DelegationLink row={row} here={data.duty.here} />
    </>
  );
}

/** What says that a value collected by itself is right: sending the others does not. */
function CollectedTick({ code, id, ticked }: { code: string; id: string; ticked: boolean }) {
  return (
    <span class="ciclo-mark">
      <input type="checkbox" id={`${id}-raccolto`} name={fieldOf('collected', code)} value="si" checked={ticked} />
      <label for={`${id}-raccolto`}>
        {words.collected}
        <span class="visually-hidden">{` ${code}`}</span>
      </label>
    </span>
  );
}

function RowState({ assets, data, row }: Pick<CardProps, 'assets' | 'data' | 'row'>) {
  if (row.returned !== undefined) {
    return (
      <span class="ciclo-tag ciclo-late">
        <Icon assets={assets} name="it-refresh" size="xs" />
        {words.state.returned}
      </span>
    );
  }
  if (row.current === undefined) {
    return (
      <span class="ciclo-tag ciclo-waiting">
        <Icon assets={assets} name="it-clock" size="xs" />
        {isProposed(row) ? words.state.toConfirm : words.state.open}
      </span>
    );
  }
  const other =
    row.current.officer === data.duty.person.id ? '' : ` ${words.sentBy(nameOf(data, row.current.officer))}`;
  return (
    <span class="ciclo-tag ciclo-done">
      <Icon assets={assets} name="it-check-circle" size="xs" />
      {`${words.state.sent(italianMoment(row.current.at))}${other}`}
    </span>
  );
}

/** What an indicator was promised and what it last was; its office where there are several. */
export function IndicatorFacts({ row, office }: { row: FormRow; office: boolean }) {
  return (
    <dl class="ciclo-facts ciclo-item-facts">
      <Fact label={words.facts.target}>
        <strong>{row.target === '' ? words.facts.noTarget : row.target}</strong>
        <small>{row.readingSentence ?? words.facts.noReading}</small>
      </Fact>
      <Fact label={row.provisional ? words.facts.provisional : words.facts.last}>
        {row.last === undefined
          ? words.facts.noLast
          : words.facts.lastOn(valueText(row.last.actual, row), italianDay(row.last.on))}
      </Fact>
      {office && <Fact label={words.facts.office}>{row.officeTitle}</Fact>}
    </dl>
  );
}
