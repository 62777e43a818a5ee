import { Text as InkText } from 'ink';
import { use, type ReactElement } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { ThemeContext, toneStyle, type Tone } from '../theme.ts';

type Child = SafeText | number | ReactElement | null | false;

export interface TextProps {
  /** Only text that is safe to print; a plain string does not compile. */
  readonly children?: Child | readonly Child[];
  /** `text` unless told otherwise. */
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** `wrap` unless told otherwise; `cut` ends a line that is too long with an ellipsis. */
  readonly wrap?: 'wrap' | 'cut';
}

/** The one way to put text on the screen. */
export function Text({ children, tone = 'text', bold = false, wrap = 'wrap' }: TextProps) {
  const style = toneStyle(tone, use(ThemeContext));
  return (
    <InkText {...style} bold={bold} wrap={wrap === 'wrap' ? 'wrap' : 'truncate-end'}>
      {children}
    </InkText>
  );
}
