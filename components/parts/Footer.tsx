import { say } from '../../src/terminal/safe-text.ts';
import { fitFooter, type FooterKey } from './fit-footer.ts';
import { RowLine } from './RowLine.tsx';
import type { Row } from './rows.ts';

export interface FooterProps {
  /** Most important first. */
  readonly items: readonly FooterKey[];
  /** Cells that the line may take. */
  readonly columns: number;
}

/** The keys that work now, on one line that never wraps. */
export function Footer({ items, columns }: FooterProps) {
  return <RowLine row={footerRow(fitFooter(items, columns))} columns={columns} />;
}

function footerRow(items: readonly FooterKey[]): Row {
  return items.flatMap(({ keys, label }, index): Row => [
    ...(index === 0 ? [] : [{ text: say`   ` }]),
    { text: keys, tone: 'accent' },
    ...(label === '' ? [] : [{ text: say` ` }, { text: label, tone: 'muted' } as const]),
  ]);
}
