import { Text as InkText } from 'ink';
import { use, type ReactElement } from 'react';
import { asciiText } from '../../src/terminal/ascii-text.ts';
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
  const theme = use(ThemeContext);
  const style = toneStyle(tone, theme);
  return (
    <InkText {...style} bold={bold} wrap={wrap === 'wrap' ? 'wrap' : 'truncate-end'}>
      {theme.unicode ? children : inAscii(children)}
    </InkText>
  );
}

function inAscii(children: TextProps['children']): TextProps['children'] {
  if (Array.isArray(children)) return children.map(childInAscii);
  return isChild(children) ? childInAscii(children) : children;
}

function childInAscii(child: Child): Child {
  return typeof child === 'string' ? asciiText(child) : child;
}

function isChild(children: TextProps['children']): children is Child {
  return children !== undefined && !Array.isArray(children);
}
