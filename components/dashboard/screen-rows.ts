import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { cellWidth } from '../../src/terminal/width.ts';
import { headerWords } from '../../src/words/dashboard.ts';
import { shownPart } from '../parts/edit-text.ts';
import { blankRow, type Row } from '../parts/rows.ts';
import { agentsRows } from './agents-rows.ts';
import { boardRows } from './board-rows.ts';
import { detailRows, summaryRow } from './detail-rows.ts';
import { statusRow } from './header-rows.ts';
import { layoutOf } from './layout.ts';
import type { View } from './view-context.ts';

/** The whole body while the tables are shown: never more lines than `rows`, and only those in sight are made. */
export function screenRows(view: View, rows: number): readonly Row[] {
  const { state } = view;
  const layout = layoutOf(rows, state.shown.board.length, state.shown.agents.length, state.focus);
  const gap = layout.isSpaced ? [blankRow] : [];
  const board = layout.board === 0 ? [] : boardRows(view, layout.board);
  const agents = layout.agents === 0 ? [] : agentsRows(view, layout.agents);
  const above = [statusRow(view), ...gap, ...board, ...(board.length > 0 && agents.length > 0 ? gap : []), ...agents];
  // The last part stands at the bottom, so that it stays in its place when the tables grow.
  const isTyping = state.mode.name === 'filter';
  const below = isTyping ? [filterRow(view)] : layout.detail === 1 ? [summaryRow(view)] : detailRows(view, layout.detail);
  const space = Math.max(0, rows - above.length - below.length);
  return [...above, ...(layout.detail === 1 || isTyping ? blank(space) : gap), ...below].slice(0, rows);
}

/** What is being typed stands in the last line, with the caret behind it. */
function filterRow(view: View): Row {
  const { label, text } = filterLine(view);
  return [{ text: label, tone: 'accent', bold: true }, { text }, { text: headerWords.caret, tone: 'accent' }];
}

/** The cell of the caret in that line. */
export function filterCaret(view: View): number {
  const { label, text } = filterLine(view);
  return cellWidth(label) + cellWidth(text);
}

/** The end is what is being typed, so a long text loses its beginning. */
function filterLine({ state, columns }: View): { readonly label: SafeText; readonly text: SafeText } {
  const label = say`${headerWords.filter}: `;
  return { label, text: shownPart(safeText(state.filter), say``, columns - cellWidth(label)).before };
}

function blank(count: number): readonly Row[] {
  return Array.from({ length: count }, () => blankRow);
}
