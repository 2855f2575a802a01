import { documentWords } from '../../../../words/documents.js';
import { type Column, columnsOf } from './column.js';

interface OfIndicator {
  readonly indicator: string;
  readonly name: string;
}

/** An indicator by its name with the code below; in a file the code is a column of its own. */
export function indicatorColumns<R extends OfIndicator>(): readonly Column<R>[] {
  const { text } = columnsOf<R>();
  return [
    text(documentWords.column.indicator, ({ name }) => name, {
      show: ({ name, indicator }) => (
        <span class="ciclo-step-name">
          <span>{name}</span>
          <small>{indicator}</small>
        </span>
      ),
    }),
    text(documentWords.column.code, ({ indicator }) => indicator, { only: 'file' }),
  ];
}
