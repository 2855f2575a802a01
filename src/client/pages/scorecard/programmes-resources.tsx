import { sum } from '../../../domain/findings/number.js';
import {
  divide,
  exactText,
  HUNDRED,
  isZero,
  multiply,
  rational,
  rounded,
  roundedText,
} from '../../../domain/rational.js';
import { type LedgerLine, ledgerOf } from '../../../domain/resources/ledger.js';
import type { Reconciled } from '../../../domain/resources/reconcile.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { euro as euroText, italianDay } from '../../../words/format.js';
import { resourceWords } from '../../../words/resources.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { Light } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { lightOf } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { type Content, sheetOf, spentOf } from './programmes-content.js';

const words = scorecardWords.programmes;
const { columns: own } = takeAwayWords;
const { link, euro, day, percent, status, text } = columnsOf<Reconciled>();

/** What the ledger gives each programme, what it has spent, and how its sheet agrees. */
export function ResourcesSummary({ content }: { content: Content }) {
  const { programmes, ledger } = content.resources;
  const recorded = programmes.flatMap(({ programme }) => spentOf(content, programme)?.amount ?? []);
  const spent =
    recorded.length === 0 ? undefined : euroText(roundedText(sum(recorded), { decimals: 2, mode: 'half-up' }));
  const lines = programmes.reduce((sum, one) => sum + one.lines.length, 0);
  return (
    <TableSection
      name="programmi"
      anchor="risorse"
      caption={words.summary}
      lead={
        <>
          <p>{words.allPlanned(euroText(ledger.all), spent, recorded.length, programmes.length)}</p>
          <p>{resourceWords.trace(euroText(ledger.cost), euroText(ledger.investment), euroText(ledger.all), lines)}</p>
        </>
      }
      columns={[
        link(
          scorecardWords.indicator.programme,
          (one) => `${one.programme} ${one.title}`,
          (one) => `#programma-${one.programme}`,
        ),
        euro(words.planned, ({ ledger: given }) => given.all),
        euro(words.spent, ({ programme }) => spentOf(content, programme)?.amount, {
          show: ({ programme }) => <SpentFigure content={content} programme={programme} />,
        }),
        day(own.upTo, ({ programme }) => spentOf(content, programme)?.upTo, { only: 'file' }),
        percent(words.share, (one) => shareOf(content, one)),
        euro(resourceWords.column.cost, ({ ledger: given }) => given.cost, { only: 'file' }),
        euro(resourceWords.column.investment, ({ ledger: given }) => given.investment, { only: 'file' }),
        euro(resourceWords.column.sheet, ({ sheet }) => sheet),
        text(resourceWords.column.agreement, (one) => resourceWords.agreement[one.agreement], {
          show: (one) => <Agreed one={one} />,
        }),
        euro(resourceWords.column.difference, ({ difference }) => difference, { only: 'file' }),
        percent(words.achievement, (one) => rollupOf(content, one)?.achievement, {
          figures: false,
          show: (one) => <Achieved content={content} one={one} />,
        }),
        status(own.light, (one) => lightOf(rollupOf(content, one)), { only: 'file' }),
      ]}
      rows={programmes}
    />
  );
}

/** That sheet and ledger agree, or by how much they do not. */
function Agreed({ one }: { one: Reconciled }) {
  const said = resourceWords.agreement[one.agreement];
  if (one.agreement === 'same') return <>{said}</>;
  return (
    <span class="ciclo-actual">
      <strong>{euroText(one.difference)}</strong>
      <small>{said}</small>
    </span>
  );
}

const rollupOf = ({ drawn }: Content, { programme }: Reconciled) => drawn.rollups.get(`sheet:${programme}`);

function Achieved({ content, one }: { content: Content; one: Reconciled }) {
  const rollup = rollupOf(content, one);
  if (rollup === undefined) return <>–</>;
  return (
    <span class="ciclo-achievement">
      <strong>{percentOrNot(rollup.achievement)}</strong>
      {rollup.achievement !== undefined && <Light assets={content.drawn.frame.assets} light={rollup.light} />}
    </span>
  );
}

function shareOf(content: Content, { programme, ledger }: Reconciled): DecimalText | undefined {
  const spent = spentOf(content, programme);
  const planned = rational(ledger.all);
  if (spent === undefined || isZero(planned)) return undefined;
  return exactText(
    rounded(multiply(divide(rational(spent.amount), planned), HUNDRED), { decimals: 1, mode: 'half-up' }),
  );
}

/** The reference Piano prints `€ -` where nothing is spent yet: that says nothing more. */
const isFigure = (written: string | undefined): written is string => written !== undefined && /\d/.test(written);

/** What a programme has spent, and up to which day. */
export function SpentFigure({ content, programme }: { content: Content; programme: string }) {
  const spent = spentOf(content, programme);
  const spentAsWritten = sheetOf(content.plan, programme)?.resources.spentAsWritten;
  if (spent !== undefined) {
    return (
      <span class="ciclo-actual">
        <span>{euroText(spent.amount)}</span>
        {spent.upTo !== undefined && <small>{words.spentOn(italianDay(spent.upTo))}</small>}
      </span>
    );
  }
  return (
    <span class="ciclo-actual">
      <em>{words.notSpent}</em>
      {isFigure(spentAsWritten) && <small>{words.asWritten(spentAsWritten)}</small>}
    </span>
  );
}

const line = columnsOf<LedgerLine>();

/** The ledger, line by line, with what is on record as spent of each. */
export function LedgerLines({ content }: { content: Content }) {
  const { column, nature } = resourceWords;
  const spent = new Map([...content.spending.values()].flatMap(({ lines }) => lines.map((one) => [one.line, one])));
  return (
    <TableSection
      name="righe-di-risorse"
      anchor="righe"
      caption={resourceWords.lines}
      lead={<p>{resourceWords.intro}</p>}
      columns={[
        line.text(column.line, ({ id }) => id),
        line.text(column.programme, ({ programme }) => programme),
        line.text('Funzione', (one) => one.function),
        line.text('Centro di costo', ({ costCentre }) => costCentre),
        line.text('Descrizione', ({ description }) => description),
        line.text(column.nature, (one) => nature[one.nature]),
        line.text(column.year, ({ year }) => String(year)),
        line.euro('Importo', ({ amount }) => amount),
        line.euro(column.spent, ({ id }) => spent.get(id)?.amount),
        line.day(column.upTo, ({ id }) => spent.get(id)?.upTo),
        line.text(column.source, ({ source }) => source, { only: 'file' }),
      ]}
      rows={ledgerOf(content.plan)}
    />
  );
}
